import KapTestSupport
import KapTimeline
import Testing

@testable import KapKinetics

/// What holds of every course, whatever was taken.
struct CourseTests {
  /// Sessions of a few doses, each with the protocol whose model is asked.
  private func sessions() throws -> [(name: String, medicine: Medicine, intakes: [Intake])] {
    var generator = SeededGenerator(seed: 4)
    let kinds: [(String, Medicine, [Route])] = [
      ("iv-infusion", .ketamine, [.intravenous, .intramuscular]),
      ("iv-bolus", .ketamine, [.intravenous]),
      ("sublingual", .ketamine, [.sublingual, .intravenous]),
      ("esketamine", .esketamine, [.intranasal]),
      ("oral", .ketamine, [.oral]),
    ]
    return try (0..<15).map { place in
      let (name, medicine, routes) = kinds[place % kinds.count]
      let intakes = try (0..<Int.random(in: 1...6, using: &generator)).map { _ in
        try intake(
          Double(Int.random(in: 1...100, using: &generator)),
          routes[Int.random(in: 0..<routes.count, using: &generator)],
          at: Double(Int.random(in: 0...180, using: &generator)) / 3,
          over: Bool.random(using: &generator)
            ? Double(Int.random(in: 1...60, using: &generator)) : 0,
          of: medicine
        )
      }
      return (name, medicine, intakes)
    }
  }

  @Test func `nothing is lost and nothing is below nothing`() throws {
    for session in try sessions() {
      let course = try Course(
        of: session.intakes,
        by: model(of: session.name),
        for: session.medicine,
        kilograms: 82
      )
      for minute in [0.0, 1, 10, 61.5, 130, 600] {
        let at = session.intakes.map(\.from).min() ?? start
        let balance = course.balance(at: at + .minutes(minute))
        #expect(abs(balance.inside + balance.gone - balance.entered) < 1e-9)
        #expect(balance.inside > -1e-12 && balance.gone > -1e-12)
      }
      let levels = try course.levels(from: start, step: .seconds(10), count: 700)
      #expect(levels.allSatisfy { $0 >= 0 && $0.isFinite })
      #expect(levels.contains { $0 > 1 })
      let taken = session.intakes.map(\.amount.milligrams).reduce(0, +)
      #expect(abs(course.balance(at: minute(1_400)).entered - taken) < 1e-9)
    }
  }

  @Test func `a coarser step tells the same`() throws {
    for session in try sessions() {
      let course = try Course(
        of: session.intakes,
        by: model(of: session.name),
        for: session.medicine,
        kilograms: nil
      )
      let coarse = try course.levels(from: start, step: .minutes(20), count: 12)
      for (seconds, every) in [(10, 120), (48, 25)] {
        let fine = try course.levels(from: start, step: .seconds(seconds), count: 12 * every)
        for place in coarse.indices {
          #expect(abs(fine[place * every] - coarse[place]) < 1e-9 * (1 + coarse[place]))
        }
      }
    }
  }

  @Test func `a later dose changes nothing before it`() throws {
    for session in try sessions() {
      let later = try intake(50, session.intakes[0].route, at: 90, of: session.medicine)
      func levels(_ intakes: [Intake]) throws -> [Double] {
        try Course(
          of: intakes,
          by: model(of: session.name),
          for: session.medicine,
          kilograms: 60
        ).levels(from: start, step: .minutes(1), count: 160)
      }
      let without = try levels(session.intakes)
      let with = try levels(session.intakes + [later])
      #expect(without[..<90] == with[..<90])
      #expect(with[150] > without[150])
    }
  }

  @Test func `twice the dose is twice the concentration, where devices do not count`() throws {
    for session in try sessions() where session.name != "esketamine" {
      let doubled = session.intakes.map { intake in
        var intake = intake
        intake.amount = intake.amount + intake.amount
        return intake
      }
      let one = try Seen(session.intakes, by: model(of: session.name), for: session.medicine)
      let two = try Seen(doubled, by: model(of: session.name), for: session.medicine)
      #expect(zip(one.levels, two.levels).allSatisfy { abs($0 * 2 - $1) < 1e-9 * (1 + $1) })
    }
  }

  @Test func `the order in which doses are told does not matter`() throws {
    for session in try sessions() {
      let one = try Seen(session.intakes, by: model(of: session.name), for: session.medicine)
      let back = Array(session.intakes.reversed())
      let two = try Seen(back, by: model(of: session.name), for: session.medicine)
      #expect(zip(one.levels, two.levels).allSatisfy { abs($0 - $1) < 1e-9 * (1 + $1) })
    }
  }

  @Test func `what the model does not know it does not draw, and why is known`() throws {
    let nasal = try intake(50, .intranasal)
    let words = "no published absorption rate of racemic nasal ketamine was found"
    #expect(throws: NoCourse.noWay(.intranasal, words)) {
      try Course(of: [nasal], by: model(of: "intranasal"), for: .ketamine, kilograms: 70)
    }
    #expect(throws: NoCourse.noWay(.sublingual, nil)) {
      let lozenge = try intake(50, .sublingual)
      _ = try Course(of: [lozenge], by: model(of: "iv-bolus"), for: .ketamine, kilograms: 70)
    }
    #expect(throws: NoCourse.otherMedicine(.esketamine)) {
      let other = try intake(50, .intravenous, of: .esketamine)
      _ = try Course(of: [other], by: model(of: "iv-infusion"), for: .ketamine, kilograms: 70)
    }
    let course = try Course(
      of: [try intake(35, .intravenous)],
      by: model(of: "iv-infusion"),
      for: .ketamine,
      kilograms: .nan
    )
    #expect(throws: NoCourse.tooLong) {
      try course.levels(from: start, step: .minutes(60), count: 1_000_000)
    }
    #expect(try course.levels(from: start, step: .zero, count: 5) == [])
  }

  @Test(arguments: [0.0, -1, .nan, .infinity, 1e-300])
  func `senseless numbers of rules from elsewhere are refused`(litres: Double) throws {
    var model = try model(of: "iv-infusion")
    model.central.litres = litres
    #expect(throws: NoCourse.senseless) {
      try Course(of: [try intake(35, .intravenous)], by: model, for: .ketamine, kilograms: 70)
    }
  }
}
