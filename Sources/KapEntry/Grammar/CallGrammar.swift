import KapTimeline

extension Reader {
  /// `call dr-l about bp: repeat in 5, read back`, or with commas: `call dr-l bp 172/104, repeat`.
  mutating func call() throws(EntryError) -> Command {
    // That it was not read back is a part of what was said.
    var whole = self
    let isReadBack = whole.takeReadBack()?.wasDone ?? false
    if isReadBack { self = whole }
    let (name, hadColon) = try nameOfCalled()
    guard !name.isEmpty else {
      throw missing("Who was called?", "Type \(Verb.call.example).")
    }
    if !isTelephone(name) {
      try refuseNoLetter(in: name, "Type who was called, as in \(Verb.call.example).")
    }
    if !hadColon { _ = take("about") }
    let words = trimmed(rest())
    var call = Call(to: name.text, isReadBack: isReadBack)
    guard !words.isEmpty else { return .callOut(call) }
    if hadColon {
      call.said = words.text
      return .callOut(call)
    }
    guard let mark = clauseMark(in: words) else {
      call.about = words.text
      return .callOut(call)
    }
    let about = trimmed(word(from: words.start, to: mark))
    let said = trimmed(word(from: mark + 1, to: words.end))
    call.about = about.isEmpty ? nil : about.text
    call.said = said.isEmpty ? nil : said.text
    return .callOut(call)
  }

  /// Digits enough to be dialled: `911`, `555-1234`.
  private func isTelephone(_ name: Word) -> Bool {
    let signs: Set<Character> = ["-", "+", "(", ")", "/", "."]
    return name.text.allSatisfy { isDigit($0) || signs.contains($0) || $0.isWhitespace }
      && name.text.count(where: isDigit) > 2
  }

  /// The name: all up to `about`; else of a person present, after `dr` two words; else up to a colon.
  private mutating func nameOfCalled() throws(EntryError) -> (name: Word, hadColon: Bool) {
    guard let first = peek(), first.lower != "about" else {
      return (word(from: position, to: position), false)
    }
    if let name = nameBeforeAbout() { return (name, false) }
    _ = next()
    if let name = withoutMark(first) { return (name, true) }
    if let second = peek() {
      let both = word(from: first.start, to: (withoutMark(second) ?? second).end)
      if ["dr", "dr."].contains(first.lower) || isKnown(both) {
        _ = next()
        return (both, withoutMark(second) != nil)
      }
    }
    guard !isKnown(first), !first.lower.hasPrefix("dr-") else { return (first, false) }
    return try nameOfStranger(from: first)
  }

  /// A name of any length, where `about` ends it before anything else does.
  private mutating func nameBeforeAbout() -> Word? {
    var reader = self
    guard let first = reader.next() else { return nil }
    var last = first
    while withoutMark(last) == nil, let word = reader.peek() {
      if word.lower == "about" {
        self = reader
        return self.word(from: first.start, to: last.end)
      }
      _ = reader.next()
      last = word
    }
    return nil
  }

  /// A name that nobody here has may have several words: then a colon ends it.
  private mutating func nameOfStranger(
    from first: Word
  ) throws(EntryError) -> (name: Word, hadColon: Bool) {
    guard peek() != nil else { return (first, false) }
    while let word = next() {
      guard let last = withoutMark(word) else { continue }
      guard word.text.hasSuffix(":") else { break }
      return (self.word(from: first.start, to: last.end), true)
    }
    throw runTogether(first)
  }

  /// A word that a colon or a comma ends, without it; nil for any other.
  private func withoutMark(_ word: Word) -> Word? {
    if word.text.hasSuffix(":"), word.end - word.start > 1 {
      return self.word(from: word.start, to: word.end - 1)
    }
    return word.end < end && characters[word.end] == "," ? word : nil
  }

  private func runTogether(_ first: Word) -> EntryError {
    failure(
      .unknownWord,
      at: first,
      "Where the name ends and what it was about begins is not said.",
      "Put about or a colon behind the name, as in \(Verb.call.example)."
    )
  }

  private func isKnown(_ name: Word) -> Bool { !people(called: name.text).isEmpty }

  /// Where the matter ends and what was said begins: a colon before a space, else a comma.
  private func clauseMark(in words: Word) -> Int? {
    var comma: Int?
    for index in words.start..<words.end {
      let isLast = index + 1 == words.end
      guard isLast || isSpace(characters[index + 1]) else { continue }
      if characters[index] == ":" { return index }
      if characters[index] == ",", comma == nil { comma = index }
    }
    return comma
  }

  private func trimmed(_ words: Word) -> Word {
    var start = words.start
    var stop = words.end
    while stop > start, isSpace(characters[stop - 1]) || isSeparator(characters[stop - 1]) {
      stop -= 1
    }
    while start < stop, isSpace(characters[start]) { start += 1 }
    return word(from: start, to: stop)
  }
}
