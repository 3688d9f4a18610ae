import KapTestSupport
import KapTimeline
import Testing

/// A pump without a total raises its notice at the moment at which a limit was reached.
struct PumpedNoticeTests {
  private static let rules = ClinicProtocol.sample { $0.careRules = CareRules() }

  private func start(_ rate: Double) -> Command {
    .changeInfusion(InfusionChange(.start, rate: DoseRate(milligramsPerHour: rate)))
  }

  private func pumped(_ room: Room, at minute: Double) -> Notice? {
    room.moment(minute).notices.first { $0.rule == Notice.dose }
  }

  @Test func `a weight that is said while it runs is taken up`() throws {
    var room = Room(Self.rules, opened: -20)
    try room.type(start(60), at: 0, isInsisted: true)
    #expect(pumped(room, at: 90) == nil)
    try room.type(.setFrame(.weight(50)), at: 30)
    #expect(pumped(room, at: 49.9) == nil)
    #expect(pumped(room, at: 90)?.since == Room.at(50))
    #expect(pumped(room, at: 90)?.subject == "pump reached 50 mg, 1 mg/kg")
  }

  @Test func `another weight holds from when it was said, and for what still runs in`() throws {
    var room = Room(Self.rules, opened: -20)
    try room.type(.setFrame(.weight(70)), at: -10)
    try room.type(start(60), at: 0)
    var stopped = room
    try room.type(.setFrame(.weight(36)), at: 40, isInsisted: true)
    #expect(pumped(room, at: 39.9) == nil)
    #expect(pumped(room, at: 60)?.since == Room.at(40))
    #expect(pumped(room, at: 60)?.subject == "pump at 40 mg, beyond 1 mg/kg of 36 kg")
    // What was given by another weight before is not rewritten.
    try stopped.type(.changeInfusion(InfusionChange(.stop)), at: 39)
    try stopped.type(.setFrame(.weight(36)), at: 40, isInsisted: true)
    #expect(pumped(stopped, at: 60) == nil)
  }

  @Test(arguments: 0..<60)
  func `it is the first millisecond at which what is in crosses the limit`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    var room = Room(Self.rules, opened: -20)
    room.record(.frame(.weight(50)), at: -10)
    room.record(.infusion(InfusionChange(.start, rate: DoseRate(milligramsPerHour: 20))), at: 0)
    for _ in 0..<6 {
      let minute = Double(Int.random(in: 1...90_000, using: &generator)) / 1000
      let rate = DoseRate(milligramsPerHour: Double(Int.random(in: 1...90, using: &generator)))
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: room.record(.dose(Double(Int.random(in: 1...9, using: &generator))), at: minute)
      case 1: room.record(.infusion(InfusionChange(.pause)), at: minute)
      case 2: room.record(.infusion(InfusionChange(.resume)), at: minute)
      default: room.record(.infusion(InfusionChange(.rate, rate: rate)), at: minute)
      }
    }
    let notice = room.moment(400).notices.first { $0.subject != nil && $0.rule == Notice.dose }
    func total(at instant: Instant) -> Double {
      Moment(room.session, at: instant).totalGiven.milligrams / 50
    }
    guard let notice else {
      #expect(total(at: Room.at(400)) < 1)
      return
    }
    #expect(total(at: notice.since) >= 1)
    #expect(total(at: notice.since - Span(milliseconds: 1)) < 1)
  }
}
