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
  /// When it was stopped by hand.
  package var isStopped: Bool

  /// Whether it has not ended.
  package var isRunning: Bool { endedAt == nil }

  fileprivate var counted: Instant

  /// Lets the pump run until `instant`.
  fileprivate mutating func run(until instant: Instant) {
    guard isRunning, instant > counted else { return }
    defer { counted = max(counted, instant) }
    guard !isPaused, rate.milligramsPerHour > 0 else { return }
    let flow = Mass.flowing(at: rate, for: instant - counted)
    guard let left = remaining, flow >= left else {
      delivered = delivered + flow
      remaining = remaining.map { $0 - flow }
      return
    }
    let minutes = left.milligrams / rate.milligramsPerHour * 60
    endedAt = min(counted + .minutes(minutes), instant)
    delivered = delivered + left
    remaining = .zero
  }

  /// When it will have run in at this rate; nil while paused or without a total.
  package var expectedEnd: Instant? {
    if let endedAt { return endedAt }
    guard let remaining, !isPaused, rate.milligramsPerHour > 0 else { return nil }
    return counted + .minutes(remaining.milligrams / rate.milligramsPerHour * 60)
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

  /// Minute zero: when the first dose was given, or the pump first started; nil before that.
  package var zero: Instant? {
    let dose = session.list(of: .dose, until: now)
      .first { !session.entries[$0].isVoid }
      .map { session.entries[$0].occurredAt }
    let pump = session.list(of: .infusion, until: now)
      .first { index in
        guard !session.entries[index].isVoid,
          case .infusion(let change) = session.entries[index].event
        else { return false }
        return change.action == .start
      }
      .map { session.entries[$0].occurredAt }
    switch (dose, pump) {
    case (let dose?, let pump?): return min(dose, pump)
    case (let time?, nil), (nil, let time?): return time
    case (nil, nil): return nil
    }
  }

  /// Every dose over time, counted up to this moment; the last one is on the pump.
  package var infusions: [InfusionRun] {
    var runs: [InfusionRun] = []
    let steps = (standing(.dose) + standing(.infusion))
      .sorted { OrderKey(session.entries[$0]) < OrderKey(session.entries[$1]) }
    for index in steps {
      let entry = session.entries[index]
      for place in runs.indices { runs[place].run(until: entry.occurredAt) }
      switch entry.event {
      case .dose(let dose):
        guard let rate = dose.rate else { continue }
        runs.append(run(from: entry, index, rate: rate, total: dose.amount))
      case .infusion(let change):
        if change.action == .start {
          guard let rate = change.rate else { continue }
          runs.append(run(from: entry, index, rate: rate, total: nil))
        } else if let place = runs.lastIndex(where: \.isRunning) {
          runs[place].obey(change, at: entry.occurredAt)
        }
      case .opened, .frame, .joined, .left, .phase, .vitals, .noReading, .score, .note,
        .technique, .theme, .effect, .given, .call, .order, .pin, .later, .notDone,
        .acknowledgement, .confirmation, .correction, .void, .attached, .detached, .suspended,
        .resumed, .clockStepped, .ended, .reopened:
        continue
      }
    }
    for place in runs.indices { runs[place].run(until: now) }
    return runs
  }

  /// All that has gone in by this moment, by the record.
  package var totalGiven: Mass {
    let atOnce = doses.filter { $0.dose.rate == nil }.map(\.dose.amount)
    return (atOnce + infusions.map(\.delivered)).reduce(.zero, +)
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
    switch change.action {
    case .start, .rate: rate = change.rate ?? rate
    case .pause: isPaused = true
    case .resume:
      isPaused = false
      rate = change.rate ?? rate
    case .stop:
      endedAt = instant
      isStopped = true
    }
  }
}
