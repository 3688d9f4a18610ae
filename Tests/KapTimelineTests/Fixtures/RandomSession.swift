import KapTestSupport
import KapTimeline

/// A session that nobody would have, but anybody could record: seeded, so that it repeats.
struct RandomSession {
  /// Every event, in the order of writing.
  private(set) var events: [Recorded] = []
  private var generator: SeededGenerator
  /// Rules with checks and scales of their own, if any.
  private let rules: ClinicProtocol?
  private var ids: [EventID] = []

  /// Makes a session of `count` events over two hours; `isWild` lets events be about each other,
  /// about themselves and about what was never written.
  init(
    seed: UInt64,
    count: Int = 80,
    isWild: Bool = true,
    rules: ClinicProtocol? = nil
  ) {
    self.rules = rules
    generator = SeededGenerator(seed: seed)
    var sequences = [0, 0, 0]
    let writers = (0..<count).map { _ in Int.random(in: 0..<3, using: &generator) }
    for writer in writers {
      sequences[writer] += 1
      ids.append(EventID(writer: Room.writers[writer], sequence: sequences[writer]))
    }
    for place in 0..<count {
      // Times fall on few minutes, so that many are the same.
      let written = Double(place) * 120 / Double(count)
      let back = Bool.random(using: &generator) ? 0 : Double.random(in: 0...30, using: &generator)
      events.append(
        Recorded(
          id: ids[place],
          occurredAt: Room.at((written - back).rounded()),
          recordedAt: Room.at(written.rounded()),
          offset: .utc,
          author: Bool.random(using: &generator) ? "ar" : "jb",
          role: .monitor,
          source: .typed,
          seat: SeatID("s"),
          event: place == 0 ? opening : event(at: place, isWild: isWild)
        )
      )
    }
  }

  private var opening: Event {
    .opened(
      Opening(
        subject: "K-014",
        clinicProtocol: rules ?? .sample(),
        anchor: ClockAnchor(boot: "b", wall: Room.start, monotonic: 0)
      )
    )
  }

  private mutating func pick(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }

  private mutating func one<Element>(of values: [Element]) -> Element {
    values[pick(0...values.count - 1)]
  }

  private mutating func event(at place: Int, isWild: Bool) -> Event {
    let before = ids[pick(0...place - 1)]
    let target = isWild && pick(0...5) == 0 ? ids[pick(0...ids.count - 1)] : before
    if rules != nil, pick(0...2) == 0 { return careEvent(about: before) }
    switch pick(0...21) {
    case 0, 1, 2: return vitals()
    case 3: return .dose(Double(pick(1...90)), over: one(of: [nil, 10, 40]))
    case 4, 5:
      let action = one(of: InfusionChange.Action.allCases)
      return .infusion(
        InfusionChange(action, rate: DoseRate(milligramsPerHour: Double(pick(0...60))))
      )
    case 6: return .phase(PhaseDeclaration(one(of: Phase.allCases)))
    case 7: return .score(Score(scale: "dissociation", value: Double(pick(0...10))))
    case 8:
      return .technique(TechniqueChange(name: one(of: ["a", "b"]), edge: one(of: Edge.allCases)))
    case 9: return .effect(AdverseEffect(term: one(of: ["x", "y"]), hasEnded: pick(0...2) == 0))
    case 10: return .joined(Presence(person: one(of: ["ar", "jb"]), role: .monitor))
    case 11: return .left(Presence(person: one(of: ["ar", "jb"])))
    case 12: return .frame(one(of: [.weight(Double(pick(40...90))), .calming("music")]))
    case 13: return .pin(Pin(words: one(of: [nil, "w"])))
    case 14: return .pin(Pin(target: target, words: "words"))
    case 15, 16: return .void(Withdrawal(target: target, reason: "r"))
    case 17, 18: return .correction(correction(of: target))
    case 19: return .confirmation(Verdict(target: target, isArtefact: pick(0...1) == 0))
    case 20:
      return .acknowledgement(
        Acknowledgement(event: before, rule: one(of: ["blood-pressure", "dose"]), words: "w")
      )
    default:
      return one(of: [
        .later(Postponement(item: "vitals+20", until: Room.at(Double(pick(0...120))))),
        .notDone(NotDone(item: "vitals+40", reason: "asleep")),
        .attached(Attachment(seat: SeatID(one(of: ["s", "t"])))),
        .detached(Attachment(seat: SeatID("s"))), .resumed(Attachment(seat: SeatID("s"))),
        .suspended(Attachment(seat: SeatID("t"))), .theme(ThemeMark(name: "grief", intensity: 2)),
        .clockStepped(ClockStep(wall: Room.at(5), aheadMilliseconds: 9_000)),
        .note(Note("n")), .noReading(MissingReading(sign: nil, reason: "r")), .ended,
        .reopened("r"),
      ])
    }
  }

