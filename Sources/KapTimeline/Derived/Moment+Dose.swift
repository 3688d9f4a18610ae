/// A dose that runs or ran over time.
package struct InfusionRun: Hashable, Sendable {
  /// When it began.
  package let startedAt: Instant
  /// The entry it began with.
  package let entry: Int
  /// The rate now; what it would go on with when paused.
  package var rate: DoseRate
  /// What is left to run; nil where no total was set.
  package var remaining: Mass?
  /// What has run in.
  package var delivered: Mass
  /// Whether the pump is paused.
  package var isPaused: Bool
  /// When it ended, by itself or by hand.
  package var endedAt: Instant?
  /// Whether it was stopped by hand.
  package var isStopped: Bool

  /// Whether it has not ended.
  package var isRunning: Bool { endedAt == nil }

  /// What has run in, by stretches of one rate.
  package fileprivate(set) var stretches: [Stretch] = []

  fileprivate var counted: Instant

  /// A time in which the pump ran at one rate.
  package struct Stretch: Hashable, Sendable {
    /// From and to when.
    package let from: Instant
    package let to: Instant
    /// What ran in.
    package let amount: Mass
    /// How fast.
    let rate: DoseRate

    /// What of it ran in by an instant.
    func amount(by instant: Instant) -> Mass {
      guard instant < to else { return amount }
      return instant > from ? min(.flowing(at: rate, for: instant - from), amount) : .zero
    }
  }

  /// Lets the pump run until `instant`.
  fileprivate mutating func run(until instant: Instant) {
    guard isRunning, instant > counted else { return }
    defer { counted = max(counted, instant) }
    guard !isPaused, rate.milligramsPerHour > 0 else { return }
    let flow = Mass.flowing(at: rate, for: instant - counted)
    guard let left = remaining, flow >= left else {
      delivered = delivered + flow
      stretches.append(Stretch(from: counted, to: instant, amount: flow, rate: rate))
      remaining = remaining.map { $0 - flow }
      return
    }
    let end = min(counted + rate.span(for: left), instant)
    endedAt = end
    delivered = delivered + left
    stretches.append(Stretch(from: counted, to: end, amount: left, rate: rate))
    remaining = .zero
  }

  /// When it will have run in at this rate; nil while paused or without a total.
  package var expectedEnd: Instant? {
    if let endedAt { return endedAt }
    guard let remaining, !isPaused, rate.milligramsPerHour > 0 else { return nil }
    return counted + rate.span(for: remaining)
  }
}

extension Moment {
  /// The doses that stand, in order.
  package var doses: [(dose: Dose, entry: Int)] {
    standing(.dose).compactMap { index in
      guard case .dose(let dose) = session.entries[index].event else { return nil }
      return (dose, index)
    }
  }

  /// Minute zero, by the protocol's choice; nil before that.
  ///
  /// It is when the dose began, or, where the rules of a lozenge say so, when that was spat out or
  /// swallowed, at the latest when its hold ended.
  package var zero: Instant? {
    guard let first = firstDose else { return nil }
    let began = session.entries[first].occurredAt
    guard let hold = rules?.hold, hold.endIsZero ?? false,
      case .dose(let dose) = session.entries[first].event, dose.route == .sublingual
    else { return began }
    if let out = lozengeStep(after: first) { return session.entries[out].occurredAt }
    let end = began + .minutes(hold.minutes)
    return end <= now ? end : nil
  }

  /// When the first dose was given, or the pump first started; nil before that.
  package var doseBegan: Instant? { firstDose.map { session.entries[$0].occurredAt } }

  /// The entry of the first dose, or of the pump's first start.
  var firstDose: Int? {
    let dose = list(of: .dose).first { !session.entries[$0].isVoid }
    let pump = list(of: .infusion)
      .first { index in
        guard !session.entries[index].isVoid,
          case .infusion(let change) = session.entries[index].event
        else { return false }
        return change.action == .start
      }
    guard let dose, let pump else { return dose ?? pump }
    return session.entries.comes(pump, before: dose) ? pump : dose
  }

  /// Every dose over time, counted up to this moment; the last one is on the pump.
  ///
  /// There is one pump: what starts while it runs changes its rate, and a pause or a stop holds for
  /// all that runs. A dose over time is counted by itself, so that each gives its own amount.
  package var infusions: [InfusionRun] {
    var runs: [InfusionRun] = []
    var onPump: [Int] = []
    for index in handsOnPump {
      let entry = session.entries[index]
      while let top = onPump.last {
        runs[top].run(until: entry.occurredAt)
        if runs[top].isRunning { break }
        onPump.removeLast()
      }
      if case .dose(let dose) = entry.event, let rate = dose.rate {
        onPump.append(runs.count)
        runs.append(run(from: entry, index, rate: rate, total: dose.amount))
      } else if case .infusion(let change) = entry.event {
        if onPump.isEmpty, change.action == .start {
          onPump.append(runs.count)
          runs.append(run(from: entry, index, rate: change.rate ?? .zero, total: nil))
        } else {
          let addressed = change.action.addressesAll ? onPump[...] : onPump.suffix(1)
          for place in addressed { runs[place].obey(change, at: entry.occurredAt) }
        }
      }
    }
    for place in onPump { runs[place].run(until: now) }
    return runs
  }

  /// Doses and what was done to the pump, in order.
  private var handsOnPump: [Int] {
    let changes = standing(.infusion)
    let doses = standing(.dose)
    guard !changes.isEmpty else { return doses }
    return (doses + changes).sorted { session.entries.comes($0, before: $1) }
  }

  /// All that has gone in by this moment, by the record.
  package var totalGiven: Mass { Self.given(by: doses, infusions) }

  /// What went in by doses and what ran of them and of the pump.
  static func given(by doses: [(dose: Dose, entry: Int)], _ runs: [InfusionRun]) -> Mass {
    let atOnce = doses.filter { $0.dose.rate == nil }.map(\.dose.amount)
    return (atOnce + runs.map(\.delivered)).reduce(.zero, +)
  }

  private func run(from entry: Entry, _ index: Int, rate: DoseRate, total: Mass?) -> InfusionRun {
    InfusionRun(
      startedAt: entry.occurredAt,
      entry: index,
      rate: rate,
      remaining: total,
      delivered: .zero,
      isPaused: false,
      endedAt: nil,
      isStopped: false,
      counted: entry.occurredAt
    )
  }
}

extension InfusionRun {
  /// Does what a hand on the pump did.
  fileprivate mutating func obey(_ change: InfusionChange, at instant: Instant) {
    run(until: instant)
    guard isRunning else { return }
    switch change.action {
    case .rate: rate = change.rate ?? rate
    case .pause: isPaused = true
    case .start, .resume:
      isPaused = false
      rate = change.rate ?? rate
    case .stop:
      endedAt = instant
      isStopped = true
    }
  }
}

extension InfusionChange.Action {
  /// Whether it holds for all that runs, rather than for what began last.
  fileprivate var addressesAll: Bool {
    switch self {
    case .pause, .resume, .stop: true
    case .start, .rate: false
    }
  }
}
