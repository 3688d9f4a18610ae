import KapTimeline

extension Reader {
  /// `plan iv 35mg over 40m conc 10mg/ml last 35mg because …`: a dose and what it is reckoned with.
  mutating func plan() throws(EntryError) -> Command {
    var parts = DoseParts(remedy: "Type \(planForm).")
    parts.insteadOfNothing = "Type what is planned, or a note if nothing is."
    var concentration: Double?
    var previous: Mass?
    var weight: Double?
    var reason: String?
    while let word = peek(), reason == nil {
      switch word.lower {
      case "conc":
        guard concentration == nil else { throw doubled(word, "The concentration") }
        _ = next()
        concentration = try self.concentration()
      case "last":
        guard previous == nil else { throw doubled(word, "The last dose") }
        _ = next()
        previous = try mass(
          "Type last AMOUNT, or leave it out.",
          of: "The last dose",
          instead: "Type what was given last, or leave it out."
        )
      case "weight":
        guard weight == nil else { throw doubled(word, "The weight") }
        _ = next()
        weight = try planningWeight()
      case "because":
        reason = try self.reason(of: .plan)
      default:
        guard try readDosePart(word, into: &parts) else {
          throw unknownInDose(word, parts.remedy, also: ["conc", "last", "weight", "because"])
        }
      }
    }
    return .plan(
      DosePlan(
        dose: try dose(of: parts),
        weight: weight,
        concentration: concentration,
        previous: previous,
        reason: reason
      )
    )
  }

  /// A plan as this protocol would have it: its route and its parts, and never an amount.
  private var planForm: String {
    guard let rules = context.clinicProtocol else { return Verb.plan.form }
    let over = rules.care.usualDose?.minutes == nil ? "" : " over TIME"
    let supply = rules.care.supply
    let hasStrength =
      supply.map { $0.deviceMilligrams == nil && !$0.concentrations.isEmpty } ?? false
    let strength =
      hasStrength && rules.route != .sublingual && rules.route != .oral ? " conc Nmg/ml" : ""
    return "plan \(rules.route.word) AMOUNT\(over)\(strength) last AMOUNT"
  }

  private mutating func planningWeight() throws(EntryError) -> Double {
    skipSpace()
    let start = position
    let kilograms = try self.kilograms()
    guard kilograms > 0 else {
      throw failure(
        .notANumber,
        from: start,
        to: position,
        "Nobody weighs nothing.",
        "Type the weight, as in weight 70kg, or leave it out for the one that is known."
      )
    }
    return kilograms
  }

  /// Reads `10mg/ml`, milligrams in each millilitre.
  mutating func concentration() throws(EntryError) -> Double {
    let remedy = "Type the milligrams in a millilitre, as in conc Nmg/ml."
    let measure = try measure(of: "The concentration", remedy) { $0.contains("/") }
    let factor = try factor(of: measure, called: "concentration", remedy) { unit in
      switch unit {
      case "mg/ml", "g/l": 1
      case "mcg/ml", "ug/ml", "\u{B5}g/ml", "\u{3BC}g/ml": 0.001
      default: nil
      }
    }
    guard measure.figure.value > 0 else {
      throw failure(
        .notANumber,
        at: measure.whole,
        "“\(measure.whole.clipped)” holds nothing of the medicine.",
        remedy
      )
    }
    if measure.unit.lower != "mg/ml" { typed.append("\(measure.whole.clipped)") }
    return (measure.figure.value * factor * 1_000_000).rounded() / 1_000_000
  }

  /// Reads the maker's lot, one word as it is printed.
  mutating func lot() throws(EntryError) -> String {
    guard let word = next() else {
      throw missing("The lot is missing.", "Type it as it is printed, as in lot A12.")
    }
    try refuseNothing(word, "lot", "Leave the lot out where it is not known.")
    return word.text
  }
}
