import KapCanvas
import KapEntry
import KapTimeline

/// What the second line says to a field: what was understood, or what may be typed.
struct FieldEcho {
  let interface: Interface
  let field: Field
  let display: Display

  /// What Enter would refuse of it.
  let obstacle: Obstacle?
  private let understood: String?

  init(interface: Interface, field: Field, display: Display) {
    self.interface = interface
    self.field = field
    self.display = display
    obstacle = interface.obstacle(to: field)
    understood = obstacle?.isSaid ?? true ? Self.understood(field, in: interface) : nil
  }

  /// Whether nothing is understood yet.
  var isHint: Bool { understood == nil && refused == nil }

  var text: String { refused?.message ?? understood ?? unfinished ?? prompt }

  /// What Enter would say no to in all that is typed.
  var refused: Field.Problem? {
    obstacle.flatMap { $0.isUnfinished || $0.isSaid ? nil : $0.problem }
  }

  /// What a whole sentence still lacks, where the field has no words of its own for it.
  private var unfinished: String? {
    guard case .line(let line) = field.content, let obstacle else { return nil }
    if let words = Self.unfinished(line, obstacle.problem) { return words }
    guard line.isFree, !line.text.isEmpty, field.completions == nil, field.corrects == nil,
      !obstacle.problem.message.isEmpty
    else { return nil }
    return "\(obstacle.problem.message) \(obstacle.problem.remedy)"
  }

  /// How long it has been open, once that is long, and the keys that matter now.
  var trailing: String {
    let minutes = (interface.stamp.now - field.begunAt).wholeMinutes
    let keys = refused.map(\.remedy) ?? self.keys
    guard minutes >= 2 else { return keys }
    return "opened \(minutes) min ago \(dot) \(isRecording ? enter : "Esc closes")"
  }

  /// What Enter does here: a sentence that it would refuse is not recorded yet.
  var enter: String {
    guard obstacle == nil else { return "Enter not yet" }
    return interface.goesSomewhere(field) ? "Enter does it" : "Enter records"
  }

  /// Whether the hints say it too.
  var isTrailingDispensable: Bool { (interface.stamp.now - field.begunAt).wholeMinutes < 2 }

  private var isRecording: Bool { !field.isEmpty && !field.isOnlyLooking }

  private var keys: String {
    switch field.content {
    case .line(let line):
      if line.isSearch { return "Enter stays here \(dot) Esc ends" }
      if field.asking != nil { return "- none \(dot) empty: not asked" }
      if field.step != nil { return "Enter keeps them \(dot) Esc leaves it as it is" }
      return field.isEmpty ? "Esc closes" : "\(enter) \(dot) Esc puts aside"
    case .vitals, .scores:
      return field.isEmpty ? "Esc closes" : "\(enter) \(dot) Esc puts aside"
    case .questionnaire(let questionnaire):
      return questionnaire.item == nil
        ? "Enter records \(dot) Esc puts aside" : "- skips \(dot) Backspace back"
    case .unlocking(let unlocking):
      if case .checking = unlocking.stage { return "Esc gives it up" }
      return "Enter \(unlocking.hasPage ? "records" : "changes it") \(dot) Esc closes"
    case .choice(let choice):
      switch choice.purpose {
      case .due: return "Enter does it \(dot) l later \(dot) x not done"
      case .pins, .writer, .filter, .questionnaires: return "Enter chooses \(dot) Esc closes"
      case .page: return "Enter goes there \(dot) Esc closes"
      case .prescription: return "Enter takes it \(dot) or type"
      case .checks: return "Enter ticks \(dot) x not so \(dot) - n/a \(dot) u takes back"
      case .effect: return "its key chooses \(dot) Esc closes"
      case .detail: return "its key says it \(dot) Tab on \(dot) Enter records"
      case .hush: return "Enter records \(dot) Esc closes"
      case .phase, .severity:
        return "\(enter) \(dot) \(display.sign(.left))\(display.sign(.right)) other"
      case .notDone, .technique, .void:
        return "Enter records \(dot) \(display.sign(.up))\(display.sign(.down)) other"
      }
    }
  }

  private var dot: String { display.sign(.separator) }

