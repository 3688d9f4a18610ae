import KapTimeline

extension Reader {
  /// The words that name scales: the protocol's, or without one the three that sessions use.
  var scaleNames: [String] {
    guard let scales = context.clinicProtocol?.scales else { return ["diss", "moaas", "distress"] }
    return scales.flatMap { [$0.name] + $0.aliases }
  }

  /// `diss 6 moaas 4`, `scale phq9 14`; after `scores` also numbers alone, in the schedule's order.
  mutating func scores() throws(EntryError) -> Command {
    var scores: [Score] = []
    if let word = peek(), isDigit(characters[word.start]) || word.text == "-" {
      scores = try positionalScores(word)
    }
    while let word = next() {
      if word.lower == "scale" || word.lower == "scores" { continue }
      guard let (name, numberStart) = scale(beginning: word) ?? unlisted(word) else {
        throw unknownScale(word)
      }
      guard !scores.contains(where: { $0.scale == name }) else {
        throw doubled(word, label(of: name))
      }
      position = numberStart
      scores.append(Score(scale: name, value: try score(on: name)))
    }
    guard !scores.isEmpty else {
      throw missing("Which scale, and how much?", "Type diss 6, or scale phq9 14.")
    }
    return .score(scores)
  }

  /// Without a protocol any word may be a scale; what it may hold is then nobody's rule.
  func unlisted(_ word: Word) -> (name: String, end: Int)? {
    guard context.clinicProtocol == nil, characters[word.start].isLetter else { return nil }
    return (bareName(word.lower), word.end)
  }

  /// The scale a word names, and where its number begins if that is attached: `diss6`.
  func scale(beginning word: Word) -> (name: String, end: Int)? {
    guard word.text.utf8.count <= 64, characters[word.start].isLetter else { return nil }
    if let name = scale(called: word.text) { return (name, word.end) }
    var index = word.end
    while index > word.start, isDigit(characters[index - 1]) { index -= 1 }
    var head = index
    if head > word.start, characters[head - 1] == ":" || characters[head - 1] == "=" { head -= 1 }
    guard head > word.start, head < word.end,
      let name = scale(called: self.word(from: word.start, to: head).text)
    else { return nil }
    return (name, index)
  }

  /// The name in the record of the scale that a word means.
  func scale(called word: String) -> String? {
    let bare = bareName(word)
    guard !bare.isEmpty else { return nil }
    guard let scales = context.clinicProtocol?.scales else {
      switch bare {
      case "diss", "dissociation": return "dissociation"
      case "moaas", "distress": return bare
      default: return nil
      }
    }
    return scales.first { scale in
      bareName(scale.name) == bare || bareName(scale.label) == bare
        || scale.aliases.contains { bareName($0) == bare }
    }?.name
  }

  /// Letters and digits alone, in small letters: `MOAA/S` is `moaas`, `phq-9` is `phq9`.
  private func bareName(_ word: String) -> String {
    String(word.lowercased().filter { $0.isLetter || $0.isNumber })
  }

  private func label(of scale: String) -> String {
    context.clinicProtocol?.scale(named: scale)?.label ?? scale
  }

  private mutating func score(on scale: String) throws(EntryError) -> Double {
    let remedy = "Type the name and the value, as in diss 6."
    let what = label(of: scale)
    guard let word = next() else { throw missing("\(what) needs a value.", remedy) }
    let (figure, stop) = try figure(
      from: word.start,
      to: word.end,
      of: what,
      remedy,
      isSigned: true
    )
    guard stop == word.end else {
      throw failure(
        .notANumber,
        at: word,
        "“\(word.clipped)” can be read two ways; a score is one number.",
        "Type the value alone, as in diss 6."
      )
    }
    return figure.value
  }

  private mutating func positionalScores(_ first: Word) throws(EntryError) -> [Score] {
    guard let order = context.clinicProtocol?.scores?.scales, !order.isEmpty else {
      throw failure(
        .unknownWord,
        at: first,
        "This protocol gives scores no order of their own.",
        "Name each one, as in diss 6 moaas 4."
      )
    }
    var scores: [Score] = []
    for name in order {
      guard let word = peek() else { break }
      if word.text == "-" {
        _ = next()
        continue
      }
      let begin = characters[word.start]
      guard isDigit(begin) || isMinus(begin) else { break }
      scores.append(Score(scale: name, value: try score(on: name)))
    }
    return scores
  }

  func unknownScale(_ word: Word) -> EntryError {
    let known = scaleNames.prefix(8).joined(separator: ", ")
    return unknown(
      word,
      "is no scale of this protocol.",
      among: scaleNames,
      called: bareName(word.lower),
      "Type one of \(known) and its value."
    )
  }
}
