extension Text {
  /// Returns `text` as lines of at most `columns`, broken at spaces and at line ends.
  ///
  /// A word too long for a line is broken where the line ends, and between wide characters a line may
  /// always be broken. The spaces at a break are left out,
  /// those at the beginning of a line of the text stay. At most `limit` lines are made, and no more
  /// of the text is read than they need.
  package static func wrapped(
    _ text: String,
    to columns: Int,
    limit: Int = .max
  ) -> [String] {
    plainlyWrapped(text, to: columns, limit: limit)
      ?? wrapped(characters: text, to: columns, limit: limit)
  }

  /// Returns a text of another type as lines, as ``wrapped(_:to:limit:)`` does.
  package static func wrapped(
    _ text: some StringProtocol,
    to columns: Int,
    limit: Int = .max
  ) -> [String] {
    text.utf8.count <= shortLength
      ? wrapped(String(text), to: columns, limit: limit)
      : wrapped(characters: text, to: columns, limit: limit)
  }

  private static func wrapped(
    characters text: some StringProtocol,
    to columns: Int,
    limit: Int
  ) -> [String] {
    guard columns > 0, limit > 0 else { return [] }
    var wrapping = Wrapping(columns: columns)
    for character in text {
      if wrapping.lines.count >= limit { return Array(wrapping.lines.prefix(limit)) }
      if character.isNewline {
        wrapping.endLine()
      } else if character == " " || character == "\t" {
        wrapping.addSpace()
      } else {
        wrapping.add(character)
      }
    }
    wrapping.endLine()
    return Array(wrapping.lines.prefix(limit))
  }
}

/// The lines so far, the one being filled, and the word at its end.
private struct Wrapping {
  let columns: Int
  var lines: [String] = []
  private var line = ""
  private var lineWidth = 0
  private var spaces = 0
  private var word = ""
  private var wordWidth = 0

  init(columns: Int) { self.columns = columns }

  mutating func add(_ character: Character) {
    Text.show(character) { shown, width in
      addPiece(width > columns ? Text.replacement : shown, min(width, columns))
    }
  }

  private mutating func addPiece(_ piece: Character, _ width: Int) {
    // Scripts of wide characters are written without spaces: each of them is a word.
    if width == 2 || wordWidth + width > columns { endWord() }
    word.append(piece)
    wordWidth += width
    if width == 2 { endWord() }
  }

  mutating func addSpace() {
    endWord()
    if spaces < columns { spaces += 1 }
  }

  mutating func endLine() {
    endWord()
    lines.append(line)
    line = ""
    lineWidth = 0
    spaces = 0
  }

  private mutating func endWord() {
    guard wordWidth > 0 else { return }
    if lineWidth + spaces + wordWidth > columns { breakLine() }
    line += String(repeating: " ", count: spaces) + word
    lineWidth += spaces + wordWidth
    spaces = 0
    word = ""
    wordWidth = 0
  }

  /// Ends the line, if it has any words, and leaves out the spaces at the break.
  private mutating func breakLine() {
    if lineWidth > 0 { lines.append(line) }
    line = ""
    lineWidth = 0
    spaces = 0
  }
}
