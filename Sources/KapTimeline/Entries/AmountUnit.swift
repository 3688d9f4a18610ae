/// The weights in which an amount of a medicine is said, in nanograms.
package enum MassUnit: Int64, Sendable {
  case microgram = 1000
  case milligram = 1_000_000
  case gram = 1_000_000_000

  /// The weight that a word in small letters means.
  package init?(_ word: String) {
    switch word {
    case "mg", "mgs", "milligram", "milligrams", "milligramme", "milligrammes": self = .milligram
    case "mcg", "mcgs", "ug", "\u{B5}g", "\u{3BC}g", "microgram", "micrograms": self = .microgram
    case "g", "gram", "grams", "gramme", "grammes": self = .gram
    default: return nil
    }
  }

  /// The letters by which it is kept where it was said in another way.
  package var symbol: String {
    switch self {
    case .microgram: "mcg"
    case .milligram: "mg"
    case .gram: "g"
    }
  }

  /// So many of it in milligrams, each power of ten as exact as a double can be.
  func milligrams(_ number: Double) -> Double {
    switch self {
    case .microgram: number / 1000
    case .milligram: number
    case .gram: number * 1000
    }
  }
}

/// The one table of units in which medicines are given, the session's own and all others.
package enum AmountUnit {
  /// What is kept of other units than weights; two ways to say one thing are kept as one.
  private static let others: [String: String] = {
    var kept: [String: String] = [:]
    for word in [
      "ml", "l", "l/min", "unit", "units", "iu", "mmol", "meq", "%", "mg/h", "mg/min", "mcg/h",
      "mcg/min", "ml/h", "ml/min", "units/h", "puff", "puffs", "spray", "sprays", "drop", "drops",
      "tablet", "tablets", "tab", "tabs", "capsule", "capsules", "cap", "caps", "patch", "patches",
      "lozenge", "lozenges", "sachet", "sachets", "suppository", "suppositories", "ampoule",
      "ampoules", "amp", "amps", "vial", "vials", "bag", "bags", "neb", "nebs", "device", "devices",
      "piece", "pieces", "cup", "cups", "glass", "glasses", "sip", "sips",
    ] {
      kept[word] = word
    }
    for word in ["mls", "millilitre", "millilitres", "milliliter", "milliliters", "cc"] {
      kept[word] = "ml"
    }
    for word in ["litre", "litres", "liter", "liters"] { kept[word] = "l" }
    for word in ["lpm", "litres/min", "liters/min"] { kept[word] = "l/min" }
    return kept
  }()

  /// What is kept of a unit as it was typed; nil where it is none.
  package static func kept(_ unit: String) -> String? {
    let lower = unit.lowercased()
    if let mass = MassUnit(lower) {
      // The letters that everybody writes stay as they were typed.
      return lower.count <= 3 && !lower.hasSuffix("s") ? unit : mass.symbol
    }
    guard let kept = others[lower] else { return nil }
    return kept == lower ? unit : kept
  }
}
