extension Moment {
  /// Until when the person stays at least; nil before there is a dose.
  ///
  /// It is so many minutes from T0, or from the end of the last dose where the rules count from that
  /// too and it is later.
  package var stayUntil: Instant? {
    guard let rules, let zero else { return nil }
    return [zero + .minutes(rules.stay.minutes), stayAfterDoses].compactMap(\.self).max()
  }

  /// The minute from T0 at which the stay ends; nil before there is a dose.
  package var stayMinute: Double? {
    guard let zero, let until = stayUntil else { return nil }
    return (until - zero).inMinutes
  }

  /// Whether the stay may still end later than it says: something runs in of which nobody can say
  /// when it ends.
  package var isStayOpen: Bool {
    guard rules?.stay.afterLastDose != nil else { return false }
    return infusions.contains { $0.isRunning && expectedEnd(of: $0) == nil }
  }

  /// Until when the person stays by the end of the last dose; nil where the rules say nothing of it.
  var stayAfterDoses: Instant? {
    guard let rule = rules?.stay.afterLastDose else { return nil }
    let atOnce = doses.filter { $0.dose.rate == nil }.map { session.entries[$0.entry].occurredAt }
    return (atOnce + infusions.map(endOfDose)).max().map { $0 + .minutes(rule.minutes) }
  }

  /// When a dose over time has run in or was stopped, to the second; of one that nobody can say the
  /// end of, what it is at least.
  func endOfDose(_ run: InfusionRun) -> Instant {
    if let end = expectedEnd(of: run) { return end.toTheSecond(from: run.startedAt) }
    // Whole minutes, so that what is shown does not waver with every second.
    let here = run.startedAt + .minutes((latest - run.startedAt).wholeMinutes)
    guard let left = run.remaining, run.rate.milligramsPerHour > 0, !isLengthWaiting(of: run)
    else { return here }
    return here + run.rate.span(for: left)
  }

  /// When a dose over time ends, as far as can be said: not by a time beyond the clinic's bound that
  /// waits to be confirmed.
  func expectedEnd(of run: InfusionRun) -> Instant? {
    isLengthWaiting(of: run) ? nil : run.expectedEnd
  }

  /// Whether how long a running dose lasts is beyond the clinic's bound, and nobody said that it is so.
  func isLengthWaiting(of run: InfusionRun) -> Bool {
    guard run.isRunning, case .dose(let dose) = session.entries[run.entry].event,
      let long = rules?.doubts(aboutLengthOf: dose).first(where: \.isAbove)
    else { return false }
    return unconfirmed(run.entry).contains(long)
  }

  /// Now, or when the session ended.
  private var latest: Instant {
    guard case .ended(let end) = state else { return now }
    return min(end, now)
  }
}

extension Instant {
  /// The nearest whole second from a start: what is counted from a rate is off by milliseconds.
  fileprivate func toTheSecond(from start: Instant) -> Instant {
    start + .seconds((self - start + Span(milliseconds: 500)).wholeSeconds)
  }
}
