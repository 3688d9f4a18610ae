import KapTimeline
import Testing

/// An effect that gets worse than it was ever said to be asks again.
struct WorseEffectTests {
  typealias Severity = AdverseEffect.Severity

  private static let rules = ClinicProtocol.careful { rules in
    rules.careRules?.urgentEffects = [
      UrgentEffect(term: "dyspnoea", source: "test"),
      UrgentEffect(term: "headache", from: .severe, source: "test"),
      UrgentEffect(term: nil, from: .lifeThreatening, source: "test"),
    ]
  }

  private func room(_ term: String, _ grades: [Severity?]) -> Room {
    var room = Room(Self.rules, opened: -20)
    for (place, grade) in grades.enumerated() {
      let effect = AdverseEffect(term: term, severity: grade)
      room.record(.effect(effect), at: Double(5 + place))
    }
    return room
  }

  private func subjects(_ room: Room, at minute: Double) -> [String] {
    room.moment(minute).notices.compactMap(\.subject)
  }

  @Test(
    arguments: [
      ("dyspnoea", [.mild, .severe], ["dyspnoea, mild", "dyspnoea, severe"]),
      (
        "dyspnoea", [.mild, .severe, .lifeThreatening],
        ["dyspnoea, mild", "dyspnoea, severe", "dyspnoea, life-threatening"]
      ),
      (
        "headache", [.severe, .lifeThreatening], ["headache, severe", "headache, life-threatening"]
      ),
      ("headache", [.moderate, .severe, .severe], ["headache, severe"]),
      ("headache", [.severe, .mild, .severe], ["headache, severe"]),
      ("headache", [.lifeThreatening, .severe], ["headache, life-threatening"]),
      ("dyspnoea", [.severe, .mild, .moderate, nil], ["dyspnoea, severe"]),
      ("dyspnoea", [nil, .mild], ["dyspnoea"]),
      ("dyspnoea", [nil, .moderate], ["dyspnoea", "dyspnoea, moderate"]),
    ] as [(String, [Severity?], [String])]
  )
  func `a worse grade asks again, the same or a milder one does not`(
    term: String,
    grades: [Severity?],
    asked: [String]
  ) throws {
    let room = room(term, grades)
    #expect(subjects(room, at: 20) == asked)
    #expect(room.moment(20).open(room.moment(20).notices).map(\.subject) == [asked.last])
    let resumed = Moment(Session(replaying: room.written), at: Room.at(20))
    #expect(resumed.notices == room.moment(20).notices)
    // Each stood when it was raised, and not before.
    for minute in [4.9, 5.5, 6.5, 7.5] {
      #expect(subjects(room, at: minute) == Array(asked.prefix(subjects(room, at: minute).count)))
    }
  }

  @Test func `what was acknowledged stays so, and the worse one waits for its own word`() throws {
    var room = room("headache", [.severe])
    try room.type(.acknowledge(nil, words: "lying down"), at: 6)
    #expect(room.moment(6).open(room.moment(6).notices).isEmpty)
    let worse = AdverseEffect(term: "headache", severity: .lifeThreatening)
    let entry = try room.type(.report(worse), at: 8)[0]
    let notices = room.moment(9).notices
    #expect(notices.map(\.isOpen) == [false, true])
    #expect(notices.map { $0.acknowledgedBy == nil } == [false, true])
    #expect(notices.last?.entry == entry)
    try room.type(.acknowledge(nil, words: "EMS called"), at: 10)
    #expect(room.moment(10).open(room.moment(10).notices).isEmpty)
  }

  @Test func `one that a worse one took up is acknowledged with it, and no other effect is`() throws
  {
    var room = Room(Self.rules, opened: -20)
    for (minute, term, grade) in [
      (5, "dyspnoea", .mild), (6, "headache", .severe), (7, "dyspnoea", .severe),
      (8, "headache", .lifeThreatening),
    ] as [(Double, String, Severity)] {
      try room.type(.report(AdverseEffect(term: term, severity: grade)), at: minute)
    }
    #expect(room.moment(9).notices.map(\.isOpen) == [false, false, true, true])
    // The newest is that of the headache.
    try room.type(.acknowledge(nil, words: "EMS called"), at: 10)
    let said = room.moment(10).notices.map { $0.acknowledgedBy != nil }
    #expect(said == [false, true, false, true])
    #expect(room.moment(10).notices.map(\.isOpen) == [false, false, true, false])
    try room.type(.acknowledge(nil, words: "oxygen on"), at: 11)
    #expect(room.moment(11).notices.allSatisfy { $0.acknowledgedBy != nil })
  }

  @Test func `a worse grade written late asks from its own time`() throws {
    var room = room("headache", [.severe])
    try room.type(.acknowledge(nil, words: "lying down"), at: 6)
    let worse = Event.effect(AdverseEffect(term: "headache", severity: .lifeThreatening))
    room.record(worse, at: 8, written: 30)
    #expect(room.moment(30).notices.map(\.isOpen) == [false, true])
    #expect(room.moment(30).notices.last?.since == Room.at(8))
    // Said to have been so before the other: that one is the milder of the two.
    room.record(worse, at: 4, written: 40)
    let notices = room.moment(40).notices
    #expect(notices.map(\.since) == [Room.at(4)])
    #expect(notices.map(\.isOpen) == [true])
  }

  @Test func `a worse grade in error leaves the first as it stood`() throws {
    var room = room("headache", [.severe, .lifeThreatening])
    room.record(.void(Withdrawal(target: room.id(2), reason: "mistyped")), at: 8)
    #expect(room.moment(9).notices.map(\.isOpen) == [true])
    #expect(subjects(room, at: 9) == ["headache, severe"])
  }

  @Test func `the end of an effect whose beginning was in error asks for nothing`() throws {
    var room = room("dyspnoea", [.mild])
    room.record(.effect(AdverseEffect(term: "dyspnoea", hasEnded: true)), at: 7)
    room.record(.void(Withdrawal(target: room.id(1), reason: "mistyped")), at: 8)
    #expect(room.moment(9).notices.isEmpty)
  }

  @Test func `a term with hyphens is the same term`() throws {
    var rules = Self.rules
    rules.careRules?.urgentEffects = [
      UrgentEffect(term: "respiratory depression", source: "test")
    ]
    var room = Room(rules, opened: -20)
    room.record(.effect(AdverseEffect(term: "Respiratory-depression")), at: 5)
    #expect(room.moment(6).notices.count == 1)
  }
}
