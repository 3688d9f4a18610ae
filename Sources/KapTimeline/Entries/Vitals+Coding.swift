extension Vitals: Codable {
  private enum CodingKeys: String, CodingKey {
    case systolic, diastolic, meanArterial, heartRate, oxygenSaturation, respiratoryRate
    case temperature, oxygenLitres, position, method, baseline, confirmed, columns, leftOut
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func number(_ key: CodingKeys) throws -> Double? {
      guard let value = try container.decodeIfPresent(Double.self, forKey: key) else { return nil }
      guard value.isFinite, abs(value) < 1e6 else {
        throw DecodingError.dataCorruptedError(
          forKey: key,
          in: container,
          debugDescription: "no reading is that large"
        )
      }
      return value
    }
    let pair: BloodPressure?
    switch (try number(.systolic), try number(.diastolic)) {
    case (let systolic?, let diastolic?):
      guard let valid = BloodPressure(systolic: systolic, diastolic: diastolic) else {
        throw DecodingError.dataCorruptedError(
          forKey: .diastolic,
          in: container,
          debugDescription: "the diastolic is not below the systolic"
        )
      }
      pair = valid
    case (nil, nil): pair = nil
    case (_?, nil), (nil, _?):
      throw DecodingError.dataCorruptedError(
        forKey: .systolic,
        in: container,
        debugDescription: "half a blood pressure"
      )
    }
    self.init(
      bloodPressure: pair,
      meanArterial: try number(.meanArterial),
      heartRate: try number(.heartRate),
      oxygenSaturation: try number(.oxygenSaturation),
      respiratoryRate: try number(.respiratoryRate),
      temperature: try number(.temperature),
      oxygenLitres: try number(.oxygenLitres),
      position: try container.decodeIfPresent(Position.self, forKey: .position),
      method: try container.decodeIfPresent(Method.self, forKey: .method),
      isBaseline: try container.decodeIfPresent(Bool.self, forKey: .baseline) ?? false,
      isConfirmed: try container.decodeIfPresent(Bool.self, forKey: .confirmed) ?? false,
      columns: try Self.bySign(container.decodeIfPresent([String: String].self, forKey: .columns)),
      leftOut: try Self.bySign(container.decodeIfPresent([String: String].self, forKey: .leftOut))
    )
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(bloodPressure?.systolic, forKey: .systolic)
    try container.encodeIfPresent(bloodPressure?.diastolic, forKey: .diastolic)
    try container.encodeIfPresent(meanArterial, forKey: .meanArterial)
    try container.encodeIfPresent(heartRate, forKey: .heartRate)
    try container.encodeIfPresent(oxygenSaturation, forKey: .oxygenSaturation)
    try container.encodeIfPresent(respiratoryRate, forKey: .respiratoryRate)
    try container.encodeIfPresent(temperature, forKey: .temperature)
    try container.encodeIfPresent(oxygenLitres, forKey: .oxygenLitres)
    try container.encodeIfPresent(position, forKey: .position)
    try container.encodeIfPresent(method, forKey: .method)
    if isBaseline { try container.encode(true, forKey: .baseline) }
    if isConfirmed { try container.encode(true, forKey: .confirmed) }
    if !columns.isEmpty { try container.encode(Self.byName(columns), forKey: .columns) }
    if !leftOut.isEmpty { try container.encode(Self.byName(leftOut), forKey: .leftOut) }
  }

  private static func bySign(_ named: [String: String]?) -> [Sign: String] {
    var words: [Sign: String] = [:]
    for (name, text) in named ?? [:] {
      guard let sign = Sign(rawValue: name) else { continue }
      words[sign] = text
    }
    return words
  }

  private static func byName(_ words: [Sign: String]) -> [String: String] {
    Dictionary(uniqueKeysWithValues: words.map { ($0.key.rawValue, $0.value) })
  }
}
