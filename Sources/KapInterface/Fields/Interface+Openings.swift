import KapCanvas
import KapEntry
import KapTimeline

extension Interface {
  private var here: Moment { Moment(session, at: stamp.now) }

  mutating func openVitals() {
    open(.vitals(VitalsSlots(under: session.rules)))
  }

  mutating func openScores() {
    guard let rules = session.rules, let schedule = rules.scores else {
      remark = Remark(text: "This protocol scores no scales.")
      return
    }
    open(.scores(ScoresField(schedule.scales.compactMap { rules.scale(named: $0) })))
  }

  mutating func openPhases() {
    guard let rules = session.rules else { return }
    let phases = rules.phases.map(\.phase)
    let next = here.nextPhase.flatMap { phases.firstIndex(of: $0) } ?? 0
    choose(.phase(phases), phases.map { ("", rules.label(of: $0)) }, place: next)
  }

  mutating func openTechniques() {
    guard let rules = session.rules else { return }
    let running = here.running.map(\.name)
    let codes = rules.codes.filter { running.contains($0.name) } + rules.codes.filter { !running.contains($0.name) }
    let labels = codes.map { code in
      running.contains(code.name) ? "stop \(code.name)" : code.name
    }
    choose(.technique(codes), zip(codes.map(\.key), labels).map { ($0, $1) })
  }

  mutating func openEffects() {
    guard let rules = session.rules else { return }
    let open = here.effects.map(\.effect.term)
    let terms = rules.effects.map(\.name)
    let ends = open.map { ("", "\($0) ended") }
    let keys = terms.indices.map { Self.key($0) }
    choose(.effect(terms + open), zip(keys, terms).map { ($0, $1) } + ends)
  }

  mutating func openDue() {
    let items = here.due(given: here.notices).open
    guard !items.isEmpty else {
      remark = Remark(text: "Nothing is due.")
      return
    }
    choose(.due(items), items.map { _ in ("", "") })
  }

  mutating func openNotDone(_ item: DueItem) {
    let reasons = session.rules?.reasons.notDone ?? []
    choose(.notDone(item), numbered(reasons))
  }

  mutating func openUndo() {
    guard let last = here.lastEntry(by: seat.person, at: seat.id) else {
      remark = Remark(text: "There is no entry of yours to take back.")
      return
    }
    choose(.void(last), numbered(session.rules?.reasons.void ?? ["mistyped"]))
  }

  mutating func openWriters() {
    let present = here.present
    guard !present.isEmpty else {
      remark = Remark(text: "Nobody has joined. join jb as therapist says who is here.")
      return
    }
    choose(.writer(present), numbered(present.map { initials(of: $0.person) }))
  }

  mutating func openPins() {
    let pins = here.pins
    guard !pins.isEmpty else {
      remark = Remark(text: "There is no pin yet. Space drops one.")
      return
    }
    choose(.pins(pins), pins.map { ("\($0.number)", $0.words ?? "no words yet") }, place: pins.count - 1)
  }

  mutating func openFilter() {
    let labels = ["all", "words", "vitals", "medicines", "pins"] + here.present.map { initials(of: $0.person) }
    choose(.filter, numbered(labels))
  }

  mutating func openAcknowledgement() {
    guard let top = here.open(here.notices).first(where: { $0.entry != nil }), let entry = top.entry else {
      remark = Remark(text: "There is no notice to acknowledge.")
      return
    }
    let name = session.name(of: entry)
    open(.line(LineField("ACK \(name)", prefix: "ack \(name): ")))
  }

  mutating func openWording(of number: Int) {
    open(.line(LineField("PIN \(number)", prefix: "pin \(number): ")))
  }

  mutating func openSearch() {
    var line = LineField("FIND")
    line.isSearch = true
    open(.line(line))
  }

  /// Reopens an entry of this seat with what it says; arrow up goes to the one before.
  mutating func openCorrection(before: Int?) {
    let mine = session.entries.indices.filter { index in
      let entry = session.entries[index]
      return entry.recorded.author == seat.person && entry.recorded.seat == seat.id && !entry.isVoid
        && command(of: index) != nil && before.map { index < $0 } ?? true
    }
    guard let index = mine.last, let command = command(of: index) else {
      remark = Remark(text: before == nil ? "There is no entry of yours to correct." : "That is your first.")
      return
    }
    var line = LineField("CORRECT \(session.name(of: index))")
    line.corrects = index
    _ = line.text.insert(Entry.quote(command, in: entryContext(openedAt: stamp.now)) ?? "")
    open(.line(line))
    field?.openedAt = session.entries[index].occurredAt
  }

  /// The correction that a reopened entry's sentence stands for.
  func correction(of index: Int, by sentence: Sentence) -> Command {
    .correct(
      .identity(session.entries[index].id),
      with: sentence.command,
      at: sentence.occurredAt == session.entries[index].occurredAt ? nil : sentence.occurredAt,
      because: nil
    )
  }

  /// The command that would record what an entry says; nil for what has no sentence.
  private func command(of index: Int) -> Command? {
    guard let command = session.entries[index].event.command,
      Entry.quote(command, in: entryContext(openedAt: stamp.now)) != nil
    else { return nil }
    return command
  }

  mutating func choose(
    _ purpose: ChoiceField.Purpose,
    _ options: [(String, String)],
    place: Int = 0
  ) {
    let options = options.map { ChoiceField.Option(key: $0.0, label: $0.1) }
    open(.choice(ChoiceField(purpose: purpose, options: options, place: place)))
  }

  private func numbered(_ labels: [String]) -> [(String, String)] {
    zip(labels.indices.map(Self.key), labels).map { ($0, $1) }
  }

  /// `1` to `9`, then `a` to `z`.
  static func key(_ place: Int) -> String {
    let keys = Array("123456789abcdefghijklmnopqrstuvwxyz")
    return place < keys.count ? String(keys[place]) : ""
  }
}

extension Event {
  /// The command that would record this; nil for what no sentence says.
  var command: Command? {
    switch self {
    case .frame(let fact): .setFrame(fact)
    case .joined(let presence): presence.role.map { .join(presence.person, $0) }
    case .left(let presence): .leave(presence.person)
    case .dose(let dose): .give(dose)
    case .infusion(let change): .changeInfusion(change)
    case .phase(let declaration): .declare(declaration.phase, because: declaration.reason)
    case .vitals(let vitals): .record(vitals)
    case .noReading(let missing): .missReading(missing.sign, because: missing.reason)
    case .score(let score): .score([score])
    case .note(let note): .write(note)
    case .technique(let change): .change(change)
    case .theme(let theme): .mark(theme)
    case .effect(let effect): .report(effect)
    case .given(let given): .administer(given)
    case .call(let call): .callOut(call)
    case .order(let order): .takeOrder(order)
    case .pin(let pin): pin.target == nil ? .dropPin(words: pin.words) : nil
    case .opened, .later, .notDone, .acknowledgement, .confirmation, .correction, .void, .attached,
      .detached, .suspended, .resumed, .clockStepped, .ended, .reopened:
      nil
    }
  }
}
