import KapTestSupport
import KapTimeline
import Testing

struct IntakeTests {
  private func intakes(_ room: Room, at minute: Double, until end: Double) -> [String] {
    room.moment(minute).intakes(until: Room.at(end)).map { intake in
      let from = plain((intake.from - Room.at(0)).inMinutes)
      let to = plain((intake.to - Room.at(0)).inMinutes)
      return "\(intake.amount.milligrams) from \(from) to \(to)"
    }
  }

  @Test func `a pump gives stretches of one rate, and goes on as it runs`() {
    var room = Room()
    room.record(.dose(15), at: 1)
    room.record(.dose(40, over: 40), at: 2)
    room.record(.infusion(InfusionChange(.rate, rate: DoseRate(milligramsPerHour: 120))), at: 12)
    room.record(.infusion(InfusionChange(.pause)), at: 17)
    room.record(.infusion(InfusionChange(.resume)), at: 20)

    let first = ["15.0 from 1 to 1", "10.0 from 2 to 12", "10.0 from 12 to 17"]
    #expect(intakes(room, at: 18, until: 90) == first)
    #expect(intakes(room, at: 20, until: 90) == first + ["20.0 from 20 to 30"])
    #expect(intakes(room, at: 20, until: 25) == first + ["10.0 from 20 to 25"])
    #expect(
      intakes(room, at: 22, until: 90) == first + ["4.0 from 20 to 22", "16.0 from 22 to 30"]
    )
    #expect(intakes(room, at: 60, until: 90) == first + ["20.0 from 20 to 30"])
    #expect(intakes(room, at: 1, until: 90) == ["15.0 from 1 to 1"])
  }

  @Test func `a pump without a total goes on to the end`() {
    var room = Room()
    room.record(.infusion(InfusionChange(.start, rate: DoseRate(milligramsPerHour: 60))), at: 0)

    #expect(intakes(room, at: 5, until: 15) == ["5.0 from 0 to 5", "10.0 from 5 to 15"])
    #expect(intakes(room, at: 5, until: 5) == ["5.0 from 0 to 5"])
  }

  @Test func `what got in by a moment adds up to the total, whatever the hands did`() {
    var generator = SeededGenerator(seed: 9)
    for _ in 0..<60 {
      var room = Room()
      for _ in 0..<Int.random(in: 1...12, using: &generator) {
        let minute = Double(Int.random(in: 0...90, using: &generator))
        let rate = DoseRate(milligramsPerHour: Double(Int.random(in: 1...90, using: &generator)))
        let event: Event =
          switch Int.random(in: 0...6, using: &generator) {
          case 0: .dose(Double(Int.random(in: 1...40, using: &generator)))
          case 1: .dose(Double(Int.random(in: 1...40, using: &generator)), over: 30)
          case 2: .infusion(InfusionChange(.start, rate: rate))
          case 3: .infusion(InfusionChange(.rate, rate: rate))
          case 4: .infusion(InfusionChange(.pause))
          case 5: .infusion(InfusionChange(.resume))
          default: .infusion(InfusionChange(.stop))
          }
        room.record(event, at: minute, written: 91)
      }
      for minute in [10.0, 45, 95] {
        let moment = room.moment(minute)
        let intakes = moment.intakes(until: moment.now)
        #expect(intakes.map(\.amount).reduce(.zero, +) == moment.totalGiven)
        #expect(intakes.allSatisfy { $0.from <= $0.to && $0.to <= moment.now })
      }
    }
  }
}
