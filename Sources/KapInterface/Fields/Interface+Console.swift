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

  /// All of them, as `:` Tab lists them; none is a verb of the entry language.
  package static let all = [
    ConsoleCommand(name: "leave", pattern: "leave", help: "leaves the console; the session stays open"),
    ConsoleCommand(name: "theme", pattern: "theme NAME", help: "another theme, shown as you type"),
    ConsoleCommand(name: "goto", pattern: "goto +40 | goto 14:05", help: "moves the play head of a replay"),
    ConsoleCommand(name: "quit", pattern: "quit", help: "says how to end or leave"),
    ConsoleCommand(name: "help", pattern: "help", help: "the page of keys"),
    ConsoleCommand(name: "quiet", pattern: "quiet", help: "the quiet screen"),
  ]
}

extension Interface {
  /// Does a command of the console; nil when the line is not one.
  mutating func console(_ line: String) -> [Effect]? {
    let words = line.split(separator: " ")
    guard let first = words.first?.lowercased() else {
      field = nil
      return []
    }
    let rest = words.dropFirst().map(String.init)
    switch first {
    case "leave" where rest.isEmpty, "exit":
      field = nil
      return [.leave]
    case "q", "quit":
      field = nil
      if mode == .replay { return [.leave] }
      remark = Remark(text: "To end the session type :end, to leave it open :leave.")
      return []
    case "theme":
      return chooseTheme(rest.first)
    case "help":
      field = nil
      showsKeys = true
      return []
    case "quiet":
      field = nil
      isQuiet = true
      return []
    case "goto":
      return goto(rest.joined(separator: " "))
    default: return nil
    }
  }

  private mutating func chooseTheme(_ name: String?) -> [Effect] {
    guard let name, themeNames.contains(name) else {
      let list = themeNames.joined(separator: ", ")
      field?.problem = Field.Problem(message: "There is no theme of that name.", remedy: "There are: \(list)")
      return []
    }
    field = nil
    isDimmed = false
    remark = Remark(text: "Theme \(name).")
    return [.theme(name)]
  }

  /// Shows a theme while its name is being typed.
  func previewEffect(_ line: LineField) -> [Effect] {
    guard line.verb == nil, line.prefix.isEmpty else { return [] }
    let words = line.text.text.split(separator: " ")
    guard words.first == "theme", words.count == 2, themeNames.contains(String(words[1])) else {
      return []
    }
    return [.preview(String(words[1]))]
  }

  /// Tab in a line: the next completion, from the language, the console's commands and the names.
  mutating func complete(_ line: LineField, by step: Int) -> [Effect] {
    guard var field else { return [] }
    var line = line
    var walk: CompletionWalk
    if let running = field.completions, !running.choices.isEmpty {
      walk = running
      let count = running.choices.count
      walk.place = (running.place + step + count) % count
    } else {
      let found = completions(of: line, openedAt: field.openedAt)
      guard !found.isEmpty else {
        remark = Remark(text: "Nothing completes this.")
        return []
      }
      walk = CompletionWalk(
        line: line.text.text,
        choices: found.map(\.text),
        helps: found.map(\.help),
        place: 0
      )
    }
    line.text.clear()
    _ = line.text.insert(walk.choices[walk.place])
    field.content = .line(line)
    field.completions = walk
    self.field = field
    return previewEffect(line)
  }

  private func completions(of line: LineField, openedAt: Instant) -> [(text: String, help: String)] {
    let text = line.text.text
    if line.isSearch { return [] }
    if line.verb == nil, line.prefix.isEmpty, text.hasPrefix("theme ") {
      let start = text.dropFirst(6)
      return themeNames.filter { $0.hasPrefix(start) }.map { ("theme \($0)", "a theme") }
    }
    let context = entryContext(openedAt: openedAt)
    var found: [(String, String)] = []
    if line.verb == nil, line.prefix.isEmpty, !text.contains(" ") {
      found = ConsoleCommand.all.filter { $0.name.hasPrefix(text) }.map { ($0.name, $0.help) }
    }
    let whole = line.prefix + text
    let cursor = line.prefix.count + line.text.cursor
    let fromLanguage = Entry.completions(of: whole, at: cursor, as: line.verb, in: context)
      .compactMap { completion -> (String, String)? in
        var characters = Array(whole)
        guard completion.range.lowerBound >= line.prefix.count,
          completion.range.upperBound <= characters.count
        else { return nil }
        characters.replaceSubrange(completion.range, with: Array(completion.replacement))
        return (String(characters.dropFirst(line.prefix.count)), completion.help)
      }
    return fromLanguage + found
  }
}
