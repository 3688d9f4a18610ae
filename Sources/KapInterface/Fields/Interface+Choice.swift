import KapCanvas
import KapEntry
import KapTimeline

extension Interface {
  /// A key in a list: arrows move, an option's own key chooses it, Enter records.
  mutating func press(_ key: Key, in choice: ChoiceField) -> [Effect] {
    if let effects = takeStray(key, in: choice) { return effects }
    if let effects = takeKey(key, in: choice) { return effects }
    switch key {
    case .left, .up, .backTab: move(in: choice, by: -1)
    case .right, .down, .tab: move(in: choice, by: 1)
    case .pageUp: move(in: choice, by: -10)
    case .pageDown: move(in: choice, by: 10)
    case .home: move(in: choice, by: -choice.options.count)
    case .end: move(in: choice, by: choice.options.count)
    case .character(let character): return press(character, in: choice)
    case .paste(let text): return stray(text, in: choice)
    case .enter, .alternateEnter, .escape, .backspace, .delete, .control, .function, .unknown: break
    }
    return []
  }

  mutating func move(in choice: ChoiceField, by step: Int) {
    if readOn(in: choice, by: step) { return }
    let last = max(0, choice.options.count - 1)
    let (wanted, overflow) = choice.place.addingReportingOverflow(step)
    put(min(max(overflow ? last : wanted, 0), last), in: choice)
  }

  /// Chooses an option; discharged cannot be chosen while anything is open, and it says what is.
  private mutating func put(_ place: Int, in choice: ChoiceField) {
    var choice = choice
    if case .phase(let phases) = choice.purpose, phases[safe: place] == .discharged, let field {
      let inTheWay = standsInTheWayOfDischarge(at: field.openedAt)
      guard inTheWay.isEmpty else { return sayNotDischarged(inTheWay) }
    }
    choice.place = place
    choice.letters = ""
    choice.stray = ""
    field?.content = .choice(choice)
  }

  mutating func sayNotDischarged(_ matters: [String]) {
    remark = Remark(text: "Not discharged yet: \(matters.joined(separator: ", ")).")
  }

  /// What has to be over before the person can be discharged.
  func standsInTheWayOfDischarge(at instant: Instant) -> [String] {
    do {
      let circumstances = circumstances(at: instant)
      _ = try session.drafts(for: .declare(.discharged), under: circumstances)
      return []
    } catch .dischargedWhileOpen(let matters) {
      return matters
    } catch {
      return []
    }
  }

  private mutating func press(_ character: Character, in choice: ChoiceField) -> [Effect] {
    if case .due(let items) = choice.purpose {
      guard let item = items[safe: choice.place], let field else { return [] }
      switch character {
      case "l", "L": return send(.postpone(.key(item.key)), from: field, at: stamp.now)
      case "x", "X": openNotDone(item)
      case "d", "j": move(in: choice, by: 1)
      case "k": move(in: choice, by: -1)
      case ":": open(.line(LineField("LINE")))
      default: return stray(String(character), in: choice)
      }
      return []
    }
    let isWord = !choice.letters.isEmpty && character.isLetter
    // Letters do not choose a phase: preparation and peak, return and recovery begin alike.
    guard !isWord, let place = choice.options.firstIndex(where: { $0.key == String(character) })
    else { return stray(String(character), in: choice) }
    put(place, in: choice)
    if character.isLetter { remember(letter: character) }
    // Choosing an effect leads on to how bad it is; only Enter records.
    if case .questionnaires = choice.purpose { return submit() }
    if case .effect(let symptoms) = choice.purpose, symptoms[safe: place]?.ends == false {
      let effects = submit()
      if character.isLetter { remember(letter: character) }
      return effects
    }
    return []
  }

  /// Enter in a list.
  mutating func choose(_ choice: ChoiceField, in field: Field) -> [Effect] {
    let place = choice.place
    guard choice.stray.isEmpty else {
      sayStray(choice)
      return []
    }
    switch choice.purpose {
    case .phase(let phases):
      guard let phase = phases[safe: place] else { return [] }
      return declare(phase, in: field)
    case .due(let items):
      guard let item = items[safe: place] else { return [] }
      return doDue(item)
    case .notDone(let item) where place == choice.options.count - 1:
      open(.line(LineField("NOT DONE", prefix: "notdone \(item.key) because ")))
      remark = Remark(text: "\(DuePane.title(of: item, in: display)): why not, in words.")
      return []
    case .notDone(let item):
      guard let reason = choice.options[safe: place]?.label else { return [] }
      return send(.skip(.key(item.key), because: reason), from: field, at: stamp.now)
    case .technique(let codes):
      guard let code = codes[safe: place] else { return [] }
      return change(code, in: field)
    case .effect(let symptoms):
      guard let symptom = symptoms[safe: place] else {
        open(.line(LineField("EFFECT", verb: .effect)))
        self.field?.openedAt = field.openedAt
        return []
      }
      guard symptom.ends else {
        openSeverity(of: symptom.term, after: field)
        return []
      }
      return send(.report(AdverseEffect(term: symptom.term, hasEnded: true)), from: field)
    case .severity(let term):
      guard let severity = AdverseEffect.Severity.allCases[safe: place] else { return [] }
      return send(.report(AdverseEffect(term: term, severity: severity)), from: field)
    case .void(let index):
      guard let reason = choice.options[safe: place]?.label else { return [] }
      return void(index, because: reason, in: field)
    case .pins(let pins):
      guard let pin = pins[safe: place] else { return [] }
      self.field = nil
      goTo(pin)
      return []
    case .writer(let people):
      guard let person = people[safe: place] else { return [] }
      self.field = nil
      writerOnce = person
      remark = Remark(text: "The next entry is written by \(session.initials(of: person.person)).")
      return []
    case .questionnaires(let scales):
      guard let scale = scales[safe: place] else { return [] }
      self.field = nil
      openQuestionnaire(scale)
      return []
    case .hush: return send(.quiet, from: field, at: stamp.now)
    case .filter:
      self.field = nil
      filter(place)
      return []
    case .checks(let purpose): return answer(place, of: purpose, in: field)
    case .prescription(let offers):
      guard let offer = offers[safe: place] else { return [] }
      openRx(offer.sentence, since: field)
      return []
    case .detail(let effect, let part):
      let effect = said(place, of: part, in: effect)
      return send(.report(effect), from: field)
    case .page(_, let entries):
      self.field = nil
      if let entry = entries[safe: place] { notes.anchor = NotesView.Anchor(entry: entry) }
      return []
    }
  }

