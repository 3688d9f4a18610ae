import KapTimeline

extension ClinicProtocol {
  /// The sample's rules with checks, scales, events and leaving; nobody's clinical advice either.
  static func careful(_ change: (inout ClinicProtocol) -> Void = { _ in }) -> ClinicProtocol {
    sample { rules in
      rules.careRules = .sample
      rules.scales += [.mood, .triage]
      // Those by the kilogram ask for a weight, which most of these rooms do without.
      rules.doseWarnings = []
      change(&rules)
    }
  }

  /// A lozenge held for ten minutes; T0 is when it is out again, where `endIsZero`.
  static func lozenge(endIsZero: Bool?) -> ClinicProtocol {
    careful { rules in
      rules.route = .sublingual
      rules.hold = Hold(minutes: 10, then: "spit or swallow", endIsZero: endIsZero, source: "test")
    }
  }
}

extension CareRules {
  static var sample: CareRules {
    func item(
      _ key: String,
      _ label: String,
      isRequired: Bool = true,
      needs: ChecklistItem.Needs = .tick,
      evidence: ChecklistItem.Evidence? = nil
    ) -> ChecklistItem {
      ChecklistItem(
        key: key,
        label: label,
        short: key,
        isRequired: isRequired,
        needs: needs,
        evidence: evidence,
        source: "test"
      )
    }
    return CareRules(
      checklists: [
        Checklist(
          purpose: .beforeDose,
          title: "Before the dose",
          items: [
            item("identity", "Identity"),
            item("consent", "Consent, version and date", needs: .words),
            item("baseline", "Baseline", evidence: .init(.baseline)),
            item("mat", "Yoga mat", isRequired: false),
          ]
        ),
        Checklist(
          purpose: .leaving,
          title: "Ready to leave",
          items: [
            item("stay", "Minimum stay", evidence: .init(.stay)),
            item("gait", "Steady gait"),
            item("home", "Escort is here", evidence: .init(.fact, name: "escort")),
            item("aftercare", "Written instructions"),
            item("rems", "When would they have been ready", isRequired: false, needs: .minutes),
          ]
        ),
      ],
      gate: [
        GateLimit(
          sign: .systolic,
          side: .above,
          value: 160,
          isInclusive: true,
          asks: .hold,
          source: "test"
        )
      ],
      adverseEvents: AdverseVocabulary(
        relatedness: ["possible", "probable"],
        actions: ["none", "medicine given"],
        outcomes: ["recovered", "continuing"],
        seriousStep: "report it",
        source: "test"
      ),
      interventions: [
        Intervention(key: "1", name: "infusion stopped", stopsInfusion: true),
        Intervention(key: "2", name: "oxygen", wantsWords: true),
      ],
      quiet: QuietRule(seconds: 120, source: "test"),
      aftercare: [NamedTerm(name: "no driving until tomorrow", source: "test")]
    )
  }
}

extension Scale {
  /// Three items, a sum, and a prompt on the last.
  static var mood: Scale {
    Scale(
      name: "mood",
      aliases: [],
      label: "Mood",
      shortLabel: "Mood",
      minimum: 0,
      maximum: 9,
      items: (1...3).map { Item(key: "\($0)", text: "item \($0)", minimum: 0, maximum: 3) },
      bands: [Band(from: 0, label: "low"), Band(from: 5, label: "high")],
      prompts: [
        Prompt(item: "3", 1, .above, urgency: .urgent, words: "ask about it now", source: "test"),
        Prompt(8, .above, urgency: .notice, words: "tell the prescriber", source: "test"),
      ],
      source: "test"
    )
  }

  /// The highest yes counts.
  static var triage: Scale {
    Scale(
      name: "triage",
      aliases: [],
      label: "Triage",
      shortLabel: "Triage",
      minimum: 0,
      maximum: 3,
      items: (1...3).map { (level: Int) in
        Item(key: "\(level)", text: "item \(level)", minimum: 0, maximum: 1, level: level)
      },
      scoring: .highest,
      prompts: [Prompt(2, .above, urgency: .notice, words: "stay with them", source: "test")],
      source: "test"
    )
  }
}
