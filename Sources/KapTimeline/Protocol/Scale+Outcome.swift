extension Scale {
  /// A change from an earlier value that is called a response, which is no diagnosis.
  package struct Response: Hashable, Sendable, Codable {
    /// How far the value has to come.
    package var amount: Double
    /// Whether that is per cent of the earlier value, not points.
    package var isPercent: Bool
    /// Whether it has to rise, not to fall.
    package var isRise: Bool
    /// Where it comes from.
    package var source: String

    /// Creates a rule.
    package init(amount: Double, isPercent: Bool, isRise: Bool, source: String) {
      self.amount = amount
      self.isPercent = isPercent
      self.isRise = isRise
      self.source = source
    }

    /// `50 % or more below`, `10 points or more above`.
    package var text: String {
      "\(plain(amount)) \(isPercent ? "%" : "points") or more \(isRise ? "above" : "below")"
    }

    /// Whether `value` has come that far from `earlier`.
    package func isMet(by value: Double, from earlier: Double) -> Bool {
      guard !isPercent || earlier > 0 else { return false }
      let wanted = isPercent ? earlier * amount / 100 : amount
      return isRise ? value >= earlier + wanted : value <= earlier - wanted
    }
  }

  /// The values that are called remission, which is no diagnosis.
  package struct Remission: Hashable, Sendable, Codable {
    /// Up to this value.
    package var atMost: Double
    /// Where it comes from.
    package var source: String

    /// Creates a rule.
    package init(atMost: Double, source: String) {
      self.atMost = atMost
      self.source = source
    }
  }

  /// Whether a value lies in the range that is called remission.
  package func isRemission(_ value: Double) -> Bool {
    remission.map { value <= $0.atMost } ?? false
  }
}
