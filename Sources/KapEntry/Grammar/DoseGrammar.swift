import KapTimeline

extension Route {
  /// The words for each route.
  init?(word: String) {
    switch word {
    case "iv", "intravenous": self = .intravenous
    case "im", "intramuscular": self = .intramuscular
    case "sl", "sublingual": self = .sublingual
    case "po", "oral": self = .oral
    case "in", "intranasal", "nasal": self = .intranasal
    default: return nil
    }
  }

  /// The word a person types for it.
  var word: String { abbreviation.lowercased() }
}

extension Reader {
  private static let remedy = "Type dose im 75mg, or dose iv 35mg over 40m."

  /// `dose iv 35mg over 40m`, its parts in any order.
  mutating func dose() throws(EntryError) -> Command {
    var medicine: Medicine?
    var route: Route?
    var amount: Mass?
    var duration: Span?
    var bolus: Word?
    while let word = peek() {
      let lower = word.lower
      if beginsWithNumber(word) {
        guard amount == nil else { throw doubled(word, "The amount") }
        amount = try mass(Self.remedy)
        continue
      }
      _ = next()
      if let named = Route(word: lower) {
        guard route == nil else { throw secondRoute(word) }
        route = named
      } else if let named = Medicine(rawValue: lower) {
        guard medicine == nil else { throw doubled(word, "The medicine") }
        medicine = named
      } else if lower == "bolus" || lower == "push" {
        guard bolus == nil else { throw doubled(word, "bolus") }
        bolus = word
      } else if lower == "over" {
        guard duration == nil else { throw doubled(word, "The time it runs") }
        duration = try runningTime()
      } else {
        throw unknownInDose(word)
      }
    }
    guard let amount else { throw missing("The amount of the dose is missing.", Self.remedy) }
    guard let route else {
      throw missing(
        "How the dose was given is missing.",
        "Add im, iv, sl, po or in, as in dose im 75mg."
      )
    }
    if let bolus, duration != nil {
      throw failure(
        .unknownWord,
        at: bolus,
        "A bolus is given at once, and this one runs over a time.",
        "Leave bolus, or leave over and its time."
      )
    }
    return .give(
      Dose(
        medicine: medicine ?? context.clinicProtocol?.medicine ?? .ketamine,
        route: route,
        amount: amount,
        duration: duration
      )
    )
  }

  private mutating func runningTime() throws(EntryError) -> Span {
    let start = position
    let duration = try span(of: "The time it runs", "Type over 40m.")
    guard duration > .zero else {
      throw failure(
        .notATime,
        from: start + 1,
        to: position,
        "A dose over no time is a bolus.",
        "Type bolus instead of over and its time."
      )
    }
    return duration
  }

  private func secondRoute(_ word: Word) -> EntryError {
    guard word.lower == "in" else { return doubled(word, "The route") }
    return failure(
      .repeated,
      at: word,
      "“in” is the route by the nose, and a route is named already.",
      "For the time it runs type over 40m."
    )
  }

  private func unknownInDose(_ word: Word) -> EntryError {
    let known = Medicine.allCases.map(\.rawValue) + ["bolus", "over"]
    let guess = nearest(to: word.lower, among: known)
    return failure(
      .unknownWord,
      at: word,
      "“\(word.clipped)” is no route, medicine or part of a dose.",
      guess.map { "Type \($0) if that is meant. Other medicines are given, not dose." }
        ?? "\(Self.remedy) Other medicines are given, not dose."
    )
  }

  /// `infusion start 50mg/h`, `infusion rate 40mg/h`, `infusion pause`, `resume` and `stop`.
  mutating func infusion() throws(EntryError) -> Command {
    let remedy = "Type infusion start 50mg/h, rate 40mg/h, pause, resume or stop."
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
    let remedy = "Type the rate in milligrams an hour, as in 40mg/h."
    let measure = try measure(of: "The rate", remedy) { $0.contains("/") }
    let factor: Double
    switch measure.unit.lower {
    case "mg/h", "mg/hr", "mg/hour": factor = 1
    case "mg/min": factor = 60
    case "mcg/min", "ug/min", "\u{B5}g/min", "\u{3BC}g/min": factor = 0.06
    case "mcg/h", "mcg/hr", "ug/h", "\u{B5}g/h", "\u{3BC}g/h": factor = 0.001
    case "":
      throw failure(.unknownUnit, at: measure.whole, "A rate needs its unit.", remedy)
    default:
      throw failure(
        .unknownUnit,
        at: measure.unit,
        "“\(measure.unit.clipped)” is no rate that is kept here.",
        remedy
      )
    }
    guard measure.figure.value > 0 else {
      throw failure(
        .notANumber,
        at: measure.whole,
        "A rate of nothing is a pause or a stop.",
        "Type infusion pause, or infusion stop."
      )
    }
    if factor != 1 { remarks.append("\(measure.whole.clipped) as typed") }
    let rate = (measure.figure.value * factor * 1_000_000).rounded() / 1_000_000
    return DoseRate(milligramsPerHour: rate)
  }
}
