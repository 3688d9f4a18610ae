extension Limit.Side {
  /// The word before the value of a limit on this side: `at least`, `above`, `at most` or `below`.
  package func word(isInclusive: Bool) -> String {
    switch self {
    case .above: isInclusive ? "at least" : "above"
    case .below: isInclusive ? "at most" : "below"
    }
  }
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
