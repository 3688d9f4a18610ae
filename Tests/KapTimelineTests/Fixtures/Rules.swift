import KapTimeline

extension ClinicProtocol {
  /// Rules for tests, in round numbers that are nobody's clinical advice.
  static func sample(_ change: (inout ClinicProtocol) -> Void = { _ in }) -> ClinicProtocol {
    var rules = ClinicProtocol(
      name: "sample",
      version: "1",
      title: "Sample infusion",
      medicine: .ketamine,
      route: .intravenous,
      isInfused: true,
      zeroMoment: "pump start",
      phases: Phase.allCases.map { phase in
        PhasePlan(phase: phase, label: phase.rawValue, from: nil, to: nil, source: "test")
      },
      vitals: VitalsSchedule(
        readings: [-15, 0, 10, 20, 40].map { minute in
          VitalsSchedule.Reading(minute: minute, isRequired: minute == -15 || minute == 40)
        },
        thenEvery: 15,
        graceMinutes: 5,
        repeatMinutes: 5,
        repeatEarlyMinutes: 1,
        source: "test",
        graceSource: "test",
        repeatSource: "test"
      ),
      scores: ScoreSchedule(minutes: [-15, 10, 30], scales: ["dissociation"], source: "test"),
      limits: sampleLimits,
      bounds: sampleBounds,
      doseWarnings: [
        DoseWarning(above: 0.8, isPerKilogram: true, isHard: false, source: "test"),
        DoseWarning(above: 1, isInclusive: true, isPerKilogram: true, isHard: true, source: "test"),
      ],
      scales: sampleScales,
      stay: MinimumStay(minutes: 100, isHard: false, source: "test"),
      timing: Timing(
        lateAfterMinutes: 10,
        gapAfterMinutes: 8,
        clockToleranceSeconds: 2,
        backTimeHours: 12,
        repeatAskSeconds: 60,
        idleMinutes: 10,
        source: "test"
      ),
      strip: [],
      slots: VitalsSlot.allCases,
      reasons: Reasons(noReading: ["asleep"], notDone: ["asleep"], void: ["mistyped"]),
      codes: [],
      effects: [],
      medicines: []
    )
    change(&rules)
    return rules
  }

  private static var sampleLimits: [Limit] {
    func limit(
      _ rule: String,
      _ sign: Sign,
      _ side: Limit.Side,
      _ value: Double,
      _ urgency: Urgency,
      basis: Limit.Basis = .absolute,
      needsRepeat: Bool = false,
      atOnce: Double? = nil
    ) -> Limit {
      Limit(
        rule: rule,
        sign: sign,
        side: side,
        value: value,
        isInclusive: true,
        basis: basis,
        urgency: urgency,
        needsRepeat: needsRepeat,
        atOnce: atOnce,
        nextStep: urgency == .urgent ? "hold, call the prescriber" : nil,
        source: "test"
      )
    }
    let pressure = "blood-pressure"
    return [
      limit(pressure, .systolic, .above, 160, .notice),
      limit(pressure, .systolic, .above, 180, .urgent, needsRepeat: true, atOnce: 200),
      limit(pressure, .diastolic, .above, 100, .notice),
      limit(pressure, .systolic, .above, 20, .notice, basis: .percent),
      limit("heart-rate", .heartRate, .above, 30, .notice, basis: .change),
      limit("oxygen-saturation", .oxygenSaturation, .below, 94, .notice),
      limit("oxygen-saturation", .oxygenSaturation, .below, 89, .urgent),
      limit("oxygen-saturation", .oxygenSaturation, .below, -4, .notice, basis: .change),
    ]
  }

  private static var sampleBounds: [Bound] {
    func bound(
      _ quantity: String,
      refuse: ClosedRange<Double>?,
      ask: ClosedRange<Double>?
    ) -> Bound {
      Bound(
        quantity: quantity,
        refuseBelow: refuse?.lowerBound,
        refuseAbove: refuse?.upperBound,
        askBelow: ask?.lowerBound,
        askAbove: ask?.upperBound,
        source: "test"
      )
    }
    return [
      bound("systolic", refuse: 30...350, ask: 70...220),
      bound("diastolic", refuse: 15...250, ask: 40...130),
      bound("heartRate", refuse: 15...300, ask: 40...160),
      bound("oxygenSaturation", refuse: 30...100, ask: 85...100),
      bound("respiratoryRate", refuse: 0...70, ask: 8...35),
      bound("pulsePressure", refuse: nil, ask: 20...120),
      bound("weight", refuse: 25...350, ask: 40...180),
      bound("oxygenLitres", refuse: 0...60, ask: 0...15),
    ]
  }

  private static var sampleScales: [Scale] {
    [("dissociation", "diss", "Dissociation", 10.0), ("distress", "dist", "Distress", 10)]
      .map { name, alias, label, maximum in
        Scale(
          name: name,
          aliases: [alias],
          label: label,
          shortLabel: label,
          minimum: 0,
          maximum: maximum,
          source: "test"
        )
      } + [
        Scale(
          name: "moaas",
          aliases: ["moaa"],
          label: "MOAA/S",
          shortLabel: "MOAA/S",
          minimum: 0,
          maximum: 5,
          meanings: [4: "slow reply"],
          source: "test"
        )
      ]
  }
}
