/// What the clinic's rules say beyond readings and phases: checks, doses, events, leaving.
///
/// A part that a protocol does not have is empty, and what hangs on it does not show.
package struct CareRules: Hashable, Sendable {
  /// The lists that people go through, each for its time in the session.
  package var checklists: [Checklist]
  /// What a reading before the dose asks of the planned dose.
  package var gate: [GateLimit]
  /// What is written down of a vial, a syringe or a device.
  package var supply: SupplyRules?
  /// The words of an adverse event's record.
  package var adverseEvents: AdverseVocabulary?
  /// Effects that are urgent whatever the readings say.
  package var urgentEffects: [UrgentEffect]
  /// What stands on the emergency card, by key.
  package var interventions: [Intervention]
  /// For so many seconds notices can be kept quiet; absent where they cannot.
  package var quiet: QuietRule?
  /// The table of an early-warning score, shown as a number and nothing else.
  package var warningScore: WarningScore?
  /// What is said to the person who leaves, in order.
  package var aftercare: [NamedTerm]
  /// A published model of the concentration, for practice and replay only.
  package var model: KineticModel?
  /// What a session usually gives; absent where no usual dose is known.
  package var usualDose: UsualDose?
  /// The schools of therapy at work here; empty where nobody listed them.
  package var modalities: [NamedTerm]
  /// Words for how a dose is given at once: `bolus`; empty where nobody listed them.
  package var manners: [NamedTerm]

  /// Creates rules; empty unless told.
  package init(
    checklists: [Checklist] = [],
    gate: [GateLimit] = [],
    supply: SupplyRules? = nil,
    adverseEvents: AdverseVocabulary? = nil,
    urgentEffects: [UrgentEffect] = [],
    interventions: [Intervention] = [],
    quiet: QuietRule? = nil,
    warningScore: WarningScore? = nil,
    aftercare: [NamedTerm] = [],
    model: KineticModel? = nil,
    usualDose: UsualDose? = nil,
    modalities: [NamedTerm] = [],
    manners: [NamedTerm] = []
  ) {
    self.checklists = checklists
    self.gate = gate
    self.supply = supply
    self.adverseEvents = adverseEvents
    self.urgentEffects = urgentEffects
    self.interventions = interventions
    self.quiet = quiet
    self.warningScore = warningScore
    self.aftercare = aftercare
    self.model = model
    self.usualDose = usualDose
    self.modalities = modalities
    self.manners = manners
  }

  /// The list for a time of the session.
  package func checklist(for purpose: Checklist.Purpose) -> Checklist? {
    checklists.first { $0.purpose == purpose }
  }

  /// Whether an item is of a list that begins with the dose.
  func isFromDose(_ item: ChecklistItem) -> Bool {
    checklists.contains { list in
      list.fromDose == true && list.items.contains { $0.key == item.key }
    }
  }

  /// The item with a key, in whichever list.
  package func item(_ key: String) -> ChecklistItem? {
    for list in checklists {
      if let item = list.items.first(where: { $0.key == key }) { return item }
    }
    return nil
  }
}

extension CareRules: Codable {
  private enum CodingKeys: String, CodingKey {
    case checklists, gate, supply, adverseEvents, interventions, quiet, warningScore, aftercare
    case model, usualDose, urgentEffects, modalities, manners
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      checklists: try container.decodeIfPresent([Checklist].self, forKey: .checklists) ?? [],
      gate: try container.decodeIfPresent([GateLimit].self, forKey: .gate) ?? [],
      supply: try container.decodeIfPresent(SupplyRules.self, forKey: .supply),
      adverseEvents: try container.decodeIfPresent(
        AdverseVocabulary.self,
        forKey: .adverseEvents
      ),
      urgentEffects: try container.decodeIfPresent([UrgentEffect].self, forKey: .urgentEffects)
        ?? [],
      interventions: try container.decodeIfPresent([Intervention].self, forKey: .interventions)
        ?? [],
      quiet: try container.decodeIfPresent(QuietRule.self, forKey: .quiet),
      warningScore: try container.decodeIfPresent(WarningScore.self, forKey: .warningScore),
      aftercare: try container.decodeIfPresent([NamedTerm].self, forKey: .aftercare) ?? [],
      model: try container.decodeIfPresent(KineticModel.self, forKey: .model),
      usualDose: try container.decodeIfPresent(UsualDose.self, forKey: .usualDose),
      modalities: try container.decodeIfPresent([NamedTerm].self, forKey: .modalities) ?? [],
      manners: try container.decodeIfPresent([NamedTerm].self, forKey: .manners) ?? []
    )
  }
}

