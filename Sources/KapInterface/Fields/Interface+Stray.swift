import KapCanvas
import KapEntry
import KapTimeline

extension Interface {
  /// A key in a list while what was typed there is no choice: it goes on to be none.
  mutating func takeStray(_ key: Key, in choice: ChoiceField) -> [Effect]? {
    guard !choice.stray.isEmpty else { return nil }
    var choice = choice
    switch key {
    case .character(let character): choice.stray.append(character)
    case .paste(let text): choice.stray.append(contentsOf: text.prefix(200))
    case .backspace, .delete, .control("h"): choice.stray.removeLast()
    case .control("u"): choice.stray = ""
    case .enter, .alternateEnter, .escape, .tab, .backTab, .left, .right, .up, .down, .pageUp,
      .pageDown, .home, .end, .control, .function, .unknown:
      return nil
    }
    field?.content = .choice(choice)
    if !choice.stray.isEmpty { sayStray(choice) }
    return []
  }

  /// What is typed in a list and is no choice there never goes on to another row.
  ///
  /// Where a sentence may say it, it stands in the line of that sentence, as it was typed.
  mutating func stray(_ text: String, in choice: ChoiceField) -> [Effect] {
    guard text.contains(where: { !$0.isWhitespace }) else { return [] }
    let typed = choice.letters + text
    switch choice.purpose {
    case .effect: return type(typed, as: .effect)
    case .severity(let term):
      return type(choice.letters.isEmpty ? "\(term) \(text)" : typed, as: .effect)
    case .technique: return type(typed, as: .technique)
    case .phase, .due, .notDone, .void, .pins, .writer, .questionnaires, .hush, .filter, .checks,
      .prescription, .detail, .page:
      var choice = choice
      choice.stray = String(text.prefix(200))
      field?.content = .choice(choice)
      sayStray(choice)
      return []
    }
  }

  /// Keeps a letter that chose by its key: should a word follow, it is the word's first.
  mutating func remember(letter: Character) {
    guard let content = field?.content, case .choice(let choice) = content else { return }
    var begun = choice
    begun.letters = String(letter)
    field?.content = .choice(begun)
  }

  private mutating func type(_ text: String, as verb: Verb) -> [Effect] {
    guard let before = field else { return [] }
    let line = LineField(Field.title(of: verb), verb: verb)
    open(.line(line))
    field?.openedAt = before.openedAt
    field?.isTimeGiven = before.isTimeGiven
    field?.isTouched = true
    return press(.paste(text), in: line)
  }

  /// What opens the card at rest, and may be meant so in a list.
  private static let emergencyLetters: Set<String> = ["e", "!"]

  mutating func sayStray(_ choice: ChoiceField) {
    let hasKeys = choice.options.contains { !$0.key.isEmpty }
    let typed = Text.clippedAtWord(Text.sanitized(choice.stray), to: 24)
    let isEmergency = mode != .replay && Self.emergencyLetters.contains(choice.stray.lowercased())
    field?.problem = Field.Problem(
      message: "“\(typed)” is no choice here.",
      remedy: isEmergency
        ? "\(Keymap.emergency.name) opens the card; Backspace takes it back."
        : "\(hasKeys ? "A key or the arrows choose" : "The arrows choose"); "
          + "Backspace takes it back."
    )
  }
}
