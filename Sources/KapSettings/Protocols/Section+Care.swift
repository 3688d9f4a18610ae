import KapTimeline

extension Section {
  /// Checks, supply, adverse events, the emergency card and leaving; nil where none is stated.
  mutating func careRules(scales: [Scale]) -> CareRules? {
    let keys = [
      "checklists", "gate", "supply", "adverseEvents", "interventions", "quiet", "warningScore",
      "aftercare", "model", "usualDose", "urgentEffects",
      "modalities", "manners",
    ]
    let care = CareRules(
      checklists: checklistsOfProtocol(scales: scales),
      gate: gateOfProtocol(),
      supply: supplyRules(),
      adverseEvents: adverseVocabulary(),
      urgentEffects: urgentEffects(),
      interventions: interventionsOfCard(),
      quiet: quietRule(),
      warningScore: warningScore(scales: scales),
      aftercare: aftercareOfProtocol(),
      model: kineticModel(),
      usualDose: usualDoseOfProtocol(),
      modalities: namesOfProtocol("modalities"),
      manners: namesOfProtocol("manners")
    )
    checkChoice(of: care)
    return keys.contains { has($0) } ? care : nil
  }

  private mutating func supplyRules() -> SupplyRules? {
    sectionIfAny("supply") { supply in
      let concentrations =
        supply.has("concentrations") ? supply.numbers("concentrations", in: 0.001...10_000) : []
      _ = supply.valueIfAny("concentrations")
      let device = supply.numberIfAny("device", in: 0.001...10_000)
      let volume = supply.numberIfAny("deviceVolume", in: 0.001...1000)
      let (needsWitness, needsLot) = (supply.flag("witness"), supply.flag("lot"))
      let wastageSource = supply.textIfAny("wastage")
      guard let source = supply.text("source"), let concentrations else { return nil }
      return SupplyRules(
        concentrations: concentrations,
        deviceMilligrams: device,
        deviceMillilitres: volume,
        needsWitness: needsWitness,
        needsLot: needsLot,
        wastageSource: wastageSource,
        source: source
      )
    }
  }

  private mutating func adverseVocabulary() -> AdverseVocabulary? {
    sectionIfAny("adverseEvents") { words in
      let relatedness = words.texts("relatedness")
      let (actions, outcomes) = (words.texts("actions"), words.texts("outcomes"))
      let over = words.has("over") ? words.texts("over") : nil
      _ = words.valueIfAny("over")
      let seriousStep = words.textIfAny("seriousStep")
      guard let source = words.text("source"), let relatedness, let actions, let outcomes else {
        return nil
      }
      return AdverseVocabulary(
        relatedness: relatedness,
        actions: actions,
        outcomes: outcomes,
        overOutcomes: over,
        seriousStep: seriousStep,
        source: source
      )
    }
  }

  private mutating func interventionsOfCard() -> [Intervention] {
    var owners: [String: String] = [:]
    return sectionIfAny("interventions") { card in
      card.names.compactMap { key in
        let isKey = key.utf8.count == 1 && key.utf8.allSatisfy { (49...57).contains($0) }
        if !isKey {
          card.note(
            at: card.place(of: key),
            card.dotted(key),
            "`\(key)` is not a key of the card",
            "Use each of `1` to `9` at most once"
          )
        }
        let found = card.section(key) { step -> Intervention? in
          let name = step.text("name")
          let (stops, wants) = (step.flag("stops"), step.flag("words"))
          let source = step.textIfAny("source")
          return name.map {
            Intervention(
              key: key,
              name: $0,
              stopsInfusion: stops,
              wantsWords: wants,
              source: source
            )
          }
        }
        if let name = found?.name, let owner = owners.updateValue(key, forKey: name) {
          card.note(
            at: card.place(of: key),
            card.dotted(key),
            "`\(name)` stands on the key \(owner) already",
            "Keep one of them"
          )
        }
        return found
      }
    } ?? []
  }

  private mutating func quietRule() -> QuietRule? {
    sectionIfAny("quiet") { quiet in
      quiet.measured("seconds", in: 1...3_600)
        .map { QuietRule(seconds: $0.value, source: $0.source) }
    }
  }

  /// Names that have one source.
  private mutating func namesOfProtocol(_ key: String) -> [NamedTerm] {
    sectionIfAny(key) { list in
      let names = list.texts("names")
      guard let source = list.text("source"), let names else { return nil }
      return names.map { NamedTerm(name: $0, source: source) }
    } ?? []
  }

  private mutating func aftercareOfProtocol() -> [NamedTerm] {
    sectionIfAny("aftercare") { terms in
      terms.names.compactMap { name in
        terms.section(name) { term -> NamedTerm? in
          let say = term.text("say")
          guard let source = term.text("source"), let say else { return nil }
          return NamedTerm(name: say, source: source)
        }
      }
    } ?? []
  }
}
