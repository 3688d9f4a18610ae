import KapTimeline
import Testing

/// What nobody said is so plans no days of readings.
struct WaitingLengthTests {
  private static func room() -> Room {
    Room(
      .sample { rules in
        rules.vitals.readings = [-15, 0, 10, 20, 30, 40].map {
          .init(minute: $0, isRequired: false)
        }
        rules.vitals.whileInfused = .init(from: 40, every: 10, source: "test")
        rules.stay = MinimumStay(
          minutes: 100,
          afterLastDose: .init(minutes: 60, source: "test"),
          isHard: false,
          source: "test"
        )
        rules.bounds += [
          Bound(quantity: "duration", askBelow: 2, askAbove: 240, source: "test"),
          Bound(quantity: "rate", askAbove: 200, source: "test"),
        ]
        rules.doseWarnings = []
      },
      opened: -20
    )
  }

  /// The planned minutes after the dose that are open, in order.
  private func minutes(_ room: Room, at minute: Double) -> [Double] {
    room.moment(minute).due(given: []).open.compactMap { item in
      guard case .vitals(let minute) = item.kind, minute >= 0 else { return nil }
      return minute
    }.sorted()
  }

  private static let absurd = Command.give(.milligrams(35, over: 4_000))

  @Test func `readings and stay go by an absurd length only once a person says so`() throws {
    var room = Self.room()
    let dose = try room.type(Self.absurd, at: 0, asks: false)[0]
    #expect(!room.moment(1).unconfirmed(dose).isEmpty)
    #expect((minutes(room, at: 1).last ?? 0) <= 115)
    #expect(room.moment(1).stayUntil == Room.at(100) && room.moment(1).isStayOpen)
    let due = room.moment(1).due(given: []).open
    #expect(!due.contains { $0.kind == .infusionEnd })
    #expect(due.contains { $0.kind == .confirm(entry: dose) })
    // It goes on running meanwhile, and is read while it does.
    #expect(room.moment(95).stayUntil == Room.at(155))
    #expect(minutes(room, at: 95).contains(50) && !minutes(room, at: 95).contains { $0 > 170 })
    try room.type(.confirm(.name(room.session.name(of: dose))), at: 96)
    #expect(room.moment(97).stayUntil == Room.at(4_060) && !room.moment(97).isStayOpen)
    #expect(minutes(room, at: 97).contains(4_000))
    #expect(room.moment(97).due(given: []).open.contains { $0.kind == .infusionEnd })
  }

  @Test func `one that a person insisted on, and one within the bound, counts at once`() throws {
    var room = Self.room()
    try room.type(Self.absurd, at: 0, isInsisted: true)
    #expect(room.moment(1).stayUntil == Room.at(4_060))
    var usual = Self.room()
    try usual.type(.give(.milligrams(35, over: 120)), at: 0, asks: false)
    #expect(usual.moment(1).stayUntil == Room.at(180))
  }

  @Test func `one that was stopped lasted as long as it did`() throws {
    var room = Self.room()
    try room.type(Self.absurd, at: 0, asks: false)
    room.record(.infusion(InfusionChange(.stop)), at: 50)
    #expect(room.moment(60).stayUntil == Room.at(110) && !room.moment(60).isStayOpen)
  }
}
