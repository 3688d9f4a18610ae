extension ClinicProtocol {
  /// What a set holds that cannot be a reading.
  package func refusal(of vitals: Vitals) -> Refusal? {
    for sign in Sign.allCases {
      guard let value = vitals[sign], let bound = bound(on: sign.rawValue) else { continue }
      if let refusal = bound.refusal(of: value) { return refusal }
    }
    guard let litres = vitals.oxygenLitres else { return nil }
    return bound(on: "oxygenLitres")?.refusal(of: litres)
  }

  /// What in a set is unusual enough to ask about.
  package func doubts(about vitals: Vitals) -> [Doubt] {
    var doubts: [Doubt] = []
    for sign in Sign.allCases {
      guard let value = vitals[sign], let bound = bound(on: sign.rawValue) else { continue }
      doubts += bound.doubt(about: value).map { [$0] } ?? []
    }
    if let pair = vitals.bloodPressure, let bound = bound(on: "pulsePressure") {
      doubts += bound.doubt(about: pair.systolic - pair.diastolic).map { [$0] } ?? []
    }
    return doubts
  }

  /// What is unusual about a dose for a person of `weight` kilograms: the hardest warning crossed.
  package func doubts(about dose: Dose, weight: Double?) -> [Doubt] {
    let crossed = doseWarnings.filter { warning in
      if warning.isPerKilogram {
        guard let weight, weight > 0 else { return false }
        return warning.asks(about: dose.amount.milligrams / weight)
      }
      return warning.asks(about: dose.amount.milligrams)
    }
    guard let worst = crossed.first(where: \.isHard) ?? crossed.first else { return [] }
    return [
      .dose(above: worst.above, isPerKilogram: worst.isPerKilogram, isHard: worst.isHard)
    ]
  }
}

extension Bound {
  /// Why `value` cannot be one.
  package func refusal(of value: Double) -> Refusal? {
    let tooLow = refuseBelow.map { value < $0 } ?? false
    let tooHigh = refuseAbove.map { value > $0 } ?? false
    guard tooLow || tooHigh || !value.isFinite else { return nil }
    return .cannotBe(quantity: quantity, value: value, low: refuseBelow, high: refuseAbove)
  }

  /// Why `value` is unusual.
  func doubt(about value: Double) -> Doubt? {
    if let limit = askAbove, value > limit {
      return .unusual(quantity: quantity, value: value, limit: limit, isAbove: true)
    }
    if let limit = askBelow, value < limit {
      return .unusual(quantity: quantity, value: value, limit: limit, isAbove: false)
    }
    return nil
  }
}
