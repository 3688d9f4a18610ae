extension Session {
  /// Returns the drafts that `command` causes, or refuses it.
  ///
  /// Nothing changes until those drafts are durable and ``apply(_:)`` folds them. What happened can
  /// always be recorded: refused is only what cannot be.
  package func drafts(
    for command: Command,
    under circumstances: Circumstances
  ) throws(Refusal) -> [Draft] {
    let scene = Scene(session: self, circumstances: circumstances)
    try scene.checkTime(of: command)
    return try scene.settled(scene.events(for: command))
  }
}

/// A command's surroundings: the session as it stands, and who asks.
struct Scene {
  let session: Session
  let circumstances: Circumstances
  /// The session now.
  let moment: Moment
  /// The session when it happened.
  let then: Moment

  init(session: Session, circumstances: Circumstances) {
    self.session = session
    self.circumstances = circumstances
    moment = Moment(session, at: circumstances.now)
    then = Moment(session, at: circumstances.occurredAt)
  }

  var rules: ClinicProtocol? { session.rules }

  /// Refuses what lies in the future, long before the session, or after its end.
  func checkTime(of command: Command) throws(Refusal) {
    try checkSpan(of: circumstances.occurredAt)
    guard case .ended(let end) = moment.state else { return }
    switch command {
    case .reopen, .correct, .void, .undo, .confirm, .callArtefact, .wordPin, .acknowledge: return
    case .setFrame, .join, .leave, .give, .changeInfusion, .declare, .record, .missReading, .score,
      .write, .change, .mark, .report, .administer, .callOut, .takeOrder, .dropPin, .postpone,
      .skip, .check, .plan, .setLimits, .account, .lozenge, .assess, .emergency, .handOver, .quiet,
      .end:
      // What is said now comes after the end, though a clock may show the same moment.
      let at = circumstances.occurredAt
      guard at <= end, at < circumstances.now else { throw .sessionEnded(at: end) }
    }
  }

  /// Refuses a time in the future, or long before the session was opened.
  func checkSpan(of instant: Instant) throws(Refusal) {
    guard let opened = moment.startedAt, let rules else { throw .notOpened }
    guard instant <= circumstances.now else { throw .notYet(instant) }
    let earliest = opened - .minutes(rules.timing.backTimeHours * 60)
    guard instant >= earliest else { throw .tooEarly(earliest: earliest) }
  }

  func events(for command: Command) throws(Refusal) -> [Event] {
    switch command {
    case .setFrame(let fact): try set(fact)
    case .join(let person, let role): try join(person, role)
    case .leave(let person, let reason): try leave(person, because: reason)
    case .give(let dose): try give(dose)
    case .changeInfusion(let change): try changeInfusion(change)
    case .declare(let phase, let reason): try declare(phase, because: reason)
    case .record(let vitals): try record(vitals)
    case .missReading(let sign, let reason):
      [.noReading(MissingReading(sign: sign, reason: try words(reason)))]
    case .score(let scores): try score(scores)
    case .write(let note): try write(note)
    case .change(let change): try self.change(change)
    case .mark(let theme): try mark(theme)
    case .report(let effect): try report(effect)
    case .administer(let given): try administer(given)
    case .callOut(let call): try callOut(call)
    case .takeOrder(let order): try take(order)
    case .dropPin(let words): try dropPin(words)
    case .wordPin(let number, let text): try wordPin(number, text)
    case .postpone(let item): try postpone(item)
    case .skip(let item, let reason): try skip(item, because: reason)
    case .acknowledge(let entry, let text): try acknowledge(entry, text)
    case .confirm(let entry): try confirm(entry)
    case .callArtefact(let entry, let reason): try callArtefact(entry, reason)
    case .correct(let entry, let change, let time, let reason, let isWhole):
      try correct(entry, with: change, at: time, because: reason, isWhole: isWhole)
    case .void(let entry, let reason): try void(entry, because: reason)
    case .undo(let reason): try undo(because: reason)
    case .check(let marks): try check(marks)
    case .plan(let plan): try self.plan(plan)
    case .setLimits(let limits): try setLimits(limits)
    case .account(let supply): try account(for: supply)
    case .lozenge(let step): try lozenge(step)
    case .assess(let assessment): try assess(assessment)
    case .emergency(let step): try emergency(step)
    case .handOver(let person, let kind, let words): try handOver(to: person, kind, words)
    case .quiet: try quiet()
    case .end: try end()
    case .reopen(let reason): try reopen(because: reason)
    }
  }

  /// Words that say something.
  func words(_ text: String) throws(Refusal) -> String {
    guard text.contains(where: { !$0.isWhitespace }) else { throw .needsWords }
    return text
  }

  /// The entry that a person names.
  func index(of reference: EntryReference) throws(Refusal) -> Int {
    let found =
      switch reference {
      case .name(let name): session.index(named: name)
      case .identity(let id): session.index(of: id)
      }
    guard let found else {
      switch reference {
      case .name(let name): throw .noSuchEntry(name)
      case .identity(let id): throw .noSuchEntry(id.text)
      }
    }
    return found
  }

  /// Puts doubts to the person, unless nobody can be asked or they have been answered.
  func ask(about doubts: [Doubt]) throws(Refusal) {
    guard circumstances.asks, !circumstances.isInsisted, !doubts.isEmpty else { return }
    throw .unusual(doubts)
  }
}
