import KapTimeline

extension Sensible {
  fileprivate static let litres = 0.5...10_000.0
  fileprivate static let flow = 0.0...10_000.0
  fileprivate static let rate = 0.001...1_000.0
  fileprivate static let share = 0.0...1.0
  fileprivate static let kilograms = 1.0...500.0
  fileprivate static let percent = 0.0...100.0
}

extension Section {
  /// The published model of the concentration, if there is one.
  mutating func kineticModel() -> KineticModel? {
    sectionIfAny("model") { model in
      let name = model.text("name")
      let band = model.section("band") { $0.measured("percent", in: Sensible.percent) }
      let parts = model.section("disposition") { $0.disposition() }
      let ways = model.waysIn()
      guard let name, let band, let parts else { return nil }
      model.checkSwallowed(ways, parts.clearance)
      return KineticModel(
        name: name,
        bandPercent: band.value,
        bandSource: band.source,
        kilograms: parts.weight.value,
        kilogramsSource: parts.weight.source,
        central: parts.central,
        clearance: parts.clearance,
        peripherals: parts.peripherals,
        ways: ways
      )
    }
  }

  private typealias Disposition = (
    weight: (value: Double, source: String), central: KineticModel.Central,
    clearance: KineticModel.Clearance, peripherals: [KineticModel.Peripheral]
  )

  private mutating func disposition() -> Disposition? {
    let weight = section("weight") { $0.measured("kilograms", in: Sensible.kilograms) }
    let central = section("central") { part -> KineticModel.Central? in
      let exponent = part.exponent("exponent")
      return part.measured("litres", in: Sensible.litres).map {
        KineticModel.Central(litres: $0.value, exponent: exponent, source: $0.source)
      }
    }
    let clearance = clearanceOfModel()
    let peripherals =
      sectionIfAny("peripheral") { outer in
        outer.names.compactMap { name in outer.section(name) { $0.peripheral() } }
      } ?? []
    guard let weight, let central, let clearance else { return nil }
    return (weight, central, clearance, peripherals)
  }

  /// Exactly one of `clearance` and `liver`.
  private mutating func clearanceOfModel() -> KineticModel.Clearance? {
    let clearance = sectionIfAny("clearance") { part -> KineticModel.Clearance? in
      let exponent = part.exponent("exponent")
      return part.measured("litresPerHour", in: Sensible.flow).map {
        .central(litresPerHour: $0.value, exponent: exponent, source: $0.source)
      }
    }
    let liver = sectionIfAny("liver") { part -> KineticModel.Clearance? in
      let litres = part.number("litres", in: Sensible.litres)
      let flow = part.number("litresPerHour", in: Sensible.flow)
      let elimination = part.number("eliminationPerHour", in: 0...1_000)
      let metabolism = part.number("metabolismPerHour", in: 0...1_000)
      guard let source = part.text("source"), let litres, let flow, let elimination, let metabolism
      else { return nil }
      return .liver(
        KineticModel.Liver(
          litres: litres,
          litresPerHour: flow,
          eliminationPerHour: elimination,
          metabolismPerHour: metabolism,
          source: source
        )
      )
    }
    if has("clearance") == has("liver") {
      note(
        at: place,
        path,
        has("liver") ? "the medicine leaves in two ways" : "nothing says how the medicine leaves",
        "Write one of `clearance` and `liver`"
      )
    }
    return clearance ?? liver
  }

  private mutating func peripheral() -> KineticModel.Peripheral? {
    let litres = number("litres", in: Sensible.litres)
    let flow = number("litresPerHour", in: Sensible.flow)
    let (litresExponent, flowExponent) = (exponent("litresExponent"), exponent("flowExponent"))
    guard let source = text("source"), let litres, let flow else { return nil }
    return KineticModel.Peripheral(
      litres: litres,
      litresExponent: litresExponent,
      litresPerHour: flow,
      flowExponent: flowExponent,
      source: source
    )
  }

  /// How a number goes with the weight: by quarters, as square roots give; not at all if left out.
  private mutating func exponent(_ key: String) -> Double {
    guard let exponent = numberIfAny(key, in: 0...2) else { return 0 }
    if exponent * 4 != (exponent * 4).rounded() {
      note(key, "\(plain(exponent)) is no number of quarters", "Write 0, 0.25, 0.5, 0.75 or 1")
    }
    return exponent
  }

  private mutating func waysIn() -> [KineticModel.Way] {
    section("routes") { routes in
      routes.names.compactMap { name in
        guard let route = Route(rawValue: name) else {
          _ = routes.valueIfAny(name)
          let known = Route.allCases.map(\.rawValue)
          routes.note(
            at: routes.place(of: name),
            routes.dotted(name),
            "there is no route `\(name)`",
            nearest(to: name, among: known).map { "Did you mean `\($0)`?" }
              ?? "Known are: \(known.joined(separator: ", "))"
          )
          return nil
        }
        return routes.section(name) { $0.wayIn(by: route) }
      }
    } ?? []
  }

  private mutating func wayIn(by route: Route) -> KineticModel.Way? {
    if has("missing") {
      let words = text("missing")
      guard let source = text("source"), let words else { return nil }
      return KineticModel.Way(route: route, absorption: nil, words: words, source: source)
    }
    let name = text("name")
    let fraction = number("fraction", in: Sensible.share)
    let salt = numberIfAny("saltFactor", in: Sensible.share)
    let first = numberIfAny("firstMilligrams", in: Sensible.amount)
    let later = numberIfAny("laterMultiplier", in: Sensible.share)
    let minutes = numberIfAny("minutes", in: Sensible.length)
    let perHour = numberIfAny("perHour", in: Sensible.rate)
    let swallowed = sectionIfAny("swallowed") { $0.swallowed() }
    guard let source = text("source"), let name, let fraction else { return nil }
    if (first == nil) != (later == nil) {
      note(
        at: place,
        path,
        "what comes later differs from what comes first, or does not",
        "Write both of `firstMilligrams` and `laterMultiplier`, or neither"
      )
    }
    let absorption = KineticModel.Absorption(
      fraction: fraction,
      saltFactor: salt ?? 1,
      firstMilligrams: first,
      laterMultiplier: later ?? 1,
      minutes: minutes ?? 0,
      perHour: perHour,
      swallowed: swallowed
    )
    return KineticModel.Way(route: route, absorption: absorption, words: name, source: source)
  }

  private mutating func swallowed() -> KineticModel.Swallowed? {
    let minutes = number("minutes", in: Sensible.length)
    let perHour = number("perHour", in: Sensible.rate)
    let escape = number("escape", in: Sensible.share)
    guard let source = text("source"), let minutes, let perHour, let escape else { return nil }
    return KineticModel.Swallowed(
      minutes: minutes,
      perHour: perHour,
      escape: escape,
      source: source
    )
  }

  /// What is swallowed reaches a liver, so there must be one.
  private mutating func checkSwallowed(
    _ ways: [KineticModel.Way],
    _ clearance: KineticModel.Clearance
  ) {
    guard case .central = clearance else { return }
    for way in ways where way.absorption?.swallowed != nil {
      note(
        "routes",
        "what is swallowed by the \(way.route.rawValue) route reaches a liver that is not there",
        "Describe `liver` in `disposition`, or leave `swallowed` out"
      )
    }
  }
}
