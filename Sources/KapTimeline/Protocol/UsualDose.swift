/// What a session of the protocol usually gives: a prefill that a person confirms or changes.
///
/// It says what is usual and recommends nothing.
package struct UsualDose: Hashable, Sendable {
  /// The smallest and the largest usual amount in milligrams; the same where it is one.
  package var from: Double
  package var to: Double
  /// Whether the amounts are counted for each kilogram of the person.
  package var isPerKilogram: Bool
  /// Over how many minutes it is given, where it runs.
  package var minutes: Double?
  /// Where it comes from.
  package var source: String

  /// Creates a usual dose of one amount, or from one to another.
  package init(
    from: Double,
    to: Double? = nil,
    isPerKilogram: Bool,
    minutes: Double? = nil,
    source: String
  ) {
    self.from = from
    self.to = to ?? from
    self.isPerKilogram = isPerKilogram
    self.minutes = minutes
    self.source = source
  }

  /// `0.5 mg/kg over 40 min`, `75 to 125 mg`.
  package var text: String {
    let amount = from == to ? plain(from) : "\(plain(from)) to \(plain(to))"
    let over = minutes.map { " over \(plain($0)) min" } ?? ""
    return "\(amount) \(isPerKilogram ? "mg/kg" : "mg")\(over)"
  }

  /// The sentence beside a prefill: `the protocol's usual: 0.5 mg/kg over 40 min`.
  package var words: String { "the protocol's usual: \(text)" }

  /// The one amount for a person; nil for a range, and without the weight it is counted for.
  package func amount(forKilograms weight: Double?) -> Mass? {
    guard from == to else { return nil }
    guard isPerKilogram else { return Mass(milligrams: from) }
    return weight.flatMap { Mass(milligrams: from * $0) }
  }
}

extension UsualDose: Codable {
  private enum CodingKeys: String, CodingKey {
    case from, to, minutes, source
    case isPerKilogram = "perKilogram"
  }
}
