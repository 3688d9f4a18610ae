import KapEntry
import KapTimeline

/// Makes commands that a line can say, each the same for the same seed.
struct RandomCommands<Generator: RandomNumberGenerator> {
  var generator: Generator

  static var words: [String] {
    [
      "frightened, grips the chair", "hand on shoulder", "“no” is all", "he wept because of her",
      "read back", "3 breaths", "jb: in her words", "a14: odd", "\"loud\"", "Stop", "wet: yes",
      "ends with “yes”", "@14:05 said", "für Elise", "痛い", "e\u{301}t\u{301}",
    ]
  }

  mutating func command() -> Command {
    switch Int.random(in: 0..<36, using: &generator) {
    case 0: .setFrame(frame())
    case 1: .join(name(), pick(CareRole.allCases))
    case 2: .leave(name(), because: maybe { $0.reason() })
    case 3, 4: .give(dose())
    case 5: .changeInfusion(infusion())
    case 6: .declare(pick(Phase.allCases), because: maybe { $0.reason() })
    case 7, 8, 9: .record(vitals())
    case 10:
      .missReading(
        maybe { $0.pick([.systolic, .heartRate, .oxygenSaturation, .temperature]) },
        because: reason()
      )
    case 11, 12: .score(scores())
    case 13, 14: .write(Note(pick(Self.words), voice: pick([.observation, .patient])))
    case 15: .change(technique())
    case 16:
      .mark(ThemeMark(name: pick(["grief", "early memory"]), intensity: maybe { $0.small() }))
    case 17: .report(effect())
    case 18: .administer(given())
    case 19: .callOut(call())
    case 20:
      .takeOrder(VerbalOrder(given: given(orderedBy: name()), isReadBack: pick([true, false])))
    case 21: .dropPin(words: maybe { $0.pick(Self.words) })
    case 22: .wordPin(small() + 1, words: pick(Self.words))
    case 23: .postpone(maybe { $0.due() })
    case 24: .skip(due(), because: reason())
    case 25: .acknowledge(maybe { $0.entry() }, words: pick(Self.words))
    case 26:
      pick([
        .confirm(entry()), .callArtefact(entry(), because: reason()),
        .void(entry(), because: reason()), .undo(because: reason()), .end,
        .reopen(because: reason()),
      ])
    case 27...34: care()
    default: correction()
    }
  }

  private mutating func correction() -> Command {
    let time = maybe { _ in Room.moment(14, 5) }
    let replacement: Command =
      pick([
        .record(vitals()), .give(dose()), .score(scores()), .report(effect()),
        .assess(assessment()),
        .account(supply()), .check([mark()]),
      ])
    // The words of a check run to the end of the line, a reason among them.
    let isWords = if case .check = replacement { true } else { false }
    guard let time else {
      return .correct(
        entry(),
        with: replacement,
        because: isWords ? nil : maybe { $0.reason() }
      )
    }
    return .correct(
      entry(),
      with: isWords ? nil : maybe { _ in replacement },
      at: time,
      because: maybe { $0.reason() }
    )
  }

  private mutating func frame() -> FrameFact {
    let text = pick(Self.words)
    return pick([
      .weight(Double(Int.random(in: 3000...20_000, using: &generator)) / 100), .intention(text),
      .calming(text), .allergies(text), .escort(text), .touch(text), .stopSign(text), .room(text),
    ])
  }

  mutating func dose() -> Dose {
    let route = pick(Route.allCases)
    let milliseconds = Int64.random(in: 1...12_000_000, using: &generator)
    let duration = route == .intravenous ? maybe { _ in Span(milliseconds: milliseconds) } : nil
    return Dose(
      medicine: pick(Medicine.allCases),
      route: route,
      amount: Mass(nanograms: Int64.random(in: 1...2_000_000_000, using: &generator)),
      duration: duration,
      manner: duration == nil ? maybe { $0.pick(["bolus", "push"]) } : nil,
      lot: maybe { $0.pick(["A12", "7-b"]) },
      expiry: maybe { $0.pick(["2027-03", "03/27"]) }
    )
  }

