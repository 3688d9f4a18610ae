/// An adverse effect that is urgent at any reading.
package struct UrgentEffect: Hashable, Sendable, Codable {
  /// The effect; absent where the rule is for every effect.
  package var term: String?
  /// What came of it; absent where the rule does not look at that.
  package var outcome: String?
  /// Other words for it that people write: `dyspnea`.
  package var aliases: [String]
  /// From this severity on; absent where any counts, also one that nobody graded.
  package var from: AdverseEffect.Severity?
  /// The clinic's own sentence for what comes next.
  package var nextStep: String?
  /// Where it comes from.
  package var source: String

  /// Creates a rule.
  package init(
    term: String?,
    outcome: String? = nil,
    aliases: [String] = [],
    from: AdverseEffect.Severity? = nil,
    nextStep: String? = nil,
    source: String
  ) {
    self.term = term
    self.outcome = outcome
    self.aliases = aliases
    self.from = from
    self.nextStep = nextStep
    self.source = source
  }

  /// Which effects it is for: `any chest pain`, `headache, severe or worse`,
  /// `any effect, outcome death`.
  package var words: String {
    if let outcome { return "\(term ?? "any effect"), outcome \(outcome)" }
    guard let from else { return "any \(term ?? "effect")" }
    let isWorst = from == AdverseEffect.Severity.allCases.max()
    return "\(term ?? "any effect"), \(from.rawValue)\(isWorst ? "" : " or worse")"
  }

  /// Whether what was said of an effect is urgent by this rule.
  func isMet(by effect: AdverseEffect) -> Bool {
    let said = Self.folded(effect.term)
    if let term, ([term] + aliases).allSatisfy({ Self.folded($0) != said }) { return false }
    if let outcome, effect.outcome.map(Self.folded) != Self.folded(outcome) { return false }
    guard let from else { return true }
    return effect.severity.map { $0 >= from } ?? false
  }

  /// A term without regard to capitals, and to whether its words are joined by hyphens.
  private static func folded(_ term: String) -> String {
    String(term.lowercased().map { $0 == "-" ? " " : $0 })
  }
}
