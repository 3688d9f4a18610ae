/// What in the record speaks against a tick: the last value of a scale or of a reading, or how bad an
/// effect is that lasts.
package struct Contradiction: Hashable, Sendable, Codable {
  /// The scale; absent for a reading.
  package var scale: String?
  /// A sign's name, or `oxygenLitres`; absent for a scale and an effect.
  package var quantity: String?
  /// The adverse effect; absent for a scale and a reading.
  package var effect: String?
  /// Which side of the value speaks against it.
  package var side: Limit.Side
  /// The value; of an effect how bad it is, counted from 0 for mild.
  package var value: Double
  /// Whether the value itself already does.
  package var isInclusive: Bool
  /// What is held against it: the last reading, or its change from baseline.
  package var basis: Limit.Basis
  /// Where it comes from.
  package var source: String

  /// Creates a contradiction.
  package init(
    scale: String? = nil,
    quantity: String? = nil,
    effect: String? = nil,
    _ side: Limit.Side,
    _ value: Double,
    isInclusive: Bool = false,
    basis: Limit.Basis = .absolute,
    source: String
  ) {
    self.scale = scale
    self.quantity = quantity
    self.effect = effect
    self.side = side
    self.value = value
    self.isInclusive = isInclusive
    self.basis = basis
    self.source = source
  }

  private enum CodingKeys: String, CodingKey {
    case scale, quantity, effect, side, value, basis, source
    case isInclusive = "inclusive"
  }

  /// Whether an amount speaks against the tick.
  package func isMet(by amount: Double) -> Bool {
    side.holds(amount, of: value, isInclusive: isInclusive)
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
