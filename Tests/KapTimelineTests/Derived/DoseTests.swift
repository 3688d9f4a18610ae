import KapTestSupport
import KapTimeline
import Testing

struct DoseTests {
  private func milligrams(_ room: Room, at minute: Double) -> Double {
    room.moment(minute).totalGiven.milligrams
  }

  @Test func `a dose over time runs in evenly and ends by itself with its whole amount`() {
    var room = Room()
    room.record(.dose(35, over: 40), at: 8)
    #expect(milligrams(room, at: 7) == 0)
    #expect(milligrams(room, at: 8) == 0)
    #expect(milligrams(room, at: 28) == 17.5)
    #expect(room.moment(28).infusions.first?.isRunning == true)
    #expect(room.moment(28).infusions.first?.expectedEnd == Room.at(48))
    #expect(milligrams(room, at: 48) == 35)
    #expect(room.moment(48).infusions.first?.endedAt == Room.at(48))
    #expect(room.moment(48).infusions.first?.isStopped == false)
    #expect(milligrams(room, at: 500) == 35)
  }

  @Test func `doses given at once add up, and a void takes one out again`() {
    var room = Room()
    room.record(.dose(15), at: 1)
    let second = room.record(.dose(10), at: 5)
    #expect(milligrams(room, at: 4) == 15)
    #expect(milligrams(room, at: 5) == 25)
    let void = room.record(.void(Withdrawal(target: room.id(second), reason: "x")), at: 9)
    #expect(milligrams(room, at: 6) == 15)
    room.record(.void(Withdrawal(target: room.id(void), reason: "y")), at: 9)
    #expect(milligrams(room, at: 6) == 25)
  }

  @Test func `a pump counts its rate, its pauses and its stop`() {
    var room = Room()
    room.record(.infusion(InfusionChange(.start, rate: DoseRate(milligramsPerHour: 60))), at: 0)
    room.record(.infusion(InfusionChange(.rate, rate: DoseRate(milligramsPerHour: 30))), at: 10)
    room.record(.infusion(InfusionChange(.pause)), at: 20)
    room.record(.infusion(InfusionChange(.resume)), at: 25)
    let stop = room.record(.infusion(InfusionChange(.stop)), at: 35)
    #expect(milligrams(room, at: 10) == 10)
    #expect(milligrams(room, at: 22) == 15)
    #expect(room.moment(22).infusions.first?.isPaused == true)
    #expect(room.moment(22).infusions.first?.expectedEnd == nil)
    #expect(milligrams(room, at: 60) == 20)
    #expect(room.moment(60).infusions.first?.endedAt == Room.at(35))
    room.record(.void(Withdrawal(target: room.id(stop), reason: "x")), at: 61)
    #expect(milligrams(room, at: 60) == 32.5)
    let correction = Correction(
      target: room.id(1),
      replacement: .infusion(InfusionChange(.start, rate: DoseRate(milligramsPerHour: 120)))
    )
    room.record(.correction(correction), at: 62)
    #expect(milligrams(room, at: 60) == 42.5)
  }

  @Test func `a stop written late cuts a dose short where it happened`() {
    var room = Room()
    room.record(.dose(40, over: 40), at: 0)
    room.record(.infusion(InfusionChange(.rate, rate: DoseRate(milligramsPerHour: 30))), at: 20)
    #expect(milligrams(room, at: 40) == 30)
    #expect(room.moment(30).infusions.first?.expectedEnd == Room.at(60))
    room.record(.infusion(InfusionChange(.stop)), at: 10, written: 50)
    #expect(milligrams(room, at: 60) == 10)
    #expect(room.moment(60).infusions.map(\.isRunning) == [false])
  }

  @Test func `a start while the pump runs changes its rate`() {
    var room = Room()
    room.record(.infusion(InfusionChange(.start, rate: DoseRate(milligramsPerHour: 60))), at: 10)
    room.record(
      .infusion(InfusionChange(.start, rate: DoseRate(milligramsPerHour: 120))),
      at: 0,
      written: 30
    )
    #expect(room.moment(40).infusions.count == 1)
    #expect(milligrams(room, at: 20) == 30)
  }

  @Test func `zero is the first dose or the first start, and follows every change of them`() {
    var room = Room()
    let pause = room.record(.infusion(InfusionChange(.pause)), at: 1)
    #expect(room.moment(5).zero == nil)
    #expect(room.moment(5).minute(of: Room.at(5)) == nil)
    let dose = room.record(.dose(15), at: 9)
    #expect(room.moment(8).zero == nil)
    #expect(room.moment(9).zero == Room.at(9))
    let start = room.record(
      .infusion(InfusionChange(.start, rate: DoseRate(milligramsPerHour: 60))),
      at: 8,
      written: 10
    )
    #expect(room.moment(20).zero == Room.at(8))
    room.record(.void(Withdrawal(target: room.id(start), reason: "x")), at: 11)
    #expect(room.moment(20).zero == Room.at(9))
    room.record(
      .correction(
        Correction(target: room.id(dose), replacement: .dose(15), occurredAt: Room.at(8.5))
      ),
      at: 12
    )
    #expect(room.moment(20).zero == Room.at(8.5))
    room.record(.void(Withdrawal(target: room.id(dose), reason: "x")), at: 13)
    #expect(room.moment(20).zero == nil)
    #expect(room.session.entries[pause].isVoid == false)
  }

