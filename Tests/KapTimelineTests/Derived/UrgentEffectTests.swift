import KapTimeline
import Testing

/// Symptoms that outrank the numbers.
struct UrgentEffectTests {
  private func room(_ isBefore: Bool = false) -> Room {
    let rules = ClinicProtocol.careful { rules in
      guard !isBefore else { return }
      rules.careRules?.urgentEffects = [
        UrgentEffect(
          term: "chest pain",
          aliases: ["chest tightness"],
          nextStep: "hold, call the prescriber",
          source: "test"
        ),
        UrgentEffect(term: "headache", from: .severe, source: "test"),
        UrgentEffect(term: nil, from: .lifeThreatening, source: "test"),
      ]
    }
    return Room(rules, opened: -20)
  }

  @Test(
    arguments: [
      ("chest pain", nil, "chest pain", "any chest pain"),
      ("chest tightness", .mild, "chest tightness, mild", "any chest pain"),
      ("headache", .severe, "headache, severe", "headache, severe or worse"),
      ("headache", .lifeThreatening, "headache, life-threatening", "headache, severe or worse"),
      ("nausea", .lifeThreatening, "nausea, life-threatening", "any effect, life-threatening"),
    ] as [(String, AdverseEffect.Severity?, String, String)]
  )
  func `a symptom raises an urgent notice with no reading at all`(
    term: String,
    severity: AdverseEffect.Severity?,
    subject: String,
    limit: String
  ) throws {
    var room = room()
    let entry = try room.type(
      .report(AdverseEffect(term: term, severity: severity)),
      at: 5
    )[0]
    let notices = room.moment(6).notices
    let notice = try #require(notices.first)
    #expect(notices.count == 1)
    #expect((notice.rule, notice.urgency, notice.entry) == (Notice.urgentEffect, .urgent, entry))
    #expect((notice.subject, notice.limit, notice.sources) == (subject, limit, ["test"]))
    let card = room.moment(6).noticeCard(for: notice, offset: .utc)
    #expect(
      card.lines.map(\.label).filter { $0 != "next step" }
        == ["rule", "value", "limit", "time", "source"]
    )
    #expect(card.lines[0].words == "urgent effect")
  }

  @Test(
    arguments: [("headache", .moderate), ("headache", nil), ("nausea", .severe)]
      as [(String, AdverseEffect.Severity?)]
  )
  func `what the rules do not name raises none`(
    term: String,
    severity: AdverseEffect.Severity?
  ) throws {
    var room = room()
    try room.type(.report(AdverseEffect(term: term, severity: severity)), at: 5)
    #expect(room.moment(6).notices.isEmpty)
  }

  @Test func `rules frozen before go on as before`() throws {
    var room = room(true)
    try room.type(.report(AdverseEffect(term: "chest pain", severity: .severe)), at: 5)
    #expect(room.moment(6).notices.isEmpty)
  }

  @Test func `an event asks once, from the entry that made it urgent until it is acknowledged`()
    throws
  {
    var room = room()
    try room.type(.report(AdverseEffect(term: "headache", severity: .mild)), at: 5)
    #expect(room.moment(6).notices.isEmpty)
    let worse = try room.type(.report(AdverseEffect(term: "headache", severity: .severe)), at: 8)[0]
    #expect(room.moment(8).notices.map(\.entry) == [worse])
    try room.type(.report(AdverseEffect(term: "headache", hasEnded: true)), at: 12)
    #expect(room.moment(13).notices.map(\.isOpen) == [true])
    #expect(room.moment(11).notices.map(\.clearedAt) == [nil])
    #expect(room.moment(13).notices.map(\.clearedAt) == [Room.at(12)])
    try room.type(.acknowledge(nil, words: "prescriber called"), at: 14)
    #expect(room.moment(14).notices.map(\.isOpen) == [false])
    // It comes back: that is another one.
    try room.type(.report(AdverseEffect(term: "headache", severity: .severe)), at: 20)
    #expect(room.moment(21).notices.map(\.isOpen) == [false, true])
    // Entered in error, it is gone.
    let last = room.id(room.session.entries.count - 1)
    try room.type(.void(.identity(last), because: "wrong person"), at: 22)
    #expect(room.moment(23).notices.map(\.isOpen) == [false])
  }

  @Test func `what came of an effect can be urgent, once, and also when it is over`() throws {
    var room = Room(
      .careful { rules in
        rules.careRules?.adverseEvents?.outcomes = ["recovered", "death"]
        rules.careRules?.urgentEffects = [
          UrgentEffect(term: "chest pain", source: "test"),
          UrgentEffect(term: nil, outcome: "death", source: "grade 5"),
        ]
      },
      opened: -20
    )
    try room.type(.report(AdverseEffect(term: "chest pain", severity: .severe)), at: 5)
    let died = AdverseEffect(term: "chest pain", hasEnded: true, outcome: "Death")
    let entry = try room.type(.report(died), at: 9)[0]
    let notices = room.moment(10).notices.filter { $0.rule == Notice.urgentEffect }
    #expect(notices.map(\.urgency) == [.urgent, .urgent])
    let notice = try #require(notices.last)
    #expect(
      (notice.entry, notice.subject, notice.limit) == (
        entry, "chest pain, outcome death",
        "any effect, outcome death"
      )
    )
    #expect(notice.sources == ["grade 5"] && notice.isOpen)
    #expect(notices[0].supersededBy == entry)
    let words = AdverseEffect(term: "chest pain", isSerious: true, outcome: "death")
    try room.type(.report(words), at: 11)
    #expect(room.moment(12).notices.filter { $0.rule == Notice.urgentEffect }.count == 2)
    let only = ClinicProtocol.careful { rules in
      rules.careRules?.urgentEffects = [
        UrgentEffect(term: nil, outcome: "death", source: "grade 5")
      ]
    }
    var other = Room(only, opened: -20)
    try other.type(.report(AdverseEffect(term: "nausea", severity: .severe)), at: 5)
    let over = AdverseEffect(term: "nausea", hasEnded: true, outcome: "recovered")
    try other.type(.report(over), at: 6)
    #expect(other.moment(7).notices.isEmpty)
  }
}
