/// A published model of how a medicine comes and goes, as data: shown in practice and replay only,
/// as a model and never as a measurement.
///
/// Volumes, clearances and flows are those of a person of ``kilograms``; an exponent says how they
/// go with the weight.
package struct KineticModel: Hashable, Sendable, Codable {
  /// The name on the screen: `S-ketamine IV, Fanta 2015`.
  package var name: String
  /// How far the band reaches to either side, in per cent.
  package var bandPercent: Double
  /// Why so far.
  package var bandSource: String
  /// The weight that the numbers are for, and of whom the record has none.
  package var kilograms: Double
  /// Why that weight.
  package var kilogramsSource: String
  /// Where the concentration is that is shown.
  package var central: Central
  /// How it leaves: from the central compartment, or by a liver with a blood flow of its own.
  package var clearance: Clearance
  /// Where it goes and comes back from.
  package var peripherals: [Peripheral]
  /// How it gets in, by route.
  package var ways: [Way]

  /// Creates a model.
  package init(
    name: String,
    bandPercent: Double,
    bandSource: String,
    kilograms: Double,
    kilogramsSource: String,
    central: Central,
    clearance: Clearance,
    peripherals: [Peripheral],
    ways: [Way]
  ) {
    self.name = name
    self.bandPercent = bandPercent
    self.bandSource = bandSource
    self.kilograms = kilograms
    self.kilogramsSource = kilogramsSource
    self.central = central
    self.clearance = clearance
    self.peripherals = peripherals
    self.ways = ways
  }

  /// How it gets in by a route, if anything is said of it.
  package func way(by route: Route) -> Way? { ways.first { $0.route == route } }
}

extension KineticModel {
  /// The compartment that is observed.
  package struct Central: Hashable, Sendable, Codable {
    /// Its volume, and how that goes with the weight.
    package var litres: Double
    package var exponent: Double
    /// Where these come from.
    package var source: String

    /// Creates a compartment.
    package init(litres: Double, exponent: Double = 0, source: String) {
      self.litres = litres
      self.exponent = exponent
      self.source = source
    }
  }

  /// How a medicine leaves the body.
  package enum Clearance: Hashable, Sendable, Codable {
    /// From the central compartment.
    case central(litresPerHour: Double, exponent: Double, source: String)
    /// By a liver.
    case liver(Liver)

    /// Where it comes from.
    package var source: String {
      switch self {
      case .central(_, _, let source): source
      case .liver(let liver): liver.source
      }
    }
  }

  /// A liver: blood brings the medicine and takes it away again, and here alone it is lost.
  package struct Liver: Hashable, Sendable, Codable {
    /// Its volume.
    package var litres: Double
    /// The blood that flows through it.
    package var litresPerHour: Double
    /// What is eliminated, and what becomes another substance, of what is there.
    package var eliminationPerHour: Double
    package var metabolismPerHour: Double
    /// Where these come from.
    package var source: String

    /// Creates a liver.
    package init(
      litres: Double,
      litresPerHour: Double,
      eliminationPerHour: Double,
      metabolismPerHour: Double,
      source: String
    ) {
      self.litres = litres
      self.litresPerHour = litresPerHour
      self.eliminationPerHour = eliminationPerHour
      self.metabolismPerHour = metabolismPerHour
      self.source = source
    }
  }

  /// A compartment beside the central one.
  package struct Peripheral: Hashable, Sendable, Codable {
    /// Its volume, and how that goes with the weight.
    package var litres: Double
    package var litresExponent: Double
    /// What flows between it and the central one either way, and how that goes with the weight.
    package var litresPerHour: Double
    package var flowExponent: Double
    /// Where these come from.
    package var source: String

    /// Creates a compartment.
    package init(
      litres: Double,
      litresExponent: Double = 0,
      litresPerHour: Double,
      flowExponent: Double = 0,
      source: String
    ) {
      self.litres = litres
      self.litresExponent = litresExponent
      self.litresPerHour = litresPerHour
      self.flowExponent = flowExponent
      self.source = source
    }
  }

  /// How the medicine gets in by a route, or in which words that is not known.
  package struct Way: Hashable, Sendable, Codable {
    /// The route.
    package var route: Route
    /// What is known; absent where nothing is.
    package var absorption: Absorption?
    /// Its name on the screen: `absorption of a film, Simons 2022`; or why there is none.
    package var words: String
    /// Where it comes from.
    package var source: String

    /// Creates a way.
    package init(route: Route, absorption: Absorption?, words: String, source: String) {
      self.route = route
      self.absorption = absorption
      self.words = words
      self.source = source
    }
  }

  /// The path from a dose to the central compartment.
  package struct Absorption: Hashable, Sendable, Codable {
    /// How much of the dose goes this path.
    package var fraction: Double
    /// How much of the medicine is in what is recorded, where that is a salt.
    package var saltFactor: Double
    /// Of what goes beyond so many milligrams in the session, `laterMultiplier` times that.
    package var firstMilligrams: Double?
    package var laterMultiplier: Double
    /// What is given at once comes evenly over so many minutes.
    package var minutes: Double
    /// At which rate it goes on from there; absent where it is in the blood at once.
    package var perHour: Double?
    /// What becomes of the rest, where it is swallowed and reaches the liver.
    package var swallowed: Swallowed?

    /// Creates a path.
    package init(
      fraction: Double,
      saltFactor: Double = 1,
      firstMilligrams: Double? = nil,
      laterMultiplier: Double = 1,
      minutes: Double = 0,
      perHour: Double? = nil,
      swallowed: Swallowed? = nil
    ) {
      self.fraction = fraction
      self.saltFactor = saltFactor
      self.firstMilligrams = firstMilligrams
      self.laterMultiplier = laterMultiplier
      self.minutes = minutes
      self.perHour = perHour
      self.swallowed = swallowed
    }
  }

  /// The path of what is swallowed, through the gut to the liver.
  package struct Swallowed: Hashable, Sendable, Codable {
    /// It comes evenly over so many minutes.
    package var minutes: Double
    /// At which rate it goes on from there.
    package var perHour: Double
    /// How much of it passes the wall of the gut.
    package var escape: Double
    /// Where these come from.
    package var source: String

    /// Creates a path.
    package init(minutes: Double, perHour: Double, escape: Double, source: String) {
      self.minutes = minutes
      self.perHour = perHour
      self.escape = escape
      self.source = source
    }
  }
}
