import KapSettings
import KapTimeline
import Testing

/// The names that the command line promises, in their order.
let promised = [
  "iv-infusion", "iv-bolus", "im", "sublingual", "oral", "intranasal", "esketamine",
]

struct BuiltInProtocolTests {
  @Test func `the library offers the promised names`() {
    #expect(ProtocolLibrary().names == promised)
  }

  @Test(arguments: promised) func `no two items of the lists share a name`(name: String) throws {
    let items = try ProtocolLibrary().protocol(named: name).care.checklists.flatMap(\.items)
    var owners: [String: String] = [:]
    for item in items {
      for shown in [item.key, item.short, item.label] {
        let owner = owners.updateValue(item.key, forKey: shown.lowercased())
        #expect(owner == nil || owner == item.key, "\(shown)")
      }
    }
  }

  /// Phases, prompts, required prompts and stay of each route.
  struct Course: Sendable {
    var name: String
    var edges: [Double]
    var prompts: [Double]
    var required: [Double]
    var stay: Double
    var afterLastDose: Double?
    var isHard = false
  }

  static let courses = [
    Course(
      name: "iv-infusion",
      edges: [0, 10, 45, 75, 100],
      prompts: [-15, 0, 10, 20, 30, 40, 55, 70, 85, 100],
      required: [-15, 40, 100],
      stay: 100,
      afterLastDose: 60
    ),
    Course(
      name: "iv-bolus",
      edges: [0, 2, 15, 40, 75],
      prompts: [-15, 2, 5, 10, 15, 30, 45, 60, 75],
      required: [-15, 15, 75],
      stay: 75,
      afterLastDose: 60
    ),
    Course(
      name: "im",
      edges: [0, 5, 35, 60, 90],
      prompts: [-15, 5, 15, 30, 45, 60, 75, 90],
      required: [-15, 30, 90],
      stay: 90,
      afterLastDose: 90
    ),
    Course(
      name: "sublingual",
      edges: [0, 20, 60, 90, 120],
      prompts: [-15, 20, 40, 60, 90, 120],
      required: [-15, 40, 120],
      stay: 120,
      afterLastDose: 120
    ),
    Course(
      name: "oral",
      edges: [0, 30, 90, 135, 180],
      prompts: [-15, 30, 60, 90, 120, 150, 180],
      required: [-15, 60, 180],
      stay: 180,
      afterLastDose: 180
    ),
    Course(
      name: "intranasal",
      edges: [0, 8, 35, 60, 90],
      prompts: [-15, 15, 30, 45, 60, 90],
      required: [-15, 30, 90],
      stay: 90,
      afterLastDose: 90
    ),
    Course(
      name: "esketamine",
      edges: [0, 15, 60, 90, 120],
      prompts: [-15, 20, 40, 60, 90, 120],
      required: [-15, 40, 120],
      stay: 120,
      isHard: true
    ),
  ]

  @Test(arguments: courses)
  func `phases, prompts and stay are those of the route`(course: Course) throws {
    let rules = try ProtocolLibrary().protocol(named: course.name)
    let windows = rules.phases.filter { $0.from != nil }

    #expect(windows.map(\.phase) == [.onset, .peak, .return, .recovery])
    #expect(windows.compactMap(\.from) == Array(course.edges.dropLast()))
    #expect(windows.compactMap(\.to) == Array(course.edges.dropFirst()))
    #expect(rules.vitals.readings.map(\.minute) == course.prompts)
    #expect(rules.vitals.readings.filter(\.isRequired).map(\.minute) == course.required)
    #expect(rules.vitals.graceMinutes == 5)
    #expect(rules.vitals.repeatMinutes == 5)
    #expect(rules.vitals.repeatEarlyMinutes == 1)
    #expect(rules.vitals.repeatOverdueMinutes == 5)
    #expect(rules.stay.minutes == course.stay)
    #expect(rules.stay.afterLastDose?.minutes == course.afterLastDose)
    #expect(rules.stay.isHard == course.isHard)
    #expect(rules.phases.map(\.phase) == Phase.allCases)
  }

