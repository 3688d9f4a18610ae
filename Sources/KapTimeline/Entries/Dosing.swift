/// A medicine that a session is about.
package enum Medicine: String, Hashable, Sendable, Codable, CaseIterable {
  case ketamine, esketamine
}

/// How a medicine reaches the body.
package enum Route: String, Hashable, Sendable, Codable, CaseIterable {
  case intravenous, intramuscular, sublingual, oral, intranasal

  /// The letters on the screen: `IV`, `IM`, `SL`, `PO`, `IN`.
  package var abbreviation: String {
    switch self {
    case .intravenous: "IV"
    case .intramuscular: "IM"
    case .sublingual: "SL"
    case .oral: "PO"
    case .intranasal: "IN"
    }
  }
}

/// A dose of the session's medicine that was given, or began to run.
package struct Dose: Hashable, Sendable {
  /// What was given.
  package var medicine: Medicine
  /// How it was given.
  package var route: Route
  /// How much, in all.
  package var amount: Mass
  /// Over how long it runs; absent for what is given at once.
  package var duration: Span?
  /// How it was given, by a word of the clinic's: `bolus`.
  package var manner: String?
  /// The maker's lot, and the last day of use as it is printed.
  package var lot: String?
  package var expiry: String?
  /// Whether a person said that an amount beyond the protocol's warning is so.
  package var isConfirmed: Bool

  /// Creates a dose.
  package init(
    medicine: Medicine,
    route: Route,
    amount: Mass,
    duration: Span? = nil,
    manner: String? = nil,
    lot: String? = nil,
    expiry: String? = nil,
    isConfirmed: Bool = false
  ) {
    self.medicine = medicine
    self.route = route
    self.amount = amount
    self.duration = duration
    self.manner = manner
    self.lot = lot
    self.expiry = expiry
    self.isConfirmed = isConfirmed
  }

  /// The rate at which a dose over time runs, unless it is given at once.
  package var rate: DoseRate? {
    guard let duration, duration > .zero, amount > .zero else { return nil }
    return DoseRate(milligramsPerHour: amount.milligrams / (duration.inMinutes / 60))
  }
}

extension Dose: Codable {
  private enum CodingKeys: String, CodingKey {
    case medicine, route, milligrams, minutes, manner, lot, expiry, confirmed
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let milligrams = try container.decode(Double.self, forKey: .milligrams)
    guard let amount = Mass(milligrams: milligrams) else {
      throw DecodingError.dataCorruptedError(
        forKey: .milligrams,
        in: container,
        debugDescription: "not an amount"
      )
    }
    self.init(
      medicine: try container.decode(Medicine.self, forKey: .medicine),
      route: try container.decode(Route.self, forKey: .route),
      amount: amount,
      duration: try container.decodeIfPresent(Double.self, forKey: .minutes).map(Span.minutes),
      manner: try container.decodeIfPresent(String.self, forKey: .manner),
      lot: try container.decodeIfPresent(String.self, forKey: .lot),
      expiry: try container.decodeIfPresent(String.self, forKey: .expiry),
      isConfirmed: try container.decodeIfPresent(Bool.self, forKey: .confirmed) ?? false
    )
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(medicine, forKey: .medicine)
    try container.encode(route, forKey: .route)
    try container.encode(amount.milligrams, forKey: .milligrams)
    try container.encodeIfPresent(duration?.inMinutes, forKey: .minutes)
    try container.encodeIfPresent(manner, forKey: .manner)
    try container.encodeIfPresent(lot, forKey: .lot)
    try container.encodeIfPresent(expiry, forKey: .expiry)
    if isConfirmed { try container.encode(true, forKey: .confirmed) }
  }
}

/// What was done to an infusion pump.
package struct InfusionChange: Hashable, Sendable, Codable {
  /// What was done.
  package var action: Action
  /// The rate from now on, for a start or a change of rate.
  package var rate: DoseRate?

  /// Creates a change.
  package init(_ action: Action, rate: DoseRate? = nil) {
    self.action = action
    self.rate = rate
  }

  private enum CodingKeys: String, CodingKey {
    case action
    case rate = "milligramsPerHour"
  }

  /// A hand on the pump.
  package enum Action: String, Hashable, Sendable, Codable, CaseIterable {
    case start, rate, pause, resume, stop
  }
}

