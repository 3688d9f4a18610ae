import KapTimeline

extension Vitals.Method {
  /// The word a person types for it.
  var word: String { self == .manual ? "hand" : rawValue }

  /// The way a word names.
  init?(word: String) {
    guard let found = Self.allCases.first(where: { $0.word == word || $0.rawValue == word }) else {
      return nil
    }
    self = found
  }
}

extension Vitals.Position {
  /// The position a word names: whole, or as many letters of it as no other begins with.
  init?(word: String) {
    let named = Self.allCases.filter { $0.rawValue.hasPrefix(word) }
    guard let found = named.first, named.count == 1, word.count >= 3 else { return nil }
    self = found
  }
}

extension Reader {
  /// Reads `on o2 2l`, `on air`, a position, `by cuff` or `baseline`, `on` and `by` left out where
  /// nothing else can be meant; false when the word is none of them.
  mutating func readCircumstance(
    _ word: Word,
    into vitals: inout Vitals
  ) throws(EntryError) -> Bool {
    let lower = word.lower
    if let position = Vitals.Position(word: lower) {
      guard vitals.position == nil else { throw doubled(word, "The position") }
      vitals.position = position
    } else if lower == "by" {
      guard vitals.method == nil else { throw doubled(word, "How it was read") }
      vitals.method = try method()
    } else if let method = Vitals.Method(word: lower) {
      guard vitals.method == nil else { throw doubled(word, "How it was read") }
      vitals.method = method
    } else if lower == "baseline" {
      guard !vitals.isBaseline else { throw doubled(word, "baseline") }
      vitals.isBaseline = true
    } else if ["on", "o2", "oxygen", "air", "room"].contains(lower) {
      guard vitals.oxygenLitres == nil else { throw doubled(word, "Oxygen") }
      vitals.oxygenLitres = try oxygen(after: lower)
    } else {
      return false
    }
    return true
  }

  /// Reads what is said with readings, up to the end.
  mutating func readCircumstances(into vitals: inout Vitals) throws(EntryError) {
    let sample = "o2 2l supine by cuff"
    while let word = next() {
      guard try !readCircumstance(word, into: &vitals) else { continue }
      let known =
        Vitals.Position.allCases.map(\.rawValue) + Vitals.Method.allCases.map(\.word)
        + ["on", "o2", "air", "by", "baseline"]
      throw unknown(
        word,
        "is not said with a reading.",
        among: known,
        "Type air, or as in \(sample)."
      )
    }
  }

  /// Reads how a reading was taken, after `by`.
  private mutating func method() throws(EntryError) -> Vitals.Method {
    let known = Vitals.Method.allCases.map(\.word)
    let remedy = "Type by and one of \(known.joined(separator: ", "))."
    guard let word = next() else { throw missing("How it was read is missing.", remedy) }
    guard let method = Vitals.Method(word: word.lower) else {
      let guess = nearest(to: word.lower, among: known)
      throw failure(
        .unknownWord,
        at: word,
        "“\(word.clipped)” is no way to read a sign here.",
        guess.map { "Type by \($0) if that is meant." } ?? remedy
      )
    }
    return method
  }

  /// Reads `o2 2l`, `2 l/min o2`, `air` or `room air`; litres a minute, and none on air.
  private mutating func oxygen(after first: String) throws(EntryError) -> Double {
    let remedy = "Type on o2 2l, or on air."
    if first == "air" || first == "on" && take("air") != nil { return 0 }
    if first == "room" || first == "on" && take("room") != nil {
      guard take("air") != nil else { throw missing("“room” of what?", remedy) }
      return 0
    }
    let isNamed = first != "on" || take("o2", "oxygen") != nil
    guard let word = next() else {
      throw missing(isNamed ? "How much oxygen is missing." : "“on” what is missing.", remedy)
    }
    let (figure, stop) = try figure(from: word.start, to: word.end, of: "Oxygen", remedy)
    let units = ["l", "l/min", "lpm", "litre", "litres", "liter", "liters"]
    if stop < word.end {
      let suffix = self.word(from: stop, to: word.end)
      guard units.contains(suffix.lower) else {
        throw failure(.unknownUnit, at: suffix, "Oxygen is counted in litres a minute.", remedy)
      }
    } else {
      guard let unit = next() else { throw missing(.unknownUnit, "Oxygen needs its unit.", remedy) }
      guard units.contains(unit.lower) else {
        throw failure(.unknownUnit, at: unit, "Oxygen is counted in litres a minute.", remedy)
      }
    }
    if !isNamed { _ = take("o2", "oxygen") }
    return figure.value
  }

  /// The error for a word among vitals that is neither sign nor circumstance.
  func unplaced(_ word: Word) -> EntryError {
    if isDigit(characters[word.start]) {
      return failure(
        .unknownWord,
        at: word,
        "“\(word.clipped)” stands without its sign.",
        "Name it, as in hr 74, or begin with the blood pressure and name nothing."
      )
    }
    let known =
      Sign.words.map(\.word) + Vitals.Position.allCases.map(\.rawValue) + ["on", "by", "baseline"]
    let remedy =
      if let guess = nearest(to: word.lower, among: known) {
        "Type \(guess) if that is meant; words about a reading are a note of their own."
      } else {
        "Words about a reading are a note of their own."
      }
    return failure(
      .unknownWord,
      at: word,
      "“\(word.clipped)” is no sign and nothing said of one.",
      remedy
    )
  }

  /// `noreading bp because cuff failed`; without a sign, nothing could be read.
  mutating func noReading() throws(EntryError) -> Command {
    guard let word = peek() else {
      throw missing(.needsReason, "Which reading and why?", "Type \(Verb.noReading.example).")
    }
    var sign: Sign?
    if word.lower == "all" || word.lower == "vitals" {
      _ = next()
    } else if word.lower != "because" {
      guard let named = Sign(word: word.lower) else {
        let guess = nearest(to: word.lower, among: Sign.words.map(\.word))
        throw failure(
          .unknownWord,
          at: word,
          "“\(word.clipped)” is no sign.",
          "Type \(guess ?? "bp, hr, spo2, rr or temp") there, or leave it out for all of them."
        )
      }
      _ = next()
      sign = named
    }
    return .missReading(sign, because: try reason(of: .noReading))
  }
}