  @Test(arguments: [
    ("iv-infusion", Medicine.ketamine, Route.intravenous, true, "pump start"),
    ("iv-bolus", .ketamine, .intravenous, false, "injection"),
    ("im", .ketamine, .intramuscular, false, "injection"),
    ("sublingual", .ketamine, .sublingual, false, "lozenge into the mouth"),
    ("oral", .ketamine, .oral, false, "dose swallowed"),
    ("intranasal", .ketamine, .intranasal, false, "first spray"),
    ("esketamine", .esketamine, .intranasal, false, "first spray"),
  ])
  func `minute zero is the route's own`(
    name: String,
    medicine: Medicine,
    route: Route,
    isInfused: Bool,
    zero: String
  ) throws {
    let rules = try ProtocolLibrary().protocol(named: name)

    #expect(rules.name == name)
    #expect(rules.medicine == medicine)
    #expect(rules.route == route)
    #expect(rules.isInfused == isInfused)
    #expect(rules.zeroMoment == zero)
    #expect((rules.hold != nil) == (route == .sublingual))
  }

  @Test(arguments: [
    ("iv-infusion", ["above 0.8 mg/kg", "from 1 mg/kg hard"]),
    ("iv-bolus", ["above 0.3 mg/kg", "above 0.5 mg/kg hard"]),
    ("im", ["above 1.5 mg/kg", "from 2 mg/kg hard"]),
    ("sublingual", ["above 400 mg", "above 600 mg hard"]),
    ("oral", ["above 300 mg", "above 3 mg/kg", "above 5 mg/kg hard"]),
    ("intranasal", ["above 100 mg", "above 150 mg hard"]),
    ("esketamine", ["above 84 mg hard"]),
  ])
  func `doses are asked about from the route's ceilings`(name: String, warnings: [String]) throws {
    let found = try ProtocolLibrary().protocol(named: name).doseWarnings.map { warning in
      "\(warning.isInclusive ? "from" : "above") \(plain(warning.above)) "
        + "\(warning.isPerKilogram ? "mg/kg" : "mg")\(warning.isHard ? " hard" : "")"
    }

    #expect(found == warnings)
  }

  /// Where every number of the rules comes from.
  private func sources(of rules: ClinicProtocol) -> [String] {
    var sources = rules.phases.filter { $0.from != nil }.map(\.source)
    sources += [rules.vitals.source, rules.vitals.graceSource, rules.vitals.repeatSource]
    sources += [rules.vitals.repeatEarlySource ?? "", rules.vitals.repeatOverdueSource ?? ""]
    sources += [rules.vitals.end?.source].compactMap(\.self) + rules.care.manners.map(\.source)
    sources += [rules.vitals.whileInfused?.source].compactMap(\.self)
    sources += [rules.stay.source, rules.timing.source]
    sources += [rules.stay.afterLastDose?.source].compactMap(\.self)
    sources += [rules.scores?.source, rules.hold?.source].compactMap(\.self)
    sources += rules.limits.map(\.source) + rules.bounds.map(\.source)
    sources += rules.doseWarnings.map(\.source) + rules.scales.map(\.source)
    return sources + rules.effects.map(\.source) + rules.medicines.map(\.source)
  }

  @Test(arguments: promised)
  func `every number says where it comes from`(name: String) throws {
    let sources = sources(of: try ProtocolLibrary().protocol(named: name))

    #expect(sources.count > 100)
    for source in sources {
      let isSourced = ["high", "medium", "low"].contains { source.contains("confidence \($0)") }
      #expect(isSourced || source == "unsourced, for the clinic to set", "\(source)")
    }
  }

  @Test(arguments: promised)
  func `the patient strip has a rule for every phase`(name: String) throws {
    let rules = try ProtocolLibrary().protocol(named: name)

    #expect(rules.strip.flatMap(\.phases).sorted() == Phase.allCases)
    let dosing = rules.strip.first { $0.phases.contains(.peak) }
    #expect(dosing?.items.map(\.label) == ["Calm", "Touch", "Stop sign", "Allergy"])
    #expect(rules.strip.first?.items.map(\.fact).prefix(2) == ["escort", "allergies"])
  }

  @Test(arguments: promised)
  func `a description prints every number with its source`(name: String) throws {
    let rules = try ProtocolLibrary().protocol(named: name)
    let lines = describe(rules, width: 1_000)

    for source in sources(of: rules) {
      #expect(lines.contains { $0.hasSuffix("  \(source)") }, "\(source)")
    }
    for limit in rules.limits {
      #expect(
        lines.contains {
          $0.contains(limit.sign.label) && $0.contains(plain(limit.value))
            && $0.hasSuffix(limit.source)
        }
      )
    }
  }

  @Test(arguments: [20, 80, 100, 1_000])
  func `a description keeps to the width where words allow`(width: Int) throws {
    let lines = describe(try ProtocolLibrary().protocol(named: "esketamine"), width: width)

    #expect(lines.allSatisfy { $0.count <= max(width, 64) })
  }
}
