import KapTimeline
import Testing

struct ReadinessTests {
  private var room: Room {
    var room = Room(.careful(), opened: -20)
    room.record(.dose(15), at: 0)
    return room
  }

  private func tick(
    _ room: inout Room,
    _ item: String,
    at minute: Double,
    _ answer: ChecklistMark.Answer = .done,
    _ words: String? = nil
  ) throws {
    try room.type(.check([ChecklistMark(item: item, answer: answer, words: words)]), at: minute)
  }

  @Test func `what is missing is said until a person has ticked it`() throws {
    var room = room
    #expect(room.moment(50).readiness.missing == ["stay", "gait", "home", "aftercare"])
    #expect(room.moment(50).readiness.stayUntil == Room.at(100))
    #expect(!room.moment(99).readiness.isStayReached)
    #expect(room.moment(100).readiness.missing == ["gait", "home", "aftercare"])
    try tick(&room, "gait", at: 101)
    try room.type(.setFrame(.escort("sister")), at: 102)
    try tick(&room, "aftercare", at: 103)
    try tick(&room, "rems", at: 104, .done, "85")
    let ready = room.moment(104).readiness
    #expect(ready.missing.isEmpty)
    #expect(ready.readyMinute == 85)
    #expect(ready.escort == "sister")
    #expect(ready.isAftercareGiven)
    #expect(ready.aftercare == ["no driving until tomorrow"])
    #expect(ready.settled == 5)
    #expect(!room.moment(102).readiness.isAftercareGiven)
  }

  @Test func `the minimum stay is ticked by the clock or said not to be kept`() throws {
    let mark = ChecklistMark(item: "stay", answer: .done)
    #expect(room.refusal(of: .check([mark]), at: 20) == .stayNotReached(until: Room.at(100)))
    let short = ChecklistMark(item: "stay", answer: .no, words: "left against advice")
    #expect(room.refusal(of: .check([short]), at: 20) == nil)
  }

