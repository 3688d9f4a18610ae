import KapTimeline

extension Reader {
  /// A number with the word of its unit, attached or apart; no unit is an empty one.
  struct Measure {
    let figure: Figure
    let unit: Word
    let whole: Word
  }

  /// Reads a number and its unit; `isUnit` says whether a word apart can be one.
  mutating func measure(
    of what: String,
    _ remedy: String,
    isUnit: (String) -> Bool
  ) throws(EntryError) -> Measure {
    guard let word = next() else { throw missing("\(what) is missing.", remedy) }
    let (figure, stop) = try figure(from: word.start, to: word.end, of: what, remedy)
    if stop < word.end {
      let unit = self.word(from: stop, to: word.end)
      return Measure(figure: figure, unit: unit, whole: word)
    }
    if let follower = peek(), isUnit(follower.lower) {
      _ = next()
      let whole = self.word(from: word.start, to: follower.end)
      return Measure(figure: figure, unit: follower, whole: whole)
    }
    return Measure(figure: figure, unit: self.word(from: stop, to: stop), whole: word)
  }

  /// Reads an amount such as `75mg`, `0.1 mg`, `100mcg`, `0.5g`.
  ///
  /// Nothing at all is an amount only of what may come to nothing, as what was wasted; of the rest
  /// `instead` says what to type.
  mutating func mass(
    _ remedy: String,
    of what: String = "The amount",
    mayBeNothing: Bool = false,
    instead: String = "Type what was given, or a note if nothing was."
  ) throws(EntryError) -> Mass {
    let measure = try measure(of: what, remedy) { MassUnit($0) != nil || $0.contains("/kg") }
    let unit = measure.unit
    guard let massUnit = MassUnit(unit.lower) else {
      let message =
        switch unit.lower {
        case "": "“\(measure.whole.clipped)” of what? An amount needs its unit."
        case let each where each.contains("/kg"): AmountUnit.notByKilogram
        case "ml", "l": "A volume does not say how much of the medicine it holds."
        default: "“\(unit.clipped)” is no unit of an amount here."
        }
      throw failure(.unknownUnit, at: unit.isEmpty ? measure.whole : unit, message, remedy)
    }
    let bound = Mass(nanograms: Int64.max).nanograms
    guard let nanograms = measure.figure.scaled(by: massUnit.rawValue), nanograms <= bound else {
      throw failure(
        .numberTooLarge,
        at: measure.whole,
        "Nobody was given \(measure.whole.clipped).",
        "Check the digits. \(remedy)"
      )
    }
    guard nanograms > 0 || mayBeNothing && measure.figure.digits == 0 else {
      throw failure(
        .notANumber,
        at: measure.whole,
        "“\(measure.whole.clipped)” is no amount at all.",
        instead
      )
    }
    if massUnit != .milligram { typed.append("\(measure.whole.clipped)") }
    return Mass(nanograms: nanograms)
  }

  /// What a measure's unit is multiplied by to be what the record keeps; refuses every other unit.
  func factor(
    of measure: Measure,
    called name: String,
    _ remedy: String,
    known: (_ unit: String) -> Double?
  ) throws(EntryError) -> Double {
    if let factor = known(measure.unit.lower) { return factor }
    guard !measure.unit.isEmpty else {
      throw failure(.unknownUnit, at: measure.whole, "A \(name) needs its unit.", remedy)
    }
    throw failure(
      .unknownUnit,
      at: measure.unit,
      "“\(measure.unit.clipped)” is no \(name) that is kept here.",
      remedy
    )
  }
}