  private static func understood(_ field: Field, in interface: Interface) -> String? {
    let context = interface.entryContext(openedAt: field.openedAt)
    switch field.content {
    case .line(let line):
      guard !line.text.isEmpty, !line.isSearch, field.asking == nil else { return nil }
      if line.isFree, field.corrects == nil,
        let command = ConsoleCommand.echo(line.text.text, themes: interface.themeNames)
      {
        return command
      }
      if line.isFree, let scale = interface.questionnaire(in: line.text.text) {
        return "opens \(scale.label), item by item"
      }
      guard case .success(let sentence) = interface.reading(of: field).line?.sentence else {
        return nil
      }
      let isWordForWord = line.verb == .note || line.verb == .said
      let echo = Entry.echo(sentence, in: context, repeatingWords: !isWordForWord)
      let open = openItems(before: sentence.command, in: interface)
      if case .end = sentence.command, let later = interface.laterThanNow {
        return "\(echo). \(later)"
      }
      guard let open else { return echo }
      return with(open, behind: echo, of: field, in: interface)
    case .vitals(let slots):
      guard !slots.isEmpty, !slots.asksForReason, let (vitals, missing) = try? slots.reading()
      else {
        return nil
      }
      let words = missing.map { "\($0.sign?.label ?? "vitals") not read, \($0.reason)" }
      guard !vitals.isEmpty else { return words.joined(separator: "; ") }
      let echo = ([echo(of: vitals, field, in: interface)] + words).joined(separator: "; ")
      // A long echo hides the hints: the same in short leaves room for what may be said with it.
      guard slots.currentSlot.kind == .circumstances, slots.currentSlot.text.isEmpty,
        takenOut(of: field, by: vitals, in: interface).isEmpty,
        Text.width(of: echo) > interface.layout.size.columns - 6
      else { return echo }
      let short = ([vitals.words] + words).joined(separator: "; ")
      return "\(short); air, o2 2l; supine; by cuff."
    case .scores(let scores):
      guard let typed = try? scores.scores(), !typed.isEmpty else { return nil }
      return Entry.echo(Sentence(verb: .scores, command: .score(typed)), in: context)
    case .questionnaire(let questionnaire):
      return questionnaire.item == nil ? questionnaire.result : nil
    case .unlocking: return nil
    case .choice(let choice): return words(of: choice, field, in: interface)
    }
  }

  /// The set as it will stand, and first what a correction takes out of it; without the change from
  /// baseline where two lines would not hold what is said with it.
  private static func echo(of vitals: Vitals, _ field: Field, in interface: Interface) -> String {
    var context = interface.entryContext(openedAt: field.openedAt)
    let words = takenOut(of: field, by: vitals, in: interface)
    let gone = words.isEmpty ? "" : "Taken out: \(words.joined(separator: ", ")). "
    let sentence = Sentence(verb: .vitals, command: .record(vitals))
    let echo = gone + Entry.echo(sentence, in: context)
    let room = interface.layout.size.columns - 6
    guard Text.wrapped(echo, to: room, limit: 3).count > 2 else { return echo }
    context.baseline = nil
    return gone + Entry.echo(sentence, in: context)
  }

  /// What the entry that a field corrects says and would say no longer.
  private static func takenOut(
    of field: Field,
    by vitals: Vitals,
    in interface: Interface
  ) -> [String] {
    guard let index = field.corrects, let entry = interface.session.entries[safe: index],
      case .vitals(let before) = entry.event
    else { return [] }
    return before.said(butNotBy: vitals)
  }

  /// Of a vial what is missing while it is typed: the sum is what counts.
  private static func unfinished(_ line: LineField, _ problem: Field.Problem) -> String? {
    let words = line.text.text.split(separator: " ")
    guard words.first?.lowercased() == "vial", words.count > 1, !problem.message.isEmpty else {
      return nil
    }
    return "\(problem.message) \(problem.remedy)"
  }

  private static func words(
    of choice: ChoiceField,
    _ field: Field,
    in interface: Interface
  ) -> String? {
    guard case .phase(let phases) = choice.purpose, let phase = phases[safe: choice.place],
      let rules = interface.session.rules
    else { return nil }
    let at = WallTime(field.openedAt, offset: interface.stamp.offset).clock
    let minute = Moment(interface.session, at: field.openedAt).minute(of: field.openedAt)
    let place = minute.map { " (\($0 > 0 ? "+" : "")\($0))" } ?? ""
    let from = field.isTimeGiven ? "from" : "from now,"
    var text = "\(rules.label(of: phase)) \(from) \(at)\(place)."
    if let plan = rules.phases.first(where: { $0.phase == phase }), let from = plan.from,
      let to = plan.to
    {
      text += " Expected \(from > 0 ? "+" : "")\(plain(from)) to +\(plain(to))."
    }
    return text
  }