/// For how long notices can be kept quiet.
package struct QuietRule: Hashable, Sendable, Codable {
  /// So many seconds.
  package var seconds: Double
  /// Where it comes from.
  package var source: String

  /// Creates a rule.
  package init(seconds: Double, source: String) {
    self.seconds = seconds
    self.source = source
  }
}

/// A thing on the emergency card that one key records.
package struct Intervention: Hashable, Sendable, Codable {
  /// `1` to `9`.
  package var key: String
  /// The name: `infusion stopped`.
  package var name: String
  /// Whether recording it also stops the pump in the record.
  package var stopsInfusion: Bool
  /// Whether it waits for words: how much oxygen, which help.
  package var wantsWords: Bool
  /// Where it comes from; absent where nobody said.
  package var source: String?

  /// Creates an intervention.
  package init(
    key: String,
    name: String,
    stopsInfusion: Bool = false,
    wantsWords: Bool = false,
    source: String? = nil
  ) {
    self.key = key
    self.name = name
    self.stopsInfusion = stopsInfusion
    self.wantsWords = wantsWords
    self.source = source
  }
}

/// The words in which an adverse event is recorded.
package struct AdverseVocabulary: Hashable, Sendable, Codable {
  /// Whether it comes from the medicine: `unrelated`, `possible`, `probable`.
  package var relatedness: [String]
  /// What was done: `none`, `medicine given`, `dose held`.
  package var actions: [String]
  /// What came of it: `recovered`, `continuing`.
  package var outcomes: [String]
  /// Those of them by which it is over, and has an end; absent where nothing is asked.
  package var overOutcomes: [String]?
  /// What a serious one asks for, in the clinic's words; absent where nothing.
  package var seriousStep: String?
  /// Where these come from.
  package var source: String

  /// Creates a vocabulary.
  package init(
    relatedness: [String],
    actions: [String],
    outcomes: [String],
    overOutcomes: [String]? = nil,
    seriousStep: String? = nil,
    source: String
  ) {
    self.relatedness = relatedness
    self.actions = actions
    self.outcomes = outcomes
    self.overOutcomes = overOutcomes
    self.seriousStep = seriousStep
    self.source = source
  }
}

/// What is written down of what a medicine was taken from.
package struct SupplyRules: Hashable, Sendable, Codable {
  /// Concentrations in use, in milligrams a millilitre, the usual one first.
  package var concentrations: [Double]
  /// What one device holds, in milligrams, where the dose comes in devices.
  package var deviceMilligrams: Double?
  /// In how many millilitres that is; absent where nobody said.
  package var deviceMillilitres: Double?
  /// Whether a wasted rest wants a witness.
  package var needsWitness: Bool
  /// Whether the lot is asked for.
  package var needsLot: Bool
  /// Where it comes from that drawn is given and wasted; absent where nobody said.
  package var wastageSource: String?
  /// Where these come from.
  package var source: String

  /// Creates rules.
  package init(
    concentrations: [Double],
    deviceMilligrams: Double? = nil,
    deviceMillilitres: Double? = nil,
    needsWitness: Bool,
    needsLot: Bool,
    wastageSource: String? = nil,
    source: String
  ) {
    self.concentrations = concentrations
    self.deviceMilligrams = deviceMilligrams
    self.deviceMillilitres = deviceMillilitres
    self.needsWitness = needsWitness
    self.needsLot = needsLot
    self.wastageSource = wastageSource
    self.source = source
  }

  /// Milligrams in each millilitre of a device; nil where nobody said what it holds.
  package var deviceConcentration: Double? {
    guard let deviceMilligrams, let deviceMillilitres, deviceMillilitres > 0 else { return nil }
    return deviceMilligrams / deviceMillilitres
  }

  /// Whether a concentration is one of those in use, or a device's as it is shown.
  func holds(concentration: Double) -> Bool {
    concentrations.contains(concentration)
      || deviceConcentration.map { plain($0, places: 3) } == plain(concentration, places: 3)
  }
}
