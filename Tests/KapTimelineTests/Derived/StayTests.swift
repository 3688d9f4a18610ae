import KapTestSupport
import KapTimeline
import Testing

/// How long the person stays at least: from T0, or from the end of the last dose.
struct StayTests {
  private static func room(_ after: Double? = 60) -> Room {
    Room(
      .careful { rules in
        rules.stay.afterLastDose = after.map { .init(minutes: $0, source: "test") }
      },
      opened: -20
    )
  }

  private static func pump(_ action: InfusionChange.Action, _ rate: Double? = nil) -> Event {
    .infusion(InfusionChange(action, rate: rate.map { DoseRate(milligramsPerHour: $0) }))
  }

  private static let reached = Command.check([ChecklistMark(item: "stay", answer: .done)])

  @Test func `a usual infusion moves nothing`() {
    var room = Self.room()
    room.record(.dose(35, over: 40), at: 0)
    for minute in [0.0, 1, 20, 41, 99] {
      #expect(room.moment(minute).stayUntil == Room.at(100))
      #expect(!room.moment(minute).isStayOpen)
    }
  }

  @Test func `a longer infusion ends it later, planned while it runs, and a stop earlier`() {
    var room = Self.room()
    room.record(.dose(35, over: 60), at: 0)
    #expect(room.moment(1).stayUntil == Room.at(120))
    #expect(room.moment(70).stayUntil == Room.at(120))
    room.record(Self.pump(.stop), at: 50)
    #expect(room.moment(49).stayUntil == Room.at(120))
    #expect(room.moment(50).stayUntil == Room.at(110))
  }

  @Test(arguments: [nil, 60.0])
  func `a later dose at once moves it where the rules say so`(after: Double?) {
    var room = Self.room(after)
    room.record(.dose(15), at: 0)
    room.record(.dose(10), at: 70)
    #expect(room.moment(69).stayUntil == Room.at(100))
    #expect(room.moment(70).stayUntil == Room.at(after == nil ? 100 : 130))
    #expect(room.moment(115).readiness.isStayReached == (after == nil))
    #expect(
      room.refusal(of: Self.reached, at: 129)
        == (after.map { _ in
          .stayNotReached(until: Room.at(130))
        })
    )
    #expect(room.refusal(of: Self.reached, at: 130) == nil)
  }

  @Test(arguments: [false, true])
  func `a dose after the tick opens it again, when it was written then or later`(
    isLate: Bool
  )
    throws
  {
    var room = Self.room()
    room.record(.dose(15), at: 0)
    room.record(.phase(PhaseDeclaration(.recovery)), at: 80)
    try room.type(Self.reached, at: 101)
    #expect(!room.moment(102).readiness.missing.contains("stay"))
    room.record(.dose(10), at: isLate ? 90 : 103, written: 103)
    let until = isLate ? 150.0 : 163
    #expect(room.moment(104).stayUntil == Room.at(until))
    #expect(room.moment(104).readiness.missing.contains("stay"))
    #expect(room.moment(until).readiness.missing.first != "stay")
    let due = room.moment(104).due(given: []).open.first { $0.key == "leaving" }
    #expect(due?.at == Room.at(until))
  }

  @Test func `a pump without a total holds it open until it stops`() {
    var room = Self.room()
    room.record(Self.pump(.start, 30), at: 0)
    #expect(room.moment(10).stayUntil == Room.at(100))
    #expect(room.moment(10).isStayOpen)
    #expect(room.moment(55.5).stayUntil == Room.at(115))
    room.record(Self.pump(.stop), at: 58)
    #expect(room.moment(59).stayUntil == Room.at(118))
    #expect(!room.moment(59).isStayOpen)
  }

  @Test func `a paused pump goes on with what is left, at the soonest`() {
    var room = Self.room()
    room.record(.dose(40, over: 40), at: 0)
    room.record(Self.pump(.pause), at: 20)
    #expect(room.moment(35).stayUntil == Room.at(115))
    #expect(room.moment(35).isStayOpen)
    room.record(Self.pump(.resume), at: 36)
    #expect(room.moment(37).stayUntil == Room.at(116))
  }

  @Test func `after the end of the session it stays as it was`() {
    var room = Self.room()
    room.record(Self.pump(.start, 30), at: 0)
    room.record(.ended, at: 80)
    #expect(room.moment(500).stayUntil == Room.at(140))
  }
}
