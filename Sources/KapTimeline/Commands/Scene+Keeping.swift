extension Scene {
  func set(_ fact: FrameFact) throws(Refusal) -> [Event] {
    if case .weight(let kilograms) = fact {
      let bound = rules?.bound(on: "weight")
      guard kilograms.isFinite, kilograms > 0 else {
        throw .cannotBe(quantity: "weight", value: kilograms, low: 0, high: nil)
      }
      if let refusal = bound?.refusal(of: kilograms) { throw refusal }
      // A weight changes what is worked out from it: said once more in the same words, it stands.
      if moment.weight != kilograms, let doubt = bound?.doubt(about: kilograms),
        !circumstances.isInsisted
      {
        try ask(about: [doubt])
      }
    } else {
      _ = try words(fact.text)
    }
    return [.frame(fact)]
  }

  func join(_ person: String, _ role: CareRole) throws(Refusal) -> [Event] {
    let person = try words(person)
    guard !moment.present.contains(where: { $0.person == person && $0.role == role }) else {
      throw .alreadyPresent(person)
    }
    return [.joined(Presence(person: person, role: role))]
  }

  func leave(_ person: String) throws(Refusal) -> [Event] {
    guard moment.present.contains(where: { $0.person == person }) else {
      throw .notPresent(person)
    }
    return [.left(Presence(person: person))]
  }

  func wordPin(_ number: Int, _ text: String) throws(Refusal) -> [Event] {
    let pins = moment.pins
    guard let pin = pins.first(where: { $0.number == number }) else {
      throw .noSuchPin(number, count: pins.last?.number ?? 0)
    }
    return [.pin(Pin(target: session.entries[pin.entry].id, words: try words(text)))]
  }

  func postpone(_ reference: DueReference?) throws(Refusal) -> [Event] {
    let item: DueItem
    if let reference {
      item = try due(reference)
    } else {
      let now = Moment(session, at: circumstances.now)
      guard let top = now.due(given: now.notices).open.first(where: { $0.at != nil }) else {
        throw .nothingDue
      }
      item = top
    }
    // To the end of its tolerance; an item already past that gets as long again from now.
    let end = item.at.map { $0 + item.grace } ?? circumstances.now
    let until = end > circumstances.now ? end : circumstances.now + item.grace
    return [.later(Postponement(item: item.key, until: until))]
  }

  func due(_ reference: DueReference) throws(Refusal) -> DueItem {
    let now = Moment(session, at: circumstances.now)
    let open = now.due(given: now.notices).open
    switch reference {
    case .key(let key):
      guard let item = open.first(where: { $0.key == key }) else { throw .noSuchDue(key) }
      return item
    case .word(let word):
      let lower = word.lowercased()
      let found = open.first { $0.key == lower } ?? open.first { $0.answers(to: lower) }
      guard let found else { throw .noSuchDue(word) }
      return found
    }
  }

  func acknowledge(_ reference: EntryReference?, _ text: String) throws(Refusal) -> [Event] {
    let words = try words(text)
    let now = Moment(session, at: circumstances.now)
    let notices = now.notices
    let chosen: Notice?
    if let reference {
      let index = try index(of: reference)
      let raised = notices.filter { $0.entry == index }
      chosen = now.open(raised).first ?? raised.first
    } else {
      chosen = now.open(notices).first { $0.entry != nil }
    }
    guard let chosen, let entry = chosen.entry else { throw .noNotice }
    let event = session.entries[entry].id
    return [.acknowledgement(Acknowledgement(event: event, rule: chosen.rule, words: words))]
  }

  func callArtefact(_ reference: EntryReference, _ reason: String) throws(Refusal) -> [Event] {
    let entry = session.entries[try index(of: reference)]
    let reason = try words(reason)
    return [.confirmation(Verdict(target: entry.id, isArtefact: true, reason: reason))]
  }

  func void(_ reference: EntryReference, because reason: String) throws(Refusal) -> [Event] {
    let index = try index(of: reference)
    let entry = session.entries[index]
    guard entry.recorded.event.kind.canBeVoid else {
      throw .cannotCorrect(entry.recorded.event.kind)
    }
    guard !entry.isVoid else { throw .alreadyVoid(session.name(of: index)) }
    return [.void(Withdrawal(target: entry.id, reason: try words(reason)))]
  }

  func undo(because reason: String) throws(Refusal) -> [Event] {
    guard let index = moment.lastEntry(by: circumstances.author, at: circumstances.seat) else {
      throw .noEntryToUndo
    }
    return try void(.identity(session.entries[index].id), because: reason)
  }

  func end() throws(Refusal) -> [Event] {
    if case .ended(let end) = moment.state { throw .sessionEnded(at: end) }
    let open = openMatters()
    guard open.isEmpty else { throw .stillOpen(open) }
    return [.ended]
  }

  func reopen(because reason: String) throws(Refusal) -> [Event] {
    guard case .ended(let end) = moment.state else { throw .sessionNotEnded }
    let offset = circumstances.offset
    let days = (
      WallTime(end, offset: offset).dayNumber, WallTime(circumstances.now, offset: offset).dayNumber
    )
    guard days.0 == days.1 else { throw .reopenTooLate }
    return [.reopened(try words(reason))]
  }
}

extension DueItem {
  /// Whether a person means this item by `word`.
  func answers(to word: String) -> Bool {
    switch kind {
    case .vitals: word == "vitals"
    case .repeatReading(let rule, _): word == "vitals" || word == "repeat" || rule == word
    case .scores: word == "scores"
    case .infusionEnd: word == "infusion"
    case .hold: word == "hold"
    case .pin(let number, _): word == "pin" || word == "pin\(number)"
    case .confirm: word == "confirm"
    }
  }
}
