import KapTimeline
import Testing

/// The readings before the dose, and what people say of them.
struct GateTests {
  private var room: Room {
    Room(
      .careful { rules in
        rules.careRules?.checklists[0].items.append(
          ChecklistItem(
            key: "gate",
            label: "Readings within the limits",
            short: "gate",
            isRequired: true,
            evidence: .init(.gate),
            source: "test"
          )
        )
      },
      opened: -30
    )
  }

  private func mark(_ item: String, _ words: String? = nil) -> Command {
    .check([ChecklistMark(item: item, words: words)])
  }

  private func open(_ room: Room, at minute: Double) -> [String] {
    room.moment(minute).gate.map(\.item.key).filter { ["gate", "baseline"].contains($0) }
  }

  @Test(arguments: [true, false])
  func `a bare tick without a reading is refused`(asks: Bool) {
    for (item, label) in [("gate", "Readings within the limits"), ("baseline", "Baseline")] {
      #expect(
        room.refusal(of: mark(item), at: -20, asks: asks) == .itemNeedsReading(label)
      )
      #expect(room.refusal(of: mark(item, "cuff broken, seen by Dr L"), at: -20) == nil)
    }
  }

  @Test func `a bare tick that is in the record counts only as far as readings show it`() {
    var room = room
    for item in ["gate", "baseline"] {
      room.record(.check(ChecklistMark(item: item)), at: -20)
    }
    #expect(open(room, at: -19) == ["baseline", "gate"])
    room.record(.set(124, 78), at: -18)
    #expect(open(room, at: -17).isEmpty)
    room.record(.set(175, 108), at: -16)
    #expect(open(room, at: -15) == ["gate"])
  }

  @Test func `words cover the readings of then and no higher one after them`() throws {
    var room = room
    try room.type(mark("gate", "no cuff, Dr L agrees"), at: -25)
    #expect(!open(room, at: -24).contains("gate"))
    try room.type(.record(.set(175, 108)), at: -20)
    #expect(open(room, at: -19) == ["gate"])
    #expect(
      room.refusal(of: mark("gate"), at: -19) == .itemNeedsWords("Readings within the limits")
    )
    try room.type(mark("gate", "Dr L: go on"), at: -18)
    #expect(open(room, at: -17).isEmpty)
    // Another reading that is high, one that is written down late, one that is corrected.
    var again = room
    try again.type(.record(.set(172, 104)), at: -16)
    #expect(open(again, at: -15) == ["gate"])
    var late = room
    try late.type(.record(.set(172, 104)), at: -10, happened: -19)
    #expect(open(late, at: -9) == ["gate"])
    var corrected = room
    let pulse = Command.record(Vitals(heartRate: 80))
    try corrected.type(.correct(.name("a3"), with: pulse, at: nil), at: -16)
    #expect(open(corrected, at: -15).isEmpty)
    let worse = Command.record(Vitals(bloodPressure: BloodPressure(systolic: 190, diastolic: 110)))
    try corrected.type(.correct(.name("a3"), with: worse, at: nil), at: -14)
    #expect(open(corrected, at: -13) == ["gate"])
  }

  @Test func `a plan that said why does not cover a high reading after it`() throws {
    var room = room
    let plan = DosePlan(dose: .milligrams(20), reason: "seen on the ward")
    try room.type(.plan(plan), at: -10)
    #expect(room.moment(-9).isExplained(room.moment(-9).gate))
    try room.type(.record(.set(175, 108)), at: -8)
    #expect(!room.moment(-7).isExplained(room.moment(-7).gate))
    var held = room
    try held.type(.give(.milligrams(20)), at: 0)
    #expect(held.moment(1).notices.contains { $0.rule == Notice.checks })
    try room.type(.plan(plan), at: -6)
    try room.type(.give(.milligrams(20)), at: 0)
    #expect(!room.moment(1).notices.contains { $0.rule == Notice.checks })
  }

  @Test func `a plan and a dose know nothing of what comes after them at the same time`() throws {
    var room = room
    for mark in ["identity", "consent"] {
      try room.type(self.mark(mark, "version 3, signed 2 Nov"), at: -15)
    }
    room.record(.set(120, 80, isBaseline: true), at: -5, written: 30)
    let plan = DosePlan(dose: .milligrams(15), reason: "Dr L agrees")
    let planned = try room.type(.plan(plan), at: 30, happened: 0, asks: false)[0]
    try room.type(.give(.milligrams(15)), at: 30, happened: 0, asks: false)
    room.record(.set(175, 108), at: 0, written: 30)
    let moment = room.moment(31)
    #expect(moment.words(for: planned).line.hasSuffix("15 mg, because Dr L agrees"))
    #expect(!moment.notices.contains { $0.rule == Notice.checks })
    #expect(moment.gatePressure == "BP 120/80")
  }

  @Test func `a plan says that items were open only where some were`() throws {
    var room = Room(.careful(), opened: -30)
    let plan = Command.plan(DosePlan(dose: .milligrams(15), reason: "as last time"))
    let early = try room.type(plan, at: -20)[0]
    for mark in ["identity", "consent"] {
      try room.type(self.mark(mark, "version 3, signed 2 Nov"), at: -15)
    }
    room.record(.set(124, 78, isBaseline: true), at: -12)
    #expect(room.moment(-11).gate.isEmpty)
    let late = try room.type(plan, at: -10)[0]
    #expect(
      room.moment(-9).words(for: early).line
        .hasSuffix("although identity, consent, baseline open, because as last time")
    )
    #expect(room.moment(-9).words(for: late).line.hasSuffix("15 mg, because as last time"))
  }
}
