import KapCanvas
import KapTimeline

extension Interface {
  /// The page of a hand-over, and the passphrase of the one who comes.
  mutating func openHandOver(
    to name: String,
    _ kind: HandOver.Kind,
    words: String?,
    at time: Instant? = nil,
    from line: Field
  ) -> [Effect] {
    let person = keyHolder(called: name)?.name ?? name
    do {
      let command = Command.handOver(to: person, kind, words: words)
      _ = try session.drafts(for: command, under: circumstances(at: time ?? stamp.now))
    } catch {
      field?.refuse(error, offset: stamp.offset)
      return []
    }
    let forgets = line.kept.map { [Effect.forget($0.field)] } ?? []
    open(
      .unlocking(
        Unlocking(
          person: person,
          purpose: .handOver(kind, words: words, at: time),
          stage: stage(of: person),
          page: handOverPage
        )
      )
    )
    return forgets
  }

  /// `:seat jb`: the seat goes to somebody, and nothing else changes.
  mutating func openSeat(for name: String) -> [Effect] {
    guard let known = personForSeat(called: name) else { return [] }
    let forgets = field?.kept.map { [Effect.forget($0.field)] } ?? []
    open(.unlocking(Unlocking(person: known, purpose: .seat, stage: stage(of: known))))
    return forgets
  }

  /// Who may take the seat: whoever has a passphrase, and where none is asked whoever is here.
  var peopleForSeat: [String] {
    keyHolders?.map(\.name) ?? Moment(session, at: stamp.now).present.map(\.person)
  }

  /// The one of them whom a name means.
  func personForSeat(called name: String) -> String? { peopleForSeat.first { $0.isCalled(name) } }

  private func keyHolder(called name: String) -> KeyHolder? {
    keyHolders?.first { $0.name.isCalled(name) }
  }

  private func stage(of person: String) -> Unlocking.Stage {
    guard let keyHolders else { return .free }
    return keyHolders.contains { $0.name == person } ? .asking : .byName
  }

  /// Somebody was added to those who may sit down: who was to take over by name is asked now.
  mutating func welcome(_ people: [KeyHolder]) {
    keyHolders = people
    guard let field, case .unlocking(var unlocking) = field.content, unlocking.stage == .byName,
      let known = keyHolder(called: unlocking.person)
    else { return }
    unlocking.person = known.name
    unlocking.stage = .asking
    self.field?.content = .unlocking(unlocking)
  }

  /// What the one who comes goes through: the core's page, and what was put aside here.
  var handOverPage: [String] {
    let drafts = asides.map { aside in
      let words = preferences.hidesNotes ? "" : aside.draftText.map { ": \($0)" } ?? ""
      return "put aside by \(initials(of: seat.person)): \(aside.name)\(words)"
    }
    return Moment(session, at: stamp.now).handOverPage(offset: stamp.offset, aside: drafts)
  }

  /// What the page says is that of this second.
  mutating func refreshPage() {
    guard let field, case .unlocking(var unlocking) = field.content, unlocking.hasPage else {
      return
    }
    unlocking.page = handOverPage
    self.field?.content = .unlocking(unlocking)
  }

  /// A key while the seat is about to change: printable ones are the passphrase.
  mutating func press(_ key: Key, in unlocking: Unlocking) {
    var unlocking = unlocking
    let last = handOverPane(unlocking, layout).last
    func turn(by step: Int) {
      unlocking.scrolled = min(max(min(unlocking.scrolled, last) + step, 0), last)
    }
    switch key {
    case .up: turn(by: -1)
    case .down: turn(by: 1)
    case .pageUp: turn(by: -10)
    case .pageDown: turn(by: 10)
    default: type(key, of: &unlocking)
    }
    field?.content = .unlocking(unlocking)
  }

  private mutating func type(_ key: Key, of unlocking: inout Unlocking) {
    guard case .asking = unlocking.stage else { return }
    switch key {
    case .character(let character) where unlocking.passphrase.text.count < 1000:
      unlocking.passphrase.text.append(character)
    case .paste(let text) where unlocking.passphrase.text.count + text.count <= 1000:
      unlocking.passphrase.text += text
    case .backspace, .delete, .control("h"):
      if !unlocking.passphrase.text.isEmpty { unlocking.passphrase.text.removeLast() }
    case .control("u"): unlocking.passphrase = Secret()
    default: break
    }
  }

