import KapTimeline

// What the entry language says of units beside the one table of them.
extension AmountUnit {
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
