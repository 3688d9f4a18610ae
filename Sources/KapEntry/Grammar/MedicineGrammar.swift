import KapTimeline

extension Reader {
  /// The routes by which other medicines than the session's are given, as people write them.
  private static let routes: Set<String> = [
    "iv", "im", "po", "sl", "in", "odt", "sc", "subcut", "pr", "inh", "inhaled", "neb", "nasal",
    "buccal", "topical", "td", "patch", "oral", "sublingual",
  ]

  private static let keywords: Set<String> = ["for", "by", "response"]

  /// `clonidine 0.1mg po for bp by dr-l`: the medicine first, the clauses in any order.
  mutating func medicine(
    of verb: Verb
  ) throws(EntryError) -> (given: GivenMedicine, isReadBack: Bool) {
    let remedy = "Type \(verb.form)."
    let readBack = takeReadBack()
    if let readBack, verb != .order {
      throw failure(
        .unknownWord,
        at: readBack.words,
        "Only an order or a call is read back.",
        "Leave read back, or type order for what was ordered."
      )
    }
    let name = nameOfMedicine()
    guard !name.isEmpty else { throw missing("The medicine is missing.", remedy) }
    try refuseAmountInWords(in: name, remedy)
    if Medicine(rawValue: name.lower) != nil, verb != .order {
      throw failure(
        .unknownWord,
        at: name,
        "\(name.lower) is a medicine of the session itself.",
        "Type dose, the route and the amount, as in dose iv AMOUNT."
      )
    }
    var given = GivenMedicine(medicine: name.text)
    while let word = peek() {
      let lower = word.lower
      if lower == "for" || lower == "by" {
        _ = next()
        if lower == "by", peek()?.lower == "mouth" {
          guard given.route == nil else { throw doubled(word, "The route") }
          _ = next()
          given.route = "po"
          continue
        }
        let isReason = lower == "for"
        guard (isReason ? given.reason : given.orderedBy) == nil else {
          throw doubled(word, "“\(lower)”")
        }
        let words = clause()
        guard !words.isEmpty else {
          throw missing(isReason ? "For what is missing." : "By whom is missing.", remedy)
        }
        if isReason {
          given.reason = words.text
        } else {
          try refuseTime(in: words, of: verb)
          given.orderedBy = words.text
        }
      } else if lower == "response" {
        guard verb != .order else {
          throw failure(
            .unknownWord,
            at: word,
            "An order has no response; what was given has one.",
            "Leave the response, and say it after given."
          )
        }
        _ = next()
        let words = Quotation.removed(from: rest().text)
        guard !words.isEmpty else { throw missing("The response is missing.", remedy) }
        given.response = words
      } else if beginsWithNumber(word) {
        guard given.amount == nil else { throw doubled(word, "The amount") }
        given.amount = try amount(remedy)
      } else if isBelowNothing(word) {
        throw failure(
          .notANumber,
          at: word,
          "An amount is more than 0.",
          "Leave the amount out if it is not known, or give what was given."
        )
      } else if Self.routes.contains(lower) {
        guard given.route == nil else { throw doubled(word, "The route") }
        _ = next()
        given.route = lower
      } else {
        throw failure(
          .unknownWord,
          at: word,
          "“\(word.clipped)” has no place after the medicine.",
          "Put what it was for after for, who ordered it after by, what came of it after response."
        )
      }
    }
    return (given, readBack?.wasDone ?? false)
  }

  /// Whether a word is a number below nothing.
  func isBelowNothing(_ word: Word) -> Bool {
    guard word.end - word.start > 1, isMinus(characters[word.start]) else { return false }
    return isDigit(characters[word.start + 1])
  }

  private mutating func nameOfMedicine() -> Word {
    skipSpace()
    let start = position
    var stop = start
    while let word = peek(), !beginsWithNumber(word), !isBelowNothing(word),
      !Self.keywords.contains(word.lower), stop == start || !Self.routes.contains(word.lower)
    {
      stop = word.end
      _ = next()
    }
    return word(from: min(start, stop), to: stop)
  }

