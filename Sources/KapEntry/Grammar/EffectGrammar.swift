import KapTimeline

/// The words after which something is said of an adverse effect.
private let effectKeywords: Set<String> = [
  "serious", "not-serious", "related", "action", "outcome",
]

extension Reader {
  /// `effect nausea mild`, `effect nausea end`, and after the term in any order
  /// `serious related probable action medicine given outcome recovered end`.
  mutating func effect() throws(EntryError) -> Command {
    let remedy = "Type effect nausea mild, or effect nausea end."
    skipSpace()
    let isKeywordFirst = peek().map { effectKeywords.contains($0.lower) } ?? false
    let start = position
    if isKeywordFirst { _ = next() }
    while let word = peek(), !effectKeywords.contains(word.lower) { _ = next() }
    let details = peek()?.start ?? end
    let whole = end
    (position, end) = (start, details)
    var effect = AdverseEffect(term: "")
    let term = try stateAtEnd(of: nameWords(of: "The effect", remedy), into: &effect)
    (position, end) = (details, whole)
    guard !term.isEmpty else { throw missing("Which effect?", remedy) }
    while let word = next() { try readDetail(word, of: &effect, remedy) }
    // Quotation marks keep a name that is nobody's but the writer's.
    let isQuoted = term.text.first.map(Quotation.isOpening) ?? false
    let called = folded(isQuoted ? Quotation.removed(from: term.text) : term.text)
    guard !called.isEmpty else { throw missing("Which effect?", remedy) }
    let known = context.clinicProtocol?.effects.map(\.name) ?? []
    let listed = known.first { folded($0) == called }
    if listed == nil, !isQuoted, let refusal = refusal(ofUnlisted: term, known) { throw refusal }
    effect.term = listed ?? called
    return .report(effect)
  }

  /// Why a name that nobody listed is taken for a slip; nil where it may be one of its own.
  private func refusal(ofUnlisted term: Word, _ known: [String]) -> EntryError? {
    let called = folded(term.text)
    // Words behind an effect of the list that say nothing known of it.
    if let head = known.map({ folded($0) }).first(where: { called.hasPrefix($0 + " ") }) {
      return saysNothing(rest(of: term, after: head), of: head)
    }
    // How bad it is is said in words, and not by a number.
    let (head, last) = splitLastWord(of: term)
    if let last, beginsWithNumber(last) || isBelowNothing(last) {
      return saysNothing(last, of: head.isEmpty ? "an effect" : clip(folded(head.text)))
    }
    return meant(by: called, known).map { meant in
      failure(
        .unknownWord,
        at: term,
        "“\(term.clipped)” is not listed.",
        "Type effect \(meant) if that is meant; quotation marks keep it as a name of your own."
      )
    }
  }

  /// What stands behind the words of a name that a term begins with.
  private func rest(of term: Word, after head: String) -> Word {
    var start = term.start
    for _ in head.split(separator: " ") {
      while start < term.end, !isBetween(characters[start]) { start += 1 }
      while start < term.end, isBetween(characters[start]) { start += 1 }
    }
    return word(from: min(start, term.end), to: term.end)
  }

  /// The listed name that one is but for a slip, or with how bad it is in front: what is urgent by its
  /// name must not go by another one.
  private func meant(by called: String, _ known: [String]) -> String? {
    let urgent = context.clinicProtocol?.care.urgentEffects ?? []
    let aliases = urgent.flatMap { ([$0.term].compactMap(\.self) + $0.aliases).map { folded($0) } }
    guard !aliases.contains(called) else { return nil }
    let names = known.map { folded($0) } + aliases
    if let near = nearest(to: called, among: names) { return near }
    let parts = called.split(maxSplits: 1) { $0 == " " || $0 == "-" }.map(String.init)
    guard let first = parts.first, AdverseEffect.Severity(rawValue: first) != nil else {
      return nil
    }
    let rest = parts.count > 1 ? parts[1] : ""
    return (names.first { $0 == rest } ?? nearest(to: rest, among: names)).map { "\($0) \(first)" }
  }

  private func saysNothing(_ rest: Word, of head: String) -> EntryError {
    let severities = AdverseEffect.Severity.allCases.map(\.rawValue)
    let guess = nearest(to: rest.lower, among: severities + ["end"])
    return failure(
      .unknownWord,
      at: rest,
      "“\(rest.clipped)” says nothing of \(head) here.",
      (guess.map { "Type \($0) if that is meant" }
        ?? "Type \(severities.joined(separator: ", ")) or end")
        + "; quotation marks around the whole keep it as a name of your own."
    )
  }

