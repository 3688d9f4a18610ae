import KapCanvas
import KapEntry
import KapTimeline

/// What the second line says to a field: what was understood, or what may be typed.
struct FieldEcho {
  let interface: Interface
  let field: Field
  let display: Display

  private let understood: String?

  init(interface: Interface, field: Field, display: Display) {
    self.interface = interface
    self.field = field
    self.display = display
    understood = Self.understood(field, in: interface)
  }

  /// Whether nothing is understood yet.
  var isHint: Bool { understood == nil }

  var text: String { understood ?? prompt }

  /// The keys that matter now.
  var trailing: String {
    if let walk = field.completions {
      return "Tab \(walk.place + 1) of \(walk.choices.count): \(walk.helps[safe: walk.place] ?? "")"
    }
    switch field.content {
    case .line(let line):
      if line.isSearch { return "Enter stays here \(dot) Esc closes" }
      return field.isEmpty ? "Esc closes" : "Enter records \(dot) Esc puts aside"
    case .vitals, .scores: return field.isEmpty ? "Esc closes" : "Enter records \(dot) Esc puts aside"
    case .choice(let choice):
      switch choice.purpose {
      case .due: return "Enter does it \(dot) l later \(dot) x not done"
      case .pins, .writer, .filter: return "Enter \(dot) Esc closes"
      case .effect: return "1-9 chooses \(dot) Esc closes"
      case .phase, .notDone, .technique, .severity, .void:
        return "Enter records \(dot) \(display.sign(.left))\(display.sign(.right)) other"
      }
    }
  }

  private var dot: String { display.sign(.separator) }

  private static func understood(_ field: Field, in interface: Interface) -> String? {
    let context = interface.entryContext(openedAt: field.openedAt)
    switch field.content {
    case .line(let line):
      guard !line.text.isEmpty, !line.isSearch, let sentence = try? interface.parse(line, in: field)
      else { return nil }
      return Entry.echo(sentence, in: context)
    case .vitals(let slots):
      guard !slots.isEmpty, let (vitals, _) = try? slots.reading(), !vitals.isEmpty else {
        return nil
      }
      return Entry.echo(Sentence(verb: .vitals, command: .record(vitals)), in: context)
    case .scores(let scores):
      guard !scores.scores.isEmpty else { return nil }
      return Entry.echo(Sentence(verb: .scores, command: .score(scores.scores)), in: context)
    case .choice(let choice): return words(of: choice, field, in: interface)
    }
  }

  private static func words(
    of choice: ChoiceField,
    _ field: Field,
    in interface: Interface
  ) -> String? {
    let offset = interface.stamp.offset
    let at = WallTime(field.openedAt, offset: offset).clock
    guard case .phase(let phases) = choice.purpose, let phase = phases[safe: choice.place],
      let rules = interface.session.rules
    else { return nil }
    let zero = Moment(interface.session, at: field.openedAt).zero
    let minute = zero.map { (field.openedAt - $0).wholeMinutes }
    let place = minute.map { " (\($0 > 0 ? "+" : "")\($0))" } ?? ""
    var text = "\(rules.label(of: phase)) from now, \(at)\(place)."
    if let plan = rules.phases.first(where: { $0.phase == phase }), let from = plan.from, let to = plan.to {
      text += " Expected \(from > 0 ? "+" : "")\(plain(from)) to +\(plain(to))."
    }
    return text
  }

  /// What may be typed, while there is nothing to understand.
  private var prompt: String {
    switch field.content {
    case .line(let line):
      if line.isSearch { return "Words to find in the notes." }
      if let verb = line.verb { return verb.usage.help }
      if line.corrects != nil { return "Change what is wrong; the first version stays, marked." }
      guard line.prefix.isEmpty else { return "Your words." }
      return line.text.isEmpty ? "A sentence or a command; Tab lists them." : " "
    case .vitals(let slots):
      guard slots.asksForReason else { return "Space moves on; - leaves one out; b h s r t jump." }
      let reasons = slots.reasons.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: "  ")
      return "Why not? \(reasons)"
    case .scores: return "One digit each, in this order."
    case .choice(let choice):
      switch choice.purpose {
      case .void(let index):
        let words = display.moment.words(of: index)
        return "Marks \(display.session.name(of: index)) entered in error: \(Text.clipped(words, to: 40))"
      case .notDone(let item): return "\(DuePane.title(of: item, in: display)): why not?"
      case .technique: return "What begins; a running one stops."
      case .effect: return "What the person has, or what ended."
      case .severity(let term): return "How bad is \(term)?"
      case .due, .phase, .pins, .writer, .filter: return ""
      }
    }
  }

  /// The hint line while a field is open.
  static func hints(of field: Field) -> [(String, String)] {
    switch field.content {
    case .line(let line):
      if line.isSearch { return [("Enter", "stays"), ("Esc", "closes")] }
      if line.corrects != nil {
        return [("Enter", "records"), ("Esc", "closes"), ("↑", "earlier entry")]
      }
      return [("Enter", "records"), ("Esc", "puts aside"), ("Tab", "completes"), ("↑", "earlier lines"), ("@", "first: another time")]
    case .vitals:
      return [("Enter", "records"), ("Esc", "puts aside"), ("Space", "next"), ("-", "leaves out"), ("b h s r t", "jump")]
    case .scores: return [("Enter", "records"), ("Esc", "puts aside"), ("Space", "next")]
    case .choice: return [("Enter", "chooses"), ("Esc", "closes"), ("←→", "moves")]
    }
  }
}
