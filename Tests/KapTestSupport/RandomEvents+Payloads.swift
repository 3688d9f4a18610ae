package import KapTimeline

extension RandomEvents {
  /// A set of readings, any of which may be absent.
  package mutating func vitals() -> Vitals {
    let diastolic = number(30...110)
    let systolic = diastolic + number(1...90)
    return Vitals(
      bloodPressure: chance() ? BloodPressure(systolic: systolic, diastolic: diastolic) : nil,
      meanArterial: maybe { $0.number(40...140) },
      heartRate: maybe { $0.number(30...220) },
      oxygenSaturation: maybe { $0.number(50...100) },
      respiratoryRate: maybe { $0.number(0...40) },
      temperature: maybe { $0.number(34...41) },
      oxygenLitres: maybe { $0.number(0...15) },
      position: maybe { $0.pick(Vitals.Position.allCases) },
      method: maybe { $0.pick(Vitals.Method.allCases) },
      isBaseline: chance(),
      isConfirmed: chance(),
      columns: chance() ? [pick(Sign.allCases): words()] : [:],
      leftOut: chance() ? [pick(Sign.allCases): words()] : [:]
    )
  }

  mutating func frameFact() -> FrameFact {
    let names = ["intention", "calming", "allergies", "escort", "touch", "stopsign", "room"]
    return FrameFact(name: pick(names), text: words()) ?? .weight(number(40...150))
  }

  mutating func dose() -> Dose {
    Dose(
      medicine: pick(Medicine.allCases),
      route: pick(Route.allCases),
      amount: Mass(nanograms: Int64(whole(1...400_000_000))),
      duration: maybe { Span(milliseconds: Int64($0.whole(1...7_200_000))) },
      manner: maybe { $0.words() },
      isConfirmed: chance()
    )
  }

  mutating func infusionChange() -> InfusionChange {
    InfusionChange(
      pick(InfusionChange.Action.allCases),
      rate: maybe { DoseRate(milligramsPerHour: $0.number(1...200)) }
    )
  }

  mutating func adverseEffect() -> AdverseEffect {
    AdverseEffect(
      term: words(),
      severity: maybe { $0.pick(AdverseEffect.Severity.allCases) },
      hasEnded: chance()
    )
  }

  mutating func given() -> GivenMedicine {
    GivenMedicine(
      medicine: words(),
      amount: maybe { $0.words() },
      route: maybe { $0.words() },
      reason: maybe { $0.words() },
      orderedBy: maybe { $0.words() }
    )
  }

  mutating func call() -> Call {
    Call(
      to: words(),
      about: maybe { $0.words() },
      said: maybe { $0.words() },
      isReadBack: chance()
    )
  }

  mutating func correction() -> Correction {
    Correction(
      target: eventID(),
      replacement: event(of: pick([.vitals, .note, .dose, .effect, .phase, .score])),
      occurredAt: maybe { $0.instant() },
      reason: maybe { $0.words() }
    )
  }

  mutating func attachment() -> Attachment {
    Attachment(
      seat: SeatID(words()),
      reason: maybe { $0.words() },
      anchor: maybe { $0.anchor() }
    )
  }

  mutating func anchor() -> ClockAnchor {
    ClockAnchor(boot: words(), wall: instant(), monotonic: Int64(whole(0...1_000_000_000)))
  }

  mutating func clinicProtocol() -> ClinicProtocol {
    ClinicProtocol(
      name: words(),
      version: "1",
      title: words(),
      medicine: pick(Medicine.allCases),
      route: pick(Route.allCases),
      isInfused: chance(),
      zeroMoment: words(),
      phases: [
        PhasePlan(phase: .onset, label: words(), from: 0, to: number(1...20), source: words())
      ],
      vitals: VitalsSchedule(
        readings: [VitalsSchedule.Reading(minute: number(-10...90), isRequired: chance())],
        thenEvery: maybe { $0.number(5...30) },
        graceMinutes: number(1...9),
        repeatMinutes: number(1...9),
        repeatEarlyMinutes: maybe { $0.number(0...9) },
        repeatOverdueMinutes: maybe { $0.number(0...9) },
        whileInfused: maybe {
          .init(from: $0.number(10...40), every: $0.number(5...15), source: $0.words())
        },
        end: maybe { .init(withinMinutes: $0.number(1...30), source: $0.words()) },
        source: words(),
        graceSource: words(),
        repeatSource: words()
      ),
      scores: maybe { ScoreSchedule(minutes: [10, 20], scales: [$0.words()], source: $0.words()) },
      limits: [
        Limit(
          rule: words(),
          sign: pick(Sign.allCases),
          side: pick(Limit.Side.allCases),
          value: number(0...200),
          basis: pick(Limit.Basis.allCases),
          urgency: pick(Urgency.allCases),
          needsRepeat: chance(),
          atOnce: maybe { $0.number(0...220) },
          nextStep: maybe { $0.words() },
          source: words()
        )
      ],
      bounds: [Bound(quantity: "weight", refuseBelow: number(1...20), source: words())],
      doseWarnings: [
        DoseWarning(above: number(1...2), isPerKilogram: true, isHard: chance(), source: words())
      ],
      scales: [
        Scale(
          name: words(),
          aliases: [words()],
          label: words(),
          shortLabel: words(),
          minimum: 0,
          maximum: number(1...10),
          meanings: [whole(0...4): words()],
          source: words()
        )
      ],
      stay: MinimumStay(
        minutes: number(30...240),
        afterLastDose: maybe { .init(minutes: $0.number(30...90), source: $0.words()) },
        isHard: chance(),
        source: words()
      ),
      timing: Timing(
        lateAfterMinutes: number(1...9),
        gapAfterMinutes: number(1...30),
        clockToleranceSeconds: number(1...60),
        backTimeHours: number(1...12),
        repeatAskSeconds: number(1...90),
        idleMinutes: number(1...30),
        source: words()
      ),
      strip: [StripRule(phases: [.peak], items: [.init(fact: "calming", label: words())])],
      slots: [pick(VitalsSlot.allCases)],
      reasons: Reasons(noReading: [words()], notDone: [words()], void: [words()]),
      codes: [Code(key: "1", name: words(), group: words(), isInterval: chance())],
      effects: [NamedTerm(name: words(), source: words())],
      medicines: [NamedTerm(name: words(), source: words())],
      hold: maybe { Hold(minutes: $0.number(5...20), then: $0.words(), source: $0.words()) }
    )
  }
}
