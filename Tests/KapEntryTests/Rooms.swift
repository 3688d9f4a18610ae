import KapEntry
import KapTimeline

/// Tuesday 4 November 2025, 14:20:26 on a wall one hour east of UTC; the dose was at 14:08:20.
enum Room {
  static let offset = UTCOffset(minutes: 60)

  static func moment(
    _ hour: Int,
    _ minute: Int,
    _ second: Int = 0,
    day: Int = 4
  ) -> Instant {
    Instant(
      year: 2025,
      month: 11,
      day: day,
      hour: hour,
      minute: minute,
      second: second,
      offset: offset
    ) ?? Instant(milliseconds: 0)
  }

  /// A session with its dose, three people and a protocol.
  static let live = EntryContext(
    now: moment(14, 20, 26),
    offset: offset,
    openedAt: moment(13, 46),
    doseAt: moment(14, 8, 20),
    clinicProtocol: rules,
    author: "ana",
    people: [
      Presence(person: "ana", role: .monitor), Presence(person: "jb", role: .therapist),
      Presence(person: "dr-l", role: .prescriber), Presence(person: "Mara Kline", role: .monitor),
    ],
    pinCount: 2,
    due: [EntryContext.DueName(key: "vitals+20", title: "vitals +20")]
  )

  /// Nothing known but the moment.
  static let bare = EntryContext(now: moment(14, 20, 26), offset: offset)

  static let rules = ClinicProtocol(
    name: "test",
    version: "1",
    title: "Test",
    medicine: .ketamine,
    route: .intravenous,
    isInfused: true,
    zeroMoment: "pump start",
    phases: Phase.allCases.map {
      PhasePlan(
        phase: $0,
        label: $0 == .onset ? "come-up" : $0 == .administration ? "dosing" : $0.rawValue,
        from: nil,
        to: nil,
        source: "test"
      )
    },
    vitals: VitalsSchedule(
      readings: [],
      thenEvery: nil,
      graceMinutes: 2,
      repeatMinutes: 5,
      source: "test",
      graceSource: "test",
      repeatSource: "test"
    ),
    scores: ScoreSchedule(
      minutes: [20],
      scales: ["dissociation", "moaas", "distress"],
      source: "test"
    ),
    limits: [],
    bounds: [
      Bound(quantity: "systolic", refuseBelow: 30, refuseAbove: 350, source: "test"),
      Bound(quantity: "diastolic", refuseBelow: 15, refuseAbove: 250, source: "test"),
    ],
    doseWarnings: [],
    scales: [
      scale("dissociation", ["diss"], "Dissociation", 0, 10),
      scale("moaas", [], "MOAA/S", 0, 5, [5: "awake", 4: "slow reply"]),
      scale("distress", [], "Distress", 0, 10),
      scale("phq9", ["phq"], "PHQ-9", 0, 27, items: 9, upTo: 3), scale("rass", [], "RASS", -5, 4),
      scale("cssrs", [], "C-SSRS", 0, 6, items: 6, upTo: 1),
    ],
    stay: MinimumStay(minutes: 100, isHard: false, source: "test"),
    timing: Timing(
      lateAfterMinutes: 10,
      gapAfterMinutes: 10,
      clockToleranceSeconds: 2,
      backTimeHours: 12,
      repeatAskSeconds: 60,
      idleMinutes: 5,
      source: "test"
    ),
    strip: [],
    slots: [.bloodPressure, .heartRate, .oxygenSaturation, .respiratoryRate, .temperature],
    reasons: Reasons(
      noReading: ["cuff failed", "asleep", "refused", "moving"],
      notDone: ["asleep", "refused"],
      void: ["mistyped", "wrong time", "wrong cuff", "wrong person"]
    ),
    codes: [
      Code(key: "1", name: "guided imagery", group: "technique", isInterval: true),
      Code(key: "2", name: "hand on shoulder", group: "touch", isInterval: true),
      Code(key: "3", name: "reassurance", group: "technique", isInterval: false),
    ],
    effects: ["nausea", "vomiting", "dizziness", "blurred vision"].map {
      NamedTerm(name: $0, source: "test")
    },
    medicines: ["ondansetron", "clonidine", "oxygen", "midazolam"].map {
      NamedTerm(name: $0, source: "test")
    },
    care: care
  )

  private static let care = CareRules(
    checklists: [
      Checklist(
        purpose: .beforeDose,
        title: "Before the dose",
        items: [
          item("identity", "Identity"),
          item(
            "consent",
            "Consent signed",
            needs: .words,
            holds: ChecklistItem.Content(what: "version and date", figures: 2)
          ),
          item("pregnancy", "Pregnancy"), item("weight", "Weight"),
        ]
      ),
      Checklist(
        purpose: .leaving,
        title: "Leaving",
        items: [item("readytime", "Ready without the rule", needs: .minutes)]
      ),
    ],
    supply: SupplyRules(
      concentrations: [10, 50],
      needsWitness: true,
      needsLot: true,
      source: "test"
    ),
    adverseEvents: AdverseVocabulary(
      relatedness: ["unrelated", "possible", "probable"],
      actions: ["none", "medicine given", "dose held"],
      outcomes: ["recovered", "continuing"],
      source: "test"
    ),
    interventions: [
      Intervention(key: "1", name: "infusion stopped", stopsInfusion: true),
      Intervention(key: "2", name: "help called", wantsWords: true),
    ],
    quiet: QuietRule(seconds: 120, source: "test")
  )

  private static func item(
    _ key: String,
    _ label: String,
    needs: ChecklistItem.Needs = .tick,
    holds: ChecklistItem.Content? = nil
  ) -> ChecklistItem {
    ChecklistItem(
      key: key,
      label: label,
      isRequired: true,
      needs: needs,
      holds: holds,
      source: "test"
    )
  }

  private static func scale(
    _ name: String,
    _ aliases: [String],
    _ label: String,
    _ minimum: Double,
    _ maximum: Double,
    _ meanings: [Int: String] = [:],
    items count: Int = 0,
    upTo most: Int = 0
  ) -> Scale {
    Scale(
      name: name,
      aliases: aliases,
      label: label,
      shortLabel: label,
      minimum: minimum,
      maximum: maximum,
      meanings: meanings,
      items: (0..<count).map {
        Scale.Item(key: "\($0 + 1)", text: "item", minimum: 0, maximum: most)
      },
      source: "test"
    )
  }
}

/// The command a line means, or the error it gives.
func reading(
  _ line: String,
  as verb: Verb? = nil,
  in context: EntryContext = Room.live
) -> Result<Command, EntryError> {
  do throws(EntryError) {
    return .success(try Entry.parse(line, as: verb, in: context).command)
  } catch {
    return .failure(error)
  }
}

/// The error a line gives, or nil when it is understood.
func failure(
  _ line: String,
  as verb: Verb? = nil,
  in context: EntryContext = Room.live
) -> EntryError? {
  switch reading(line, as: verb, in: context) {
  case .success: nil
  case .failure(let error): error
  }
}
