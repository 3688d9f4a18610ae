import KapSettings
import KapTestSupport
import KapTimeline
import Testing

/// What a tick settles under the program's own protocols, and what it does not.
struct TicksAtWorkTests {
  private static func check(
    _ item: String,
    _ answer: ChecklistMark.Answer = .done,
    _ words: String? = nil
  ) -> Command {
    .check([ChecklistMark(item: item, answer: answer, words: words)])
  }

  private static func effect(_ term: String, _ severity: AdverseEffect.Severity?) -> Command {
    .report(AdverseEffect(term: term, severity: severity))
  }

  private func dosed() throws -> Sitting {
    var sitting = try Sitting("im")
    let dose = Dose(
      medicine: .ketamine,
      route: .intramuscular,
      amount: Mass(milligrams: 20) ?? .zero
    )
    try sitting.type(.give(dose), at: 10, isInsisted: true)
    return sitting
  }

  private func state(of item: String, _ sitting: Sitting, at minute: Double) -> ChecklistState? {
    let moment = sitting.moment(minute)
    return (moment.checklist(for: .beforeDose) + moment.checklist(for: .leaving))
      .first { $0.item.key == item }
  }

  @Test func `words that hold no date settle nothing before somebody confirms them`() throws {
    var sitting = try Sitting("im")
    let unsigned = Self.check("consent", .done, "not signed")
    #expect(sitting.refusal(of: unsigned, at: 5) != nil)
    try sitting.type(unsigned, at: 5, asks: false)
    #expect(state(of: "consent", sitting, at: 6)?.state == .open)
    #expect(sitting.moment(6).gate.contains { $0.item.key == "consent" })
    let words = try #require(state(of: "consent", sitting, at: 6)?.words)
    #expect(words.hasPrefix("not confirmed: "), "\(words)")
    let entry = try #require(sitting.session.entries.indices.last)
    try sitting.type(.confirm(.name(sitting.session.name(of: entry))), at: 7)
    #expect(state(of: "consent", sitting, at: 8)?.state == .done)
  }

  @Test func `a tick against the record, from a pipe, leaves the item open`() throws {
    var sitting = try dosed()
    try sitting.type(.score([Score(scale: "moaas", value: 3)]), at: 100)
    try sitting.type(Self.check("awake"), at: 130, asks: false)
    #expect(sitting.moment(131).readiness.missing.contains("MOAA/S 5"))
    try sitting.type(.score([Score(scale: "moaas", value: 5)]), at: 140)
    try sitting.type(Self.check("awake"), at: 141, asks: false)
    #expect(!sitting.moment(142).readiness.missing.contains("MOAA/S 5"))
  }

  @Test(arguments: [
    ("nausea", AdverseEffect.Severity.severe, true), ("nausea", .moderate, true),
    ("nausea", .mild, false), ("nausea", nil, true), ("vomiting", .severe, true),
    ("dizziness", .severe, false),
  ])
  func `no nausea is asked about while the record has it`(
    term: String,
    severity: AdverseEffect.Severity?,
    isAsked: Bool
  ) throws {
    var sitting = try dosed()
    try sitting.type(Self.effect(term, severity), at: 60)
    #expect((sitting.refusal(of: Self.check("nausea"), at: 130) != nil) == isAsked)
    try sitting.type(.report(AdverseEffect(term: term, hasEnded: true)), at: 131)
    #expect(sitting.refusal(of: Self.check("nausea"), at: 132) == nil)
  }

  @Test func `not done of an earlier time is of what was due then`() throws {
    var sitting = try dosed()
    for minute in [0.0, 15, 30, 45, 60, 75] {
      let set = Vitals(
        bloodPressure: BloodPressure(systolic: 121 + minute / 15, diastolic: 80),
        heartRate: 70,
        oxygenSaturation: 98
      )
      try sitting.type(.record(set), at: 10 + minute, isInsisted: true)
    }
    let asleep = Command.skip(.word("vitals"), because: "asleep")
    try sitting.type(asleep, at: 122, happened: 100, asks: false)
    let index = try #require(sitting.session.entries.indices.last)
    let line = sitting.moment(123).words(for: index).line
    #expect(line.contains("not done: vitals +90"), "\(line)")
    let moment = sitting.moment(123)
    #expect(!moment.due(given: moment.notices).missing.contains { $0.key.hasSuffix(":90") })
  }

  @Test func `a contraindication that was found is told in its words`() throws {
    var sitting = try Sitting("im")
    try sitting.type(Self.check("vessels", .no, "aortic aneurysm 5 cm"), at: 2)
    let told = sitting.moment(3).handOverPage(offset: .utc).joined(separator: "\n")
    #expect(told.contains("aortic aneurysm 5 cm"), "\(told)")
    let plan = DosePlan(
      dose: Dose(
        medicine: .ketamine,
        route: .intramuscular,
        amount: Mass(milligrams: 20) ?? .zero
      ),
      reason: "Dr L agrees"
    )
    var unplanned = sitting
    try unplanned.type(.give(plan.dose), at: 10, isInsisted: true)
    let notice = try #require(unplanned.moment(11).notices.first { $0.rule == Notice.checks })
    #expect(notice.subject?.contains("not so: vessels (aortic aneurysm 5 cm)") ?? false)
    try sitting.type(.plan(plan), at: 5, isInsisted: true)
    try sitting.type(.give(plan.dose), at: 10, isInsisted: true)
    let later = sitting.moment(11)
    let words = later.checkWords(later.due(given: later.notices))
    #expect(words.contains { $0.contains("not so: ") && $0.contains("(aortic aneurysm 5 cm)") })
    #expect(words.contains("planned all the same: Dr L agrees"), "\(words)")
    #expect(!words.contains { $0.contains("never answered") && $0.contains("vessels") })
  }
}
