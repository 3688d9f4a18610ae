import KapCanvas
import KapEntry
import KapTimeline

extension Interface {
  /// Tab in a line: the next completion, from the language, the console's commands and the names.
  mutating func complete(_ line: LineField, by step: Int) -> [Effect] {
    guard var field, !line.isSearch else { return [] }
    if field.completions == nil, turnIntoVitals(line, in: field) { return [] }
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
        choices: found.map(\.text),
        words: found.map(\.word),
        helps: found.map(\.help),
        place: 0
      )
      if step < 0 { walk.place = found.count - 1 }
    }
    var line = line
    line.text.clear()
    _ = line.text.insert(walk.choices[walk.place])
    field.content = .line(line)
    field.completions = walk
    self.field = field
    return preview(line.isFree ? ConsoleCommand.theme(in: line.text.text, of: themeNames) : nil)
  }

  /// A note that reads like vitals becomes vitals, with the time it was begun.
  private mutating func turnIntoVitals(_ line: LineField, in field: Field) -> Bool {
    let context = entryContext(openedAt: field.openedAt)
    let text = line.text.text
    guard line.verb == .note, field.corrects == nil,
      let found = Entry.completions(of: text, at: text.count, as: .note, in: context).first,
      found.verb == .vitals, let sentence = try? Entry.parse(found.replacement, in: context),
      case .record(let vitals) = sentence.command
    else { return false }
    var slots = VitalsSlots(under: session.rules)
    slots.fill(with: vitals)
    self.field?.content = .vitals(slots)
    return true
  }

  private func completions(
    of line: LineField,
    openedAt: Instant
  ) -> [(text: String, word: String, help: String)] {
    let text = line.text.text
    let context = entryContext(openedAt: openedAt)
    let whole = line.prefix + text
    let cursor = line.prefix.count + line.text.cursor
    let fromLanguage = Entry.completions(of: whole, at: cursor, as: line.verb, in: context)
      .compactMap { completion -> (text: String, word: String, help: String)? in
        var characters = Array(whole)
        guard completion.range.lowerBound >= line.prefix.count,
          completion.range.upperBound <= characters.count
        else { return nil }
        characters.replaceSubrange(completion.range, with: Array(completion.replacement))
        let line = String(characters.dropFirst(line.prefix.count))
        return (line, completion.replacement, completion.help)
      }
    guard line.isFree else { return fromLanguage }
    let words = text.lowercased().split(separator: " ", omittingEmptySubsequences: false)
    if words.count == 2, words[0] == "theme" {
      let names = themeNames.filter { $0.hasPrefix(words[1]) }
      return names.map { ("theme \($0)", $0, "A theme of the screen.") } + fromLanguage
    }
    guard words.count < 2 else { return fromLanguage }
    let own = ConsoleCommand.all.filter { command in
      command.name.hasPrefix(words.first ?? "")
        && !fromLanguage.contains { $0.text == command.name }
    }
    return fromLanguage + own.map { ($0.name, $0.name, $0.help) }
  }
}
