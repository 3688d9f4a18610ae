import KapTimeline

extension Reader {
  mutating func note() throws(EntryError) -> Command {
    let text = try words(of: .note, mayNameObserver: true)
    if looksLikeVitals(text) { remarks.append("Tab turns this into vitals") }
    return .write(Note(text, voice: context.noteVoice))
  }

  mutating func said() throws(EntryError) -> Command {
    .write(Note(try words(of: .said, mayNameObserver: true), voice: .patient))
  }

  /// Reads all that is left as words, verbatim but for the space and the marks around them.
  mutating func words(
    of verb: Verb,
    mayNameObserver: Bool = false
  ) throws(EntryError) -> String {
    var phrase = rest()
    if mayNameObserver { phrase = try afterObserver(phrase) }
    let text = Quotation.removed(from: phrase.text)
    guard !text.isEmpty else {
      throw missing(.needsWords, "\(verb.name) needs its words.", "Type \(verb.form).")
    }
    return text
  }

  /// Takes the name of a person present and its colon off the front of the words.
  private mutating func afterObserver(_ phrase: Word) throws(EntryError) -> Word {
    // Nobody's name is longer than this; beyond it a colon belongs to the words.
    let limit = min(phrase.end, phrase.start + 40)
    var colon = phrase.start
    while colon < limit, characters[colon] != ":" { colon += 1 }
    guard colon < limit, colon > phrase.start, characters[colon] == ":" else { return phrase }
    let name = word(from: phrase.start, to: colon)
    let people = people(called: name.text)
    guard let person = people.first else {
      let isLikeInitials = name.text.count <= 3 && name.text.allSatisfy(\.isLetter)
      if isLikeInitials { remarks.append("\(name.text) is nobody present: kept as words") }
      return phrase
    }
    guard people.count == 1 else {
      throw failure(
        .ambiguousPerson,
        at: name,
        "“\(name.clipped)” may be \(people.map { clip($0.person) }.joined(separator: " or ")).",
        "Type the whole name before the colon."
      )
    }
    if person.person != context.author { observer = person.person }
    var start = colon + 1
    while start < phrase.end, isSpace(characters[start]) { start += 1 }
    return word(from: start, to: phrase.end)
  }

  /// The people present whom these words name, by name or initials.
  func people(called words: String) -> [Presence] {
    let called = folded(words)
    guard !called.isEmpty, !context.people.isEmpty else { return [] }
    let named = context.people.filter { folded($0.person) == called }
    if !named.isEmpty { return Array(named.prefix(1)) }
    var found: [Presence] = []
    let told = initials(telling: context.people.map(\.person))
    for person in context.people
    where folded(initials(of: person.person)) == called
      || told[person.person].map({ folded($0) }) == called
    {
      if !found.contains(where: { $0.person == person.person }) { found.append(person) }
    }
    return found
  }

  private func looksLikeVitals(_ text: String) -> Bool {
    guard text.utf8.count <= 120, text.contains(where: isDigit) else { return false }
    return (try? Entry.parse(text, in: context))?.verb == .vitals
  }
}

/// Words without regard to capitals, hyphens and the width of spaces: `Dr-L` is `dr l`.
func folded(_ words: some StringProtocol) -> String {
  words.lowercased().split { isSpace($0) || $0 == "-" }.joined(separator: " ")
}
