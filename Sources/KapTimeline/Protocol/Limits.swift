/// How soon somebody should look.
package enum Urgency: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
  case reminder, notice, urgent

  package static func < (left: Urgency, right: Urgency) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .reminder: 0
    case .notice: 1
    case .urgent: 2
    }
  }
}

/// A limit the clinic set on a sign.
package struct Limit: Hashable, Sendable, Codable {
  /// The notice it belongs to: limits of one rule make one notice (`blood-pressure`).
  package var rule: String
  /// The sign.
  package var sign: Sign
  /// Which side is crossed.
  package var side: Side
  /// The value that still stands within the limit; beyond it the limit is crossed.
  package var value: Double
  /// Against what the value is held.
  package var basis: Basis
  /// How soon somebody should look once it is crossed.
  package var urgency: Urgency
  /// Whether the first crossing only asks for a repeat, and the second one counts.
  package var needsRepeat: Bool
  /// Beyond this it counts at once, repeat or not.
  package var atOnce: Double?
  /// The clinic's own sentence for what comes next.
  package var nextStep: String?
  /// Where it comes from.
  package var source: String

  /// Creates a limit.
  package init(
    rule: String,
    sign: Sign,
    side: Side,
    value: Double,
    basis: Basis = .absolute,
    urgency: Urgency,
    needsRepeat: Bool = false,
    atOnce: Double? = nil,
    nextStep: String? = nil,
    source: String
  ) {
    self.rule = rule
    self.sign = sign
    self.side = side
    self.value = value
    self.basis = basis
    self.urgency = urgency
    self.needsRepeat = needsRepeat
    self.atOnce = atOnce
    self.nextStep = nextStep
    self.source = source
  }

  /// The side of a limit that is crossed.
  package enum Side: String, Hashable, Sendable, Codable, CaseIterable { case above, below }

  /// What a reading is held against.
  package enum Basis: String, Hashable, Sendable, Codable, CaseIterable {
    /// The reading itself.
    case absolute
    /// Its change from baseline, in the sign's unit.
    case change
    /// Its change from baseline, in per cent.
    case percent
  }
}

/// What is refused as a value, and what is asked about once.
package struct Bound: Hashable, Sendable, Codable {
  /// A sign's name, `weight`, `pulsePressure` or `oxygenLitres`.
  package var quantity: String
  /// Outside these it cannot be a value.
  package var refuseBelow: Double?
  package var refuseAbove: Double?
  /// Outside these it is unusual, and the screen asks.
  package var askBelow: Double?
  package var askAbove: Double?
  /// Where it comes from.
  package var source: String

  /// Creates a bound.
  package init(
    quantity: String,
    refuseBelow: Double? = nil,
    refuseAbove: Double? = nil,
    askBelow: Double? = nil,
    askAbove: Double? = nil,
    source: String
  ) {
    self.quantity = quantity
    self.refuseBelow = refuseBelow
    self.refuseAbove = refuseAbove
    self.askBelow = askBelow
    self.askAbove = askAbove
    self.source = source
  }
}

/// A dose above which the screen asks; nothing that was given is ever refused.
package struct DoseWarning: Hashable, Sendable, Codable {
  /// The amount above which it asks.
  package var above: Double
  /// Whether the amount is counted for each kilogram of the person.
  package var isPerKilogram: Bool
  /// Whether it is the harder of two warnings.
  package var isHard: Bool
  /// Where it comes from.
  package var source: String

  /// Creates a warning.
  package init(above: Double, isPerKilogram: Bool, isHard: Bool, source: String) {
    self.above = above
    self.isPerKilogram = isPerKilogram
    self.isHard = isHard
    self.source = source
  }

  private enum CodingKeys: String, CodingKey {
    case above, source
    case isPerKilogram = "perKilogram"
    case isHard = "hard"
  }
}
