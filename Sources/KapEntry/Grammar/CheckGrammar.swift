import KapTimeline

extension Reader {
  /// `check identity`, `check pregnancy n/a: not of age`, `check identity, consent: version 3`.
  ///
  /// Several may be ticked at once, and the words after the colon are those of the last one.
  mutating func check() throws(EntryError) -> Command {
    let remedy = "Type \(Verb.check.example)."
    var marks: [ChecklistMark] = []
    while let word = nextItem() {
      let (name, hadColon) = beforeColon(word)
      guard !name.isEmpty else { throw failure(.missing, at: word, "Which item?", remedy) }
      let item = try item(called: name)
      guard !marks.contains(where: { $0.item == item }) else {
        throw doubled(name, "“\(name.clipped)”")
      }
      marks.append(ChecklistMark(item: item))
      let last = marks.count - 1
      if !hadColon, !endsWithComma(word) {
        marks[last].answer = try answer(after: name) ?? .done
        marks[last].by = try saidBy(item)
      }
      guard hadColon || takeColon() else { continue }
      if marks[last].by == nil, namesPerson(marks[last]) {
        marks[last].by = try saidBy(item)
        _ = takeColon()
      }
      try refuseItem(inWordsOf: marks[last])
      marks[last].words = try words(of: marks[last])
      return .check(marks)
    }
    guard !marks.isEmpty else { throw missing("What was checked?", remedy) }
    return .check(marks)
  }

  /// The next word, or all words of an item's name as the screen shows it: `escort phone`.
  private mutating func nextItem() -> Word? {
    guard let word = next() else { return nil }
    let names = (context.clinicProtocol?.care.checklists ?? []).flatMap(\.items).map(\.short)
    let shown = names.map { Array($0.lowercased()) }.filter { name in
      let stop = word.start + name.count
      guard stop > word.end, stop <= end else { return false }
      let isWhole = stop == end || isSpace(characters[stop]) || ":,;".contains(characters[stop])
      return isWhole
        && zip(characters[word.start..<stop], name).allSatisfy { typed, letter in
          String(typed).lowercased() == String(letter)
        }
    }
    guard let longest = shown.map(\.count).max() else { return word }
    var stop = word.start + longest
    position = stop
    // A colon that stands right behind belongs to the word, as behind a single one.
    if stop < end, characters[stop] == ":" { stop += 1 }
    position = stop
    return self.word(from: word.start, to: stop)
  }

  /// Refuses another item with its colon among the words of one: they would swallow it.
  ///
  /// Words in quotation marks may hold what they like.
  private func refuseItem(inWordsOf mark: ChecklistMark) throws(EntryError) {
    var reader = self
    reader.skipSpace()
    let first = reader.position
    guard first < end, !Quotation.isOpening(characters[first]) else { return }
    let listed = ListedItems(context.clinicProtocol)
    var start: Int?
    for index in first..<end {
      if isSeparator(characters[index]) { start = index + 1 }
      // What stands between a comma and the next colon; no name is longer than this.
      guard characters[index] == ":", let begun = start else { continue }
      start = nil
      guard index - begun <= 80 else { continue }
      (reader.position, reader.end) = (begun, index)
      let name = reader.rest()
      guard !name.isEmpty, listed.isName(name.text),
        listed.named(name.text, while: listAtHand).first?.key != mark.item
      else { continue }
      throw failure(
        .unknownWord,
        at: name,
        "“\(name.clipped)” is an item of its own, and not among the words of \(clip(mark.item)).",
        "Enter what stands before it first, and then check \(name.clipped): and its words; or put "
          + "the words into quotation marks."
      )
    }
  }

  private func endsWithComma(_ word: Word) -> Bool {
    word.end < end && isSeparator(characters[word.end])
  }

  /// Whether the words of an answer begin with who said it, which some items ask for.
  private mutating func namesPerson(_ mark: ChecklistMark) -> Bool {
    guard context.clinicProtocol?.care.item(mark.item)?.evidence?.by != nil,
      peek()?.lower == "by"
    else { return false }
    return characters[position..<end].contains(":")
  }

  /// `by dr-l`, up to the colon of the words.
  private mutating func saidBy(_ item: String) throws(EntryError) -> String? {
    skipSpace()
    guard position < end, characters[position] != ":", let word = peek(), word.lower == "by" else {
      return nil
    }
    position = word.end
    skipSpace()
    let start = position
    let colon = (start..<end).first { characters[$0] == ":" }
    var stop = colon ?? start
    while stop > start, characters[stop - 1].isWhitespace { stop -= 1 }
    guard let colon, stop > start else {
      throw missing("Who said it, and why?", "Type check \(item) by dr-l: and the reason.")
    }
    position = colon
    let name = self.word(from: start, to: stop)
    try refuseTime(in: name, of: .check)
    return try person(called: name)
  }