  /// Enter: the passphrase is tried; where it was right, or none is asked, the seat changes.
  mutating func submit(_ unlocking: Unlocking, in field: Field) -> [Effect] {
    var unlocking = unlocking
    switch unlocking.stage {
    case .checking: return []
    case .free, .byName: return complete(unlocking, in: field)
    case .asking:
      guard !unlocking.passphrase.text.isEmpty else {
        self.field?.problem = Field.Problem(
          message: "The passphrase of \(initials(of: unlocking.person)) is asked.",
          remedy: "Esc leaves everything as it is."
        )
        return []
      }
      tickets += 1
      let ticket = Ticket(tickets)
      let typed = unlocking.passphrase
      unlocking.passphrase = Secret()
      unlocking.stage = .checking(ticket)
      self.field?.content = .unlocking(unlocking)
      return [.unlock(ticket, person: unlocking.person, passphrase: typed)]
    }
  }

  /// The passphrase was right: the seat changes, unless somebody gave it up meanwhile.
  mutating func unlocked(_ ticket: Ticket) -> [Effect] {
    guard let field, case .unlocking(var unlocking) = field.content,
      unlocking.stage == .checking(ticket)
    else { return [] }
    unlocking.stage = .free
    self.field?.content = .unlocking(unlocking)
    return self.field.map { complete(unlocking, in: $0) } ?? []
  }

  /// The passphrase was not right, or could not be tried: nothing changes.
  mutating func notUnlocked(_ ticket: Ticket, _ reason: String) {
    guard let field, case .unlocking(var unlocking) = field.content,
      unlocking.stage == .checking(ticket)
    else { return }
    unlocking.stage = .asking
    self.field?.content = .unlocking(unlocking)
    self.field?.problem = Field.Problem(
      message: "\(reason) Nothing has changed.",
      remedy: "Type it again, or Esc."
    )
  }

  private mutating func complete(_ unlocking: Unlocking, in field: Field) -> [Effect] {
    let moment = Moment(session, at: stamp.now)
    let present = { (person: String) in moment.present.first { $0.person == person }?.role }
    let person = unlocking.person
    switch unlocking.purpose {
    case .handOver(let kind, let words, let time):
      // The one who goes writes it, and the page is that of this moment.
      writerOnce = nil
      let role = present(seat.person) ?? seat.role
      let effects = send(
        .handOver(to: person, kind, words: words),
        from: field,
        at: time ?? stamp.now,
        isUnlocked: keyHolders == nil ? nil : unlocking.stage == .free
      )
      guard let ticket = pending.last?.ticket, !effects.isEmpty else { return [] }
      if unlocking.stage == .free {
        seatChanges[ticket] = Seat(person: person, role: role, id: seat.id)
      }
      return effects
    case .seat:
      let role =
        present(person) ?? keyHolders?.first { $0.name == person }?.role ?? seat.role
      let isHere = present(person) != nil
      sit(Seat(person: person, role: role, id: seat.id))
      self.field = nil
      remark = Remark(
        text: "The seat is \(initials(of: person))'s: so are the entries from now on."
      )
      guard moment.state.isOpen, !isHere else { return [] }
      let line = Field(
        .line(LineField("LINE", text: "join \(person) as \(role.rawValue)")),
        at: stamp
      )
      return send(.join(person, role), from: line)
    }
  }

  /// A request came through: where it was a hand-over, the seat is the other person's.
  mutating func changeSeat(after ticket: Ticket) {
    guard let next = seatChanges.removeValue(forKey: ticket) else { return }
    sit(next)
  }

  /// Somebody sits down: what was put aside stays with who wrote it.
  private mutating func sit(_ next: Seat) {
    othersAsides[seat.person] = asides
    asides = othersAsides.removeValue(forKey: next.person) ?? []
    seat = next
    writerOnce = nil
  }
}

extension String {
  /// Whether somebody means this name, capitals or not.
  fileprivate func isCalled(_ name: String) -> Bool { lowercased() == name.lowercased() }
}