/// A medicine given beside the session's own: rescue, comfort, oxygen.
package struct GivenMedicine: Hashable, Sendable, Codable {
  /// Its name, as it was said.
  package var medicine: String
  /// How much, as it was said: `4mg`.
  package var amount: String?
  /// The route, as it was said: `iv`, `po`, `odt`.
  package var route: String?
  /// What it was given for.
  package var reason: String?
  /// Who ordered it.
  package var orderedBy: String?
  /// What came of it.
  package var response: String?
  /// The order it carries out.
  package var order: EventID?
  /// The notice that led to it.
  package var notice: NoticeReference?

  /// Creates an entry.
  package init(
    medicine: String,
    amount: String? = nil,
    route: String? = nil,
    reason: String? = nil,
    orderedBy: String? = nil,
    response: String? = nil,
    order: EventID? = nil,
    notice: NoticeReference? = nil
  ) {
    self.medicine = medicine
    self.amount = amount
    self.route = route
    self.reason = reason
    self.orderedBy = orderedBy
    self.response = response
    self.order = order
    self.notice = notice
  }
}

extension GivenMedicine {
  /// The number of its amount, where that begins with one: 4 of `4mg`.
  package var number: Double? {
    guard let amount else { return nil }
    return Double(String(amount.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }))
  }

  /// The unit of its amount in small letters; empty where it has none.
  private var unit: String {
    (amount ?? "").drop { $0.isASCII && ($0.isNumber || $0 == ".") || $0 == " " }.lowercased()
  }

  /// The amount in milligrams, where it was said as a weight.
  package var milligrams: Double? {
    guard let number else { return nil }
    return massUnit?.milligrams(number)
  }

  /// The weight in which the amount was said; nil where that is none.
  var massUnit: MassUnit? { MassUnit(unit) }

  /// The quantity that the clinic's bounds are on, and the amount in its unit; nil where no bound
  /// holds for what was said.
  func measured(under rules: ClinicProtocol) -> (quantity: String, value: Double)? {
    let name = medicine.lowercased()
    if let milligrams {
      return (rules.bound(on: name) == nil ? "medicine" : name, milligrams)
    }
    guard let number, let unit = AmountUnit.kept(unit) else { return nil }
    switch unit {
    case "l", "l/min":
      let isOxygen = ["oxygen", "o2"].contains(name)
      if isOxygen { return ("oxygenLitres", number) }
      return unit == "l" ? ("medicineMillilitres", number * 1000) : nil
    case "ml": return ("medicineMillilitres", number)
    case "unit", "units", "iu": return ("medicineUnits", number)
    default: return nil
    }
  }
}

/// A medicine that a prescriber ordered by word of mouth.
package struct VerbalOrder: Hashable, Sendable, Codable {
  /// What was ordered.
  package var given: GivenMedicine
  /// Whether the order was read back to who gave it.
  package var isReadBack: Bool

  /// Creates an order.
  package init(given: GivenMedicine, isReadBack: Bool) {
    self.given = given
    self.isReadBack = isReadBack
  }

  private enum CodingKeys: String, CodingKey {
    case given = "order"
    case isReadBack = "readBack"
  }
}

/// A call to somebody outside the room.
package struct Call: Hashable, Sendable, Codable {
  /// Who was called.
  package var to: String
  /// About what.
  package var about: String?
  /// What was said.
  package var said: String?
  /// Whether it was read back.
  package var isReadBack: Bool
  /// The notice it was about.
  package var notice: NoticeReference?

  /// Creates a call.
  package init(
    to: String,
    about: String? = nil,
    said: String? = nil,
    isReadBack: Bool = false,
    notice: NoticeReference? = nil
  ) {
    self.to = to
    self.about = about
    self.said = said
    self.isReadBack = isReadBack
    self.notice = notice
  }

  private enum CodingKeys: String, CodingKey {
    case to, about, said, notice
    case isReadBack = "readBack"
  }
}
