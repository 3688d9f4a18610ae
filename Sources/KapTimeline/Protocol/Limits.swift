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
  /// The value beyond which the limit is crossed.
  package var value: Double
  /// Whether the value itself already crosses it: `at least 160` against `above 120`.
  package var isInclusive: Bool
  /// Against what the value is held.
  package var basis: Basis
  /// How soon somebody should look once it is crossed.
  package var urgency: Urgency
  /// Whether the first crossing only asks for a repeat, and the second one counts.
  package var needsRepeat: Bool
  /// From this value on it counts at once, repeat or not.
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
    isInclusive: Bool = false,
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
    self.isInclusive = isInclusive
    self.basis = basis
    self.urgency = urgency
    self.needsRepeat = needsRepeat
    self.atOnce = atOnce
    self.nextStep = nextStep
    self.source = source
  }

  /// The side of a limit that is crossed.
  package enum Side: String, Hashable, Sendable, Codable, CaseIterable {
    case above, below

    /// Whether an amount lies on this side of a value, which counts itself where `isInclusive`.
    package func holds<Amount: Comparable>(
      _ amount: Amount,
      of value: Amount,
      isInclusive: Bool
    ) -> Bool {
      if isInclusive, amount == value { return true }
      return switch self {
      case .above: amount > value
      case .below: amount < value
      }
    }
  }

  /// What a reading is held against.
  package enum Basis: String, Hashable, Sendable, Codable, CaseIterable {
    /// The reading itself.
    case absolute
    /// Its change from baseline, in the sign's unit.
    case change
    /// Its change from baseline, in per cent.
    case percent
  }

  /// Whether a reading, or its change from baseline in this limit's ``basis``, crosses the limit.
  package func isCrossed(by amount: Double) -> Bool {
    side.holds(amount, of: value, isInclusive: isInclusive)
  }

  /// Whether an amount that crosses the limit counts without a repeat.
  package func countsAtOnce(_ amount: Double) -> Bool {
    guard needsRepeat else { return true }
    guard let atOnce else { return false }
    return side.holds(amount, of: atOnce, isInclusive: true)
  }
}

extension Limit {
  private enum CodingKeys: String, CodingKey {
    case rule, sign, side, value, basis, urgency, needsRepeat, atOnce, nextStep, source
    case isInclusive = "inclusive"
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      rule: try container.decode(String.self, forKey: .rule),
      sign: try container.decode(Sign.self, forKey: .sign),
      side: try container.decode(Side.self, forKey: .side),
      value: try container.decode(Double.self, forKey: .value),
      isInclusive: try container.decodeIfPresent(Bool.self, forKey: .isInclusive) ?? false,
      basis: try container.decode(Basis.self, forKey: .basis),
      urgency: try container.decode(Urgency.self, forKey: .urgency),
      needsRepeat: try container.decode(Bool.self, forKey: .needsRepeat),
      atOnce: try container.decodeIfPresent(Double.self, forKey: .atOnce),
      nextStep: try container.decodeIfPresent(String.self, forKey: .nextStep),
      source: try container.decode(String.self, forKey: .source)
    )
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
  /// What to look at first where it is asked, in the clinic's words: `check the probe`.
  package var hint: String?
  /// Where it comes from.
  package var source: String

  /// Creates a bound.
  package init(
    quantity: String,
    refuseBelow: Double? = nil,
    refuseAbove: Double? = nil,
    askBelow: Double? = nil,
    askAbove: Double? = nil,
    hint: String? = nil,
    source: String
  ) {
    self.quantity = quantity
    self.refuseBelow = refuseBelow
    self.refuseAbove = refuseAbove
    self.askBelow = askBelow
    self.askAbove = askAbove
    self.hint = hint
    self.source = source
  }
}

/// A dose above which the screen asks; nothing that was given is ever refused.
package struct DoseWarning: Hashable, Sendable, Codable {
  /// The amount in milligrams above which it asks.
  package var above: Double
  /// Whether that amount itself is already asked about.
  package var isInclusive: Bool
  /// Whether the amount is counted for each kilogram of the person.
  package var isPerKilogram: Bool
  /// Whether it is the harder of two warnings.
  package var isHard: Bool
  /// Where it comes from.
  package var source: String

  /// Creates a warning.
  package init(
    above: Double,
    isInclusive: Bool = false,
    isPerKilogram: Bool,
    isHard: Bool,
    source: String
  ) {
    self.above = above
    self.isInclusive = isInclusive
    self.isPerKilogram = isPerKilogram
    self.isHard = isHard
    self.source = source
  }

  /// Whether an amount of milligrams, for each kilogram where ``isPerKilogram``, is asked about.
  package func asks(about milligrams: Double) -> Bool {
    Limit.Side.above.holds(milligrams, of: above, isInclusive: isInclusive)
  }
}

extension DoseWarning {
  private enum CodingKeys: String, CodingKey {
    case above, source
    case isInclusive = "inclusive"
    case isPerKilogram = "perKilogram"
    case isHard = "hard"
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      above: try container.decode(Double.self, forKey: .above),
      isInclusive: try container.decodeIfPresent(Bool.self, forKey: .isInclusive) ?? false,
      isPerKilogram: try container.decode(Bool.self, forKey: .isPerKilogram),
      isHard: try container.decode(Bool.self, forKey: .isHard),
      source: try container.decode(String.self, forKey: .source)
    )
  }
}
