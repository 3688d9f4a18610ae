extension Vitals {
  /// The set in one line: figures alone where all of the usual four are there, `172/104 98 96 15`,
  /// else each with its name, `HR 98 SpO2 96`.
  package var words: String {
    ([figures] + circumstances).joined(separator: ", ")
  }

  /// What this set says that `other` does not, each in words: `HR`, `O2 2 L/min`, `supine`.
  package func said(butNotBy other: Vitals) -> [String] {
    var words: [String] = []
    if bloodPressure != nil, other.bloodPressure == nil { words.append("BP") }
    for sign in Sign.allCases where sign != .systolic && sign != .diastolic {
      if self[sign] != nil, other[sign] == nil { words.append(sign.label) }
    }
    var gone = Vitals()
    if other.oxygenLitres == nil { gone.oxygenLitres = oxygenLitres }
    if other.position == nil { gone.position = position }
    if other.method == nil { gone.method = method }
    gone.isBaseline = isBaseline && !other.isBaseline
    return words + gone.circumstances
  }

  private var figures: String {
    let rest = [heartRate, oxygenSaturation, respiratoryRate]
    let known = rest.compactMap(\.self)
    if let pair = bloodPressure, known.count == rest.count, meanArterial == nil {
      let figures = known + (temperature.map { [$0] } ?? [])
      return ([pair.text] + figures.map { plain($0, places: 1) }).joined(separator: " ")
    }
    var named = bloodPressure.map { ["BP \($0.text)"] } ?? []
    for sign in Sign.allCases where sign != .systolic && sign != .diastolic {
      if let value = self[sign] { named.append("\(sign.label) \(plain(value, places: 1))") }
    }
    return named.isEmpty ? "without a reading" : named.joined(separator: " ")
  }

  private var circumstances: [String] {
    var words: [String] = []
    if let litres = oxygenLitres {
      words.append(litres == 0 ? "room air" : "O2 \(plain(litres, places: 1)) L/min")
    }
    if let position { words.append(position.rawValue) }
    if let method { words.append(method.words) }
    if isBaseline { words.append("baseline") }
    return words
  }
}

extension GivenMedicine {
  /// What was given as it was said, the number apart from its unit, the route in capitals:
  /// `clonidine 0.1 mg PO`.
  package var words: String {
    let parts = [medicine, amountWords, route?.uppercased()]
    return parts.compactMap(\.self).joined(separator: " ")
  }

  /// How much, as it was said; another weight than milligrams in these too: `4000 mcg (4 mg)`.
  package var amountWords: String? {
    guard let amount else { return nil }
    guard let unit = massUnit, unit != .milligram, let milligrams else { return spaced(amount) }
    return "\(spaced(amount)) (\(plain(milligrams, places: 6)) mg)"
  }

  /// `4mg` as `4 mg`.
  private func spaced(_ amount: String) -> String {
    let number = amount.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let unit = amount.dropFirst(number.count)
    guard !number.isEmpty, let first = unit.first, first.isLetter else { return amount }
    return "\(number) \(unit)"
  }
}

extension Vitals.Method {
  /// How values were taken, as people say it: `by cuff`.
  package var words: String {
    switch self {
    case .cuff: "by cuff"
    case .monitor: "from the monitor"
    case .manual: "by hand"
    }
  }
}
