import KapTimeline

extension Reader {
  /// Reads the verb.
  ///
  /// A first word that is itself a sign, a scale or a quotation is left to be read.
  mutating func verb(afterTime: Bool) throws(EntryError) -> Verb {
    guard let word = peek() else {
      guard afterTime else {
        throw missing(.empty, "Nothing was typed.", "Type a verb and its words; Tab lists them.")
      }
      throw missing("What happened then is missing.", "Type it after the time: @14:05 note …")
    }
    let first = characters[word.start]
    if isDigit(first) {
      if isPair(word) { return .vitals }
      throw numberFirst(word)
    }
    if first.isNumber {
      throw failure(
        .foreignDigits,
        at: word,
        "“\(word.clipped)” is not written with the digits 0 to 9.",
        "Type the digits 0 to 9, or note before plain words."
      )
    }
    if first == "@" {
      throw failure(
        .repeated,
        at: word,
        "A second time stands here.",
        "Leave one of the two times, and then say what happened."
      )
    }
    if Quotation.isOpening(first) { return .said }
    return try verb(named: word)
  }

  private mutating func verb(named word: Word) throws(EntryError) -> Verb {
    var stop = word.start
    while stop < word.end, characters[stop] != ":" { stop += 1 }
    let head = self.word(from: word.start, to: stop)
    if let verb = Verb(form: head.lower) {
      // A sign, a scale or what became of a lozenge is read again by its own sentence.
      if verb == .vitals, head.lower != "vitals", head.lower != "v" { return verb }
      if verb == .scores, head.lower != "scores" { return verb }
      if verb == .lozenge, head.lower != "lozenge" { return verb }
      position = stop
      verbHadColon = position < end && characters[position] == ":"
      if verbHadColon { position += 1 }
      return verb
    }
    if sign(beginning: word) != nil { return .vitals }
    if scale(beginning: word) != nil { return .scores }
    throw unknownVerb(word, head: head)
  }

  private func numberFirst(_ word: Word) -> EntryError {
    failure(
      .beginsWithNumber,
      at: word,
      "this begins with a number: v for vitals, n for a note",
      "Type bp 128/82 hr 74 for vitals, or note and the words."
    )
  }

  private func unknownVerb(_ word: Word, head: Word) -> EntryError {
    if stopsAtColon(head, in: word), let person = people(called: head.text).first {
      return failure(
        .unknownVerb,
        at: word,
        "\(clip(person.person)) is present, but what they saw needs its verb.",
        "Type note \(head.clipped): and the words."
      )
    }
    let names = Entry.forms + scaleNames
    let remedy =
      if let guess = nearest(to: head.lower, among: names) {
        "Type \(guess) if that is meant, or note before plain words."
      } else {
        "Type note before plain words; Tab on an empty line lists every verb."
      }
    return failure(
      .unknownVerb,
      at: head.isEmpty ? word : head,
      "“\(word.clipped)” is not a verb.",
      remedy
    )
  }

  private func stopsAtColon(_ head: Word, in word: Word) -> Bool { head.end < word.end }

  /// `128/82`: two or three digits on either side of a stroke.
  private func isPair(_ word: Word) -> Bool {
    let parts = characters[word.start..<word.end].split(
      separator: "/",
      omittingEmptySubsequences: false
    )
    return parts.count == 2
      && parts.allSatisfy { (2...3).contains($0.count) && $0.allSatisfy(isDigit) }
  }

  /// Reads the sentence of one verb.
  mutating func command(_ verb: Verb) throws(EntryError) -> Command {
    switch verb {
    case .vitals: try vitals()
    case .noReading: try noReading()
    case .scores: try scores()
    case .phase: try phase()
    case .note: try note()
    case .said: try said()
    case .dose: try dose()
    case .infusion: try infusion()
    case .given: .administer(try medicine(of: .given).given)
    case .order: try order()
    case .call: try call()
    case .rx: try prescription()
    case .technique: try technique()
    case .modality: try modality()
    case .theme: try theme()
    case .effect: try effect()
    case .pin: try pin()
    case .later: later()
    case .notDone: try notDone()
    case .acknowledge: try acknowledge()
    case .confirm: .confirm(try entry(of: verb))
    case .artefact: .callArtefact(try entry(of: verb), because: try reason(of: verb))
    case .correct: try correct()
    case .void: .void(try entry(of: verb), because: try reason(of: verb))
    case .undo: .undo(because: try reason(of: verb))
    case .join: try join()
    case .leave: try leave()
    case .end: .end
    case .reopen: .reopen(because: try reason(of: verb))
    case .weight: try weight()
    case .intention: .setFrame(.intention(try words(of: verb)))
    case .calming: .setFrame(.calming(try words(of: verb)))
    case .allergies: .setFrame(.allergies(try words(of: verb)))
    case .escort: try escort()
    case .touch: .setFrame(.touch(try words(of: verb)))
    case .stopSign: .setFrame(.stopSign(try words(of: verb)))
    case .room: try room()
    case .check: try check()
    case .plan: try plan()
    case .limit: try limit()
    case .vial: try vial()
    case .lozenge: try lozenge()
    case .assess: try assess()
    case .emergency: try emergency()
    case .standDown: try standDown()
    case .handOver: try handOver()
    case .quiet: .quiet
    }
  }
}
