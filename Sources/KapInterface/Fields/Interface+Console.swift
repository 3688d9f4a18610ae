import KapCanvas
import KapEntry
import KapTimeline

/// A command of the console itself, beside the sentences of the entry language.
package struct ConsoleCommand: Hashable, Sendable {
  /// The word.
  package let name: String
  /// Its shape: `theme NAME`.
  package let pattern: String
  /// What it does.
  package let help: String

  /// All of them, as `:` Tab lists them.
  ///
  /// Some share their word with the language and none of their lines: `leave` alone leaves the
  /// console and `leave jb` is about JB; `plan` alone opens the worksheet, `scores` alone a page;
  /// `theme` with the name of a theme of the screen alone changes that, and with anything else is
  /// about the session.
  package static let all = [
    ConsoleCommand(name: "leave", pattern: "leave", help: "Leaves the console; the session stays."),
    ConsoleCommand(name: "theme", pattern: "theme NAME", help: "Another theme of the screen."),
    ConsoleCommand(name: "goto", pattern: "goto +40|14:05", help: "Moves through the session."),
    ConsoleCommand(name: "find", pattern: "find WORDS", help: "Searches the notes."),
    ConsoleCommand(name: "model", pattern: "model", help: "A model's band; practice and replay."),
    ConsoleCommand(name: "events", pattern: "events", help: "The adverse events, one a line."),
    ConsoleCommand(name: "scores", pattern: "scores", help: "What was scored, one a line."),
    ConsoleCommand(
      name: "agreed",
      pattern: "agreed",
      help: "All that was agreed, with who said it and when."
    ),
    ConsoleCommand(
      name: "debrief",
      pattern: "debrief",
      help: "Practice: the record beside what happened."
    ),
    ConsoleCommand(
      name: "by-hand",
      pattern: "by-hand",
      help: "Practice: the script stops, you record everything."
    ),
    ConsoleCommand(
      name: "speed",
      pattern: "speed N",
      help: "Practice: time passes N times as fast, 1 to 60."
    ),
    ConsoleCommand(name: "plan", pattern: "plan", help: "The worksheet of the dose."),
    ConsoleCommand(name: "checks", pattern: "checks", help: "The list of checks before the dose."),
    ConsoleCommand(name: "leaving", pattern: "leaving", help: "The list of checks before leaving."),
    ConsoleCommand(name: "blank", pattern: "blank", help: "The quiet screen."),
    ConsoleCommand(name: "seat", pattern: "seat NAME", help: "The seat goes to somebody else."),
    ConsoleCommand(name: "keys", pattern: "keys", help: "The page of keys."),
    ConsoleCommand(
      name: "sentences",
      pattern: "sentences",
      help: "Every sentence of the entry language, with an example."
    ),
    ConsoleCommand(name: "quit", pattern: "quit", help: "Says how to end or leave."),
  ]

  /// The theme of the screen that a line names.
  static func theme(in line: String, of names: [String]) -> String? {
    let words = line.split(separator: " ")
    guard words.count == 2, words[0].lowercased() == "theme" else { return nil }
    return names.first { $0 == words[1].lowercased() }
  }

  /// What a line will do, if it is one of the console's own.
  static func echo(_ line: String, themes: [String]) -> String? {
    if let theme = theme(in: line, of: themes) { return "the screen's theme \(theme), as shown" }
    let words = line.split(separator: " ")
    guard let first = words.first?.lowercased() else { return nil }
    switch first {
    case "leave" where words.count == 1 || words[1].lowercased() == "because":
      return "leaves the console; the session stays open"
    case "find" where words.count > 1: return "searches the notes"
    case "model" where words.count == 1: return "shows or hides the model; never in a live session"
    case "seat" where words.count > 1: return "asks for the passphrase; the seat changes"
    case "plan" where words.count == 1, "scores" where words.count == 1:
      return all.first { $0.name == first }?.help
    case "assess" where words.count == 1: return "lists the questionnaires"
    case "q": return all.first { $0.name == "quit" }?.help
    case "help": return all.first { $0.name == "keys" }?.help
    case "agreed" where words.count > 1: return nil
    case "goto", "blank", "keys", "sentences", "quit", "events", "agreed", "checks", "leaving",
      "debrief", "by-hand", "speed":
      return all.first { $0.name == first }?.help
    default: return nil
    }
  }
}

extension Interface {
  static let howToEnd = "To end the session type :end, to leave it open :leave."

