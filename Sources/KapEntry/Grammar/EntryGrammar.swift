import KapTimeline

/// Whether a word has the shape of an entry's name: `a14`, in small letters.
func isEntryName(_ word: String) -> Bool {
  let letters = word.prefix { $0 >= "a" && $0 <= "z" && $0.isASCII }
  let digits = word.dropFirst(letters.count)
  return (1...3).contains(letters.count) && (1...7).contains(digits.count)
    && digits.allSatisfy(isDigit) && digits.first != "0"
}

extension Reader {
  /// Reads the name of an entry, such as `a14`; a bare number is never one.
  mutating func entry(of verb: Verb) throws(EntryError) -> EntryReference {
    let remedy = "Type \(verb.example); z shows the names of the entries."
    guard let word = next() else { throw missing("Which entry?", remedy) }
    var text = word.lower
    if text.hasSuffix(":") { text.removeLast() }
    if let identity = EventID(text) { return .identity(identity) }
    guard isEntryName(text) else {
      let isNumber = word.text.allSatisfy(isDigit)
      throw failure(
        .notAnEntry,
        at: word,
        isNumber
          ? "A number alone names no entry." : "“\(word.clipped)” is not the name of an entry.",
        remedy
      )
    }
    return .name(text)
  }

  /// `ack: words` for the most urgent notice, `ack a14: words` for the one that entry raised.
  mutating func acknowledge() throws(EntryError) -> Command {
    var reference: EntryReference?
    if !verbHadColon, let word = peek() {
      try refuseNameInTwo(word)
      var stop = word.start
      while stop < word.end, characters[stop] != ":" { stop += 1 }
      let name = self.word(from: word.start, to: stop)
      if stop < word.end {
        if let identity = EventID(name.lower) {
          reference = .identity(identity)
        } else if isEntryName(name.lower) {
          reference = .name(name.lower)
        }
        if reference != nil {
          position = stop + 1
        } else if isLikeName(name), !isTimeOfDay(word) {
          throw noNameToAcknowledge(name)
        }
      } else if isEntryName(name.lower), name.lower != "o2" {
        throw failure(
          .needsWords,
          at: name,
          "Is \(name.clipped) the entry, or the first of the words?",
          "Type ack \(name.clipped): and what was found, or ack: and the words."
        )
      }
    }
    return .acknowledge(reference, words: try words(of: .acknowledge))
  }

  /// A word in front of the colon that was meant as a name or a number: words alone hold no digits.
  private func isLikeName(_ word: Word) -> Bool {
    word.text.count == 1 || word.text.contains(where: \.isNumber)
  }

  /// `14:05`, which is no name and its colon.
  private func isTimeOfDay(_ word: Word) -> Bool {
    let parts = word.text.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count == 2 && (1...2).contains(parts[0].count) && parts[1].count == 2
      && parts.allSatisfy { $0.allSatisfy(isDigit) }
  }

  /// `ack a 14: …`: a name that was typed in two, in front of its colon.
  private func refuseNameInTwo(_ first: Word) throws(EntryError) {
    guard first.text.count <= 3, first.text.allSatisfy({ $0.isLetter || isDigit($0) }) else {
      return
    }
    var after = self
    _ = after.next()
    guard let second = after.peek(), second.text.first.map(isDigit) ?? false, !isTimeOfDay(second),
      let colon = (second.start..<second.end).first(where: { characters[$0] == ":" }),
      (second.start..<colon).allSatisfy({ isDigit(characters[$0]) })
    else { return }
    throw noNameToAcknowledge(word(from: first.start, to: colon))
  }

  private func noNameToAcknowledge(_ name: Word) -> EntryError {
    failure(
      .notAnEntry,
      at: name,
      "“\(name.clipped)” is not the name of an entry.",
      "Type ack a14: and what was found, or ack: and the words for the most urgent notice."
    )
  }

  /// `correct a12 bp 127/84`, `correct a12 @14:05`, with `because …` before or after the sentence.
  mutating func correct() throws(EntryError) -> Command {
    let target = try entry(of: .correct)
    let time = try timePrefix()
    guard let word = peek() else {
      guard let time else {
        throw missing("What should it say?", "Type \(Verb.correct.example).")
      }
      return .correct(target, with: nil, at: time.instant)
    }
    if word.lower == "because" {
      guard let time else {
        throw failure(
          .missing,
          at: word,
          "A reason alone corrects nothing.",
          "Type \(Verb.correct.example), or void the entry."
        )
      }
      let reason = try reason(of: .correct)
      return .correct(target, with: nil, at: time.instant, because: reason)
    }
    let verb = try verb(afterTime: true)
    try check(correctable: verb, at: word)
    correctedItem = context.checkedItems[target]
    let reason = verb.takesWords ? nil : try splitReason()
    let command = try command(verb)
    try expectEnd(after: .correct)
    if let reason {
      position = characters.count
      end = characters.count
      return .correct(target, with: command, at: time?.instant, because: reason)
    }
    return .correct(target, with: command, at: time?.instant)
  }

  private func check(correctable verb: Verb, at word: Word) throws(EntryError) {
    guard !verb.actsOnEntries else {
      throw failure(
        .unknownWord,
        at: word,
        "\(verb.name) is not what an entry can say.",
        "Type what it should say, as in \(Verb.correct.example)."
      )
    }
  }

  /// Takes the last `because` and its words off the end of what is left to read.
  private mutating func splitReason() throws(EntryError) -> String? {
    var copy = self
    var keyword: Word?
    while let word = copy.next() {
      if word.lower == "because" { keyword = word }
    }
    guard let keyword, keyword.start > position else { return nil }
    var reader = self
    reader.position = keyword.start
    let reason = try reader.reason(of: .correct)
    end = keyword.start
    return reason
  }
}

extension Verb {
  /// Whether all that follows is words, a `because` among them included.
  var takesWords: Bool {
    switch self {
    case .note, .said, .pin, .acknowledge, .intention, .calming, .allergies, .escort, .touch,
      .stopSign, .room, .noReading, .call, .check, .limit, .emergency, .standDown, .handOver:
      true
    case .vitals, .scores, .phase, .dose, .infusion, .given, .order, .rx, .technique, .modality,
      .theme, .effect, .later, .notDone, .confirm, .artefact, .correct, .void, .undo, .join,
      .leave, .end, .reopen, .weight, .plan, .vial, .lozenge, .assess, .quiet:
      false
    }
  }

  /// Whether it acts on entries, due items or the session itself and so cannot be what one says.
  var actsOnEntries: Bool {
    switch self {
    case .later, .notDone, .acknowledge, .confirm, .artefact, .correct, .void, .undo, .end,
      .reopen, .handOver, .quiet:
      true
    case .vitals, .scores, .phase, .dose, .infusion, .given, .order, .rx, .technique, .modality,
      .theme, .effect, .note, .said, .pin, .noReading, .call, .join, .leave, .weight, .intention,
      .calming, .allergies, .escort, .touch, .stopSign, .room, .check, .plan, .limit, .vial,
      .lozenge, .assess, .emergency, .standDown:
      false
    }
  }
}
