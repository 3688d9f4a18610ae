import KapTimeline

extension RandomCommands {
  mutating func care() -> Command {
    switch Int.random(in: 0..<9, using: &generator) {
    case 0: .check(marks())
    case 1: .plan(plan())
    case 2: .setLimits(limits())
    case 3: .account(supply())
    case 4: .lozenge(pick(LozengeStep.allCases))
    case 5, 6: .assess(assessment())
    case 7: .emergency(emergencyStep())
    default:
      pick([
        .quiet,
        .handOver(
          to: name(),
          pick(HandOver.Kind.allCases),
          words: maybe { $0.pick(Self.words) }
        ),
      ])
    }
  }

  mutating func mark() -> ChecklistMark {
    let words = maybe { $0.pick(Self.words) }
    return ChecklistMark(
      item: pick(["identity", "consent", "pregnancy"]),
      answer: pick(ChecklistMark.Answer.allCases),
      words: words,
      by: words == nil ? nil : maybe { $0.name() }
    )
  }

  private mutating func marks() -> [ChecklistMark] {
    let ticks = ["weight", "readytime"].prefix(small() % 3).map { ChecklistMark(item: $0) }
    return ticks + [mark()]
  }

  private mutating func plan() -> DosePlan {
    DosePlan(
      dose: dose(),
      weight: maybe { Double($0.small() + 30) / 2 },
      concentration: maybe { $0.pick([10, 12.5, 50]) },
      previous: maybe { Mass(nanograms: Int64($0.small() + 1) * 1_000_000) },
      reason: maybe { $0.reason() }
    )
  }

  private mutating func limits() -> [PersonalLimit] {
    let (reason, person) = (pick(["treated", "asked by jb", "by dr-l"]), maybe { $0.name() })
    var seen: Set<String> = []
    return (0...small() % 4).compactMap { _ in
      let (sign, side) = (pick(Sign.allCases), pick(Limit.Side.allCases))
      guard seen.insert("\(sign) \(side)").inserted else { return nil }
      let value = Double(small() + 1) / 2
      return PersonalLimit(sign: sign, side: side, value: value, reason: reason, orderedBy: person)
    }
  }

  mutating func supply() -> DrugSupply {
    let (given, wasted) = (Int64(small()) * 500_000, Int64(small() + 1) * 1_000_000)
    return DrugSupply(
      medicine: pick(["ketamine", "esketamine", "normal saline"]),
      drawn: Mass(nanograms: given + wasted),
      given: Mass(nanograms: given),
      wasted: Mass(nanograms: wasted),
      concentration: maybe { $0.pick([10, 12.5]) },
      lot: maybe { $0.pick(["A12", "7-b"]) },
      expiry: maybe { $0.pick(["2027-03", "03/27"]) },
      witness: maybe { $0.name() },
      method: maybe { $0.pick(["down the sink", "given to pharmacy"]) }
    )
  }

  mutating func assessment() -> Assessment {
    let (scale, most) = pick([("phq9", 3), ("cssrs", 1)])
    var answers = ["\(small() % 6 + 1)": small() % (most + 1)]
    for key in 1...6 where small() < 60 { answers["\(key)"] = small() % (most + 1) }
    return Assessment(scale: scale, answers: answers)
  }

  private mutating func emergencyStep() -> EmergencyStep {
    let words = maybe { $0.pick(Self.words) }
    return pick([
      EmergencyStep(.start, words: words),
      EmergencyStep(.step, name: pick(["infusion stopped", "help called"]), words: words),
      EmergencyStep(.step, words: words ?? "112"),
      EmergencyStep(.standDown, words: words, isMistake: pick([true, false])),
    ])
  }
}
