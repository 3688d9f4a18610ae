import KapSettings
import KapTimeline
import Testing

/// Every number of limits, bounds, phases, schedules and doses is printed beside its source.
struct PrintedTableTests {
  @Test(arguments: promised)
  func `limits and bounds are printed with their source`(name: String) throws {
    let page = try Page(name)

    for limit in page.rules.limits {
      #expect(Page.isSource(limit.source))
      let once = limit.atOnce.map { ["at once from \(plain($0))"] } ?? []
      #expect(
        page.says(
          [limit.sign.label, plain(limit.value), limit.urgency.rawValue] + once,
          from: limit.source
        )
      )
    }
    for bound in page.rules.bounds {
      #expect(Page.isSource(bound.source))
      let numbers = [bound.refuseBelow, bound.refuseAbove, bound.askBelow, bound.askAbove]
      #expect(
        page.says(
          ["\(Self.labels[bound.quantity] ?? bound.quantity): "]
            + numbers.compactMap { $0.map { plain($0) } },
          from: bound.source
        )
      )
    }
  }

  /// What a page calls a quantity whose name in the file is no word.
  static let labels = [
    "systolic": "systolic", "diastolic": "diastolic", "meanArterial": "MAP", "heartRate": "HR",
    "oxygenSaturation": "SpO2", "respiratoryRate": "RR", "temperature": "Temp",
    "pulsePressure": "pulse pressure", "oxygenLitres": "oxygen flow", "rate": "rate of the pump",
    "duration": "minutes that a dose runs", "drawn": "drawn from one vial",
    "notAccounted": "difference of vials and doses", "intensity": "how strong a theme is",
    "medicine": "any other medicine at once", "medicineUnits": "any other medicine at once",
    "medicineMillilitres": "any other medicine at once",
  ]

  @Test(
    arguments: [
      ("rate of the pump: ", "and above 200 mg/h"),
      ("minutes that a dose runs: ", "above 240 min"),
      ("difference of vials and doses: ", "asked above 1 mg"), ("HR: ", "above 160 a minute"),
      ("weight: ", "below 25 kg and above 350 kg"), ("clonidine: ", "and above 0.3 mg"),
      ("SpO2: ", "asked below 85 %; check the probe"), ("oxygen flow: ", "above 15 L/min"),
      ("concentration: ", "above 100 mg/mL"),
    ]
  )
  func `a bound says its unit and no name of the file`(label: String, words: String) throws {
    let lines = try Page("im").lines

    #expect(lines.contains { $0.contains(label) && $0.contains(words) })
    #expect(!lines.contains { $0.hasPrefix("  heartRate") || $0.hasPrefix("  notAccounted") })
  }

  @Test(arguments: BuiltInProtocolTests.courses)
  func `phases, readings and stay are printed with their source`(
    course: BuiltInProtocolTests.Course
  ) throws {
    let page = try Page(course.name)
    let phases: [Phase] = [.onset, .peak, .return, .recovery]

    for (index, phase) in phases.enumerated() {
      let plan = try #require(page.rules.phases.first { $0.phase == phase })
      let window = "\(plain(course.edges[index])) to \(plain(course.edges[index + 1]))"
      #expect(Page.isSource(plan.source))
      #expect(page.says([phase.rawValue, window], from: plan.source))
    }
    let readings = course.prompts.map {
      "\(plain($0))\(course.required.contains($0) ? "*" : "")"
    }
    #expect(page.says([readings.joined(separator: " ")], from: page.rules.vitals.source))
    #expect(page.says(["within 5 min"], from: page.rules.vitals.graceSource))
    #expect(page.says(["again 5 min after"], from: page.rules.vitals.repeatSource))
    #expect(page.says(["at least \(plain(course.stay)) min"], from: page.rules.stay.source))
    guard let after = page.rules.stay.afterLastDose else { return }
    let words = "at least \(plain(after.minutes)) min from the end of the last dose"
    #expect(page.says([words], from: after.source))
  }

  /// How often readings go on after the last that is named.
  @Test(arguments: [
    ("iv-infusion", 15.0...15.0), ("iv-bolus", 15...15), ("im", 15...30), ("sublingual", 30...30),
    ("oral", 30...30), ("intranasal", 15...30), ("esketamine", 30...30),
  ])
  func `readings go on at the route's pace until the person leaves`(
    name: String,
    pace: ClosedRange<Double>
  ) throws {
    let then = try #require(try Page(name).rules.vitals.thenEvery)

    #expect(pace.contains(then))
  }

  @Test(arguments: promised)
  func `doses that are asked about are printed with their source`(name: String) throws {
    let page = try Page(name)

    #expect(!page.rules.doseWarnings.isEmpty)
    for warning in page.rules.doseWarnings {
      let unit = warning.isPerKilogram ? "mg/kg" : "mg"
      #expect(Page.isSource(warning.source))
      #expect(page.says(["\(plain(warning.above)) \(unit)"], from: warning.source))
    }
  }
}