  /// What may be typed, while there is nothing to understand.
  private var prompt: String {
    if field.timeText != nil { return "Another time: @14:05, @1405, @-3m or @+12m, then Space." }
    switch field.content {
    case .line(let line):
      if let walk = field.completions { return walk.helps[safe: walk.place] ?? "" }
      if line.isSearch { return "Words to find in the notes." }
      if let asking = field.asking { return asking.prompt }
      if let step = field.step { return "\(step.intervention.name) is kept. Its words?" }
      if field.corrects != nil, line.prefix.isEmpty {
        return "Change what is wrong; the first version stays, marked."
      }
      if let verb = line.verb { return verb.usage.help }
      guard line.prefix.isEmpty else { return "Your words." }
      return line.text.isEmpty ? "A sentence or a command; Tab lists them." : ""
    case .vitals(let slots):
      guard slots.asksForReason else {
        let isSmall = interface.layout.size.columns < 76
        if slots.currentSlot.kind == .circumstances {
          return isSmall
            ? "air, o2 2l; supine, sitting; by cuff, monitor, hand."
            : "air, o2 2l; supine, lateral, sitting, standing; by cuff, monitor, hand."
        }
        if field.leadsToScores { return "The readings; the scores of this visit come next." }
        let with = "w oxygen, position, source."
        return isSmall
          ? "Space on; - leaves out; \(with)"
          : "Space on; - leaves one out; b h s r t jump; \(with)"
      }
      let reasons = slots.reasons.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: "  ")
      return "Why not? \(reasons)"
    case .scores(let scores):
      return scores.texts.indices.lazy.compactMap(scores.mistake).first?.message
        ?? "One digit each, in this order; - leaves one out."
    case .questionnaire(let questionnaire): return prompt(of: questionnaire)
    case .unlocking(let unlocking): return prompt(of: unlocking)
    case .choice(let choice): return prompt(of: choice)
    }
  }

  private func prompt(of questionnaire: Questionnaire) -> String {
    let pane = interface.questionnairePane(questionnaire, interface.layout)
    if !pane.showsLicence, let licence = questionnaire.scale.licence,
      Text.wrapped(licence, to: interface.layout.size.columns - 6, limit: 3).count < 3
    {
      return licence
    }
    let down = display.sign(.down)
    let rest = pane.showsLicence ? "" : "\(down) the rest, and whose words these are."
    guard let item = questionnaire.item else { return rest }
    let range = "\(item.minimum) to \(item.maximum)"
    let answer = questionnaire.isNumber(item) ? "\(range), then Enter" : range
    return rest.isEmpty ? answer : "\(answer). \(rest)"
  }

  private func prompt(of unlocking: Unlocking) -> String {
    let person = initials(of: unlocking.person)
    switch unlocking.stage {
    case .asking: return "\(person): your passphrase."
    case .checking: return "The passphrase is tried."
    case .free: return "\(person) takes the seat."
    case .byName:
      return "\(person) is not a person of this chart: handed over by name, the seat stays yours."
    }
  }

  private func prompt(of choice: ChoiceField) -> String {
    switch choice.purpose {
    case .void(let index):
      let together = display.moment.writtenTogether(with: index)
      let more = together.count > 1 ? " and \(together.count - 1) with it" : ""
      // Of a dose and the phase it declared the dose is what somebody must see.
      let named = together.first { display.session.entries[$0].event.kind == .dose } ?? index
      let words = Text.clippedAtWord(display.moment.words(of: named), to: 40)
      return "Marks \(display.session.name(of: named))\(more) entered in error: \(words)"
    case .notDone(let item): return "\(DuePane.title(of: item, in: display)): why not?"
    case .technique: return "What begins; a running one stops."
    case .effect: return "What the person has, or what ended."
    case .severity(let term): return "How bad is \(term)? Tab says more of it first."
    case .writer: return "Who writes the next entry?"
    case .questionnaires: return "One digit an item."
    case .hush: return "Another or more urgent notice breaks through; the same again does not."
    case .pins: return "Enter goes there."
    case .filter: return "What the notes show."
    case .checks(let purpose):
      return display.findings.checks[purpose]?[safe: choice.place]
        .map { ChecklistPane.words(of: $0, in: display) } ?? ""
    case .prescription(let offers): return offers[safe: choice.place]?.sentence ?? ""
    case .detail(let effect, let part): return part.question(about: effect)
    case .page: return ""
    case .due, .phase: return ""
    }
  }
}
