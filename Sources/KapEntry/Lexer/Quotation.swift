/// Quotation marks around what was typed, which the record does not need.
enum Quotation {
  /// The marks that may close what each mark opens.
  private static let closing: [Character: [Character]] = [
    "\"": ["\"", "\u{201D}"],
    "\u{201C}": ["\u{201D}", "\""],
    "\u{201D}": ["\u{201D}"],
    "\u{201E}": ["\u{201C}", "\u{201D}", "\""],
    "\u{AB}": ["\u{BB}"],
    "\u{BB}": ["\u{AB}", "\u{BB}"],
    "\u{2039}": ["\u{203A}"],
    "\u{2018}": ["\u{2019}"],
  ]

  static func isOpening(_ character: Character) -> Bool { closing[character] != nil }

  /// The text without the marks around it; the closing one may be absent.
  ///
  /// Marks that close before the end belong to the text: `“no” is all he says` stays whole.
  static func removed(from text: String) -> String {
    guard let first = text.first, let closers = closing[first] else { return text }
    let characters = Array(text)
    var depth = 0
    for (index, character) in characters.enumerated() {
      // The same mark on both sides opens after a space and closes after a letter.
      let isAmbiguous = closers.contains(character) && character == first
      let opens =
        isAmbiguous
        ? index == 0 || isSpace(characters[index - 1]) && index + 1 < characters.count
        : character == first
      if opens {
        depth += 1
      } else if closers.contains(character) {
        depth -= 1
      }
      guard depth == 0 else { continue }
      guard index == characters.count - 1 else { return text }
      return trimmed(characters[1..<index])
    }
    // Something inside was left open too, but the last mark closes the first one.
    if let last = characters.last, characters.count > 1, closers.contains(last), depth > 1 {
      return trimmed(characters[1..<(characters.count - 1)])
    }
    return trimmed(characters[1...])
  }

  private static func trimmed(_ characters: ArraySlice<Character>) -> String {
    var slice = characters
    while let first = slice.first, isSpace(first) { slice.removeFirst() }
    while let last = slice.last, isSpace(last) { slice.removeLast() }
    return String(slice)
  }
}
