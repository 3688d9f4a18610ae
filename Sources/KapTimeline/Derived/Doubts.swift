extension ClinicProtocol {
  /// What a set holds that cannot be a reading.
  package func refusal(of vitals: Vitals) -> Refusal? {
    for sign in Sign.allCases {
      if let value = vitals[sign], let refusal = refusal(of: value, as: sign.rawValue) {
        return refusal
      }
    }
    if let pair = vitals.bloodPressure,
      let refusal = refusal(of: pair.systolic - pair.diastolic, as: "pulsePressure")
    {
      return refusal
    }
    return vitals.oxygenLitres.flatMap { refusal(of: $0, as: "oxygenLitres") }
  }

  /// Why a value cannot be one of a quantity.
  func refusal(of value: Double, as quantity: String) -> Refusal? {
    let bound = bound(on: quantity) ?? Bound(quantity: quantity, source: "")
    return bound.refusal(of: value)
  }

  /// What in a set is unusual enough to ask about.
  package func doubts(about vitals: Vitals) -> [Doubt] {
    VitalsBounds(self).doubts(about: vitals)
  }

  /// What the words of an answer are to hold and cannot.
  func doubts(about mark: ChecklistMark) -> [Doubt] {
    guard mark.answer == .done, let words = mark.words, let holds = care.item(mark.item)?.holds,
      !holds.mayStand(in: words)
    else { return [] }
    return [.notInWords(holds.what, item: mark.item)]
  }

  /// What is unusual about a dose for a person of `weight` kilograms: the hardest warning crossed,
  /// and a hard one that only all of them together cross.
  ///
  /// `given` are the amounts before it.
  package func doubts(about dose: Dose, after given: Mass = .zero, weight: Double?) -> [Doubt] {
    let crossed = doseWarnings.filter { $0.isCrossed(by: dose.amount, weight: weight) }
    let worst = crossed.first(where: \.isHard) ?? crossed.first
    let own = worst.map {
      Doubt.dose(above: $0.above, isPerKilogram: $0.isPerKilogram, isHard: $0.isHard)
    }
    let total = given + dose.amount
    let hard = doseWarnings.first { $0.isHard && $0.isCrossed(by: total, weight: weight) }
    guard given > .zero, worst?.isHard != true, let hard else { return [own].compactMap(\.self) }
    let all = Doubt.doses(total: total, above: hard.above, isPerKilogram: hard.isPerKilogram)
    return [own, all].compactMap(\.self)
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
  package func doubt(about value: Double) -> Doubt? {
    if let limit = askAbove, value > limit {
      return .unusual(
        quantity: quantity,
        value: value,
        limit: limit,
        isAbove: true,
        hint: hint
      )
    }
    if let limit = askBelow, value < limit {
      return .unusual(
        quantity: quantity,
        value: value,
        limit: limit,
        isAbove: false,
        hint: hint
      )
    }
    return nil
  }
}

/// A protocol's bounds on readings, looked up once for many sets.
struct VitalsBounds {
  private let signs: [(sign: Sign, bound: Bound)]
  private let pulsePressure: Bound?
  private let oxygen: Bound?

  init(_ rules: ClinicProtocol) {
    signs = Sign.allCases.compactMap { sign in
      rules.bound(on: sign.rawValue).map { (sign, $0) }
    }
    pulsePressure = rules.bound(on: "pulsePressure")
    oxygen = rules.bound(on: "oxygenLitres")
  }

  /// What in a set is unusual enough to ask about.
  func doubts(about vitals: Vitals) -> [Doubt] {
    var doubts: [Doubt] = []
    for (sign, bound) in signs {
      if let value = vitals[sign], let doubt = bound.doubt(about: value) { doubts.append(doubt) }
    }
    if let pair = vitals.bloodPressure,
      let doubt = pulsePressure?.doubt(about: pair.systolic - pair.diastolic)
    {
      doubts.append(doubt)
    }
    if let litres = vitals.oxygenLitres, let doubt = oxygen?.doubt(about: litres) {
      doubts.append(doubt)
    }
    return doubts
  }
}
