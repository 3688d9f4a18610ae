import KapTestSupport
import KapTimeline
import Testing

/// The planned readings go on until the stay is reached.
struct CoveredStayTests {
  private static let rules = ClinicProtocol.careful { rules in
    rules.vitals.readings = [-15, 0, 10, 20, 30, 40, 55, 70, 85, 100].map {
      .init(minute: $0, isRequired: [-15, 40, 100].contains($0))
    }
    rules.vitals.whileInfused = .init(from: 40, every: 10, source: "test")
    rules.stay.afterLastDose = .init(minutes: 60, source: "test")
  }

  private static func pump(_ action: InfusionChange.Action, _ rate: Double? = nil) -> Event {
    .infusion(InfusionChange(action, rate: rate.map { DoseRate(milligramsPerHour: $0) }))
  }

  /// The planned minutes beyond the schedule's own, whatever became of them.
  private func beyond(_ moment: Moment) -> [Double] {
    moment.due(given: []).open.compactMap { item in
      guard case .vitals(let minute) = item.kind, minute > 100 else { return nil }
      return minute
    }.sorted()
  }

  private static let lengths: [(length: Double, minutes: [Double])] = [
    (40, []), (54, []), (55, [115]), (60, [115]), (90, [115, 130, 145]),
  ]

  @Test(arguments: lengths)
  func `a dose of so many minutes is planned at the last interval to its stay`(
    length: Double,
    minutes: [Double]
  ) {
    var room = Room(Self.rules, opened: -20)
    room.record(.dose(35, over: length), at: 0)
    for now in [1.0, 30, 60] { #expect(beyond(room.moment(now)) == minutes) }
    #expect(room.moment(1).stayUntil == Room.at(length + 60))
  }

  @Test func `a stop takes what is beyond the stay away, and the past keeps it`() {
    var room = Room(Self.rules, opened: -20)
    room.record(.dose(35, over: 90), at: 0)
    room.record(Self.pump(.stop), at: 58)
    #expect(beyond(room.moment(57)) == [115, 130, 145])
    #expect(beyond(room.moment(59)) == [115])
  }

  @Test func `a pump without a total moves them with its stay`() {
    var room = Room(Self.rules, opened: -20)
    room.record(Self.pump(.start, 30), at: 0)
    #expect(beyond(room.moment(30)).isEmpty)
    #expect(beyond(room.moment(55)) == [115])
    #expect(beyond(room.moment(71)) == [115, 130])
  }

  @Test func `they count as planned, come due in their turn, and end with the session`() {
    var room = Room(Self.rules, opened: -20)
    room.record(.dose(35, over: 60), at: 0)
    let planned = room.moment(1).due(given: []).total
    room.record(.set(124, 78), at: 115)
    #expect(room.moment(100).due(given: []).total == planned)
    #expect(room.moment(116).due(given: []).open.allSatisfy { $0.key != "vitals+115" })
    var early = Room(Self.rules, opened: -20)
    early.record(.dose(35, over: 60), at: 0)
    early.record(.ended, at: 90)
    #expect(early.moment(91).due(given: []).total == planned)
  }

  @Test(arguments: 0..<40)
  func `live, resumed and replayed they are the same`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    var room = Room(Self.rules, opened: -20)
    room.record(.dose(35, over: Double(Int.random(in: 20...120, using: &generator))), at: 0)
    var seen: [(at: Double, minutes: [Double])] = []
    for minute in stride(from: 5.0, through: 150, by: 5) {
      switch Int.random(in: 0..<8, using: &generator) {
      case 0: room.record(.dose(5), at: minute)
      case 1: room.record(Self.pump(.pause), at: minute)
      case 2: room.record(Self.pump(.resume), at: minute)
      case 3: room.record(Self.pump(.stop), at: minute)
      default:
        // What is done is not open any more.
        if minute < 90 { room.record(.set(124, 78), at: minute) }
      }
      let live = room.moment(minute)
      seen.append((minute, beyond(live)))
      let covered = (live.stayMinute ?? 0) - (beyond(live).last ?? 100)
      #expect(covered < 15, "minute \(minute)")
    }
    let resumed = Session(replaying: room.written.shuffled(using: &generator))
    for (minute, minutes) in seen {
      #expect(beyond(Moment(resumed, at: Room.at(minute))) == minutes, "minute \(minute)")
    }
  }
}
