extension Vitals {
  /// The values that are written finer than their signs are read.
  var tooFine: [Doubt] {
    Sign.allCases.compactMap { sign in
      guard let value = self[sign], !sign.isRead(as: value) else { return nil }
      return .finerThanRead(sign, value)
    }
  }
}

extension Sign {
  /// Whether a person reads such a value off a display: whole, and a temperature to a tenth.
  fileprivate func isRead(as value: Double) -> Bool {
    switch self {
    case .systolic, .diastolic, .meanArterial, .heartRate, .oxygenSaturation, .respiratoryRate:
      value == value.rounded()
    case .temperature: value == (value * 10).rounded() / 10
    }
  }
}

extension Call {
  /// A call of which nobody wrote what it was about, nor what was said.
  var unsaid: [Doubt] { about == nil && said == nil ? [.callWithoutWords(to: to)] : [] }
}

extension VerbalOrder {
  /// An order of which nobody wrote how much, or that it was read back.
  var unsaid: [Doubt] {
    (given.amount == nil ? [.orderWithoutAmount(given.medicine)] : [])
      + (isReadBack ? [] : [.orderNotReadBack(given.medicine)])
  }
}
