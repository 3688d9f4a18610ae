extension Scene {
  func set(_ fact: FrameFact) throws(Refusal) -> [Event] {
    guard case .weight(let kilograms) = fact else {
      _ = try words(fact.text)
      return [.frame(fact)]
    }
    guard kilograms.isFinite, kilograms > 0 else {
      throw .cannotBe(quantity: "weight", value: kilograms, low: 0, high: nil)
    }
    if let refusal = rules?.refusal(of: kilograms, as: "weight") { throw refusal }
    return [.frame(fact)]
  }

  func join(_ person: String, _ role: CareRole) throws(Refusal) -> [Event] {
    let person = try words(person)
    guard !then.present.contains(where: { $0.person == person && $0.role == role }) else {
      throw .alreadyPresent(person)
    }
    return [.joined(Presence(person: person, role: role))]
  }

  func leave(_ person: String, because reason: String?) throws(Refusal) -> [Event] {
    guard let presence = then.present.first(where: { $0.person == person }) else {
      throw .notPresent(person)
    }
    // Somebody keeps watch until the patient has left; that two people changed wants its page.
    let others = then.present.filter { $0.person != person }
    if reason == nil, presence.role == .monitor, then.phase?.phase != .discharged,
      then.doseBegan != nil, !others.contains(where: { $0.role == .monitor })
    {
      throw .needsHandOver(person)
    }
    let why = try reason.map { reason throws(Refusal) in try words(reason) }
    return [.left(Presence(person: person, reason: why))]
  }

  func dropPin(_ text: String?) throws(Refusal) -> [Event] {
    guard let text else { return [.pin(Pin())] }
    return [.pin(Pin(words: try words(text)))]
  }

  func wordPin(_ number: Int, _ text: String) throws(Refusal) -> [Event] {
    let pins = moment.pins
    guard let pin = pins.first(where: { $0.number == number }) else {
      throw .noSuchPin(number, count: pins.last?.number ?? 0)
    }
    return [.pin(Pin(target: session.entries[pin.entry].id, words: try words(text)))]
  }

  func acknowledge(_ reference: EntryReference?, _ text: String) throws(Refusal) -> [Event] {
    let words = try words(text)
    let notices = moment.notices
    var candidates: [Notice]
    if let reference {
      let index = try index(of: reference)
      let raised = notices.filter { $0.entry == index }
      candidates = moment.open(raised) + raised
    } else {
      candidates = moment.open(notices).filter { $0.entry != nil }
    }
    let earliest = candidates.map(\.since).min()
    // Nobody answers what was not there yet.
    candidates.removeAll { $0.since > circumstances.occurredAt }
    if let earliest, candidates.isEmpty { throw .notRaisedYet(earliest) }
    guard let chosen = candidates.first, let entry = chosen.entry else { throw .noNotice }
    let event = session.entries[entry].id
    return [
      .acknowledgement(
        Acknowledgement(
          event: event,
          rule: chosen.rule,
          words: words,
          call: call(about: chosen)
        )
      )
    ]
  }

  /// Refuses an acknowledgement at a time before its notice was raised.
  func check(_ said: Acknowledgement, at instant: Instant) throws(Refusal) {
    let raised = moment.notices.last { notice in
      notice.rule == said.rule && notice.entry.map { session.entries[$0].id } == said.event
    }
    if let raised, instant < raised.since { throw .notRaisedYet(raised.since) }
  }

  func confirm(_ reference: EntryReference) throws(Refusal) -> [Event] {
    let index = try index(of: reference)
    let entry = session.entries[index]
    let isValue = [.vitals, .dose].contains(entry.recorded.event.kind)
    // What is in error is said to be so; what was called artefact may stand after all.
    let isDecided = isValue && entry.isVoid || moment.isArtefact(index)
    guard isDecided || !moment.unconfirmed(index).isEmpty else {
      throw .nothingToConfirm(session.name(of: index))
    }
    return try judge(index, isArtefact: false, because: nil)
  }

  /// A device misreads; a dose that was not given is entered in error.
  func callArtefact(_ reference: EntryReference, _ reason: String) throws(Refusal) -> [Event] {
    let index = try index(of: reference)
    guard session.entries[index].recorded.event.kind == .vitals else {
      throw .nothingToConfirm(session.name(of: index))
    }
    let isInError = session.entries[index].isVoid
    guard isInError || !moment.isArtefact(index) else {
      throw .alreadyArtefact(session.name(of: index))
    }
    return try judge(index, isArtefact: true, because: try words(reason))
  }

  private func judge(
    _ index: Int,
    isArtefact: Bool,
    because reason: String?
  ) throws(Refusal) -> [Event] {
    guard !session.entries[index].isVoid else { throw .nothingToJudge(session.name(of: index)) }
    let id = session.entries[index].id
    return [.confirmation(Verdict(target: id, isArtefact: isArtefact, reason: reason))]
  }

  func void(_ reference: EntryReference, because reason: String) throws(Refusal) -> [Event] {
    let index = try index(of: reference)
    let entry = session.entries[index]
    guard entry.recorded.event.kind.canBeVoid else {
      throw .cannotCorrect(entry.recorded.event.kind)
    }
    guard !entry.isVoid else { throw .alreadyVoid(session.name(of: index)) }
    return try void([index] + moment.phaseDeclared(with: index), because: reason)
  }

  func undo(because reason: String) throws(Refusal) -> [Event] {
    guard let index = moment.lastEntry(by: circumstances.author, at: circumstances.seat) else {
      throw .noEntryToUndo
    }
    // An end is taken back by going on, with a reason; undoing must not reach behind it.
    let kind = session.entries[index].recorded.event.kind
    guard kind.canBeVoid else { throw .cannotCorrect(kind) }
    return try void(moment.writtenTogether(with: index), because: reason, isUndo: true)
  }

  private func void(
    _ indices: [Int],
    because reason: String,
    isUndo: Bool = false
  ) throws(Refusal) -> [Event] {
    let reason = try words(reason)
    return indices.map { index in
      .void(Withdrawal(target: session.entries[index].id, reason: reason, isUndo: isUndo))
    }
  }

  func end() throws(Refusal) -> [Event] {
    if case .ended(let end) = moment.state { throw .sessionEnded(at: end) }
    let open = openMatters()
    guard open.isEmpty else { throw .stillOpen(open) }
    // From a pipe what happened is kept; what was open then is said.
    if circumstances.asks, then.zero != nil {
      let open = then.openAtEnd
      guard open.words.isEmpty else { throw .leftOpen(open) }
    }
    try ask(about: [then.unaccounted].compactMap(\.self))
    return [.ended]
  }

  func reopen(because reason: String) throws(Refusal) -> [Event] {
    guard case .ended(let end) = moment.state else { throw .sessionNotEnded }
    guard circumstances.occurredAt >= end else { throw .tooEarly(earliest: end) }
    let offset = circumstances.offset
    guard
      WallTime(end, offset: offset).dayNumber
        == WallTime(circumstances.now, offset: offset).dayNumber
    else { throw .reopenTooLate }
    return [.reopened(try words(reason))]
  }
}
