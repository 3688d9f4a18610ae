import KapTimeline

extension Reader {
  /// `infusion start 50mg/h`, `infusion rate 40mg/h`, `infusion pause`, `resume` and `stop`.
  mutating func infusion() throws(EntryError) -> Command {
    let remedy = "Type infusion start RATE, rate RATE, pause, resume or stop."
    guard let word = next() else { throw missing("What was done to the pump?", remedy) }
    guard let action = InfusionChange.Action(rawValue: word.lower) else {
      let guess = nearest(
        to: word.lower,
        among: InfusionChange.Action.allCases.map(\.rawValue)
      )
      throw failure(
        .unknownWord,
        at: word,
        "“\(word.clipped)” is nothing that is done to a pump.",
        guess.map { "Type infusion \($0) if that is meant." } ?? remedy
      )
    }
    switch action {
    case .pause, .resume, .stop: return .changeInfusion(InfusionChange(action))
    case .rate: return .changeInfusion(InfusionChange(.rate, rate: try doseRate()))
    case .start:
      _ = take("rate", "at")
      // The core knows whether a dose over a time stands before it and gives the rate.
      guard peek() != nil else { return .changeInfusion(InfusionChange(.start)) }
      return .changeInfusion(InfusionChange(.start, rate: try doseRate()))
    }
  }

  private mutating func doseRate() throws(EntryError) -> DoseRate {
    let remedy = "Type the rate in milligrams an hour, as in Nmg/h."
    let measure = try measure(of: "The rate", remedy) { $0.contains("/") }
    let factor = try factor(of: measure, called: "rate", remedy) { unit in
      switch unit {
      case "mg/h", "mg/hr", "mg/hour": 1
      case "mg/min": 60
      case "mcg/min", "ug/min", "\u{B5}g/min", "\u{3BC}g/min": 0.06
      case "mcg/h", "mcg/hr", "ug/h", "\u{B5}g/h", "\u{3BC}g/h": 0.001
      default: nil
      }
    }
    guard measure.figure.value > 0 else {
      throw failure(
        .notANumber,
        at: measure.whole,
        "A rate of nothing is a pause or a stop.",
        "Type infusion pause, or infusion stop."
      )
    }
    if factor != 1 { typed.append("\(measure.whole.clipped)") }
    let rate = (measure.figure.value * factor * 1_000_000).rounded() / 1_000_000
    return DoseRate(milligramsPerHour: rate)
  }
}
