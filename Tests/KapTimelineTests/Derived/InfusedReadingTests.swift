import KapTestSupport
import KapTimeline
import Testing

/// An infusion that lasts longer than the readings were planned for is read to its end.
struct InfusedReadingTests {
  private static func room(hasRule: Bool = true) -> Room {
    Room(
      .sample { rules in
        rules.vitals.readings = [-15, 0, 10, 20, 30, 40, 55, 70, 85, 100].map {
          .init(minute: $0, isRequired: [-15, 40, 100].contains($0))
        }
        rules.vitals.whileInfused = hasRule ? .init(from: 40, every: 10, source: "test") : nil
      },
      opened: -20
    )
  }

  private static func pump(_ action: InfusionChange.Action, _ rate: Double? = nil) -> Event {
    .infusion(InfusionChange(action, rate: rate.map { DoseRate(milligramsPerHour: $0) }))
  }

  /// The planned minutes after the dose that are open, in order.
  private func minutes(_ room: Room, at minute: Double) -> [Double] {
    room.moment(minute).due(given: []).open.compactMap { item in
      guard case .vitals(let minute) = item.kind, minute >= 0 else { return nil }
      return minute
    }.sorted()
  }

  private static let usual: [Double] = [0, 10, 20, 30, 40, 55, 70, 85, 100]

  @Test(arguments: [20.0, 40, 49])
  func `one that is over before the next reading would be due changes nothing`(length: Double) {
    var (room, old) = (Self.room(), Self.room(hasRule: false))
    room.record(.dose(35, over: length), at: 0)
    old.record(.dose(35, over: length), at: 0)
    for minute in [1.0, 30, 41, 80, 130] {
      #expect(minutes(room, at: minute) == minutes(old, at: minute))
    }
    #expect(minutes(room, at: 1) == Self.usual)
  }

  @Test func `one of an hour is read every ten minutes to its end`() {
    var room = Self.room()
    room.record(.dose(35, over: 60), at: 0)
    #expect(minutes(room, at: 1) == [0, 10, 20, 30, 40, 50, 60, 70, 85, 100])
    room.record(.set(124, 78), at: 50)
    #expect(minutes(room, at: 51) == [0, 10, 20, 30, 40, 60, 70, 85, 100])
    var old = Self.room(hasRule: false)
    old.record(.dose(35, over: 60), at: 0)
    #expect(minutes(old, at: 1) == Self.usual)
  }

  @Test func `a required one stays beside them, and what follows the schedule goes on`() {
    var room = Self.room()
    room.record(.dose(35, over: 120), at: 0)
    let expected: [Double] = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120]
    #expect(minutes(room, at: 1) == expected)
    #expect(minutes(room, at: 121).suffix(2) == [120, 130])
  }

  @Test func `a stop lets the rest fall away`() {
    var room = Self.room()
    room.record(.dose(35, over: 60), at: 0)
    room.record(Self.pump(.stop), at: 45)
    #expect(minutes(room, at: 44).contains(50))
    #expect(minutes(room, at: 46) == Self.usual)
  }

  @Test func `a pump without a total asks for the next one only`() {
    var room = Self.room()
    room.record(Self.pump(.start, 30), at: 0)
    #expect(minutes(room, at: 35) == Self.usual)
    #expect(minutes(room, at: 41) == [0, 10, 20, 30, 40, 50, 70, 85, 100])
    #expect(minutes(room, at: 52) == [0, 10, 20, 30, 40, 50, 60, 70, 85, 100])
  }

  @Test func `a second infusion is read while it lasts`() {
    var room = Self.room()
    room.record(.dose(20, over: 40), at: 0)
    room.record(.dose(10, over: 20), at: 72)
    #expect(minutes(room, at: 73) == [0, 10, 20, 30, 40, 55, 70, 80, 90, 100])
  }
}
