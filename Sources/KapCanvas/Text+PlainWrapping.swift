extension Text {
  /// The lines of a text in which every character is plain, none of any other.
  static func plainlyWrapped(_ text: String, to columns: Int, limit: Int) -> [String]? {
    guard columns > 0, limit > 0 else { return [] }
    var plain = PlainScalars(text)
    var wrapping = PlainWrapping(columns: columns)
    while wrapping.lines.count < limit {
      let before = plain.length
      guard let scalar = plain.next() else { break }
      if scalar == " " {
        wrapping.addSpace()
      } else {
        wrapping.add(from: before, to: plain.length)
      }
    }
    if wrapping.lines.count < limit {
      guard plain.isAtEnd else { return nil }
      wrapping.endText()
    }
    let start = text.startIndex
    return wrapping.lines.prefix(limit).map { line in
      let first = text.utf8.index(start, offsetBy: line.lowerBound)
      return String(text[first..<text.utf8.index(start, offsetBy: line.upperBound)])
    }
  }
}

/// ``Wrapping``, done with nothing but the places of the lines in the text.
private struct PlainWrapping {
  let columns: Int
  var lines: [Range<Int>] = []
  private var line = 0..<0
  private var lineWidth = 0
  private var spaces = 0
  private var word = 0..<0
  private var wordWidth = 0

  init(columns: Int) { self.columns = columns }

  mutating func add(from first: Int, to end: Int) {
    if wordWidth + 1 > columns { endWord() }
    word = (wordWidth == 0 ? first : word.lowerBound)..<end
    wordWidth += 1
  }

  mutating func addSpace() {
    endWord()
    if spaces < columns { spaces += 1 }
  }

  mutating func endText() {
    endWord()
    lines.append(line)
  }

  private mutating func endWord() {
    guard wordWidth > 0 else { return }
    if lineWidth + spaces + wordWidth > columns {
      if lineWidth > 0 { lines.append(line) }
      lineWidth = 0
      spaces = 0
    }
    line = (lineWidth == 0 ? word.lowerBound - spaces : line.lowerBound)..<word.upperBound
    lineWidth += spaces + wordWidth
    spaces = 0
    wordWidth = 0
  }
}
