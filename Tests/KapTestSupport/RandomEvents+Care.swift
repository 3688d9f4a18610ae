import KapTimeline

extension RandomEvents {
  mutating func checklistMark() -> ChecklistMark {
    ChecklistMark(
      item: words(),
      answer: pick(ChecklistMark.Answer.allCases),
      words: maybe { $0.words() }
    )
  }

  mutating func assessment() -> Assessment {
    var answers: [String: Int] = [:]
    for item in 1...whole(1...20) where chance() { answers["\(item)"] = whole(0...4) }
    return Assessment(scale: words(), answers: answers)
  }

  mutating func dosePlan() -> DosePlan {
    DosePlan(
      dose: dose(),
      weight: maybe { $0.number(30...180) },
      concentration: maybe { $0.number(1...100) },
      previous: maybe { Mass(nanograms: Int64($0.whole(1...9_999_999))) },
      openItems: (0..<whole(0...3)).map { _ in words() },
      reason: maybe { $0.words() }
    )
  }

  mutating func personalLimit() -> PersonalLimit {
    PersonalLimit(
      sign: pick(Sign.allCases),
      side: pick(Limit.Side.allCases),
      value: number(30...200),
      reason: words(),
      orderedBy: maybe { $0.words() }
    )
  }

  mutating func drugSupply() -> DrugSupply {
    let (given, wasted) = (whole(0...9_999_999), whole(0...9_999_999))
    return DrugSupply(
      medicine: words(),
      drawn: Mass(nanograms: Int64(given + wasted)),
      given: Mass(nanograms: Int64(given)),
      wasted: Mass(nanograms: Int64(wasted)),
      concentration: maybe { $0.number(1...100) },
      lot: maybe { $0.words() },
      expiry: maybe { $0.words() },
      witness: maybe { $0.words() },
      method: maybe { $0.words() }
    )
  }

  mutating func emergencyStep() -> EmergencyStep {
    EmergencyStep(
      pick(EmergencyStep.Action.allCases),
      name: maybe { $0.words() },
      words: maybe { $0.words() },
      isMistake: chance()
    )
  }

  mutating func handOver() -> HandOver {
    HandOver(
      from: words(),
      to: words(),
      kind: pick(HandOver.Kind.allCases),
      page: (0..<whole(0...5)).map { _ in words() },
      words: maybe { $0.words() }
    )
  }
}
