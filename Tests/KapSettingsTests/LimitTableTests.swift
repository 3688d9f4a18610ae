import KapTestRules
import KapTimeline
import Testing

/// Each row of the clinic's three tiers, held against the limits of every protocol.
struct LimitTableTests {
  /// What a protocol states otherwise than the table, by its name, with where it says that from.
  private static let own: [String: [(rule: String, source: String)]] = [
    "iv-bolus": [
      ("bounds.rate", "unsourced, for the clinic to set"),
      ("bounds.duration", "unsourced, for the clinic to set"),
    ],
    "intranasal": [("bounds.concentration", "unsourced, for the clinic to set")],
    "esketamine": [
      (
        "bounds.concentration",
        "label: 28 mg a device of 0.2 mL, which is 140 mg/mL, confidence high; from where beside "
          + "that it asks is unsourced, for the clinic to set"
      )
    ],
  ]

  private let rules: ClinicProtocol

  init() throws { rules = try builtInRules("iv-infusion") }

  private func everyProtocol() throws -> [ClinicProtocol] {
    try promised.map { try builtInRules($0) }
  }

  /// The worst urgency of the absolute limits that a reading crosses.
  private func tier(_ sign: Sign, _ value: Double, in rules: ClinicProtocol) -> Urgency? {
    rules.limits
      .filter { $0.sign == sign && $0.basis == .absolute && $0.isCrossed(by: value) }
      .map(\.urgency).max()
  }

  @Test(arguments: promised)
  func `a protocol says the table, or what it says otherwise is named here with its source`(
    name: String
  ) throws {
    let other = try builtInRules(name)
    let limits = zip(other.limits, rules.limits).filter { $0 != $1 }
      .map { ("limits.\($0.0.sign.rawValue)", $0.0.source) }
    let bounds = other.bounds.filter { $0 != rules.bound(on: $0.quantity) }
      .map { ("bounds.\($0.quantity)", $0.source) }
    let own = Self.own[name] ?? []

    #expect(other.limits.count == rules.limits.count)
    #expect(other.bounds.map(\.quantity) == rules.bounds.map(\.quantity))
    #expect((limits + bounds).map(\.0) == own.map(\.rule))
    #expect((limits + bounds).map(\.1) == own.map(\.source))
    #expect(Set(Self.own.keys).isSubset(of: promised))
  }

  @Test(arguments: [
    (Sign.systolic, 100.0...159.0, [90.0...99.0, 160.0...179.0], [40.0...89.0, 180.0...260.0]),
    (.diastolic, 55...99, [50...54, 100...109], [20...49, 110...180]),
    (.heartRate, 50...110, [45...49, 111...120], [20...44, 121...200]),
    (.oxygenSaturation, 95...100, [92...94], [50...91]),
    (.respiratoryRate, 12...20, [9...11, 21...24], [0...8, 25...60]),
  ])
  func `whole readings fall into their tier`(
    sign: Sign,
    green: ClosedRange<Double>,
    amber: [ClosedRange<Double>],
    red: [ClosedRange<Double>]
  ) throws {
    func values(_ range: ClosedRange<Double>) -> [Double] {
      Array(stride(from: range.lowerBound, through: range.upperBound, by: 1))
    }

    for rules in try everyProtocol() {
      let name = Comment(rawValue: rules.name)
      #expect(values(green).allSatisfy { tier(sign, $0, in: rules) == nil }, name)
      #expect(amber.flatMap(values).allSatisfy { tier(sign, $0, in: rules) == .notice }, name)
      #expect(red.flatMap(values).allSatisfy { tier(sign, $0, in: rules) == .urgent }, name)
    }
  }

  @Test(arguments: [
    (35.0, Urgency.urgent), (35.1, .notice), (36.0, .notice), (36.1, nil), (38.0, nil),
    (38.1, .notice), (39.0, .notice), (39.1, .urgent),
  ])
  func `a temperature falls into its tier`(value: Double, urgency: Urgency?) throws {
    for rules in try everyProtocol() {
      #expect(tier(.temperature, value, in: rules) == urgency, "\(rules.name)")
    }
  }

  @Test(arguments: [
    (Sign.systolic, 180.0, false), (.systolic, 199, false), (.systolic, 200, true),
    (.systolic, 89, true),
    (.diastolic, 110, false), (.diastolic, 119, false), (.diastolic, 120, true),
    (.diastolic, 49, true),
    (.heartRate, 121, false), (.heartRate, 149, false), (.heartRate, 150, true),
    (.oxygenSaturation, 91, true), (.oxygenSaturation, 90, true), (.oxygenSaturation, 89, true),
    (.respiratoryRate, 8, true), (.respiratoryRate, 25, true),
  ])
  func `a red reading counts at once or after its repeat`(
    sign: Sign,
    value: Double,
    isAtOnce: Bool
  ) throws {
    for rules in try everyProtocol() {
      let reds = rules.limits.filter {
        $0.sign == sign && $0.basis == .absolute && $0.urgency == .urgent && $0.isCrossed(by: value)
      }

      #expect(!reds.isEmpty, "\(rules.name)")
      #expect(reds.contains { $0.countsAtOnce(value) } == isAtOnce, "\(rules.name)")
    }
  }