  private mutating func infusion() -> InfusionChange {
    let rate = DoseRate(milligramsPerHour: Double(small() + 1) / 4)
    return pick([
      InfusionChange(.start, rate: rate), InfusionChange(.rate, rate: rate), InfusionChange(.start),
      InfusionChange(.pause), InfusionChange(.resume), InfusionChange(.stop),
    ])
  }

  private mutating func vitals() -> Vitals {
    let systolic = Double.random(in: 1...300, using: &generator).rounded()
    let pair = BloodPressure(systolic: systolic, diastolic: (systolic / 2).rounded(.down))
    return Vitals(
      bloodPressure: pick([pair, nil]),
      meanArterial: maybe { $0.tenth() },
      heartRate: tenth(),
      oxygenSaturation: maybe { $0.tenth() },
      respiratoryRate: maybe { Double($0.small()) },
      temperature: maybe { $0.tenth() },
      oxygenLitres: maybe { $0.pick([0, 0.5, 2, 15]) },
      position: maybe { $0.pick(Vitals.Position.allCases) },
      method: maybe { $0.pick(Vitals.Method.allCases) },
      isBaseline: pick([true, false])
    )
  }

  private mutating func scores() -> [Score] {
    let names = ["dissociation", "moaas", "distress", "phq9", "rass"].shuffled(using: &generator)
    return names.prefix(small() % 4 + 1).map { Score(scale: $0, value: Double(small() - 30) / 10) }
  }

  private mutating func technique() -> TechniqueChange {
    let edge = pick(Edge.allCases)
    return pick([
      TechniqueChange(name: "guided imagery", group: "technique", edge: edge),
      TechniqueChange(name: "hand on shoulder", group: "touch", edge: edge),
      TechniqueChange(name: "slow humming", edge: edge),
      TechniqueChange(name: "act", group: "modality", edge: edge),
    ])
  }

  private mutating func effect() -> AdverseEffect {
    let term = pick(["nausea", "blurred vision", "odd taste"])
    return AdverseEffect(
      term: term,
      severity: maybe { $0.pick(AdverseEffect.Severity.allCases) },
      hasEnded: pick([true, false]),
      isSerious: maybe { $0.pick([true, false]) },
      relatedness: maybe { $0.pick(["possible", "unrelated"]) },
      action: maybe { $0.pick(["medicine given", "infusion stop"]) },
      outcome: maybe { $0.pick(["recovered", "went home"]) }
    )
  }

  private mutating func given(orderedBy person: String? = nil) -> GivenMedicine {
    GivenMedicine(
      medicine: pick(["ondansetron", "normal saline", "clonidine"]),
      amount: maybe { $0.pick(["4mg", "0.1mg", "500ml", "2 puffs", "2l/min"]) },
      route: maybe { $0.pick(["iv", "po", "odt"]) },
      reason: maybe { $0.pick(["nausea", "high bp", "dry mouth"]) },
      orderedBy: person ?? maybe { $0.name() },
      response: person == nil ? maybe { $0.pick(["settled", "no change by 14:30"]) } : nil
    )
  }

  private mutating func call() -> Call {
    Call(
      to: pick(["dr-l", "Mara Kline", "ambulance"]),
      about: maybe { $0.pick(["bp", "bp 172/104", "what to do"]) },
      said: maybe { $0.pick(["repeat in 5", "come: now", "no, wait"]) },
      isReadBack: pick([true, false])
    )
  }

  private mutating func due() -> DueReference { pick([.key("vitals+20"), .word("vitals")]) }

  private mutating func entry() -> EntryReference { .name(pick(["a1", "b27", "aa300"])) }

  mutating func name() -> String { pick(["jb", "Mara Kline", "dr-l"]) }

  mutating func reason() -> String { pick(["mistyped", "wrong cuff", "asleep, at last"]) }

  mutating func small() -> Int { Int.random(in: 0..<100, using: &generator) }

  private mutating func tenth() -> Double {
    Double(Int.random(in: 0...2000, using: &generator)) / 10
  }

  mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &generator)]
  }

  mutating func maybe<Value>(_ make: (inout Self) -> Value) -> Value? {
    Bool.random(using: &generator) ? make(&self) : nil
  }
}
