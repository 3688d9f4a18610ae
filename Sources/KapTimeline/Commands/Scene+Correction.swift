extension Scene {
  /// Lays what `change` says over an entry; the first version stays, linked.
  func correct(
    _ reference: EntryReference,
    with change: Command?,
    at time: Instant?,
    because reason: String?,
    isWhole: Bool
  ) throws(Refusal) -> [Event] {
    let index = try index(of: reference)
    let entry = session.entries[index]
    let kind = entry.recorded.event.kind
    guard kind.canBeVoid, entry.recorded.event.target == nil else { throw .cannotCorrect(kind) }
    guard !entry.isVoid else { throw .alreadyVoid(session.name(of: index)) }
    if let time {
      try checkSpan(of: time)
      if case .ended(let end) = moment.state, time > end { throw .sessionEnded(at: end) }
      if case .acknowledgement(let said) = entry.event { try check(said, at: time) }
    }
    // What it says was so when it happened, and is held against what was so then.
    var circumstances = circumstances
    circumstances.occurredAt = time ?? entry.occurredAt
    let place = Scene(session: session, circumstances: circumstances)
    let replacement =
      try change.map { change throws(Refusal) -> Event in
        try place.replacement(of: index, with: change, isWhole: isWhole)
      } ?? entry.event
    let moves = time.map { $0 != entry.occurredAt } ?? false
    guard moves || replacement != entry.event else { throw .nothingChanged }
    // A correction says the whole, so that the last one stands by itself.
    let moved = entry.occurredAt == entry.recorded.occurredAt ? nil : entry.occurredAt
    let correction = Correction(
      target: entry.id,
      replacement: replacement,
      occurredAt: time ?? moved,
      reason: reason
    )
    guard moves else { return [.correction(correction)] }
    // The phase that a dose declared began with the dose.
    return [.correction(correction)]
      + moment.phaseDeclared(with: index).map { phase in
        .correction(
          Correction(
            target: session.entries[phase].id,
            replacement: session.entries[phase].event,
            occurredAt: time,
            reason: reason
          )
        )
      }
  }

  private func replacement(
    of index: Int,
    with change: Command,
    isWhole: Bool
  ) throws(Refusal) -> Event {
    let event = session.entries[index].event
    switch (event, change) {
    case (.vitals(let old), .record(let new)):
      return .vitals(try corrected(old, in: index, by: new, isWhole: isWhole))
    case (.score(let old), .score(let new)):
      guard let first = new.first, new.count == 1 else { throw .correctionOfOtherKind(event.kind) }
      let scored = try score([first])
      guard let replacement = scored.first, case .score(let score) = replacement,
        score.scale == old.scale
      else { throw .correctionOfOtherKind(event.kind) }
      return replacement
    case (.dose, .give(let dose)): return .dose(try checked(dose))
    case (.frame(let old), .setFrame(let new)):
      guard old.name == new.name else { throw .correctionOfOtherKind(event.kind) }
      _ = try set(new)
      return .frame(new)
    case (.infusion(let old), .changeInfusion(let change)):
      // Another hand on the pump is no correction: with a start that is none the dose itself would go.
      guard old.action == change.action else { throw .correctionOfOtherKind(event.kind) }
      try checkRate(of: change)
      return .infusion(change)
    case (.phase, .declare(let phase, let reason)):
      return .phase(PhaseDeclaration(phase, reason: reason))
    case (.noReading, .missReading(let sign, let reason)):
      return .noReading(MissingReading(sign: sign, reason: try words(reason)))
    case (.note, .write(let note)): return .note(Note(try words(note.text), voice: note.voice))
    case (.technique, .change(let change)): return .technique(change)
    case (.theme, .mark(let theme)): return .theme(theme)
    case (.effect, .report(let effect)): return .effect(effect)
    case (.given(let old), .administer(let given)):
      try check(given)
      return .given(linked(given, correcting: old, in: index))
    case (.call(let old), .callOut(let call)):
      return .call(linked(call, correcting: old, in: index))
    case (.order(let old), .takeOrder(let order)):
      try check(order.given)
      return .order(linked(order, correcting: old, in: index))
    case (.joined, .join(let person, let role)):
      return .joined(Presence(person: person, role: role))
    case (.left, .leave(let person, let reason)):
      return .left(Presence(person: person, reason: reason))
    case (.check(let old), .check(let new)):
      guard new.map(\.item) == [old.item] else { throw .correctionOfOtherKind(event.kind) }
      return try only(check(new), as: event.kind)
    case (.assessment(let old), .assess(let new)):
      guard old.scale == new.scale else { throw .correctionOfOtherKind(event.kind) }
      return try only(assess(new), as: event.kind)
    case (.supply, .account(let supply)): return try only(account(for: supply), as: event.kind)
    case (.lozenge, .lozenge(let step)): return .lozenge(step)
    case (.emergency(let old), .emergency(let new)):
      guard old.action == new.action else { throw .correctionOfOtherKind(event.kind) }
      var step = new
      step.words = try new.words.map { text throws(Refusal) in try words(text) }
      return .emergency(step)
    case (.pin, .dropPin(let words)): return .pin(Pin(words: words))
    // Of the pairs of two kinds only these few are corrections.
    default: throw .correctionOfOtherKind(event.kind)
    }
  }

  /// The one event a command of the same kind makes.
  private func only(_ events: [Event], as kind: EventKind) throws(Refusal) -> Event {
    guard let event = events.first, events.count == 1 else { throw .correctionOfOtherKind(kind) }
    return event
  }

  /// A set corrected; what was said to be so before need not be said again.
  private func corrected(
    _ old: Vitals,
    in index: Int,
    by new: Vitals,
    isWhole: Bool
  ) throws(Refusal) -> Vitals {
    let whole = old.corrected(by: new, isWhole: isWhole)
    if let refusal = rules?.refusal(of: whole) { throw refusal }
    let wasConfirmed =
      old.isConfirmed || session.entries[index].judgedBy != nil && !moment.isArtefact(index)
    let known = wasConfirmed ? rules?.doubts(about: old) ?? [] : []
    let doubts = rules?.doubts(about: whole) ?? []
    let fresh = doubts.filter { !known.contains($0) }
    let isAnswered = new.isConfirmed || fresh.isEmpty && wasConfirmed
    return whole.confirmed(isAnswered && !doubts.isEmpty)
  }
}