  /// Voids my last entry, with those that the same Enter wrote; of what changed meanwhile only it.
  private mutating func void(_ index: Int, because reason: String, in field: Field) -> [Effect] {
    let isStillLast =
      Moment(session, at: stamp.now).lastEntry(by: seat.person, at: seat.id) == index
    let command: Command =
      isStillLast
      ? .undo(because: reason) : .void(.identity(session.entries[index].id), because: reason)
    return send(command, from: field, at: stamp.now)
  }

  private mutating func declare(_ phase: Phase, in field: Field) -> [Effect] {
    let here = Moment(session, at: field.openedAt)
    if let current = here.phase, phase < current.phase {
      let label = session.rules?.label(of: phase) ?? phase.rawValue
      let line = LineField(
        "BACK TO \(label.uppercased())",
        prefix: "phase \(phase.rawValue) because "
      )
      open(.line(line))
      self.field?.openedAt = field.openedAt
      remark = Remark(text: "Back to \(label): a word why.")
      return []
    }
    return send(.declare(phase), from: field)
  }

  /// Enter on a due item opens the field that does it.
  private mutating func doDue(_ item: DueItem) -> [Effect] {
    switch item.kind {
    case .vitals, .endReading, .repeatReading, .scores: openVisit(with: item)
    case .pin(let number, let entry):
      openWording(of: number)
      let at = WallTime(session.entries[entry].occurredAt, offset: stamp.offset).clock
      remark = Remark(text: "Words for the pin of \(at); its time stays.")
    case .infusionEnd: open(.line(LineField("LINE", text: "infusion stop")))
    case .hold: open(.line(LineField("LINE", text: "lozenge ")))
    case .checks(let purpose, _, _): openChecks(purpose)
    case .vial: open(.line(LineField("LINE", text: "vial ")))
    case .stepWords(let entry): openWords(ofStepAt: entry)
    case .confirm(let entry):
      let name = session.name(of: entry)
      open(.line(LineField("LINE", text: "confirm \(name)")))
      remark = Remark(text: "Enter says it is so; else artefact \(name) because …")
    }
    return []
  }

  /// What is due within the tolerance of each other is one visit: the readings, then the scores.
  private mutating func openVisit(with item: DueItem) {
    let items = findings.due.visit(with: item.key)?.items ?? [item]
    let hasScores = items.contains { $0.kind.isScores }
    guard items.contains(where: { !$0.kind.isScores }) else { return openScores() }
    openVitals()
    field?.leadsToScores = hasScores
  }

  private mutating func change(_ code: Code, in field: Field) -> [Effect] {
    let here = Moment(session, at: field.openedAt)
    let isRunning = here.running.contains { $0.name == code.name }
    let edge: Edge = !code.isInterval ? .once : isRunning ? .stop : .start
    let change = TechniqueChange(name: code.name, group: code.group, edge: edge)
    return send(.change(change), from: field)
  }

  private mutating func openSeverity(of term: String, after field: Field) {
    let labels = AdverseEffect.Severity.allCases.map(\.rawValue)
    choose(.severity(term), labels.indices.map { (Self.key($0), labels[$0]) })
    self.field?.openedAt = field.openedAt
    self.field?.isTimeGiven = field.isTimeGiven
  }

  /// Shows a pin where it stands among the notes; in a replay the play head goes there.
  private mutating func goTo(_ pin: PinState) {
    if replay != nil {
      replay?.seek(to: pin.at)
      notes.anchor = nil
    } else {
      notes.anchor = NotesView.Anchor(entry: pin.entry)
    }
  }

  private mutating func filter(_ place: Int) {
    let kinds = NotesView.Shown.allCases
    notes.author = nil
    notes.shown = kinds[safe: place] ?? .all
    guard place >= kinds.count else { return }
    notes.author = display.moment.present[safe: place - kinds.count]?.person
  }
}

extension DueItem.Kind {
  fileprivate var isScores: Bool {
    guard case .scores = self else { return false }
    return true
  }
}

extension Array {
  /// The element at a place that may not be there.
  subscript(safe place: Int) -> Element? { indices.contains(place) ? self[place] : nil }
}
