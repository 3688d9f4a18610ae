import KapTimeline

extension Reader {
  /// Refuses a time among the words of a name, as after `by dr-l`: it would be kept as part of it.
  ///
  /// `at 20:00`, `20:00`, `@20:00`, `10 min ago`; a name that somebody present has may hold anything.
  func refuseTime(in name: Word, of verb: Verb) throws(EntryError) {
    guard people(called: name.text).isEmpty else { return }
    var reader = self
    // The colon within a clock may have been taken for the one after the name.
    (reader.position, reader.end) = (name.start, characters.count)
    var words: [Word] = []
    while let word = reader.next(), word.start < name.end { words.append(withoutColon(word)) }
    for place in words.indices {
      if let time = time(at: place, among: words) { throw timeInName(time, of: verb) }
    }
  }

  /// Refuses a word for nothing where a name is asked for: left out it says the same, and is asked.
  func refuseNothing(_ word: Word, _ what: String, _ remedy: String) throws(EntryError) {
    let nothing = [
      "none", "no", "nobody", "noone", "no-one", "no one", "unknown", "n/a", "na", "nil", "-", "?",
      "not known", "not yet", "no \(what)",
    ]
    guard nothing.contains(folded(word.text)) || nothing.contains(word.lower) else { return }
    throw failure(.needsWords, at: word, "“\(word.clipped)” names no \(what).", remedy)
  }

  /// Refuses what holds no letter where somebody's name is asked for.
  func refuseNoLetter(in name: Word, _ remedy: String) throws(EntryError) {
    guard !name.text.contains(where: \.isLetter) else { return }
    throw failure(.unknownWord, at: name, "“\(name.clipped)” is nobody's name.", remedy)
  }

  /// A time among the words of a name, with how it is written in front of a sentence.
  private struct TimeInName {
    let word: Word
    let prefix: String
  }

  private func time(at place: Int, among words: [Word]) -> TimeInName? {
    let word = words[place]
    if characters[word.start] == "@" { return TimeInName(word: word, prefix: word.clipped) }
    if word.lower == "at", words.indices.contains(place + 1) {
      let clock = words[place + 1]
      guard isDigit(characters[clock.start]) else { return nil }
      let whole = self.word(from: word.start, to: clock.end)
      return TimeInName(word: whole, prefix: isClock(clock) ? "@\(clock.text)" : "@14:05")
    }
    if isClock(word), word.text.contains(":") {
      return TimeInName(word: word, prefix: "@\(word.text)")
    }
    guard word.lower == "ago" else { return nil }
    let first = words[..<place].firstIndex { isDigit(characters[$0.start]) } ?? place
    let whole = self.word(from: words[first].start, to: word.end)
    let length = words[first..<place].map(\.text).joined()
    let isLength = (try? span(from: words[first].start, to: words[place].start, of: "", "")) != nil
    return TimeInName(word: whole, prefix: isLength ? "@-\(length)" : "@-3m")
  }

  /// `20:00`, `9:05`, `2000`.
  private func isClock(_ word: Word) -> Bool {
    let parts = word.text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ $0.allSatisfy(isDigit) }) else { return false }
    return parts.count == 1 && parts[0].count == 4
      || parts.count == 2 && (1...2).contains(parts[0].count) && parts[1].count == 2
  }

  private func withoutColon(_ word: Word) -> Word {
    guard word.text.hasSuffix(":"), word.end - word.start > 1 else { return word }
    return self.word(from: word.start, to: word.end - 1)
  }

  private func timeInName(_ time: TimeInName, of verb: Verb) -> EntryError {
    failure(
      .notATime,
      at: time.word,
      "“\(time.word.clipped)” is a time, and no part of a name.",
      "Put the time in front, as in \(clip(time.prefix)) \(verb.rawValue) and the rest."
    )
  }
}
