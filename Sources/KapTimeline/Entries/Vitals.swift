/// A vital sign that can be read.
package enum Sign: String, Hashable, Sendable, Codable, CaseIterable {
  case systolic, diastolic, meanArterial, heartRate, oxygenSaturation, respiratoryRate
  /// In degrees Celsius.
  case temperature

  /// The word on the screen: `SpO2`.
  package var label: String {
    switch self {
    case .systolic: "BP systolic"
    case .diastolic: "BP diastolic"
    case .meanArterial: "MAP"
    case .heartRate: "HR"
    case .oxygenSaturation: "SpO2"
    case .respiratoryRate: "RR"
    case .temperature: "Temp"
    }
  }
}

/// A cuff's pair, in millimetres of mercury.
package struct BloodPressure: Hashable, Sendable {
  /// The pressure as the heart contracts.
  package let systolic: Double
  /// The pressure between beats.
  package let diastolic: Double

  /// Creates a pair, unless it cannot be one: a cuff that slips reads a diastolic at or above the
  /// systolic, and such a pair is refused, not stored for someone to puzzle over.
  package init?(systolic: Double, diastolic: Double) {
    guard systolic.isFinite, diastolic.isFinite, diastolic < systolic else { return nil }
    self.systolic = systolic
    self.diastolic = diastolic
  }

  /// The mean arterial pressure, estimated as a third of the way from diastolic to systolic.
  package var mean: Double { diastolic + (systolic - diastolic) / 3 }

  /// `128/82`.
  package var text: String { "\(plain(systolic, places: 1))/\(plain(diastolic, places: 1))" }
}

/// One set of readings; what was not read is absent, which is not zero.
package struct Vitals: Hashable, Sendable {
  /// The cuff's pair.
  package var bloodPressure: BloodPressure?
  /// The mean pressure where a device gave one; never computed into a record.
  package var meanArterial: Double?
  /// Beats a minute.
  package var heartRate: Double?
  /// Per cent.
  package var oxygenSaturation: Double?
  /// Breaths a minute; zero is apnoea and a reading.
  package var respiratoryRate: Double?
  /// Degrees Celsius.
  package var temperature: Double?
  /// Oxygen given, in litres a minute; zero is room air, absent is not said.
  package var oxygenLitres: Double?
  /// How the person lay or sat.
  package var position: Position?
  /// How the values were taken.
  package var method: Method?
  /// Whether the person marked the set as the baseline.
  package var isBaseline: Bool
  /// Whether its author said of unusual values that they are so.
  package var isConfirmed: Bool
  /// The column each value came from, where it was imported.
  package var columns: [Sign: String]
  /// What an imported file said of a sign that is not among the readings, and why it is not.
  package var leftOut: [Sign: String]

  /// Creates a set, empty unless told.
  package init(
    bloodPressure: BloodPressure? = nil,
    meanArterial: Double? = nil,
    heartRate: Double? = nil,
    oxygenSaturation: Double? = nil,
    respiratoryRate: Double? = nil,
    temperature: Double? = nil,
    oxygenLitres: Double? = nil,
    position: Position? = nil,
    method: Method? = nil,
    isBaseline: Bool = false,
    isConfirmed: Bool = false,
    columns: [Sign: String] = [:],
    leftOut: [Sign: String] = [:]
  ) {
    self.bloodPressure = bloodPressure
    self.meanArterial = meanArterial
    self.heartRate = heartRate
    self.oxygenSaturation = oxygenSaturation
    self.respiratoryRate = respiratoryRate
    self.temperature = temperature
    self.oxygenLitres = oxygenLitres
    self.position = position
    self.method = method
    self.isBaseline = isBaseline
    self.isConfirmed = isConfirmed
    self.columns = columns
    self.leftOut = leftOut
  }

  /// The reading of one sign.
  package subscript(sign: Sign) -> Double? {
    switch sign {
    case .systolic: bloodPressure?.systolic
    case .diastolic: bloodPressure?.diastolic
    case .meanArterial: meanArterial
    case .heartRate: heartRate
    case .oxygenSaturation: oxygenSaturation
    case .respiratoryRate: respiratoryRate
    case .temperature: temperature
    }
  }

  /// Whether no sign was read.
  package var isEmpty: Bool { Sign.allCases.allSatisfy { self[$0] == nil } }

  /// Whether both sets hold the same figures, whatever was said of them.
  package func hasSameReadings(as other: Vitals) -> Bool {
    Sign.allCases.allSatisfy { self[$0] == other[$0] }
  }

  /// The same set, with whether its author stands by what is unusual in it.
  func confirmed(_ isConfirmed: Bool) -> Vitals {
    var result = self
    result.isConfirmed = isConfirmed
    return result
  }

  /// What a correction by `other` makes of this set.
  ///
  /// One that says every sign again says the whole set: oxygen, position, source and baseline are as
  /// it says them, and what it leaves out is no longer said. One that says fewer leaves the rest as it
  /// was. `isWhole` is for what was shown and edited as a whole.
  package func corrected(by other: Vitals, isWhole: Bool) -> Vitals {
    let saysAll = Sign.allCases.allSatisfy { self[$0] == nil || other[$0] != nil }
    guard isWhole || saysAll else { return overlaid(with: other) }
    var result = other
    // Where an import found its values, and what it left out, nobody types.
    result.columns = columns.filter { self[$0.key] == nil || other[$0.key] != nil }
    result.leftOut = leftOut
    return result
  }

  /// These readings with those of `other` laid over them.
  func overlaid(with other: Vitals) -> Vitals {
    var result = self
    if let pair = other.bloodPressure { result.bloodPressure = pair }
    if let value = other.meanArterial { result.meanArterial = value }
    if let value = other.heartRate { result.heartRate = value }
    if let value = other.oxygenSaturation { result.oxygenSaturation = value }
    if let value = other.respiratoryRate { result.respiratoryRate = value }
    if let value = other.temperature { result.temperature = value }
    if let value = other.oxygenLitres { result.oxygenLitres = value }
    if let value = other.position { result.position = value }
    if let value = other.method { result.method = value }
    result.isBaseline = isBaseline || other.isBaseline
    result.isConfirmed = other.isConfirmed
    return result
  }

  /// How values were taken.
  package enum Method: String, Hashable, Sendable, Codable, CaseIterable {
    /// By a cuff that somebody read.
    case cuff
    /// Read from a monitor.
    case monitor
    /// By hand, ear or eye.
    case manual
  }

  /// How a person lay or sat for a reading.
  package enum Position: String, Hashable, Sendable, Codable, CaseIterable {
    case supine, lateral, sitting, standing
  }
}