  /// Whether a character parts the words of a name.
  private func isBetween(_ character: Character) -> Bool {
    isSpace(character) || character == "-" || character == "_"
  }

  /// Takes how bad it is, and that it ended, off the end of the term.
  private func stateAtEnd(of name: Word, into effect: inout AdverseEffect) -> Word {
    var term = name
    while true {
      let (head, last) = splitLastWord(of: term)
      guard let last else { return term }
      if ["end", "ended", "over", "gone", "stop"].contains(last.lower), !effect.hasEnded {
        effect.hasEnded = true
        term = head
      } else if effect.severity == nil, let severity = AdverseEffect.Severity(rawValue: last.lower)
      {
        effect.severity = severity
        term = head
      } else if effect.severity == nil, last.lower == "threatening" {
        let (front, life) = splitLastWord(of: head)
        guard life?.lower == "life" else { return term }
        effect.severity = .lifeThreatening
        term = front
      } else {
        return term
      }
    }
  }

  private mutating func readDetail(
    _ word: Word,
    of effect: inout AdverseEffect,
    _ remedy: String
  ) throws(EntryError) {
    let vocabulary = context.clinicProtocol?.care.adverseEvents
    switch word.lower {
    case "serious", "not-serious":
      guard effect.isSerious == nil else { throw doubled(word, "serious") }
      effect.isSerious = word.lower == "serious"
    case "related":
      guard effect.relatedness == nil else { throw doubled(word, "related") }
      effect.relatedness = try detail(after: word, listed: vocabulary?.relatedness, isClosed: true)
    case "action":
      guard effect.action == nil else { throw doubled(word, "action") }
      effect.action = try detail(after: word, listed: vocabulary?.actions)
    case "outcome":
      guard effect.outcome == nil else { throw doubled(word, "outcome") }
      effect.outcome = try detail(after: word, listed: vocabulary?.outcomes)
    case "end", "ended":
      guard !effect.hasEnded else { throw doubled(word, "end") }
      effect.hasEnded = true
    case "life" where peek()?.lower == "threatening":
      _ = next()
      guard effect.severity == nil else { throw doubled(word, "How bad it is") }
      effect.severity = .lifeThreatening
    default:
      guard let severity = AdverseEffect.Severity(rawValue: word.lower) else {
        throw failure(
          .unknownWord,
          at: word,
          "“\(word.clipped)” says nothing of an effect here.",
          "Put it before serious, related, action and outcome, or after action. \(remedy)"
        )
      }
      guard effect.severity == nil else { throw doubled(word, "How bad it is") }
      effect.severity = severity
    }
  }

  /// The words after a keyword, by the protocol's own where it lists them.
  private mutating func detail(
    after keyword: Word,
    listed: [String]?,
    isClosed: Bool = false
  ) throws(EntryError) -> String {
    let choices = (listed ?? []).joined(separator: ", ")
    skipSpace()
    let start = position
    var stop = start
    while let word = peek(), !effectKeywords.contains(word.lower), !isState(word) {
      _ = next()
      stop = word.end
    }
    let words = self.word(from: min(start, stop), to: stop)
    guard !words.isEmpty else {
      throw missing(
        "What follows “\(keyword.lower)” is missing.",
        choices.isEmpty ? "Type \(keyword.lower) and the words." : "Type one of \(choices)."
      )
    }
    let isQuoted = words.text.first.map(Quotation.isOpening) ?? false
    let said = isQuoted ? Quotation.removed(from: words.text) : words.text
    let called = folded(said)
    if let found = listed?.first(where: { folded($0) == called }) { return found }
    guard !choices.isEmpty else { return said }
    guard isClosed else {
      remarks.append("\(clip(said)) is not among \(choices)")
      return said
    }
    throw unknown(
      words,
      "is not among the clinic's words for “\(keyword.lower)”.",
      among: (listed ?? []).map { folded($0) },
      called: called,
      "Type one of \(choices)."
    )
  }

  /// Whether a word says how bad it is or that it ended, which no clause holds.
  private func isState(_ word: Word) -> Bool {
    switch word.lower {
    case "end", "ended": return true
    case "life":
      var after = self
      after.position = word.end
      return after.peek()?.lower == "threatening"
    default: return AdverseEffect.Severity(rawValue: word.lower) != nil
    }
  }
}
