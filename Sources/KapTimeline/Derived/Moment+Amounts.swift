extension Moment {
  /// What was given and what is still set to run in.
  package var totalCommitted: Mass { committed() }

  /// What is in, or set to run in, when something is given at a place.
  func committed(before place: DoubtPlace) -> Mass {
    Moment(session, before: place).committed(without: place.entry)
  }

  /// The same for somebody who is asked: what was given later counts as well, since the whole is
  /// what they would agree to.
  func committed(knownAt place: DoubtPlace) -> Mass {
    let before = committed(before: place)
    return place.isAsked ? max(before, totalCommitted) : before
  }

  /// A dose over time, or a pump, beside what runs in then, or what had been written to run in from a
  /// later time on.
  func stillRunning(beside end: Instant?, at place: DoubtPlace) -> [Doubt] {
    let key = place.entry.map { WritingKey(session.entries[$0]) }
    let earlier = Moment(session, before: place).infusions.filter(\.isRunning)
    let later = infusions.filter { run in
      let isWritten = key.map { WritingKey(session.entries[run.entry]) < $0 } ?? true
      return isWritten && run.startedAt >= place.at && end.map { run.startedAt < $0 } ?? true
    }
    guard let running = (earlier + later).first(where: { $0.entry != place.entry })
    else { return [] }
    return [.stillRunning(since: running.startedAt, offset: place.offset)]
  }

  /// What is in, or set to run in, without what an entry gives.
  ///
  /// A dose over time that still runs counts whole, one that was stopped what ran in, and a pump
  /// without a total what it brought so far.
  private func committed(without entry: Int? = nil) -> Mass {
    let doses = doses.filter { $0.entry != entry }
    guard !standing(.infusion).isEmpty else { return doses.map(\.dose.amount).reduce(.zero, +) }
    let atOnce = doses.filter { $0.dose.rate == nil }.map(\.dose.amount)
    let running = infusions.filter { $0.entry != entry }.map { run in
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
    let total = committed(knownAt: place) + Mass.flowing(at: rate, for: ran)
    let weight = weight(knownAt: place.at)
    let crossed = rules.doseWarnings.first {
      $0.isHard && $0.isCrossed(by: total, weight: weight)
    }
    let above = crossed.map {
      Doubt.doses(total: total, above: $0.above, isPerKilogram: $0.isPerKilogram)
    }
    return beside + noWeight(at: place) + [above].compactMap(\.self)
      + stillRunning(beside: nil, at: place)
  }

  /// No weight, where the clinic's warnings are per kilogram; rules from before there was a check for
  /// it ask nothing.
  func noWeight(at place: DoubtPlace) -> [Doubt] {
    guard let rules, rules.careRules != nil, rules.doseWarnings.contains(where: \.isPerKilogram),
      weight(knownAt: place.at) == nil
    else { return [] }
    return [.noWeight]
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
