import KapTimeline

extension Reader {
  /// `pin`, `pin words`, `pin: words`, `pin 2: words`.
  mutating func pin() throws(EntryError) -> Command {
    guard let word = peek() else {
      guard !verbHadColon else {
        throw missing(.needsWords, "The words after the colon are missing.", "Type pin alone.")
      }
      return .dropPin()
    }
    if !verbHadColon, let number = try pinNumber(word) { return try wordPin(number) }
    return .dropPin(words: try words(of: .pin))
  }

  /// The number of a pin before a colon; a number without one could be either.
  private mutating func pinNumber(_ word: Word) throws(EntryError) -> Int? {
    guard isDigit(characters[word.start]) else { return nil }
    var index = word.start
    while index < word.end, isDigit(characters[index]) { index += 1 }
    var colon = index
    while colon < end, isSpace(characters[colon]) { colon += 1 }
    let hasColon = colon < end && characters[colon] == ":"
    guard hasColon || index == word.end else { return nil }
    let digits = self.word(from: word.start, to: index)
    guard hasColon else {
      throw failure(
        .needsWords,
        at: word,
        "Is \(digits.clipped) the number of a pin, or its first word?",
        "Type pin \(digits.clipped): and words for that pin, or pin: and words for a new one."
      )
    }
    guard digits.text.utf8.count <= 6, let number = Int(digits.text), number > 0 else {
      throw failure(
        .numberTooLarge,
        at: digits,
        "No pin has the number \(digits.clipped).",
        "Type the number that stands beside the pin."
      )
    }
    position = colon + 1
    return number
  }

  private mutating func wordPin(_ number: Int) throws(EntryError) -> Command {
    guard peek() != nil else {
      throw missing(
        .needsWords,
        "The words for pin \(number) are missing.",
        "Type them after the colon, as in pin \(number): frightened."
      )
    }
    return .wordPin(number, words: try words(of: .pin))
  }

  /// `later`, `later vitals`, `later BP again`.
  mutating func later() -> Command {
    let words = rest()
    return .postpone(words.isEmpty ? nil : due(words))
  }

  /// `notdone vitals because asleep`.
  mutating func notDone() throws(EntryError) -> Command {
    let item = untilKeyword("because")
    guard !item.isEmpty else {
      throw missing("What was not done?", "Type \(Verb.notDone.example).")
    }
    return .skip(due(item), because: try reason(of: .notDone))
  }

  private func due(_ words: Word) -> DueReference {
    let typed = TypedName(words.text)
    let item =
      context.due.first { $0.key == words.text } ?? context.due.first { typed.isName($0.title) }
    if let item { return .key(item.key) }
    return .word(words.lower)
  }
}
