/// What in the record speaks against a tick: the last value of a scale or of a reading, or how bad an
/// effect is that lasts.
package struct Contradiction: Hashable, Sendable, Codable {
  /// The scale; absent for a reading.
  package var scale: String?
  /// A sign's name, or `oxygenLitres`; absent for a scale and an effect.
  package var quantity: String?
  /// The adverse effect; absent for a scale and a reading.
  package var effect: String?
  /// Which side of the value, or of the severity, speaks against it.
  package var side: Limit.Side
  /// The value; absent for an effect.
  package var value: Double?
  /// How bad the effect is; absent for a scale and a reading.
  package var severity: AdverseEffect.Severity?
  /// Whether the value or severity itself already does.
  package var isInclusive: Bool
  /// What is held against it: the last reading, or its change from baseline.
  package var basis: Limit.Basis
  /// Where it comes from.
  package var source: String

  /// Creates a contradiction by a scale or a reading.
  package init(
    scale: String? = nil,
    quantity: String? = nil,
    _ side: Limit.Side,
    _ value: Double,
    isInclusive: Bool = false,
    basis: Limit.Basis = .absolute,
    source: String
  ) {
    self.scale = scale
    self.quantity = quantity
    self.side = side
    self.value = value
    self.isInclusive = isInclusive
    self.basis = basis
    self.source = source
  }

  /// Creates a contradiction by an effect that lasts.
  package init(
    effect: String,
    _ side: Limit.Side,
    _ severity: AdverseEffect.Severity,
    isInclusive: Bool = false,
    source: String
  ) {
    self.effect = effect
    self.side = side
    self.severity = severity
    self.isInclusive = isInclusive
    basis = .absolute
    self.source = source
  }

  /// Whether an amount speaks against the tick.
  package func isMet(by amount: Double) -> Bool {
    value.map { side.holds(amount, of: $0, isInclusive: isInclusive) } ?? false
  }

  /// Whether an effect that is so bad speaks against the tick; what nobody graded does.
  package func isMet(by severity: AdverseEffect.Severity?) -> Bool {
    guard let limit = self.severity else { return false }
    return severity.map { side.holds($0, of: limit, isInclusive: isInclusive) } ?? true
  }
}

extension Contradiction {
  private enum CodingKeys: String, CodingKey {
    case scale, quantity, effect, side, value, severity, basis, source
    case isInclusive = "inclusive"
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    scale = try container.decodeIfPresent(String.self, forKey: .scale)
    quantity = try container.decodeIfPresent(String.self, forKey: .quantity)
    effect = try container.decodeIfPresent(String.self, forKey: .effect)
    side = try container.decode(Limit.Side.self, forKey: .side)
    let value = try container.decodeIfPresent(Double.self, forKey: .value)
    let severity = try container.decodeIfPresent(AdverseEffect.Severity.self, forKey: .severity)
    // Rules from before a severity had its own place counted it from 0 for mild.
    let counted = AdverseEffect.Severity.allCases.first { Double($0.rank) == value }
    self.value = effect == nil ? value : nil
    self.severity = effect == nil ? nil : severity ?? counted
    isInclusive = try container.decode(Bool.self, forKey: .isInclusive)
    basis = try container.decode(Limit.Basis.self, forKey: .basis)
    source = try container.decode(String.self, forKey: .source)
  }
}

extension ChecklistItem {
  /// What an answer asks of the room.
  package struct Prompt: Hashable, Sendable, Codable {
    /// How soon somebody should look.
    package var urgency: Urgency
    /// What is asked, in the clinic's words.
    package var words: String
    /// Where it comes from.
    package var source: String

    /// Creates a prompt.
    package init(urgency: Urgency, words: String, source: String) {
      self.urgency = urgency
      self.words = words
      self.source = source
    }
  }
}
