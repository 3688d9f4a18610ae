/// The units in which an amount of a medicine is given, in nanograms.
enum MassUnit: Int64 {
  case microgram = 1000
  case milligram = 1_000_000
  case gram = 1_000_000_000

  init?(_ word: String) {
    switch word {
    case "mg", "mgs", "milligram", "milligrams", "milligramme", "milligrammes": self = .milligram
    case "mcg", "mcgs", "ug", "\u{B5}g", "\u{3BC}g", "microgram", "micrograms": self = .microgram
    case "g", "gram", "grams", "gramme", "grammes": self = .gram
    default: return nil
    }
  }

  /// The letters by which it is kept where it was said in another way.
  var symbol: String {
    switch self {
    case .microgram: "mcg"
    case .milligram: "mg"
    case .gram: "g"
    }
  }
}

/// The one table of units in which medicines are given, the session's own and all others.
enum AmountUnit {
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

  /// Units in which people and rooms are measured, and no medicine is; and none at all.
  private static let bodies: Set<String> = [
    "", "lb", "lbs", "pound", "pounds", "kg", "kgs", "st", "stone", "oz", "f", "c", "bpm", "mmhg",
  ]

  private static let numbers: Set<String> = [
    "half", "quarter", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten", "eleven", "twelve", "fifteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy",
    "eighty", "ninety", "hundred", "thousand",
  ]

  static let notByKilogram = "The record keeps what was given in all, not for each kilogram."
  static let remedy =
    "Type it in mg, mcg, g, ml, l/min, units, puffs, sprays, drops or tablets; the rest is a note."

  /// What is kept of a unit as it was typed; nil where it is none.
  static func kept(_ unit: String) -> String? {
    let lower = unit.lowercased()
    if let mass = MassUnit(lower) {
      // The letters that everybody writes stay as they were typed.
      return lower.count <= 3 && !lower.hasSuffix("s") ? unit : mass.symbol
    }
    guard let kept = others[lower] else { return nil }
    return kept == lower ? unit : kept
  }

  /// Whether a word is a weight or a volume, which no medicine is called.
  static func isMeasure(_ word: String) -> Bool {
    MassUnit(word) != nil || ["ml", "mls", "l", "units", "iu"].contains(word)
  }

  /// Whether a word is a number in letters, `four` or `twenty-five`.
  static func isNumber(_ word: String) -> Bool {
    let parts = word.split(separator: "-").map(String.init)
    return !parts.isEmpty && parts.allSatisfy(numbers.contains)
  }

  static func isOfBodies(_ word: String) -> Bool { bodies.contains(word) }
}
