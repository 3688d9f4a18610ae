import KapTimeline

/// What is said of a vial, each after its own word.
private enum VialPart: String, CaseIterable {
  case drawn, given, wasted
  case concentration = "conc"
  case lot
  case expiry = "exp"
  case witness, method

  var isAmount: Bool { self == .drawn || self == .given || self == .wasted }
}

extension Reader {
  /// `vial drawn 50mg given 35mg wasted 15mg witness mk`: the line of the controlled-drug record.
  mutating func vial() throws(EntryError) -> Command {
    let name = untilVialPart(isClause: false)
    var amounts: [VialPart: Mass] = [:]
    var texts: [VialPart: String] = [:]
    var concentration: Double?
    while let word = peek() {
      guard let part = VialPart(rawValue: word.lower) else { throw unplacedInVial(word) }
      _ = next()
      let isRepeated =
        amounts[part] != nil || texts[part] != nil
        || part == .concentration && concentration != nil
      guard !isRepeated else { throw doubled(word, "“\(part.rawValue)”") }
      switch part {
      case .drawn, .given, .wasted:
        amounts[part] = try mass(
          "Type the amount with its unit, as in \(part.rawValue) Nmg.",
          of: "What was \(part.rawValue)",
          mayBeNothing: part != .drawn
        )
      case .concentration: concentration = try self.concentration()
      case .lot: texts[part] = try lot()
      case .expiry: texts[part] = try expiry()
      case .witness: texts[part] = try witness()
      case .method:
        let words = untilVialPart(isClause: true)
        guard !words.isEmpty else {
          throw missing("How it was wasted is missing.", "Type method and the words.")
        }
        texts[part] = words.text
      }
    }
    let (drawn, given, wasted) = try whole(amounts)
    return .account(
      DrugSupply(
        medicine: name.isEmpty ? usualMedicine.rawValue : name.text,
        drawn: drawn,
        given: given,
        wasted: wasted,
        concentration: concentration,
        lot: texts[.lot],
        expiry: texts[.expiry],
        witness: texts[.witness],
        method: texts[.method]
      )
    )
  }

  private var usualMedicine: Medicine { context.clinicProtocol?.medicine ?? .ketamine }

  /// All three amounts; of one that is missing the remedy reckons what it would be.
  private func whole(
    _ amounts: [VialPart: Mass]
  ) throws(EntryError) -> (drawn: Mass, given: Mass, wasted: Mass) {
    if let drawn = amounts[.drawn], let given = amounts[.given], let wasted = amounts[.wasted] {
      return (drawn, given, wasted)
    }
    guard !amounts.isEmpty else {
      throw missing("What was drawn, given and wasted?", "Type \(Verb.vial.form).")
    }
    let absent = VialPart.allCases.first { $0.isAmount && amounts[$0] == nil } ?? .wasted
    var remedy = "Add \(absent.rawValue) and the amount, as in \(Verb.vial.form)."
    if amounts.count == 2 {
      let rest =
        absent == .drawn
        ? (amounts[.given] ?? .zero) + (amounts[.wasted] ?? .zero)
        : (amounts[.drawn] ?? .zero) - (amounts[.given] ?? amounts[.wasted] ?? .zero)
      if rest >= .zero {
        let amount = plain(rest.milligrams, places: 6)
        remedy = "If that is so, add \(absent.rawValue) \(amount)mg."
      }
    }
    throw missing("What was \(absent.rawValue) is missing.", remedy)
  }

  /// Words up to the next part; inside a clause an amount's word counts only before its number.
  private mutating func untilVialPart(isClause: Bool) -> Word {
    skipSpace()
    let start = position
    var stop = start
    while let word = peek() {
      if let part = VialPart(rawValue: word.lower) {
        guard isClause, part.isAmount else { break }
        var after = self
        _ = after.next()
        if let follower = after.peek(), beginsWithNumber(follower) { break }
      }
      stop = word.end
      _ = next()
    }
    return word(from: min(start, stop), to: stop)
  }

  private mutating func witness() throws(EntryError) -> String {
    let name = untilVialPart(isClause: true)
    guard !name.isEmpty else {
      throw missing("Who saw it is missing.", "Type witness and the name, as in witness mk.")
    }
    try refuseNothing(name, "witness", "Leave the witness out where nobody saw it.")
    return try person(called: name)
  }

  private func unplacedInVial(_ word: Word) -> EntryError {
    unknown(
      word,
      "has no place in the record of a vial.",
      among: VialPart.allCases.map(\.rawValue),
      "Type \(Verb.vial.form)."
    )
  }

  /// A person present by name or initials, else the name as it was typed.
  func person(called name: Word) throws(EntryError) -> String {
    let found = people(called: name.text)
    guard found.count < 2 else {
      throw failure(
        .ambiguousPerson,
        at: name,
        "“\(name.clipped)” may be \(found.map { clip($0.person) }.joined(separator: " or ")).",
        "Type the whole name."
      )
    }
    return found.first?.person ?? name.text
  }

  /// `lozenge spit`, `spit`, `swallow`.
  mutating func lozenge() throws(EntryError) -> Command {
    _ = take("lozenge")
    let remedy = "Type spit, or swallow."
    guard let word = next() else { throw missing("What became of the lozenge?", remedy) }
    switch word.lower {
    case "spit", "spat", "out": return .lozenge(.spit)
    case "swallow", "swallowed": return .lozenge(.swallow)
    default:
      throw failure(
        .unknownWord,
        at: word,
        "“\(word.clipped)” is nothing that becomes of a lozenge.",
        remedy
      )
    }
  }
}
