import KapSettings
import KapTestRules
import KapTimeline

/// What the description of some rules prints, wide enough that every rule stands on one line.
struct Page {
  let rules: ClinicProtocol
  let lines: [String]

  init(_ name: String) throws {
    rules = try builtInRules(name)
    lines = describe(rules, width: 3_000)
  }

  /// Whether a line says all of `words` and ends with `source`.
  func says(_ words: [String], from source: String) -> Bool {
    lines.contains { line in
      line.hasSuffix("  \(source)") && words.allSatisfy { line.contains($0) }
    }
  }

  /// What stands where no source was found.
  static let unsourced = "unsourced, for the clinic to set"

  /// Whether a source says how far it can be trusted, or that there is none.
  static func isSource(_ text: String) -> Bool {
    ["confidence high", "confidence medium", "confidence low"].contains { text.contains($0) }
      || text == unsourced
  }
}
