import KapCanvas
import KapEntry
import KapTimeline

extension Interface {
  /// A key in a list: arrows move, an option's own key chooses it, Enter records.
  mutating func press(_ key: Key, in choice: ChoiceField) -> [Effect] {
    var choice = choice
    let last = max(0, choice.options.count - 1)
    switch key {
    case .left, .up, .backTab: choice.place = max(0, choice.place - 1)
    case .right, .down, .tab: choice.place = min(last, choice.place + 1)
    case .home: choice.place = 0
    case .end: choice.place = last
    case .character(let character):
      if case .due(let items) = choice.purpose, choice.place < items.count {
        return pressDue(character, items[choice.place])
      }
      guard let place = choice.options.firstIndex(where: { $0.key == String(character) }) else {
        return []
      }
      choice.place = place
      // Choosing an effect leads on to how bad it is; only Enter records.
      if case .effect = choice.purpose {
        field?.content = .choice(choice)
        return submit()
      }
    case .enter, .alternateEnter, .escape, .backspace, .delete, .pageUp, .pageDown, .control,
      .paste, .unknown:
      return []
    }
    field?.content = .choice(choice)
    return []
  }

  /// Letters on the due list: later, not done.
  private mutating func pressDue(_ character: Character, _ item: DueItem) -> [Effect] {
    switch character {
    case "l":
      let effects = send(.postpone(.key(item.key)), field: field, at: stamp.now, saying: "later")
      return effects
    case "x":
      openNotDone(item)
      return []
    case "d", "j":
      guard let field, case .choice(let choice) = field.content else { return [] }
      return press(.down, in: choice)
    case "k":
      guard let field, case .choice(let choice) = field.content else { return [] }
      return press(.up, in: choice)
    default:
      return []
    }
  }

  /// Enter in a list.
  mutating func choose(_ choice: ChoiceField, in field: Field) -> [Effect] {
    let place = choice.place
    switch choice.purpose {
    case .phase(let phases):
      guard phases.indices.contains(place) else { return [] }
      return declare(phases[place], in: field)
    case .due(let items):
      guard items.indices.contains(place) else { return [] }
      return doDue(items[place])
    case .notDone(let item):
      guard let reason = choice.options[safe: place]?.label else { return [] }
      let command = Command.skip(.key(item.key), because: reason)
      return send(command, field: field, at: stamp.now, saying: "not done: \(reason)")
    case .technique(let codes):
      guard codes.indices.contains(place) else { return [] }
      return change(codes[place], in: field)
    case .effect(let terms):
      guard terms.indices.contains(place) else { return [] }
      let isEnd = place >= (session.rules?.effects.count ?? 0)
      if isEnd {
        let effect = AdverseEffect(term: terms[place], hasEnded: true)
        return send(.report(effect), field: field, at: field.openedAt, saying: "\(terms[place]) ended")
      }
      openSeverity(of: terms[place], openedAt: field.openedAt)
      return []
    case .severity(let term):
      let severities = AdverseEffect.Severity.allCases
      guard severities.indices.contains(place) else { return [] }
      let effect = AdverseEffect(term: term, severity: severities[place])
      let saying = "\(term), \(severities[place].rawValue)"
      return send(.report(effect), field: field, at: field.openedAt, saying: saying)
    case .void(let index):
      guard let reason = choice.options[safe: place]?.label else { return [] }
      let command = Command.void(.identity(session.entries[index].id), because: reason)
      return send(command, field: field, at: stamp.now, saying: "entered in error: \(reason)")
    case .pins(let pins):
      guard pins.indices.contains(place) else { return [] }
      self.field = nil
      if pins[place].words == nil, mode != .replay {
        openWording(of: pins[place].number)
      } else {
        notes.anchor = pins[place].entry
      }
      return []
    case .writer(let people):
      guard people.indices.contains(place) else { return [] }
      self.field = nil
      writerOnce = people[place]
      remark = Remark(text: "The next entry is written by \(initials(of: people[place].person)).")
      return []
    case .filter:
      self.field = nil
      filter(place)
      return []
    }
  }

  private mutating func declare(_ phase: Phase, in field: Field) -> [Effect] {
    let here = Moment(session, at: field.openedAt)
    let label = session.rules?.label(of: phase) ?? phase.rawValue
    if let current = here.phase, phase < current.phase {
      open(.line(LineField("PHASE \(label)", prefix: "phase \(phase.rawValue) because ")))
      remark = Remark(text: "Back to \(label): a word why.")
      return []
    }
    return send(.declare(phase), field: field, at: field.openedAt, saying: label)
  }

  /// Enter on a due item opens the field that does it.
  private mutating func doDue(_ item: DueItem) -> [Effect] {
    field = nil
    switch item.kind {
    case .vitals, .repeatReading: openVitals()
    case .scores: openScores()
    case .pin(let number, let entry):
      openWording(of: number)
      notes.anchor = nil
      remark = Remark(text: "Words for the pin of \(WallTime(session.entries[entry].occurredAt, offset: stamp.offset).clock).")
    case .infusionEnd: open(.line(LineField("LINE", text: "infusion stop")))
    case .hold: open(.line(LineField("NOTE", verb: .note)))
    case .confirm(let entry):
      open(.line(LineField("LINE", text: "confirm \(session.name(of: entry))")))
      remark = Remark(text: "Enter confirms it; artefact \(session.name(of: entry)) because … if the device was wrong.")
    }
    return []
  }

  private mutating func change(_ code: Code, in field: Field) -> [Effect] {
    let here = Moment(session, at: field.openedAt)
    let isRunning = here.running.contains { $0.name == code.name }
    let edge: Edge = !code.isInterval ? .once : isRunning ? .stop : .start
    let change = TechniqueChange(name: code.name, group: code.group, edge: edge)
    return send(.change(change), field: field, at: field.openedAt, saying: code.name)
  }

  private mutating func openSeverity(of term: String, openedAt: Instant) {
    let labels = AdverseEffect.Severity.allCases.map(\.rawValue)
    choose(.severity(term), zip(labels.indices.map(Self.key), labels).map { ($0, $1) })
    field?.openedAt = openedAt
  }

  private mutating func filter(_ place: Int) {
    notes.author = nil
    switch place {
    case 0: notes.kinds = nil
    case 1: notes.kinds = [.note, .pin]
    case 2: notes.kinds = [.vitals, .noReading, .score]
    case 3: notes.kinds = [.dose, .infusion, .given, .order, .call]
    case 4: notes.kinds = [.pin]
    default:
      notes.kinds = nil
      let present = Moment(session, at: stamp.now).present
      notes.author = present[safe: place - 5]?.person
    }
  }
}

extension Array {
  /// The element at a place that may not be there.
  subscript(safe place: Int) -> Element? { indices.contains(place) ? self[place] : nil }
}
