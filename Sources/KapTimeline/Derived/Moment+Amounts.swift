extension Moment {
  /// What is in, or set to run in, when something is given at `instant`.
  ///
  /// With `index` only what stands before that entry counts. A dose over time that still runs counts
  /// whole, one that was stopped what ran in, and a pump without a total what it brought so far.
  func committed(at instant: Instant, before index: Int? = nil) -> Mass {
    let key = index.map { OrderKey(session.entries[$0]) }
    let isBefore = { (entry: Int) in
      entry != index && key.map { OrderKey(session.entries[entry]) < $0 } ?? true
    }
    let then = now == instant ? self : Moment(session, at: instant)
    let before = then.doses.filter { isBefore($0.entry) }
    guard !then.standing(.infusion).isEmpty else {
      return before.map(\.dose.amount).reduce(.zero, +)
    }
    let atOnce = before.filter { $0.dose.rate == nil }.map(\.dose.amount)
    let running = then.infusions.filter { isBefore($0.entry) }.map { run in
      run.delivered + (run.isRunning ? run.remaining ?? .zero : .zero)
    }
    return (atOnce + running).reduce(.zero, +)
  }

  /// What is unusual about a pump that starts: beside the clinic's protocol, and what is in by now
  /// where it started earlier.
  func doubts(aboutStart change: InfusionChange, at place: DoubtPlace) -> [Doubt] {
    guard change.action == .start, let rate = change.rate, let rules else { return [] }
    let beside: [Doubt] = rules.isInfused ? [] : [.notFromPump]
    let ran = place.entry == nil && now > place.at ? now - place.at : .zero
    let total = committed(at: place.at, before: place.entry) + Mass.flowing(at: rate, for: ran)
    let weight = weight(knownAt: place.at)
    let crossed = rules.doseWarnings.first {
      $0.isHard && $0.isCrossed(by: total, weight: weight)
    }
    let above = crossed.map {
      Doubt.doses(total: total, above: $0.above, isPerKilogram: $0.isPerKilogram)
    }
    return beside + noWeight(at: place) + [above].compactMap(\.self)
  }

  /// No weight, where the clinic's warnings are per kilogram; rules from before there was a check for
  /// it ask nothing.
  func noWeight(at place: DoubtPlace) -> [Doubt] {
    guard let rules, rules.careRules != nil, rules.doseWarnings.contains(where: \.isPerKilogram),
      weight(knownAt: place.at) == nil
    else { return [] }
    return [.noWeight]
  }

  /// What a pump without a total brought in beyond a hard warning: one notice for each, from the
  /// moment at which it was reached.
  var pumpedNotices: [Notice] {
    guard let rules else { return [] }
    let runs = infusions.filter { $0.remaining == nil }
    guard let first = runs.first else { return [] }
    let total = totalGiven
    let weight = weight(knownFor: session.entries[first.entry])
    return rules.doseWarnings.filter(\.isHard).compactMap { warning in
      guard warning.isCrossed(by: total, weight: weight),
        !warning.isCrossed(by: given(by: first.startedAt), weight: weight)
      else { return nil }
      let since = reached(from: first.startedAt) { warning.isCrossed(by: $0, weight: weight) }
      let run = runs.last { $0.startedAt <= since } ?? first
      let unit = warning.isPerKilogram ? "mg/kg" : "mg"
      let most = warning.isPerKilogram ? warning.above * (weight ?? 0) : warning.above
      return Notice(
        rule: Notice.dose,
        urgency: .urgent,
        entry: run.entry,
        since: since,
        nextStep: "say who knows of it and what is done",
        subject: "pump reached \(plain(most, places: 1)) mg, \(plain(warning.above)) \(unit)",
        limit: "limit \(plain(warning.above)) \(unit)",
        source: warning.source
      )
    }
  }

  private func given(by instant: Instant) -> Mass { Moment(session, at: instant).totalGiven }

  /// The first millisecond, after `start` and up to now, at which what is in crosses something; what
  /// is in never becomes less.
  private func reached(from start: Instant, _ isCrossed: (Mass) -> Bool) -> Instant {
    var (low, high) = (start.milliseconds, now.milliseconds)
    while low + 1 < high {
      let middle = low + (high - low) / 2
      if isCrossed(given(by: Instant(milliseconds: middle))) { high = middle } else { low = middle }
    }
    return Instant(milliseconds: high)
  }
}

extension DoseWarning {
  /// Whether an amount crosses it, for a person of `weight` kilograms; one that counts by the kilogram
  /// is crossed by nothing where no weight is known.
  func isCrossed(by amount: Mass, weight: Double?) -> Bool {
    guard isPerKilogram else { return asks(about: amount.milligrams) }
    guard let weight, weight > 0 else { return false }
    return asks(about: amount.milligrams / weight)
  }
}