  /// Does a command of the console; nil when the line is not one.
  mutating func console(_ line: String) -> [Effect]? {
    let words = line.split(separator: " ")
    guard let first = words.first?.lowercased() else {
      field = nil
      return []
    }
    let rest = words.dropFirst().joined(separator: " ")
    if let obstacle = consoleObstacle(line) {
      field?.problem = obstacle.refused
      return []
    }
    switch first {
    case "leave" where rest.isEmpty: return leave(because: nil)
    case "leave" where words[1].lowercased() == "because" && mode == .live:
      let reason = words.dropFirst(2).joined(separator: " ")
      return leave(because: reason.isEmpty ? nil : reason)
    case "assess" where rest.isEmpty && mode != .replay:
      let effects = close(with: [])
      openQuestionnaires()
      return effects
    case "assess":
      guard let scale = questionnaire(in: line) else { return nil }
      let effects = close(with: [])
      openQuestionnaire(scale)
      return effects
    case "seat" where !rest.isEmpty && mode != .replay: return openSeat(for: rest)
    case "q", "quit":
      if mode != .live { return close(with: [.leave]) }
      remark = Remark(text: Self.howToEnd)
      return close(with: [])
    case "theme": return chooseTheme(line)
    case "help", "keys":
      showsKeys = true
      keysPage = 0
      return close(with: [])
    case "sentences": return show { $0.openSentences() }
    case "blank":
      isQuiet = true
      return close(with: [])
    case "debrief":
      guard mode == .practice else {
        remark = Remark(
          text: "No debrief: only a practice session has a story to compare with."
        )
        return close(with: [])
      }
      return close(with: [.debrief])
    case "by-hand", "speed": return practise(first, rest)
    case "events": return show { $0.openPage(.events) }
    case "agreed" where rest.isEmpty: return show { $0.openPage(.agreed) }
    case "scores" where rest.isEmpty: return show { $0.openPage(.scores) }
    case "plan" where rest.isEmpty && mode != .replay: return show { $0.openWorksheet() }
    case "checks" where mode != .replay: return show { $0.openChecks(.beforeDose) }
    case "leaving" where mode != .replay: return show { $0.openChecks(.leaving) }
    case "find": return show { $0.find(rest) }
    case "goto": return goto(rest)
    case "model" where rest.isEmpty:
      remark = turnModel()
      return close(with: [])
    default: return nil
    }
  }

  /// Takes a practice session over from its script, or changes how fast its time passes.
  private mutating func practise(_ word: String, _ rest: String) -> [Effect] {
    guard word == "speed" else {
      guard bedside == nil else {
        remark = Remark(text: "By hand already: nobody types but you.")
        return close(with: [])
      }
      return close(with: [.byHand])
    }
    guard let speed = Int(rest), Self.speeds.contains(speed) else { return [] }
    remark = Remark(text: "Time passes \(speed == 1 ? "as it does" : "\(speed) times as fast").")
    return close(with: [.speed(speed)])
  }

  /// How many times as fast the time of a practice session may pass.
  package static let speeds = 1...60

  /// Leaves the console, unless the one who keeps watch would go without a hand-over; a reason
  /// overrides that, and is recorded.
  private mutating func leave(because reason: String?) -> [Effect] {
    guard mode == .live, let field, let reason, Moment(session, at: stamp.now).state.isOpen else {
      return close(with: [.leave])
    }
    let command = Command.leave(seat.person, because: reason)
    guard (try? session.drafts(for: command, under: circumstances(at: stamp.now))) != nil else {
      return close(with: [.leave])
    }
    return send(command, from: field, at: stamp.now) + [.leave]
  }

  private mutating func close(with effects: [Effect]) -> [Effect] {
    let forgets = field?.kept.map { [Effect.forget($0.field)] } ?? []
    field = nil
    return forgets + effects
  }

  /// Leaves the line for what it opens.
  private mutating func show(_ open: (inout Self) -> Void) -> [Effect] {
    let effects = close(with: [])
    open(&self)
    return effects
  }

  private mutating func chooseTheme(_ line: String) -> [Effect]? {
    if let theme = ConsoleCommand.theme(in: line, of: themeNames) {
      isDimmed = false
      previewedTheme = nil
      remark = Remark(text: "Theme \(theme).")
      return close(with: [.theme(theme)])
    }
    return nil
  }

  /// Why a line that would change the theme of the screen does not.
  func themeProblem(_ line: String) -> Field.Problem? {
    let words = line.split(separator: " ")
    guard words.first?.lowercased() == "theme",
      ConsoleCommand.theme(in: line, of: themeNames) == nil
    else { return nil }
    let rest = words.dropFirst().joined(separator: " ")
    // The beginning of such a name alone is a slip rather than a theme of the session.
    let close = themeNames.first { !rest.contains(" ") && $0.hasPrefix(rest.lowercased()) }
    guard rest.isEmpty || close != nil else { return nil }
    return Field.Problem(
      message: rest.isEmpty ? "Which theme?" : "There is no theme of the screen called \(rest).",
      remedy: "There are: \(themeNames.joined(separator: ", "))"
    )
  }

  /// Shows a theme while its name stands in the line; nil goes back to the chosen one.
  mutating func preview(_ theme: String?) -> [Effect] {
    guard theme != previewedTheme else { return [] }
    previewedTheme = theme
    return [.preview(theme)]
  }
}