  private mutating func careEvent(about before: EventID) -> Event {
    let notice = NoticeReference(
      event: before,
      rule: one(of: ["blood-pressure", "checks", "mood", "urgent-effect"])
    )
    switch pick(0...14) {
    case 0, 1, 2:
      let items = ["identity", "consent", "baseline", "gait", "aftercare", "rems", "nothing"]
      let answer = one(of: ChecklistMark.Answer.allCases)
      return .check(
        ChecklistMark(item: one(of: items), answer: answer, words: one(of: [nil, "7"]))
      )
    case 3:
      let answers = ["1": pick(0...3), "2": pick(0...3), "3": pick(0...3)]
      return .assessment(
        Assessment(
          scale: one(of: ["mood", "triage", "none"]),
          answers: answers.filter { $0.value != 1 }
        )
      )
    case 4: return .score(Score(scale: one(of: ["mood", "triage"]), value: Double(pick(0...9))))
    case 5:
      return .limit(
        PersonalLimit(
          sign: one(of: [.systolic, .respiratoryRate, .oxygenSaturation]),
          side: one(of: Limit.Side.allCases),
          value: Double(pick(90...190)),
          reason: "r"
        )
      )
    case 6:
      return .plan(
        DosePlan(
          dose: .milligrams(20),
          openItems: one(of: [["identity", "consent", "baseline"], ["identity"], []]),
          reason: one(of: [nil, "r"])
        )
      )
    case 7: return .lozenge(one(of: LozengeStep.allCases))
    case 8:
      return .effect(
        AdverseEffect(
          term: one(of: ["x", "y"]),
          severity: one(of: AdverseEffect.Severity.allCases),
          hasEnded: pick(0...3) == 0,
          isSerious: one(of: [nil, true, false])
        )
      )
    case 9:
      return .acknowledgement(
        Acknowledgement(event: before, rule: notice.rule, words: "w", call: before)
      )
    case 10:
      let item = one(of: ["scores+10", "vitals+0", "vitals+10", "vitals+40"])
      return one(of: [
        .later(Postponement(item: item, until: Room.at(Double(pick(0...120))))),
        .notDone(NotDone(item: item, reason: "asleep")),
      ])
    case 11:
      let minute = Double(pick(0...120))
      return .quiet(Quiet(until: Room.at(minute), urgency: one(of: Urgency.allCases)))
    case 12:
      let name = one(of: ["infusion stopped", "oxygen", nil])
      let action = one(of: EmergencyStep.Action.allCases)
      return .emergency(
        EmergencyStep(action, name: name, words: one(of: [nil, "w"]), isMistake: pick(0...3) == 0)
      )
    case 13:
      let (from, to) = one(of: [("ar", "mk"), ("mk", "ar"), ("ar", "jb")])
      return .handOver(
        HandOver(from: from, to: to, kind: one(of: HandOver.Kind.allCases), page: ["page"])
      )
    default:
      return one(of: [
        .call(Call(to: "dr-l", notice: notice)),
        .given(GivenMedicine(medicine: "m", order: before, notice: notice)),
        .order(VerbalOrder(given: GivenMedicine(medicine: "m", notice: notice), isReadBack: true)),
        .supply(DrugSupply(medicine: "ketamine", drawn: mass, given: mass, wasted: .zero)),
        .dose(
          Dose(medicine: .ketamine, route: .sublingual, amount: Mass(milligrams: 50) ?? .zero)
        ),
        .frame(.escort("sister")), .joined(Presence(person: "mk", role: .monitor)),
      ])
    }
  }

  private var mass: Mass { Mass(milligrams: 20) ?? .zero }

  private mutating func vitals() -> Event {
    .set(
      Double(pick(90...240)),
      60,
      heartRate: one(of: [nil, 60, 95, 120]),
      saturation: one(of: [nil, 98, 93, 85]),
      isBaseline: pick(0...9) == 0
    )
  }

  private mutating func correction(of target: EventID) -> Correction {
    let replacement = one(of: [vitals(), .dose(20, over: 30), .note(Note("m"))])
    let time = pick(0...1) == 0 ? nil : Room.at(Double(pick(0...100)))
    return Correction(target: target, replacement: replacement, occurredAt: time)
  }
}
