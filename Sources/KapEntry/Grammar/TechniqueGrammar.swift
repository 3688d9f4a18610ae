import KapTimeline

extension Reader {
  /// `technique guided-imagery start`, by the protocol's name or a free one.
  mutating func technique() throws(EntryError) -> Command {
    let remedy = "Type technique, its name and start or stop."
    var name = try nameWords(of: "The technique", remedy)
    let edge = takeEdge(from: &name)
    guard !name.isEmpty else { throw missing("Which technique?", remedy) }
    let called = folded(name.text)
    let code = context.clinicProtocol?.codes.first { folded($0.name) == called }
    if let code, code.isInterval, edge == nil {
      throw missing("\(code.name) lasts: does it begin or end?", "Add start or stop.")
    }
    if code == nil { sayUnlisted(called, among: context.clinicProtocol?.codes.map(\.name) ?? []) }
    return .change(
      TechniqueChange(name: code?.name ?? called, group: code?.group, edge: edge ?? .once)
    )
  }

  /// `modality act`; which school of therapy was at work is a mark unless it starts or stops.
  mutating func modality() throws(EntryError) -> Command {
    let remedy = "Type modality act, or modality act start."
    var name = try nameWords(of: "The modality", remedy)
    let edge = takeEdge(from: &name)
    guard !name.isEmpty else { throw missing("Which modality?", remedy) }
    let listed = context.clinicProtocol?.care.modalities.map(\.name) ?? []
    if !listed.contains(where: { folded($0) == folded(name.text) }) {
      sayUnlisted(folded(name.text), among: listed)
    }
    return .change(
      TechniqueChange(name: folded(name.text), group: "modality", edge: edge ?? .once)
    )
  }

  /// Says that a name is not on the clinic's list, and which one may be meant.
  private mutating func sayUnlisted(_ called: String, among listed: [String]) {
    guard !listed.isEmpty else { return }
    // People leave out a word of a name: each stands for the whole.
    let words = listed.flatMap { name in
      [(folded(name), name)] + folded(name).split(separator: " ").map { (String($0), name) }
    }
    let guess = nearest(to: called, among: words.map(\.0))
    let meant = words.first { $0.0 == guess }?.1
    remarks.append("\(clip(called)) is not listed" + (meant.map { "; \($0) is" } ?? ""))
  }

  /// `theme connection 2`.
  mutating func theme() throws(EntryError) -> Command {
    let remedy = "Type theme, its name and how strong, as in theme connection 2."
    let name = try nameWords(of: "The theme", remedy)
    let (head, last) = splitLastWord(of: name)
    guard let last, isDigit(characters[last.start]), !head.isEmpty else {
      if let last, isMinus(characters[last.start]), last.end - last.start > 1,
        isDigit(characters[last.start + 1])
      {
        throw failure(.notANumber, at: last, "How strong is a whole number from 0.", remedy)
      }
      if let first = name.text.first, isDigit(first), head.isEmpty {
        throw failure(.missing, at: name, "The theme's name is missing.", remedy)
      }
      return .mark(ThemeMark(name: folded(name.text)))
    }
    let (figure, stop) = try figure(from: last.start, to: last.end, of: "How strong", remedy)
    guard stop == last.end, let intensity = figure.whole else {
      throw failure(.notANumber, at: last, "How strong is a whole number.", remedy)
    }
    return .mark(ThemeMark(name: folded(head.text), intensity: intensity))
  }

  mutating func nameWords(of what: String, _ remedy: String) throws(EntryError) -> Word {
    let words = untilKeyword()
    guard !words.isEmpty else { throw missing("\(what) is missing.", remedy) }
    if let mark = (words.start..<words.end).first(where: { characters[$0] == "@" }) {
      throw failure(
        .notATime,
        from: mark,
        to: words.end,
        "A name holds no @: a time stands in front of the sentence.",
        "Type the time first and the sentence after it, as in @14:05 note hums."
      )
    }
    return words
  }

  private func takeEdge(from name: inout Word) -> Edge? {
    let (head, last) = splitLastWord(of: name)
    let edge: Edge? =
      switch last?.lower {
      case "start", "begin", "on": .start
      case "stop", "end", "off": .stop
      case "once": .once
      default: nil
      }
    if edge != nil { name = head }
    return edge
  }

  /// The words but the last, and the last; a single word is the last one.
  func splitLastWord(of words: Word) -> (head: Word, last: Word?) {
    guard !words.isEmpty else { return (words, nil) }
    var start = words.end
    while start > words.start, !isSpace(characters[start - 1]) { start -= 1 }
    var stop = start
    while stop > words.start, isSpace(characters[stop - 1]) || isSeparator(characters[stop - 1]) {
      stop -= 1
    }
    return (word(from: words.start, to: stop), word(from: start, to: words.end))
  }
}