  @Test(arguments: [
    (0.0, 0), (0.99, 0), (1, 1), (-0.01, -1), (-1, -1), (-1.01, -2), (-12, -12), (90.5, 90),
  ])
  func `minutes are counted from zero, whole, towards the past`(minute: Double, whole: Int) {
    var room = Room()
    room.record(.dose(15), at: 0)
    #expect(room.moment(100).minute(of: Room.at(minute)) == whole)
  }

  @Test(arguments: 0..<200)
  func `what went in is the integral of the rate, in any order of writing`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    var room = Room()
    var steps: [(second: Int, event: Event)] = []
    for _ in 0..<Int.random(in: 1...12, using: &generator) {
      let second = Int.random(in: 0...120, using: &generator) * 60
      let rate = DoseRate(milligramsPerHour: Double(Int.random(in: 0...12, using: &generator) * 10))
      switch Int.random(in: 0...6, using: &generator) {
      case 0: steps.append((second, .dose(Double(Int.random(in: 1...50, using: &generator)))))
      case 1, 2:
        let minutes = Int.random(in: 1...60, using: &generator)
        steps.append((second, .dose(Double(minutes) * 2, over: Double(minutes))))
      default:
        let actions = InfusionChange.Action.allCases
        let action = actions[Int.random(in: 0..<actions.count, using: &generator)]
        let change = InfusionChange(action, rate: action == .pause ? nil : rate)
        steps.append((second, .infusion(change)))
      }
    }
    for step in steps { room.record(step.event, at: Double(step.second) / 60, written: 130) }
    let order = steps.enumerated().sorted {
      ($0.element.second, $0.offset) < ($1.element.second, $1.offset)
    }
    var pump = TickingPump(order.map(\.element))
    for minute in stride(from: 0, through: 125, by: 5) {
      let given = room.moment(Double(minute)).totalGiven.milligrams
      let expected = pump.given(until: minute * 60)
      #expect(abs(given - expected) < 1e-4, "minute \(minute)")
    }
  }

  @Test(arguments: 0..<100)
  func `a dose over time that nobody touches gives exactly its amount`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    var room = Room()
    var sum = Mass.zero
    for _ in 0..<5 {
      let amount = Mass(nanograms: Int64.random(in: 1_000_000...200_000_000, using: &generator))
      let span = Span(milliseconds: Int64.random(in: 1...6_000_000, using: &generator))
      let dose = Dose(medicine: .ketamine, route: .intravenous, amount: amount, duration: span)
      room.record(.dose(dose), at: Double.random(in: 0...60, using: &generator))
      sum = sum + amount
    }
    #expect(room.moment(300).totalGiven == sum)
    for run in room.moment(300).infusions {
      let length = run.endedAt.map { $0 - run.startedAt }
      guard case .dose(let dose) = room.session.entries[run.entry].event else { continue }
      let off = (length?.milliseconds ?? 0) - (dose.duration?.milliseconds ?? 0)
      // Amounts are counted in whole nanograms, which a slow pump takes some milliseconds for.
      #expect(abs(off) <= 20)
    }
  }
}

/// A pump that counts seconds, as plainly as can be.
private struct TickingPump {
  private var steps: [(second: Int, event: Event)]
  private var runs: [Run] = []
  private var atOnce = 0.0
  private var second = 0

  private struct Run {
    var perSecond: Double
    var left: Double?
    var given = 0.0
    var isPaused = false
    var isOver = false
  }

  init(_ steps: [(second: Int, event: Event)]) { self.steps = steps }

  mutating func given(until end: Int) -> Double {
    while second <= end {
      while let step = steps.first, step.second == second {
        steps.removeFirst()
        take(step.event)
      }
      if second == end { break }
      tick()
    }
    return atOnce + runs.map(\.given).reduce(0, +)
  }

  private mutating func tick() {
    second += 1
    for place in runs.indices where !runs[place].isOver && !runs[place].isPaused {
      let flow = min(runs[place].perSecond, runs[place].left ?? .infinity)
      runs[place].given += flow
      guard let left = runs[place].left else { continue }
      runs[place].left = left - flow
      if left - flow < 1e-9 { runs[place].isOver = true }
    }
  }

  private mutating func take(_ event: Event) {
    if case .dose(let dose) = event {
      guard let duration = dose.duration else {
        atOnce += dose.amount.milligrams
        return
      }
      let amount = dose.amount.milligrams
      runs.append(Run(perSecond: amount / (duration.inMinutes * 60), left: amount))
    }
    guard case .infusion(let change) = event else { return }
    let running = runs.indices.filter { !runs[$0].isOver }
    let rate = change.rate.map { $0.milligramsPerHour / 3600 }
    guard let newest = running.last else {
      if change.action == .start { runs.append(Run(perSecond: rate ?? 0, left: nil)) }
      return
    }
    switch change.action {
    case .rate: runs[newest].perSecond = rate ?? runs[newest].perSecond
    case .start:
      runs[newest].perSecond = rate ?? runs[newest].perSecond
      runs[newest].isPaused = false
    case .pause: for place in running { runs[place].isPaused = true }
    case .resume:
      for place in running {
        runs[place].isPaused = false
        runs[place].perSecond = rate ?? runs[place].perSecond
      }
    case .stop: for place in running { runs[place].isOver = true }
    }
  }
}
