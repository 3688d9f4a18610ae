extension Scene {
  /// The events as drafts: what is unusual is asked about once, or marked where nobody can be asked.
  ///
  /// This is the one way into the record, so that whatever a screen asks about waits to be confirmed
  /// when it comes from a pipe.
  func settled(_ events: [Event]) throws(Refusal) -> [Draft] {
    let doubts = events.map(doubts)
    let times = times(of: events)
    try ask(about: times + doubts.flatMap(\.self))
    let isAnswered = circumstances.asks || circumstances.isInsisted
    // What is copied from paper, or comes from a device, was there before the session was opened.
    let isEarly = !times.isEmpty && circumstances.source == .typed
    return zip(events, doubts).map { event, doubts in
      var draft = circumstances.draft(of: circumstances.isInsisted ? confirmed(event) : event)
      // The phase that a dose declares by itself is of the dose's time.
      let isOfTime = isEarly && (event.kind != .phase || events.count == 1)
      draft.isUnasked = !isAnswered && (!doubts.isEmpty || isOfTime)
      return draft
    }
  }

  /// The times before the opening: a person is asked, and from a pipe they are said and kept.
  private func times(of events: [Event]) -> [Doubt] {
    let corrected = events.compactMap { event -> Instant? in
      guard case .correction(let correction) = event, let time = correction.occurredAt,
        let index = session.index(of: correction.target),
        session.entries[index].occurredAt != time
      else { return nil }
      return time
    }
    return ([circumstances.occurredAt] + corrected.prefix(1)).compactMap {
      moment.doubt(aboutTime: $0, offset: circumstances.offset)
    }
  }

  private func doubts(about event: Event) -> [Doubt] {
    switch event {
    case .frame(.weight(let kilograms)) where kilograms == moment.weight: []
    case .correction(let correction): doubts(about: correction)
    case .opened, .frame, .joined, .left, .dose, .infusion, .phase, .vitals, .noReading, .score,
      .note, .technique, .theme, .effect, .given, .call, .order, .pin, .later, .notDone,
      .acknowledgement, .confirmation, .void, .attached, .detached, .suspended, .resumed,
      .clockStepped, .check, .assessment, .plan, .limit, .supply, .lozenge, .emergency, .handOver,
      .quiet, .ended, .reopened:
      moment.doubts(about: event, at: place(of: nil, at: circumstances.occurredAt))
    }
  }

  /// What is unusual about what an entry is to say from now on.
  private func doubts(about correction: Correction) -> [Doubt] {
    guard let index = session.index(of: correction.target) else { return [] }
    let entry = session.entries[index]
    let place = place(of: index, at: correction.occurredAt ?? entry.occurredAt)
    guard case .vitals(let whole) = correction.replacement else {
      guard correction.replacement == entry.event else {
        guard !correction.replacement.isConfirmed else { return [] }
        return moment.doubts(about: correction.replacement, at: place)
      }
      return moment.unanswered(doubts(aboutMoved: entry, to: place), about: index)
    }
    // What was said to be so before need not be said again.
    guard !whole.isConfirmed, case .vitals(let old) = entry.event else { return [] }
    let wasConfirmed = old.isConfirmed || entry.judgedBy != nil && !moment.isArtefact(index)
    let known = wasConfirmed ? rules?.doubts(about: old) ?? [] : []
    let isRead = [.typed, .transcribed].contains(circumstances.source)
    let fine = isRead ? whole.tooFine.filter { !old.tooFine.contains($0) } : []
    return (rules?.doubts(about: whole) ?? []).filter { !known.contains($0) } + fine
  }

  /// What is unusual about an entry at another time.
  private func doubts(aboutMoved entry: Entry, to place: DoubtPlace) -> [Doubt] {
    guard !moment.wasUnasked(entry) else { return moment.doubts(about: entry.event, at: place) }
    guard case .dose(let dose) = entry.event else { return [] }
    return moment.warnings(on: dose, at: place)
  }

  private func place(of entry: Int?, at instant: Instant) -> DoubtPlace {
    DoubtPlace(
      entry: entry,
      at: instant,
      author: circumstances.author,
      source: circumstances.source,
      offset: circumstances.offset
    )
  }

  /// The event with its author's word that what the rules ask about is so.
  private func confirmed(_ event: Event) -> Event {
    if case .vitals(let vitals) = event {
      return .vitals(
        vitals.confirmed(vitals.isConfirmed || !(rules?.doubts(about: vitals) ?? []).isEmpty)
      )
    }
    guard !doubts(about: event).isEmpty else { return event }
    if case .dose(var dose) = event {
      dose.isConfirmed = true
      return .dose(dose)
    }
    if case .plan(var plan) = event {
      plan.dose.isConfirmed = true
      return .plan(plan)
    }
    if case .correction(var correction) = event {
      correction.replacement = confirmed(correction.replacement, by: correction)
      return .correction(correction)
    }
    return event
  }

  private func confirmed(_ replacement: Event, by correction: Correction) -> Event {
    switch replacement {
    case .vitals(let vitals): return .vitals(vitals.confirmed(true))
    case .dose(var dose):
      dose.isConfirmed = true
      return .dose(dose)
    case .opened, .frame, .joined, .left, .infusion, .phase, .noReading, .score, .note,
      .technique, .theme, .effect, .given, .call, .order, .pin, .later, .notDone,
      .acknowledgement, .confirmation, .correction, .void, .attached, .detached, .suspended,
      .resumed, .clockStepped, .check, .assessment, .plan, .limit, .supply, .lozenge, .emergency,
      .handOver, .quiet, .ended, .reopened:
      return replacement
    }
  }
}
