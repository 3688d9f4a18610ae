extension Limit.Side {
  /// The word before the value of a limit on this side: `at least`, `above`, `at most` or `below`.
  package func word(isInclusive: Bool) -> String {
    switch self {
    case .above: isInclusive ? "at least" : "above"
    case .below: isInclusive ? "at most" : "below"
    }
  }
}

extension Limit.Side {
  /// A value with all that lies beyond it on this side: `150 or more`, `90 or less`.
  package func from(_ value: String) -> String { "\(value) or \(self == .above ? "more" : "less")" }
}

extension PersonalLimit {
  /// The limit as people say it: `HR 115 or more`, `BP systolic 150 or more`.
  package var words: String { "\(sign.label) \(side.from(plain(value, places: 1)))" }
}

extension Limit.Basis {
  /// What stands behind a value that is held against this: ` % from baseline`; nothing for the reading
  /// itself.
  package var suffix: String {
    switch self {
    case .absolute: ""
    case .change: " from baseline"
    case .percent: " % from baseline"
    }
  }
}
