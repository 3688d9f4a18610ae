extension Scene {
  /// Lays what `change` says over an entry; the first version stays, linked.
  func correct(
    _ reference: EntryReference,
    with change: Command?,
    at time: Instant?,
    because reason: String?
  ) throws(Refusal) -> [Event] {
    let index = try index(of: reference)
    let entry = session.entries[index]
    let kind = entry.recorded.event.kind
    guard kind.canBeVoid, entry.recorded.event.target == nil else { throw .cannotCorrect(kind) }
    guard !entry.isVoid else { throw .alreadyVoid(session.name(of: index)) }
    if let time {
      guard time <= circumstances.now else { throw .notYet(time) }
    }
    let replacement =
      try change.map { change throws(Refusal) -> Event in
        try self.replacement(of: entry.event, with: change)
      } ?? entry.event
    guard time != nil || replacement != entry.event else { throw .nothingRead }
    return [
      .correction(
        Correction(
          target: entry.id,
          replacement: replacement,
          occurredAt: time
            ?? (entry.occurredAt == entry.recorded.occurredAt ? nil : entry.occurredAt),
          reason: reason
        )
      )
    ]
  }

  private func replacement(of event: Event, with change: Command) throws(Refusal) -> Event {
    switch (event, change) {
    case (.vitals(let old), .record(let new)):
      let whole = old.overlaid(with: new)
      if let refusal = rules?.refusal(of: whole) { throw refusal }
      if !new.isConfirmed { try ask(about: rules?.doubts(about: whole) ?? []) }
      return .vitals(whole)
    case (.score(let old), .score(let new)):
      guard let first = new.first, new.count == 1 else { throw .correctionOfOtherKind(event.kind) }
      let scored = try score([first])
      guard let replacement = scored.first, case .score(let score) = replacement,
        score.scale == old.scale
      else { throw .correctionOfOtherKind(event.kind) }
      return replacement
    case (.dose, .give(let dose)):
      guard dose.amount > .zero else {
        throw .cannotBe(quantity: "dose", value: dose.amount.milligrams, low: 0, high: nil)
      }
      if !dose.isConfirmed {
        try ask(about: rules?.doubts(about: dose, weight: moment.weight) ?? [])
      }
      return .dose(dose)
    case (.frame(let old), .setFrame(let new)):
      guard old.name == new.name else { throw .correctionOfOtherKind(event.kind) }
      _ = try set(new)
      return .frame(new)
    case (.infusion, .changeInfusion(let change)): return .infusion(change)
    case (.phase, .declare(let phase, let reason)):
      return .phase(PhaseDeclaration(phase, reason: reason))
    case (.noReading, .missReading(let sign, let reason)):
      return .noReading(MissingReading(sign: sign, reason: try words(reason)))
    case (.note, .write(let note)): return .note(Note(try words(note.text), voice: note.voice))
    case (.technique, .change(let change)): return .technique(change)
    case (.theme, .mark(let theme)): return .theme(theme)
    case (.effect, .report(let effect)): return .effect(effect)
    case (.given, .administer(let given)): return .given(given)
    case (.call, .callOut(let call)): return .call(call)
    case (.order, .takeOrder(let order)): return .order(order)
    case (.joined, .join(let person, let role)):
      return .joined(Presence(person: person, role: role))
    case (.left, .leave(let person)): return .left(Presence(person: person))
    case (.pin, .dropPin(let words)): return .pin(Pin(words: words))
    default: throw .correctionOfOtherKind(event.kind)
    }
  }
}