  @Test func `minutes that count from the dose want a dose`() {
    var room = Room(.careful(), opened: -20)
    let mark = ChecklistMark(item: "rems", answer: .done, words: "9999")
    guard case .minutesWithoutDose = room.refusal(of: .check([mark]), at: -10) else {
      Issue.record("kept before any dose")
      return
    }
    room.record(.dose(15), at: 0)
    let refusal = room.refusal(of: .check([mark]), at: 20)
    #expect(refusal == .minutesToCome(9999, minute: 20))
    #expect(
      refusal?.message(offset: .utc) == "9999 minutes have not passed yet: it is minute 20."
    )
  }

  @Test func `nobody is discharged with an open item unless for a reason`() throws {
    var room = room
    try room.type(.setFrame(.escort("sister")), at: 90)
    try tick(&room, "aftercare", at: 91)
    #expect(
      room.refusal(of: .declare(.discharged), at: 95)
        == .dischargedWhileOpen(["stay", "gait", "baseline vitals", "vitals +40"])
    )
    // Readings that the protocol requires are among them, until they are in or have a reason.
    room.record(.set(124, 78), at: -3)
    room.record(.set(130, 80), at: 40)
    #expect(
      room.refusal(of: .declare(.discharged), at: 95) == .dischargedWhileOpen(["stay", "gait"])
    )
    #expect(room.refusal(of: .declare(.discharged, because: "transferred"), at: 95) == nil)
    // A no with its words is an answer.
    try tick(&room, "gait", at: 96, .no, "wheelchair, as before")
    #expect(room.refusal(of: .declare(.discharged), at: 101) == nil)
    // What runs cannot be reasoned away.
    try room.type(.report(AdverseEffect(term: "nausea", severity: .mild)), at: 101)
    #expect(
      room.refusal(of: .declare(.discharged, because: "transferred"), at: 102)
        == .dischargedWhileOpen(["nausea not ended"])
    )
    var other = self.room
    // An end with the list open is asked about; from a pipe what happened is kept.
    #expect(
      other.refusal(of: .end, at: 20)
        == .leftOpen(
          LeftOpen(items: ["stay", "gait", "home", "aftercare"], readings: ["baseline vitals"])
        )
    )
    #expect(other.refusal(of: .end, at: 20, asks: false) == nil)
    var ended = other
    try ended.type(.end, at: 20, asks: false)
    #expect(
      ended.moment(900).leftOpen == ["stay", "gait", "home", "aftercare", "baseline vitals"]
    )
    try other.type(.declare(.discharged, because: "transferred"), at: 20)
    // Why they left explains the list; why nobody measured wants its own words.
    #expect(other.refusal(of: .end, at: 21) == .leftOpen(LeftOpen(readings: ["baseline vitals"])))
    try other.type(.skip(.word("baseline vitals"), because: "arrived late"), at: 21)
    try other.type(.end, at: 21)
    #expect(other.moment(900).leftOpen.isEmpty)
    other = self.room
    try other.type(.void(.name("a2"), because: "not given"), at: 21)
    #expect(other.moment(22).readiness.stayUntil == nil)
  }

  @Test func `an urgent notice that nobody answered holds up an end`() throws {
    var room = room
    room.record(.set(124, 78), at: -3)
    let high = room.record(.set(215, 78), at: 40)
    room.record(.set(128, 78), at: 45)
    try room.type(.declare(.discharged, because: "transferred"), at: 102)
    let open = LeftOpen(notices: ["BP 215/78 not acknowledged"])
    #expect(room.refusal(of: .end, at: 103) == .leftOpen(open))
    #expect(Refusal.leftOpen(open).remedy == "Type ack: and what was done.")
    var piped = room
    try piped.type(.end, at: 103, asks: false)
    #expect(piped.moment(900).leftOpen == ["BP 215/78 not acknowledged"])
    try room.type(.acknowledge(.identity(room.id(high)), words: "repeated by hand"), at: 103)
    #expect(room.refusal(of: .end, at: 104) == nil)
  }

  @Test func `nothing more is planned for who was discharged`() throws {
    var room = room
    func later(_ room: Room) -> [DueItem] {
      room.moment(60).due(given: []).open.filter { item in
        if case .vitals(let minute) = item.kind { minute > 20 } else { false }
      }
    }
    #expect(!later(room).isEmpty)
    try room.type(.declare(.discharged, because: "transferred"), at: 20)
    #expect(later(room).isEmpty)
    try room.type(.declare(.recovery, because: "came back"), at: 30)
    #expect(!later(room).isEmpty)
  }

  @Test func `required readings that were missed hold up an end as they do the discharge`() throws {
    var room = room
    try room.type(.setFrame(.escort("sister")), at: 90)
    for item in ["aftercare", "stay", "gait"] { try tick(&room, item, at: 101) }
    let missed = ["baseline vitals", "vitals +40"]
    #expect(room.refusal(of: .declare(.discharged), at: 102) == .dischargedWhileOpen(missed))
    #expect(room.refusal(of: .end, at: 102) == .leftOpen(LeftOpen(readings: missed)))
    room.record(.set(124, 78), at: -3)
    room.record(.set(130, 80), at: 40)
    #expect(room.refusal(of: .end, at: 102) == nil)
  }

  @Test func `ready before the last dose is asked about once`() throws {
    var room = room
    room.record(.dose(15), at: 5)
    let marks = { (minutes: String) in
      Command.check([ChecklistMark(item: "rems", answer: .done, words: minutes)])
    }
    for minutes in ["0", "5"] {
      let asked = Doubt.readyBeforeDose(minute: Double(minutes) ?? -1, dose: 5)
      #expect(room.refusal(of: marks(minutes), at: 110) == .unusual([asked]))
    }
    #expect(room.refusal(of: marks("6"), at: 110) == nil)
    var other = room
    let index = try room.type(marks("0"), at: 110, asks: false)[0]
    #expect(room.moment(111).unconfirmed(index) == [.readyBeforeDose(minute: 0, dose: 5)])
    #expect(
      room.moment(111).due(given: room.moment(111).notices).open.contains {
        if case .confirm = $0.kind { true } else { false }
      }
    )
    let sure = try other.type(marks("0"), at: 110, isInsisted: true)[0]
    #expect(other.moment(111).unconfirmed(sure).isEmpty)
  }

  @Test func `rules without a list hold nobody back`() throws {
    var room = Room(opened: -5)
    room.record(.dose(15), at: 0)
    #expect(room.moment(10).readiness.missing.isEmpty)
    #expect(room.refusal(of: .declare(.discharged), at: 10) == nil)
  }

  @Test func `ready before the pump was started is asked about too`() {
    var room = Room(.careful(), opened: -20)
    room.record(.infusion(InfusionChange(.start, rate: DoseRate(milligramsPerHour: 50))), at: 0)
    let mark = Command.check([ChecklistMark(item: "rems", answer: .done, words: "0")])
    #expect(
      room.refusal(of: mark, at: 110) == .unusual([.readyBeforeDose(minute: 0, dose: 0)])
    )
  }
}
