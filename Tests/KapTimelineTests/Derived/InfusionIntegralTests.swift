import KapTestSupport
import KapTimeline
import Testing

/// What has gone in, held to a plain count second by second.
struct InfusionIntegralTests {
  /// A hand on the pump, at a second of the first half hour.
  private struct Hand {
    let second: Int
    let event: Event
  }

  /// A pump as a child would build one: each second something drips or nothing does.
  private struct Pump {
    var given = 0.0
    /// What drips, the newest last: each dose over time by itself.
    var runs: [Run] = []

    struct Run {
      var rate: Double
      var left: Double?
      var isPaused = false
    }

    mutating func obey(_ event: Event) {
      if case .dose(let dose) = event {
        let amount = dose.amount.milligrams
        guard let duration = dose.duration else {
          given += amount
          return
        }
        runs.append(Run(rate: amount / duration.inMinutes * 60, left: amount))
      }
      guard case .infusion(let change) = event else { return }
      let rate = change.rate?.milligramsPerHour
      guard let newest = runs.indices.last else {
        if change.action == .start { runs.append(Run(rate: rate ?? 0)) }
        return
      }
      switch change.action {
      case .start:
        runs[newest].isPaused = false
        runs[newest].rate = rate ?? runs[newest].rate
      case .rate: runs[newest].rate = rate ?? runs[newest].rate
      case .pause: for place in runs.indices { runs[place].isPaused = true }
      case .resume:
        for place in runs.indices {
          runs[place].isPaused = false
          runs[place].rate = rate ?? runs[place].rate
        }
      case .stop: runs = []
      }
    }

    mutating func drip() {
      for place in runs.indices where !runs[place].isPaused {
        let flow = runs[place].rate / 3600
        let drops = min(flow, runs[place].left ?? flow)
        given += drops
        runs[place].left = runs[place].left.map { $0 - drops }
      }
      runs.removeAll { $0.left.map { $0 <= 1e-9 } ?? false }
    }
  }

  /// Some hands in the order of time.
  private func hands(using generator: inout SeededGenerator) -> [Hand] {
    var hands: [Hand] = []
    for second in 0..<1800 {
      while Int.random(in: 0..<120, using: &generator) == 0 {
        let event: Event
        switch Int.random(in: 0..<8, using: &generator) {
        case 0: event = .dose(Double(Int.random(in: 1...20, using: &generator)))
        case 1:
          let minutes = Double(Int.random(in: 1...15, using: &generator))
          event = .dose(Double(Int.random(in: 1...40, using: &generator)), over: minutes)
        default:
          let action =
            InfusionChange.Action.allCases.randomElement(using: &generator) ?? .start
          let rate =
            Bool.random(using: &generator)
            ? DoseRate(milligramsPerHour: Double(Int.random(in: 0...90, using: &generator)))
            : nil
          event = .infusion(InfusionChange(action, rate: rate))
        }
        hands.append(Hand(second: second, event: event))
      }
    }
    return hands
  }

  @Test(arguments: 0..<40)
  func `what has gone in is the sum of each second, in whatever order it was written`(
    block: Int
  ) {
    for seed in 0..<50 {
      var generator = SeededGenerator(seed: UInt64(block * 1000 + seed))
      let hands = hands(using: &generator)
      // Of what happens in one second the first stays first, as they are told apart by the writing.
      var order = Array(hands.indices)
      order.shuffle(using: &generator)
      var room = Room(opened: -1)
      var written = 40.0
      for place in order {
        written += 1
        let sameSecond = hands[..<place].count { $0.second == hands[place].second }
        let instant = Double(hands[place].second) / 60 + Double(sameSecond) / 60_000
        room.record(hands[place].event, at: instant, written: written)
      }
      var pump = Pump()
      var next = 0
      let looks = Set((0..<6).map { _ in Int.random(in: 0...1800, using: &generator) })
      for second in 0...1800 {
        if looks.contains(second) {
          let total = Moment(
            room.session,
            at: Room.start + .seconds(second) - Span(milliseconds: 1)
          )
          .totalGiven.milligrams
          // A hand within the second acts a few milliseconds late, at most 90 mg/h.
          #expect(abs(total - pump.given) < 0.01, "seed \(block * 1000 + seed), second \(second)")
        }
        while next < hands.count, hands[next].second == second {
          pump.obey(hands[next].event)
          next += 1
        }
        pump.drip()
      }
      #expect(next == hands.filter { $0.second <= 1800 }.count)
    }
  }
}
