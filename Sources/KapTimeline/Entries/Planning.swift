/// A dose that is planned and whose arithmetic a person has confirmed: the worksheet.
///
/// It plans; what is given is a ``Dose`` of its own.
package struct DosePlan: Hashable, Sendable {
  /// The dose that is meant.
  package var dose: Dose
  /// The weight it was reckoned with, in kilograms.
  package var weight: Double?
  /// Milligrams in each millilitre of what is drawn.
  package var concentration: Double?
  /// What was given the last time, as far as it was said.
  package var previous: Mass?
  /// The keys of required items that were open when it was planned.
  package var openItems: [String]
  /// Why it is planned although they are open.
  package var reason: String?

  /// Creates a plan.
  package init(
    dose: Dose,
    weight: Double? = nil,
    concentration: Double? = nil,
    previous: Mass? = nil,
    openItems: [String] = [],
    reason: String? = nil
  ) {
    self.dose = dose
    self.weight = weight
    self.concentration = concentration
    self.previous = previous
    self.openItems = openItems
    self.reason = reason
  }

  /// Milligrams for each kilogram, where the weight is known.
  package var perKilogram: Double? {
    guard let weight, weight > 0 else { return nil }
    return dose.amount.milligrams / weight
  }

  /// Millilitres to draw, where the concentration is known.
  package var volume: Double? {
    guard let concentration, concentration > 0 else { return nil }
    return dose.amount.milligrams / concentration
  }

  /// Those millilitres, rounded as they are wherever they are shown: `0.698 mL`.
  package var volumeWords: String? { volume.map { "\(plain($0, places: 3)) mL" } }

  /// The change from the last time, in per cent, where that is known.
  package var changePercent: Double? {
    guard let previous, previous > .zero else { return nil }
    return (dose.amount.milligrams / previous.milligrams - 1) * 100
  }

  /// The change from the last time, in words: `+5 mg (+16.7 %)`, or `no change`.
  ///
  /// Whatever shows a plan says it so; nil where no last time is known.
  package var changeWords: String? {
    guard let previous else { return nil }
    let difference = dose.amount - previous
    guard difference != .zero else { return "no change" }
    let sign = difference > .zero ? "+" : "-"
    let size = plain(abs(difference.milligrams), places: 6)
    let percent = changePercent.map { " (\(sign)\(plain(abs($0), places: 1)) %)" } ?? ""
    return "\(sign)\(size) mg\(percent)"
  }
}

extension DosePlan: Codable {
  private enum CodingKeys: String, CodingKey {
    case dose, openItems, reason
    case weight = "weightKilograms"
    case concentration = "milligramsPerMillilitre"
    case previous = "previousMilligrams"
    case volume = "millilitres"
    case perKilogram = "milligramsPerKilogram"
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      dose: try container.decode(Dose.self, forKey: .dose),
      weight: try container.decodeIfPresent(Double.self, forKey: .weight),
      concentration: try container.decodeIfPresent(Double.self, forKey: .concentration),
      previous: try container.decodeIfPresent(Double.self, forKey: .previous)
        .flatMap { Mass(milligrams: $0) },
      openItems: try container.decodeIfPresent([String].self, forKey: .openItems) ?? [],
      reason: try container.decodeIfPresent(String.self, forKey: .reason)
    )
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(dose, forKey: .dose)
    try container.encodeIfPresent(weight, forKey: .weight)
    try container.encodeIfPresent(concentration, forKey: .concentration)
    try container.encodeIfPresent(previous?.milligrams, forKey: .previous)
    try container.encodeIfPresent(volume, forKey: .volume)
    try container.encodeIfPresent(perKilogram, forKey: .perKilogram)
    if !openItems.isEmpty { try container.encode(openItems, forKey: .openItems) }
    try container.encodeIfPresent(reason, forKey: .reason)
  }
}

/// A limit set for this person before the dose, in place of the clinic's.
package struct PersonalLimit: Hashable, Sendable, Codable {
  /// The sign.
  package var sign: Sign
  /// Which side is crossed.
  package var side: Limit.Side
  /// The value from which it is crossed.
  package var value: Double
  /// Why.
  package var reason: String
  /// Who ordered it, where that is not its author.
  package var orderedBy: String?

  /// Creates a limit.
  package init(
    sign: Sign,
    side: Limit.Side,
    value: Double,
    reason: String,
    orderedBy: String? = nil
  ) {
    self.sign = sign
    self.side = side
    self.value = value
    self.reason = reason
    self.orderedBy = orderedBy
  }
}

/// A line of the controlled-drug record: what was drawn is what was given and what was wasted.
package struct DrugSupply: Hashable, Sendable {
  /// The medicine, as it was said.
  package var medicine: String
  /// What was drawn, given and wasted.
  package var drawn: Mass
  package var given: Mass
  package var wasted: Mass
  /// Milligrams in each millilitre.
  package var concentration: Double?
  /// The maker's lot, and the last day of use as it is printed.
  package var lot: String?
  package var expiry: String?
  /// Who saw the wasting.
  package var witness: String?
  /// How it was wasted.
  package var method: String?

  /// Creates a line.
  package init(
    medicine: String,
    drawn: Mass,
    given: Mass,
    wasted: Mass,
    concentration: Double? = nil,
    lot: String? = nil,
    expiry: String? = nil,
    witness: String? = nil,
    method: String? = nil
  ) {
    self.medicine = medicine
    self.drawn = drawn
    self.given = given
    self.wasted = wasted
    self.concentration = concentration
    self.lot = lot
    self.expiry = expiry
    self.witness = witness
    self.method = method
  }

  /// Whether what was drawn is accounted for.
  package var addsUp: Bool { drawn == given + wasted }
}

extension DrugSupply: Codable {
  private enum CodingKeys: String, CodingKey {
    case medicine, lot, expiry, witness, method
    case drawn = "drawnMilligrams"
    case given = "givenMilligrams"
    case wasted = "wastedMilligrams"
    case concentration = "milligramsPerMillilitre"
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func mass(_ key: CodingKeys) throws -> Mass {
      guard let mass = Mass(milligrams: try container.decode(Double.self, forKey: key)) else {
        throw DecodingError.dataCorruptedError(
          forKey: key,
          in: container,
          debugDescription: "not an amount"
        )
      }
      return mass
    }
    self.init(
      medicine: try container.decode(String.self, forKey: .medicine),
      drawn: try mass(.drawn),
      given: try mass(.given),
      wasted: try mass(.wasted),
      concentration: try container.decodeIfPresent(Double.self, forKey: .concentration),
      lot: try container.decodeIfPresent(String.self, forKey: .lot),
      expiry: try container.decodeIfPresent(String.self, forKey: .expiry),
      witness: try container.decodeIfPresent(String.self, forKey: .witness),
      method: try container.decodeIfPresent(String.self, forKey: .method)
    )
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(medicine, forKey: .medicine)
    try container.encode(drawn.milligrams, forKey: .drawn)
    try container.encode(given.milligrams, forKey: .given)
    try container.encode(wasted.milligrams, forKey: .wasted)
    try container.encodeIfPresent(concentration, forKey: .concentration)
    try container.encodeIfPresent(lot, forKey: .lot)
    try container.encodeIfPresent(expiry, forKey: .expiry)
    try container.encodeIfPresent(witness, forKey: .witness)
    try container.encodeIfPresent(method, forKey: .method)
  }
}

/// What became of a lozenge after it was taken into the mouth.
package enum LozengeStep: String, Hashable, Sendable, Codable, CaseIterable {
  case spit, swallow
}
