import KapTimeline

extension Route {
  /// The words for each route.
  init?(word: String) {
    switch word {
    case "iv", "intravenous": self = .intravenous
    case "im", "intramuscular": self = .intramuscular
    case "sl", "sublingual": self = .sublingual
    case "po", "oral": self = .oral
    case "in", "intranasal", "nasal": self = .intranasal
    default: return nil
    }
  }

  /// The word a person types for it.
  var word: String { abbreviation.lowercased() }
}

/// The parts of a dose, in whatever order they are typed.
struct DoseParts {
  /// What to type instead, where a part fails.
  let remedy: String
  /// What to type where the amount is nothing.
  var insteadOfNothing = "Type what was given, or a note if nothing was."
  var medicine: Medicine?
  var route: Route?
  var amount: Mass?
  var duration: Span?
  /// How it was given, by the clinic's word.
  var manner: Word?
  var lot: String?
  var expiry: String?

  init(remedy: String) { self.remedy = remedy }

  /// The clinic's words for a dose at once; of rules from before there was a list those of then.
  static func manners(in rules: ClinicProtocol?) -> [String] {
    let listed = rules?.care.manners.map { $0.name.lowercased() } ?? []
    return listed.isEmpty ? ["bolus", "push"] : listed
  }
}

extension Reader {
  /// `dose iv 35mg over 40m`, its parts in any order.
  mutating func dose() throws(EntryError) -> Command {
    var parts = DoseParts(remedy: "Type \(Verb.dose.form).")
    while let word = peek() {
      guard try readDosePart(word, into: &parts) else { throw unknownInDose(word, parts.remedy) }
    }
    return .give(try dose(of: parts))
  }

  /// Reads a part of a dose; false when the word begins none.
  mutating func readDosePart(
    _ word: Word,
    into parts: inout DoseParts
  ) throws(EntryError) -> Bool {
    let lower = word.lower
    if beginsWithNumber(word) {
      guard parts.amount == nil else { throw doubled(word, "The amount") }
      parts.amount = try mass(parts.remedy, instead: parts.insteadOfNothing)
      return true
    }
    if let named = Route(word: lower) {
      guard parts.route == nil else { throw secondRoute(word) }
      _ = next()
      parts.route = named
    } else if let named = Medicine(rawValue: lower) {
      guard parts.medicine == nil else { throw doubled(word, "The medicine") }
      _ = next()
      parts.medicine = named
    } else if DoseParts.manners(in: context.clinicProtocol).contains(lower) {
      guard parts.manner == nil else { throw doubled(word, "How it was given") }
      _ = next()
      parts.manner = word
    } else if lower == "over" {
      guard parts.duration == nil else { throw doubled(word, "The time it runs") }
      _ = next()
      parts.duration = try runningTime()
    } else if lower == "lot" {
      guard parts.lot == nil else { throw doubled(word, "The lot") }
      _ = next()
      parts.lot = try lot()
    } else if lower == "exp" {
      guard parts.expiry == nil else { throw doubled(word, "The expiry") }
      _ = next()
      parts.expiry = try expiry()
    } else {
      return false
    }
    return true
  }

  /// The dose that the parts make, once nothing more follows.
  func dose(of parts: DoseParts) throws(EntryError) -> Dose {
    guard let amount = parts.amount else {
      throw missing("The amount of the dose is missing.", parts.remedy)
    }
    guard let route = parts.route else {
      throw missing(
        "How the dose was given is missing.",
        "Add im, iv, sl, po or in, as in dose im AMOUNT."
      )
    }
    if let manner = parts.manner, parts.duration != nil {
      throw failure(
        .unknownWord,
        at: manner,
        "A \(manner.lower) is given at once, and this one runs over a time.",
        "Leave \(manner.lower), or leave over and its time."
      )
    }
    return Dose(
      medicine: parts.medicine ?? context.clinicProtocol?.medicine ?? .ketamine,
      route: route,
      amount: amount,
      duration: parts.duration,
      manner: parts.manner?.lower,
      lot: parts.lot,
      expiry: parts.expiry
    )
  }

  private mutating func runningTime() throws(EntryError) -> Span {
    let start = position
    let duration = try span(of: "The time it runs", "Type over TIME, in minutes as m.")
    guard duration > .zero else {
      throw failure(
        .notATime,
        from: start + 1,
        to: position,
        "A dose over no time is a bolus.",
        "Type bolus instead of over and its time."
      )
    }
    return duration
  }

  private func secondRoute(_ word: Word) -> EntryError {
    guard word.lower == "in" else { return doubled(word, "The route") }
    return failure(
      .repeated,
      at: word,
      "“in” is the route by the nose, and a route is named already.",
      "For the time it runs type over TIME."
    )
  }

  func unknownInDose(
    _ word: Word,
    _ remedy: String,
    also: [String] = []
  ) -> EntryError {
    let known =
      Medicine.allCases.map(\.rawValue) + DoseParts.manners(in: context.clinicProtocol)
      + ["over", "lot", "exp"] + also
    let guess = nearest(to: word.lower, among: known)
    return failure(
      .unknownWord,
      at: word,
      "“\(word.clipped)” is no route, medicine or part of a dose.",
      guess.map { "Type \($0) if that is meant. Other medicines are given, not dose." }
        ?? "\(remedy) Other medicines are given, not dose."
    )
  }
}