  /// The word up to its colon, behind which reading goes on.
  private mutating func beforeColon(_ word: Word) -> (name: Word, hadColon: Bool) {
    guard let colon = (word.start..<word.end).first(where: { characters[$0] == ":" }) else {
      return (word, false)
    }
    position = colon + 1
    return (self.word(from: word.start, to: colon), true)
  }

  /// Takes a colon that stands by itself.
  mutating func takeColon() -> Bool {
    skipSpace()
    guard position < end, characters[position] == ":" else { return false }
    position += 1
    return true
  }

  /// `no`, `n/a` or `yes` after an item; anything else there needs its colon, or its comma.
  private mutating func answer(after item: Word) throws(EntryError) -> ChecklistMark.Answer? {
    skipSpace()
    guard position < end, characters[position] != ":", let whole = peek(), whole.lower != "by"
    else { return nil }
    let colon = (whole.start..<whole.end).first { characters[$0] == ":" }
    let word = self.word(from: whole.start, to: colon ?? whole.end)
    let answer: ChecklistMark.Answer
    switch word.lower {
    case "no": answer = .no
    case "n/a", "na": answer = .notApplicable
    case "yes", "done", "ok": answer = .done
    default:
      throw failure(
        .unknownWord,
        at: word,
        "What does “\(word.clipped)” say of \(item.clipped)?",
        "Put words after a colon, another item after a comma: check \(item.clipped): …."
      )
    }
    position = word.end
    return answer
  }

  private mutating func words(of mark: ChecklistMark) throws(EntryError) -> String {
    let item = context.clinicProtocol?.care.item(mark.item)
    skipSpace()
    if item?.holds != nil { try refuseImpossibleDay(in: word(from: position, to: end)) }
    guard item?.needs == .minutes, mark.answer == .done else {
      try refuseLengthBelowNothing()
      return try words(of: .check)
    }
    let start = position
    let phrase = rest()
    let remedy = "Type the minutes, as in check \(mark.item): 95."
    guard !phrase.isEmpty else {
      throw missing(.needsWords, "How many minutes is missing.", remedy)
    }
    if phrase.text.allSatisfy(isDigit), phrase.text.utf8.count <= Figure.wholeDigits {
      return phrase.text
    }
    if phrase.text.allSatisfy({ isDigit($0) || $0 == "." || $0 == "," }) {
      throw failure(
        .notANumber,
        at: phrase,
        "“\(phrase.clipped)” is no whole number of minutes.",
        remedy
      )
    }
    let (span, stop) = try span(from: start, to: phrase.end, of: "The time", remedy)
    guard stop == phrase.end else {
      throw failure(.notATime, at: phrase, "“\(phrase.clipped)” is not a time.", remedy)
    }
    typed.append("\(phrase.clipped)")
    return plain(span.inMinutes)
  }

  /// Refuses `-3 h` among the words: how long ago somebody ate is no less than nothing.
  private func refuseLengthBelowNothing() throws(EntryError) {
    var reader = self
    while let word = reader.next() {
      guard isBelowNothing(word) else { continue }
      let length = try? span(from: word.start + 1, to: end, of: "", "")
      guard let length else { continue }
      let whole = self.word(from: word.start, to: length.end)
      let plain = self.word(from: word.start + 1, to: length.end)
      throw failure(
        .notANumber,
        at: whole,
        "“\(whole.clipped)” is less than nothing.",
        "Type how long it was, as in \(plain.clipped)."
      )
    }
  }

  /// The key of the item a word names: its key, its label or its short name, with hyphens.
  private func item(called name: Word) throws(EntryError) -> String {
    let listed = ListedItems(context.clinicProtocol)
    // What a correction says is said of the item of its entry, where the name can mean that.
    if let correctedItem, listed.isNamed(correctedItem, by: name.text) { return correctedItem }
    let found = listed.named(name.text, while: listAtHand)
    guard found.count < 2 else { throw ambiguous(name, found) }
    if let item = found.first { return item.key }
    // Without a list here the core says what there is.
    guard !listed.all.isEmpty else { return name.lower }
    let known = listed.lists.filter { !$0.items.isEmpty }.map { list in
      "\(list.title): \(list.items.prefix(5).map(\.key).joined(separator: ", ")), …"
    }
    throw unknown(
      name,
      "is no item of the clinic's lists.",
      among: listed.all.map(\.key),
      "\(known.joined(separator: " ")) Tab lists them all."
    )
  }

  /// The list that people go through when it happened: from the dose on the one before leaving.
  private var listAtHand: Checklist.Purpose {
    let moment = occurredAt ?? context.startedAt ?? context.now
    return context.doseAt.map { moment >= $0 } ?? false ? .leaving : .beforeDose
  }

  private func ambiguous(_ name: Word, _ items: [ChecklistItem]) -> EntryError {
    failure(
      .ambiguousItem,
      at: name,
      "“\(name.clipped)” may be \(items.map { "“\(clip($0.label))”" }.joined(separator: " or ")).",
      "Type \(items.map { "check \(clip($0.key))" }.joined(separator: " or "))."
    )
  }
}
