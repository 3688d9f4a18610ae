import KapCanvas
import KapEntry
import KapTimeline

extension Interface {
  /// Opens a list of checks in the notes' place, with the first open item chosen unless told.
  mutating func openChecks(_ purpose: Checklist.Purpose, at place: Int? = nil) {
    let items = findings.checks[purpose] ?? []
    guard !items.isEmpty else {
      remark = Remark(text: "This protocol has no such list.")
      return
    }
    let first = place ?? items.firstIndex { $0.state == .open } ?? 0
    choose(.checks(purpose), items.map { ("", $0.item.label) }, place: first)
  }

  /// Goes on to the next open item after one that was answered; with none left the list closes.
  mutating func openChecks(_ purpose: Checklist.Purpose, after place: Int) {
    let items = findings.checks[purpose] ?? []
    let open = items.indices.filter { $0 != place && items[$0].state == .open }
    guard let next = open.first(where: { $0 > place }) ?? open.first else { return }
    openChecks(purpose, at: next)
  }

  /// Enter on an item: its tick, or the field that its answer needs.
  mutating func answer(
    _ place: Int,
    of purpose: Checklist.Purpose,
    in field: Field
  ) -> [Effect] {
    guard let state = findings.checks[purpose]?[safe: place] else { return [] }
    let back = Field.ListPlace(purpose: purpose, item: place)
    if state.state == .done {
      let said = ChecklistPane.words(of: state, in: display)
      remark = Remark(text: "\(state.item.short): \(said). u takes it back.")
      return []
    }
    if state.state == .open, openEvidence(of: state.item) {
      if case .choice = self.field?.content { return [] }
      self.field?.returnsTo = back
      return []
    }
    if !state.item.asks.isEmpty {
      openQuestions(of: state.item, back)
      return []
    }
    let crossed = state.item.evidence?.kind == .gate ? crossedGate : nil
    guard state.item.needs == .tick, crossed == nil else {
      openAnswer(.done, to: state.item, asking: crossed, back)
      return []
    }
    let command = Command.check([ChecklistMark(item: state.item.key)])
    var source = line(saying: command, of: field)
    source.openedAt = stamp.now
    source.returnsTo = back
    return send(command, from: source, at: stamp.now)
  }

  /// A key in a list of checks beside those that move.
  mutating func press(
    _ character: Character,
    inChecksFor purpose: Checklist.Purpose,
    _ choice: ChoiceField
  ) -> [Effect] {
    guard let state = findings.checks[purpose]?[safe: choice.place] else { return [] }
    let back = Field.ListPlace(purpose: purpose, item: choice.place)
    switch character {
    case "x", "X": openAnswer(.no, to: state.item, asking: nil, back)
    case "-": openAnswer(.notApplicable, to: state.item, asking: nil, back)
    case "u", "U": takeBack(state, back)
    case "j", "d", " ": move(in: choice, by: 1)
    case "k": move(in: choice, by: -1)
    case ":": open(.line(LineField("LINE")))
    default: return stray(String(character), in: choice)
    }
    return []
  }

  /// Beyond the last item of a list the words below it are read on; returns whether this step did.
  mutating func readOn(in choice: ChoiceField, by step: Int) -> Bool {
    guard case .checks(let purpose) = choice.purpose, choice.place == choice.options.count - 1,
      step != 0
    else { return false }
    let below = checklistPane(of: purpose, at: choice.place, layout).below
    let wanted = min(max(min(choice.scrolled, below) + min(max(step, -below), below), 0), below)
    guard wanted != choice.scrolled else { return step > 0 }
    var choice = choice
    choice.scrolled = wanted
    field?.content = .choice(choice)
    return true
  }

  /// The list of checks with an item chosen.
  func checklistPane(
    of purpose: Checklist.Purpose,
    at place: Int,
    _ layout: Layout
  ) -> ChecklistPane {
    var scrolled = 0
    if case .choice(let choice) = field?.content { scrolled = choice.scrolled }
    return ChecklistPane(
      display: display,
      region: layout.notes,
      purpose: purpose,
      chosen: place,
      asking: field?.asking,
      scrolled: scrolled
    )
  }

  private mutating func takeBack(_ state: ChecklistState, _ back: Field.ListPlace) {
    guard let entry = state.entry else {
      remark = Remark(text: "Nobody answered \(state.item.short); there is nothing to take back.")
      return
    }
    choose(.void(entry), numbered(session.rules?.reasons.void ?? []))
    field?.returnsTo = back
  }

  /// The field for an answer in words.
  private mutating func openAnswer(
    _ answer: ChecklistMark.Answer,
    to item: ChecklistItem,
    asking question: String?,
    _ back: Field.ListPlace
  ) {
    let word =
      switch answer {
      case .done: ""
      case .no: " no"
      case .notApplicable: " n/a"
      }
    let name = Entry.name(ofItem: item.key, in: session.rules)
    let prefix = "check \(name)\(word): "
    open(.line(LineField(Field.title(ofPrefix: prefix), prefix: prefix)))
    field?.returnsTo = back
    let wanted =
      switch answer {
      case .done: item.needs == .minutes ? "how many minutes." : "in words."
      case .no: "not so, and what was done about it."
      case .notApplicable: "why it does not apply."
      }
    remark = Remark(text: question ?? "\(item.label): \(wanted)")
  }

  /// What of the readings before the dose is beyond the clinic's limits, and what that asks.
  private var crossedGate: String? {
    let moment = Moment(session, at: stamp.now)
    let crossings = moment.gateCrossings
    guard !crossings.isEmpty else { return nil }
    let isHold = crossings.contains { $0.asks == .hold }
    let asked = crossings.filter { $0.asks == (isHold ? .hold : .note) }
    let limits = asked.map { limit in
      let edge =
        switch (limit.side, limit.isInclusive) {
        case (.above, false): "above"
        case (.above, true): "at or above"
        case (.below, false): "below"
        case (.below, true): "at or below"
        }
      return "\(limit.sign.label) \(edge) \(plain(limit.value))"
    }
    let value = moment.gatePressure ?? "A reading"
    let step =
      isHold ? "hold. Who says otherwise, and why: by NAME: reason" : "a note of it, in words."
    return "\(value), \(limits.joined(separator: ", ")): \(step)"
  }

  /// Opens what would put the answer on record, where that is not a tick; returns whether it did.
  private mutating func openEvidence(of item: ChecklistItem) -> Bool {
    guard let evidence = item.evidence else { return false }
    switch evidence.kind {
    case .fact:
      guard let verb = evidence.name.flatMap({ Verb(rawValue: $0.lowercased()) }) else {
        return false
      }
      open(.line(LineField(Field.title(of: verb), verb: verb)))
    case .baseline: openVitals()
    case .gate:
      guard Moment(session, at: stamp.now).gatePressure == nil else { return false }
      openVitals()
    case .staff: open(.line(LineField("LINE", text: "join ")))
    case .scale:
      guard let scale = questionnaires.first(where: { $0.name == evidence.name }) else {
        open(.line(LineField("LINE", text: "scale \(evidence.name ?? "") ")))
        return true
      }
      openQuestionnaire(scale)
    case .stay:
      let until = Moment(session, at: stamp.now).stayUntil
      let clock = until.map { " until \(WallTime($0, offset: stamp.offset).clock)" } ?? ""
      remark = Remark(text: "The stay goes on\(clock); x says why it was cut short.")
    }
    return true
  }
}
