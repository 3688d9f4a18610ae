import KapCanvas
import KapEntry
import KapTimeline

extension Interface {
  /// A key while another time is typed; returns whether the key goes on to the field.
  mutating func typeTime(_ key: Key) -> Bool {
    guard let text = field?.timeText else { return true }
    switch key {
    case .character(" ") where text.contains(" ") && !text.hasSuffix(" "):
      field?.timeText = text + " "
      _ = takeTime()
      return false
    case .character(" "), .tab:
      if !takeTime(), !text.hasSuffix(" ") { field?.timeText = text + " " }
      return false
    case .character(let character):
      typeTime(character, after: text)
      return false
    case .backspace, .delete, .control("h"):
      // The blank behind a time that was refused is no character to take back.
      let shorter = String((text.hasSuffix(" ") ? text.dropLast() : text[...]).dropLast())
      field?.timeText = shorter.isEmpty ? nil : shorter
      return false
    case .control("u"):
      field?.timeText = nil
      return false
    case .enter, .alternateEnter, .escape, .backTab, .up, .down, .left, .right, .pageUp, .pageDown,
      .home, .end, .control, .paste, .function, .unknown:
      return false
    }
  }

  /// A character of the time; behind one that was refused what is typed on waits until it is right.
  private mutating func typeTime(_ character: Character, after text: String) {
    if text.contains(" ") {
      guard text.count < Self.longestTime else { return }
      field?.timeText = text + String(character)
      _ = takeTime()
      return
    }
    let isTyped = character.isASCII && character.isNumber || ":+-hms@".contains(character)
    guard isTyped, text.count < 12 else {
      let shown = Text.sanitized(String(character))
      remark = Remark(text: "\(shown) is no part of a time: Space first.")
      return
    }
    field?.timeText = text + String(character)
  }

  /// The most characters of a time and what was typed behind it.
  private static let longestTime = 60

  /// Takes the time that was typed, or says what is wrong with it; what was typed behind it goes to
  /// the field.
  mutating func takeTime() -> Bool {
    guard let typed = field?.timeText else { return true }
    let text = typed.prefix { $0 != " " }
    let rest = typed.dropFirst(text.count + 1)
    do {
      // The language reads times only before sentences; a pin is the shortest.
      let sentence = try Entry.parse("\(text) pin", in: entryContext(openedAt: stamp.now))
      guard let instant = sentence.occurredAt else { return false }
      field?.openedAt = instant
      field?.isTimeGiven = true
      field?.timeText = nil
      for character in rest { typeOn(character) }
      return true
    } catch {
      field?.problem = Field.Problem(message: error.message, remedy: error.remedy)
      return false
    }
  }

  /// A key that waited behind a time goes where it would have gone; in a list it would choose.
  private mutating func typeOn(_ character: Character) {
    switch field?.content {
    case .vitals, .scores, .questionnaire: _ = pressInField(.character(character))
    case .line, .choice, .unlocking, nil: break
    }
  }
}
