import KapTimeline
import Testing

@testable import KapKinetics

/// What the published models say of doses that were looked at, so that these are the models.
struct PublishedFigureTests {
  /// The disposition of Simons 2022, which no protocol uses: there it is for a film alone.
  private func arterial() throws -> KineticModel {
    var model = try model(of: "sublingual")
    let source = "Simons 2022"
    model.central = .init(litres: 11.6, source: source)
    model.clearance = .central(litresPerHour: 88.8, exponent: 0, source: source)
    model.peripherals = [
      .init(litres: 39, litresPerHour: 145.8, source: source),
      .init(litres: 174, litresPerHour: 72.6, source: source),
    ]
    return model
  }

  /// 35 mg over 40 min for 70 kg: the peak, when it is above 100 ng/mL, and when below 50 again.
  private func expect(
    _ model: KineticModel,
    peak: Double,
    above100: ClosedRange<Double>,
    below50: Double
  ) throws {
    let seen = try Seen([try intake(35, .intravenous, over: 40)], by: model)

    #expect(isNear(seen.peak, peak, percent: 2))
    #expect(seen.peakMinute == 40)
    #expect(abs(seen.firstAbove100 - above100.lowerBound) <= 1)
    #expect(abs(seen.lastAbove100 - above100.upperBound) <= 1)
    #expect(abs(seen.below50 - below50) <= 1)
    let band = model.bandPercent / 100
    #expect((seen.peak * (1 - band)...seen.peak * (1 + band)).contains(185))
  }

  @Test func `an infusion by Fanta 2015`() throws {
    try expect(model(of: "iv-infusion"), peak: 158, above100: 21...62, below50: 133)
  }

  @Test func `an infusion by Domino 1984`() throws {
    try expect(model(of: "iv-bolus"), peak: 240, above100: 1...43, below50: 68)
  }

  @Test func `an infusion by Simons 2022`() throws {
    try expect(arterial(), peak: 289, above100: 2...55, below50: 95.6)
  }

  @Test func `a film of 100 mg by Simons 2022`() throws {
    let seen = try Seen([try intake(100, .sublingual)], by: arterial())

    #expect(isNear(seen.peak, 172, percent: 2))
    #expect(abs(seen.peakMinute - 17) <= 1)
  }

  /// So many devices of 28 mg, five minutes apart.
  private func sprays(_ count: Int) throws -> [Intake] {
    try (0..<count).map {
      try intake(28, .intranasal, at: Double($0) * 5, of: .esketamine)
    }
  }

  /// The area under a course until nothing is left.
  private func area(_ intakes: [Intake], by model: KineticModel) throws -> Double {
    let course = try Course(of: intakes, by: model, for: .esketamine, kilograms: 70)
    return try course.levels(from: start, step: .minutes(1), count: 2_870).reduce(0, +)
  }

  @Test(arguments: [(2, 73.0, 41.0, 53.8), (3, 101, 44, 50.9)])
  func `esketamine devices by Perez-Ruixo 2020`(
    count: Int,
    peak: Double,
    minute: Double,
    available: Double
  ) throws {
    let model = try model(of: "esketamine")
    let seen = try Seen(try sprays(count), by: model, for: .esketamine)
    let injected = try intake(Double(count) * 28, .intravenous, over: 40, of: .esketamine)
    let share = try area(try sprays(count), by: model) / area([injected], by: model)

    #expect(isNear(seen.peak, peak, percent: 2))
    #expect(abs(seen.peakMinute - minute) <= 1)
    #expect(abs(share * 100 - available) < 0.3)
  }

  @Test func `one entry for two devices is two devices`() throws {
    let model = try model(of: "esketamine")
    let one = try Seen(
      [try intake(56, .intranasal, of: .esketamine)],
      by: model,
      for: .esketamine
    )
    let two = try Seen(
      try [28, 28].map { try intake($0, .intranasal, of: .esketamine) },
      by: model,
      for: .esketamine
    )

    #expect(zip(one.levels, two.levels).allSatisfy { abs($0 - $1) < 1e-9 })
  }

  @Test func `esketamine swallowed by Perez-Ruixo 2020`() throws {
    let model = try model(of: "oral")
    let swallowed = try intake(100, .oral, of: .esketamine)
    let injected = try intake(100, .intravenous, over: 40, of: .esketamine)
    let share = try area([swallowed], by: model) / area([injected], by: model)

    #expect(abs(share * 100 - 18.6) < 1)
  }

  @Test func `a salt counts as what is in it`() throws {
    var model = try model(of: "sublingual")
    let base = try Seen([try intake(50, .sublingual)], by: model)
    let place = try #require(model.ways.firstIndex { $0.route == .sublingual })
    model.ways[place].absorption?.saltFactor = 50 / 57.7
    let salt = try Seen([try intake(57.7, .sublingual)], by: model)

    #expect(isNear(salt.peak, base.peak, percent: 0.001))
  }

  @Test func `the weight counts by its power`() throws {
    let light = try Seen(
      [try intake(0.5, .intravenous)],
      by: model(of: "iv-infusion"),
      kilograms: 35
    )
    let heavy = try Seen(
      [try intake(1, .intravenous)],
      by: model(of: "iv-infusion"),
      kilograms: 70
    )

    #expect(isNear(light.levels[0], heavy.levels[0], percent: 0.001))
    #expect(isNear(power(16, 0.75), 8, percent: 1e-10))
    #expect(power(70, 0) == 1 && power(3, 1) > 2.999_999 && power(81, 0.5) == 9)
  }
}
