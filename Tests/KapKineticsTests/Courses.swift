import KapKinetics
import KapSettings
import KapTimeline
import Testing

/// The models of the protocols that the program carries.
func model(of name: String) throws -> KineticModel {
  try #require(try ProtocolLibrary().protocol(named: name).care.model)
}

let start = Instant(milliseconds: 1_762_261_200_000)

func minute(_ minute: Double) -> Instant { start + .minutes(minute) }

/// An amount at a minute, or over so many from it on.
func intake(
  _ milligrams: Double,
  _ route: Route,
  at from: Double = 0,
  over minutes: Double = 0,
  of medicine: Medicine = .ketamine
) throws -> Intake {
  Intake(
    medicine: medicine,
    route: route,
    from: minute(from),
    to: minute(from + minutes),
    amount: try #require(Mass(milligrams: milligrams))
  )
}

/// What a model says of two hours and a half, by the tenth of a minute.
struct Seen {
  let levels: [Double]

  init(
    _ intakes: [Intake],
    by model: KineticModel,
    for medicine: Medicine = .ketamine,
    kilograms: Double? = 70
  ) throws {
    let course = try Course(of: intakes, by: model, for: medicine, kilograms: kilograms)
    levels = try course.levels(from: start, step: .seconds(6), count: 1_500)
  }

  var peak: Double { levels.max() ?? 0 }
  var peakMinute: Double { Double(levels.firstIndex(of: peak) ?? 0) / 10 }
  var firstAbove100: Double { Double(levels.firstIndex { $0 >= 100 } ?? 0) / 10 }
  var lastAbove100: Double { Double(levels.lastIndex { $0 >= 100 } ?? 0) / 10 }
  /// The first minute after the peak below 50.
  var below50: Double {
    let late = levels.indices.drop { Double($0) / 10 <= peakMinute }
    return Double(late.first { levels[$0] < 50 } ?? 0) / 10
  }
}

/// Whether `value` is `expected` within so many per cent.
func isNear(_ value: Double, _ expected: Double, percent: Double) -> Bool {
  abs(value - expected) <= abs(expected) * percent / 100
}
