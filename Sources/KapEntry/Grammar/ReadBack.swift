import KapTimeline

/// What the end of a line says of reading back, and where it stood.
struct ReadBack {
  let words: Word
  /// Whether it was done; `not read back` says that it was not.
  let wasDone: Bool
}

extension Reader {
  /// Takes `read back`, `not read back` or `read back: no` off the end of what is left to read.
  mutating func takeReadBack() -> ReadBack? {
    var words = wordsLeft()
    let stop = words.last?.end ?? end
    let isDeniedBehind = words.last.map(isDenial) ?? false
    if isDeniedBehind { words.removeLast() }
    guard let read = takeReadBack(from: &words) else { return nil }
    var start = read.start
    var isDeniedBefore = false
    // What is parted by a comma was said by somebody: `no, read back`.
    while let word = words.popLast(), isJoined(word, to: start) {
      guard isDenial(word) || bare(word) == "yet" && words.last.map(isDenial) ?? false else {
        break
      }
      isDeniedBefore = true
      start = word.start
    }
    end = start
    return ReadBack(
      words: word(from: start, to: stop),
      wasDone: !isDeniedBehind && !isDeniedBefore
    )
  }

  private func takeReadBack(from words: inout [Word]) -> Word? {
    guard let last = words.popLast() else { return nil }
    switch bare(last) {
    case "read-back", "readback": return last
    case "back":
      guard let read = words.popLast(), bare(read) == "read" else { return nil }
      return read
    default: return nil
    }
  }

  private func wordsLeft() -> [Word] {
    var copy = self
    var words: [Word] = []
    while let word = copy.next() { words.append(word) }
    return words
  }

  /// Whether nothing but space stands between a word and a place behind it.
  private func isJoined(_ word: Word, to place: Int) -> Bool {
    characters[word.end..<place].allSatisfy(isSpace)
  }

  private func isDenial(_ word: Word) -> Bool { ["not", "no", "never"].contains(bare(word)) }

  /// A word without the signs around it.
  private func bare(_ word: Word) -> String { word.lower.filter { $0.isLetter || $0 == "-" } }
}
