import KapCanvas
import KapEntry
import KapTimeline

extension Interface {
  /// A key while another time is typed; returns whether the key goes on to the field.
  mutating func typeTime(_ key: Key) -> Bool {
    guard let text = field?.timeText else { return true }
    switch key {
    case .character(" "), .tab:
      _ = takeTime()
      return false
    case .character(let character):
      let isTyped = character.isASCII && character.isNumber || ":+-hms@".contains(character)
      if isTyped, text.count < 12 { field?.timeText = text + String(character) }
      return false
    case .backspace, .delete, .control("h"):
      let shorter = String(text.dropLast())
      field?.timeText = shorter.isEmpty ? nil : shorter
      return false
    case .control("u"):
      field?.timeText = nil
      return false
    case .enter, .alternateEnter, .escape, .backTab, .up, .down, .left, .right, .pageUp, .pageDown,
      .home, .end, .control, .paste, .unknown:
      return false
    }
  }

  /// Takes the time that was typed, or says what is wrong with it.
  mutating func takeTime() -> Bool {
    guard let text = field?.timeText else { return true }
    do {
      // The language reads times only before sentences; a pin is the shortest.
      let sentence = try Entry.parse("\(text) pin", in: entryContext(openedAt: stamp.now))
      guard let instant = sentence.occurredAt else { return false }
      field?.openedAt = instant
      field?.isTimeGiven = true
      field?.timeText = nil
      return true
    } catch {
      field?.problem = Field.Problem(message: error.message, remedy: error.remedy)
      return false
    }
  }
}
