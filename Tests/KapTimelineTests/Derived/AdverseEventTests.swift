import KapTimeline
import Testing

struct AdverseEventTests {
  @Test func `an event gathers what is said of it from its start to its end`() throws {
    var room = Room(.careful(), opened: -20)
    let first = try room.type(
      .report(AdverseEffect(term: "nausea", severity: .moderate)),
      at: 5
    )[0]
    let worse = try room.type(.report(AdverseEffect(term: "nausea", severity: .severe)), at: 8)[0]
    let said = try room.type(
      .report(AdverseEffect(term: "nausea", isSerious: false, relatedness: "probable")),
      at: 9
    )[0]
    let milder = try room.type(.report(AdverseEffect(term: "nausea", severity: .mild)), at: 12)[0]
    let end = try room.type(
      .report(AdverseEffect(term: "nausea", hasEnded: true, outcome: "recovered")),
      at: 20
    )[0]
    let event = try #require(room.moment(30).adverseEvents.first)
    #expect((event.startedAt, event.endedAt) == (Room.at(5), Room.at(20)))
    #expect(event.severity == .severe)
    #expect(event.isSerious == false)
    #expect((event.relatedness, event.action, event.outcome) == ("probable", nil, "recovered"))
    #expect(event.entries == [first, worse, said, milder, end])
    #expect(room.moment(15).adverseEvents[0].endedAt == nil)
    // It comes back: that is another one.
    try room.type(.report(AdverseEffect(term: "nausea")), at: 40)
    #expect(room.moment(41).adverseEvents.map(\.severity) == [.severe, nil])
    #expect(room.moment(41).effects.map(\.since) == [Room.at(40)])
  }

  @Test func `an end that is said of an earlier time too ends nothing else`() throws {
    var room = Room(.careful(), opened: -20)
    try room.type(.report(AdverseEffect(term: "nausea", severity: .moderate)), at: 5)
    let over = Command.report(AdverseEffect(term: "nausea", hasEnded: true))
    try room.type(over, at: 50)
    try room.type(over, at: 60, happened: 20)
    let events = room.moment(61).adverseEvents
    #expect(events.map(\.severity) == [.moderate])
    #expect(events.map(\.endedAt) == [Room.at(20)])
  }

  @Test func `saying the same again is refused, saying more is not`() throws {
    var room = Room(.careful(), opened: -20)
    let mild = AdverseEffect(term: "nausea", severity: .mild)
    try room.type(.report(mild), at: 5)
    let open = Refusal.effectOpen("nausea", since: Room.at(5))
    #expect(room.refusal(of: .report(mild), at: 6) == open)
    #expect(room.refusal(of: .report(AdverseEffect(term: "nausea")), at: 6) == open)
    try room.type(.report(AdverseEffect(term: "nausea", action: "none")), at: 6)
    let again = AdverseEffect(term: "nausea", action: "none")
    #expect(room.refusal(of: .report(again), at: 7) == open)
    #expect(room.moment(7).effects.map(\.effect.severity) == [.mild])
  }

  @Test func `what is said after the end belongs to the event that ended`() throws {
    var room = Room(.careful(), opened: -20)
    try room.type(.report(AdverseEffect(term: "headache", severity: .mild)), at: 5)
    try room.type(.report(AdverseEffect(term: "headache", hasEnded: true)), at: 9)
    try room.type(.report(AdverseEffect(term: "headache", outcome: "recovered")), at: 12)
    let events = room.moment(13).adverseEvents
    #expect(events.count == 1)
    #expect((events[0].severity, events[0].outcome) == (.mild, "recovered"))
    #expect(events[0].endedAt == Room.at(9))
    #expect(room.moment(13).effects.isEmpty)
    #expect(room.refusal(of: .end, at: 14) == nil)
    // One that says how bad it is has come back.
    let back = AdverseEffect(term: "headache", severity: .mild, outcome: "continuing")
    try room.type(.report(back), at: 20)
    #expect(room.moment(21).adverseEvents.count == 2)
    #expect(room.moment(21).effects.count == 1)
  }

  @Test func `who leaves with an effect that goes on says so, and the session ends`() throws {
    var room = Room(.careful(), opened: -20)
    try room.type(.report(AdverseEffect(term: "headache", severity: .mild)), at: 5)
    #expect(room.refusal(of: .end, at: 9) == .stillOpen(["headache not ended"]))
    try room.type(.report(AdverseEffect(term: "headache", outcome: "continuing")), at: 9)
    #expect(room.refusal(of: .end, at: 10) == nil)
    #expect(room.moment(10).adverseEvents.map(\.endedAt) == [nil])
  }

  @Test func `two events at once are two`() throws {
    var room = Room(.careful(), opened: -20)
    try room.type(.report(AdverseEffect(term: "nausea")), at: 5)
    try room.type(.report(AdverseEffect(term: "headache")), at: 6)
    try room.type(.report(AdverseEffect(term: "nausea", hasEnded: true)), at: 7)
    let events = room.moment(8).adverseEvents
    #expect(events.map(\.term) == ["nausea", "headache"])
    #expect(events.map { $0.endedAt == nil } == [false, true])
  }

  @Test func `recovered without an end is asked about, and is in doubt until there is one`() throws
  {
    func room() -> Room {
      Room(.careful { $0.careRules?.adverseEvents?.overOutcomes = ["recovered"] }, opened: -20)
    }
    let recovered = Command.report(AdverseEffect(term: "nausea", outcome: "recovered"))
    let doubt = Doubt.endNotSaid(outcome: "recovered")
    #expect(doubt.question == "Recovered, but its end is not recorded.")
    var lasting = room()
    try lasting.type(.report(AdverseEffect(term: "nausea", severity: .mild)), at: 5)
    #expect(lasting.refusal(of: recovered, at: 20) == .unusual([doubt]))
    let kept = try lasting.type(recovered, at: 20, asks: false)[0]
    #expect(lasting.moment(21).unconfirmed(kept) == [doubt])
    try lasting.type(.report(AdverseEffect(term: "nausea", hasEnded: true)), at: 22)
    #expect(lasting.moment(23).unconfirmed(kept) == [])

    var over = room()
    try over.type(.report(AdverseEffect(term: "nausea", severity: .mild)), at: 5)
    #expect(
      over.refusal(
        of: .report(AdverseEffect(term: "nausea", hasEnded: true, outcome: "recovered")),
        at: 20
      ) == nil
    )
    try over.type(.report(AdverseEffect(term: "nausea", hasEnded: true)), at: 20)
    #expect(over.refusal(of: recovered, at: 21) == nil)
    let continuing = AdverseEffect(term: "vertigo", severity: .mild, outcome: "continuing")
    #expect(over.refusal(of: .report(continuing), at: 22) == nil)
    #expect(Room(.careful(), opened: -20).refusal(of: recovered, at: 20) == nil)
  }
}