  @Test(arguments: [
    (Sign.systolic, Limit.Basis.percent, 20.0, nil as Urgency?),
    (.systolic, .percent, 20.1, .notice), (.systolic, .percent, 40, .notice),
    (.systolic, .percent, 40.1, .urgent),
    (.diastolic, .percent, 20, nil), (.diastolic, .percent, 33, .notice),
    (.diastolic, .percent, 41, .urgent),
    (.heartRate, .change, 29, nil), (.heartRate, .change, 30, .notice),
    (.heartRate, .change, -30, .notice), (.heartRate, .change, -29, nil),
    (.oxygenSaturation, .change, -3, nil), (.oxygenSaturation, .change, -4, .notice),
  ])
  func `a change from baseline falls into its tier`(
    sign: Sign,
    basis: Limit.Basis,
    change: Double,
    urgency: Urgency?
  ) throws {
    for rules in try everyProtocol() {
      let crossed = rules.limits.filter {
        $0.sign == sign && $0.basis == basis && $0.isCrossed(by: change)
      }

      #expect(crossed.map(\.urgency).max() == urgency, "\(rules.name)")
    }
  }

  @Test(arguments: promised)
  func `both pressures belong to one notice that shows 160 and 100`(name: String) throws {
    let rules = try builtInRules(name)
    let shown = rules.limits.filter {
      $0.basis == .absolute && $0.side == .above && $0.urgency == .notice
        && [.systolic, .diastolic].contains($0.sign)
    }

    #expect(shown.map(\.value) == [160, 100])
    #expect(Set(shown.map(\.rule)) == ["blood-pressure"])
    #expect(shown.allSatisfy { $0.nextStep == "repeat in 5 min" })
  }

  @Test(arguments: promised)
  func `every urgent limit says to hold and call`(name: String) throws {
    let rules = try builtInRules(name)
    let urgent = rules.limits.filter { $0.urgency == .urgent }

    #expect(urgent.allSatisfy { $0.nextStep == "hold, call the prescriber" })
  }

  @Test(
    arguments: [
      ("systolic", 30, 350, 70, 220), ("diastolic", 15, 250, 40, 130),
      ("heartRate", 15, 300, 40, 160), ("oxygenSaturation", 30, 100, 85, nil),
      ("respiratoryRate", 0, 70, 8, 35), ("temperature", 25, 45, 34, 40),
      ("weight", 25, 350, 40, 180), ("pulsePressure", nil, nil, 20, 120),
    ] as [(String, Double?, Double?, Double?, Double?)]
  )
  func `values are refused and asked about from their bounds`(
    quantity: String,
    floor: Double?,
    ceiling: Double?,
    low: Double?,
    high: Double?
  ) throws {
    for rules in try everyProtocol() {
      let bound = try #require(rules.bound(on: quantity), "\(rules.name)")

      #expect(bound.refuseBelow == floor, "\(rules.name)")
      #expect(bound.refuseAbove == ceiling, "\(rules.name)")
      #expect(bound.askBelow == low, "\(rules.name)")
      #expect(bound.askAbove == high, "\(rules.name)")
    }
  }

  @Test(arguments: [
    ("dissociation", 0.0, 10.0), ("moaas", 0, 5), ("distress", 0, 10), ("rass", -5, 4),
    ("aldrete", 0, 10), ("padss", 0, 10), ("phq9", 0, 27), ("gad7", 0, 21), ("pcl5", 0, 80),
    ("qids16", 0, 27), ("hamd17", 0, 52), ("madrs", 0, 60), ("who5", 0, 100),
    ("cadss23", 0, 92), ("cadss6", 0, 24),
  ])
  func `a scale has its range`(name: String, minimum: Double, maximum: Double) throws {
    let scale = try #require(rules.scale(named: name))

    #expect(scale.minimum == minimum)
    #expect(scale.maximum == maximum)
  }

  @Test func `a reply that comes slowly is a four`() {
    #expect(rules.scale(named: "moaas")?.meanings[4] == "slow reply")
    #expect(rules.scale(named: "moaas")?.meanings.count == 6)
    #expect(rules.scale(named: "diss")?.shortLabel == "Dissoc")
  }

  @Test func `the program's tolerances are those of the screens`() {
    #expect(rules.timing.lateAfterMinutes == 10)
    #expect(rules.timing.backTimeHours == 12)
    #expect(rules.timing.repeatAskSeconds == 60)
    #expect(rules.timing.idleMinutes == 10)
  }

  @Test func `one key stands for each reason of the screens`() {
    #expect(rules.reasons.noReading == ["cuff failed", "asleep", "refused", "moving"])
    #expect(rules.reasons.void == ["mistyped", "wrong time", "wrong cuff", "wrong person"])
    #expect(
      rules.slots
        == [.bloodPressure, .heartRate, .oxygenSaturation, .respiratoryRate, .temperature]
    )
  }
}