  /// Words up to the next `for`, `by` or `response`.
  private mutating func clause() -> Word { untilKeyword("for", "by", "response") }

  /// An amount as it was said, number and unit together: `4mg`, `2 puffs`, `2l/min`.
  private mutating func amount(_ remedy: String) throws(EntryError) -> String {
    let measure = try measure(of: "The amount", remedy) { word in
      !Self.routes.contains(word) && !Self.keywords.contains(word)
        && word.first.map { $0.isLetter || $0 == "%" || $0 == "\u{B5}" } ?? false
    }
    let unit = measure.unit.text
    guard measure.figure.value > 0 else {
      throw failure(
        .notANumber,
        at: measure.whole,
        "An amount is more than 0.",
        "Leave the amount out if it is not known, or give what was given."
      )
    }
    let isApart = measure.unit.start > measure.whole.start + measure.figureLength(in: self)
    guard let kept = AmountUnit.kept(unit) else { throw noUnit(measure, remedy) }
    return measure.figure.text + (isApart && kept.count > 3 ? " " : "") + kept
  }

  private func noUnit(_ measure: Measure, _ remedy: String) -> EntryError {
    let unit = measure.unit.lower
    guard unit.contains("/kg") else {
      return failure(
        .unknownUnit,
        at: measure.whole,
        AmountUnit.isOfBodies(unit)
          ? "“\(measure.whole.clipped)” of what? An amount needs its unit."
          : "“\(measure.unit.clipped)” is no unit of an amount here.",
        AmountUnit.isOfBodies(unit) ? remedy : AmountUnit.remedy
      )
    }
    return failure(
      .unknownUnit,
      at: measure.unit,
      AmountUnit.notByKilogram,
      "Say the amount in mg, as it was given in all."
    )
  }

  /// A number in words, or a unit without a number, is no name of a medicine.
  private func refuseAmountInWords(in name: Word, _ remedy: String) throws(EntryError) {
    var reader = self
    (reader.position, reader.end) = (name.start, name.end)
    while let word = reader.next() {
      guard AmountUnit.isNumber(word.lower) || AmountUnit.isMeasure(word.lower) else { continue }
      throw failure(
        .notANumber,
        at: word,
        "“\(word.clipped)” is no amount in digits, and no part of a medicine's name.",
        "Type the amount in digits with its unit. \(remedy)"
      )
    }
  }

  /// `order clonidine 0.1mg po by dr-l read back`.
  mutating func order() throws(EntryError) -> Command {
    let (given, isReadBack) = try medicine(of: .order)
    guard given.orderedBy != nil else {
      throw missing("Who ordered it is missing.", "Add by and the name, as in by dr-l.")
    }
    return .takeOrder(VerbalOrder(given: given, isReadBack: isReadBack))
  }

  /// The Rx field: a medicine's name means that it was given.
  mutating func prescription() throws(EntryError) -> Command {
    guard let word = peek() else {
      throw missing("What was given?", "Type \(Verb.rx.form).")
    }
    if let verb = Verb(form: word.lower), Verb.prescribing.contains(verb) {
      // `spit` is read again by its own sentence.
      if verb != .lozenge { _ = next() }
      return try command(verb)
    }
    if Medicine(rawValue: word.lower) != nil || Route(word: word.lower) != nil {
      return try dose()
    }
    return .administer(try medicine(of: .given).given)
  }
}

extension Verb {
  /// The verbs whose whole sentences the Rx field takes.
  static let prescribing: [Verb] = [
    .dose, .plan, .infusion, .vial, .lozenge, .order, .call, .given,
  ]
}

extension Reader.Measure {
  /// How many columns the number alone takes.
  fileprivate func figureLength(in reader: Reader) -> Int {
    var index = whole.start
    while index < whole.end,
      isDigit(reader.characters[index]) || reader.characters[index] == "."
        || reader.characters[index] == ","
    {
      index += 1
    }
    return index - whole.start
  }
}
