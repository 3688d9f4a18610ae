import KapTimeline

/// A model made up for one person: its compartments, and where each route leads.
struct Body {
  private(set) var compartments = Compartments(count: 2)
  let litres: Double
  /// Where what is swallowed reaches, if the model has it.
  private var liver: Int?
  private var depots: [Route: Int] = [:]
  private var guts: [Route: Int] = [:]

  /// The compartment that is observed.
  static let central = 0
  /// Where all goes that leaves the body, or never got in.
  static let gone = 1

  /// Makes up a model for a person of so many kilograms.
  init(_ model: KineticModel, kilograms: Double) {
    let weight = kilograms / model.kilograms
    litres = model.central.litres * power(weight, model.central.exponent)
    switch model.clearance {
    case .central(let litresPerHour, let exponent, _):
      let perMinute = litresPerHour / 60 * power(weight, exponent) / litres
      compartments.flow(from: Self.central, to: Self.gone, perMinute: perMinute)
    case .liver(let organ):
      let place = compartments.add()
      let flow = organ.litresPerHour / 60
      compartments.flow(from: Self.central, to: place, perMinute: flow / litres)
      compartments.flow(from: place, to: Self.central, perMinute: flow / organ.litres)
      let loss = organ.eliminationPerHour + organ.metabolismPerHour
      compartments.flow(from: place, to: Self.gone, perMinute: loss / 60)
      liver = place
    }
    for peripheral in model.peripherals {
      let place = compartments.add()
      let flow = peripheral.litresPerHour / 60 * power(weight, peripheral.flowExponent)
      let volume = peripheral.litres * power(weight, peripheral.litresExponent)
      compartments.flow(from: Self.central, to: place, perMinute: flow / litres)
      compartments.flow(from: place, to: Self.central, perMinute: flow / volume)
    }
  }

  /// Whether these can be the numbers of a person, however wide: no rules that came from elsewhere
  /// may hold the screen up.
  var isSensible: Bool { litres > 0 && litres.isFinite && compartments.fastest < 100 }

  /// Where what a route takes up waits; in the blood at once where it does not wait.
  mutating func depot(of route: Route, _ absorption: KineticModel.Absorption) -> Int {
    guard let perHour = absorption.perHour else { return Self.central }
    if let depot = depots[route] { return depot }
    let depot = compartments.add()
    compartments.flow(from: depot, to: Self.central, perMinute: perHour / 60)
    depots[route] = depot
    return depot
  }

  /// Where what was swallowed waits.
  mutating func gut(of route: Route, _ swallowed: KineticModel.Swallowed) -> Int {
    if let gut = guts[route] { return gut }
    let gut = compartments.add()
    let perMinute = swallowed.perHour / 60
    let passes = perMinute * swallowed.escape
    compartments.flow(from: gut, to: liver ?? Self.central, perMinute: passes)
    compartments.flow(from: gut, to: Self.gone, perMinute: perMinute - passes)
    guts[route] = gut
    return gut
  }
}

/// A power by quarters, which square roots suffice for: no mathematics library is asked, and every
/// machine says the same.
func power(_ base: Double, _ exponent: Double) -> Double {
  let root = base.squareRoot().squareRoot()
  var power = 1.0
  for _ in 0..<Int((min(max(exponent, 0), 4) * 4).rounded()) { power *= root }
  return power
}
