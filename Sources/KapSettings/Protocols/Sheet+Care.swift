import KapTimeline

extension Sheet {
  /// The lists that people go through, and what readings before the dose ask.
  mutating func addChecks(of care: CareRules) {
    for list in care.checklists {
      title("\(list.title), * required")
      if list.fromDose == true { add("only what is answered after the last dose counts", nil) }
      for item in list.items {
        let mark = item.isRequired ? "*" : ""
        add("\(item.key)\(mark): \(item.label)\(item.askText)", item.source)
        for ask in item.asks {
          add("\(item.key), \(ask.name)\(ask.why.map { ": \($0)" } ?? "")", ask.source)
        }
        for ground in item.against { add("\(item.key), asked if \(ground.text)", ground.source) }
        if let prompt = item.ifNo {
          add("\(item.key), if no: \(prompt.urgency.rawValue); \(prompt.words)", prompt.source)
        }
      }
    }
    if !care.gate.isEmpty {
      title("Readings before the dose")
      for limit in care.gate { add(limit.text, limit.source) }
    }
  }

  /// Supply, adverse events, the emergency card, the warning score and leaving.
  mutating func addCare(of care: CareRules) {
    if let supply = care.supply {
      title("Supply")
      if !supply.concentrations.isEmpty {
        let amounts = supply.concentrations.map { plain($0) }.joined(separator: ", ")
        add("concentrations \(amounts) mg/mL", supply.source)
      }
      if let device = supply.deviceMilligrams {
        let volume = supply.deviceMillilitres.map { " of \(plain($0)) mL" } ?? ""
        let each = supply.deviceConcentration.map { ": \(plain($0, places: 3)) mg/mL" } ?? ""
        add("\(plain(device)) mg a device\(volume)\(each)", supply.source)
      }
      let asked = [
        supply.needsLot ? "the lot is asked for" : nil,
        supply.needsWitness ? "what is wasted wants a witness" : nil,
      ].compactMap(\.self)
      add("drawn = given + wasted, else it is refused", supply.wastageSource)
      if !asked.isEmpty { add(asked.joined(separator: "; "), supply.source) }
    }
    if let words = care.adverseEvents {
      title("Adverse events")
      add("related: \(words.relatedness.joined(separator: ", "))", words.source)
      add("action: \(words.actions.joined(separator: ", "))", words.source)
      add("outcome: \(words.outcomes.joined(separator: ", "))", words.source)
      if let over = words.overOutcomes {
        add("outcome with an end: \(over.joined(separator: ", "))", words.source)
      }
      if let step = words.seriousStep { add("serious: \(step)", words.source) }
    }
    if !care.urgentEffects.isEmpty {
      title("Effects that are urgent at any reading")
      for effect in care.urgentEffects {
        let step = effect.nextStep.map { "; \($0)" } ?? ""
        let words = effect.aliases.isEmpty ? "" : " (\(effect.aliases.joined(separator: ", ")))"
        add("\(effect.words)\(words): urgent\(step)", effect.source)
      }
    }
    if !care.interventions.isEmpty {
      title("Emergency card")
      for step in care.interventions {
        let stops = step.stopsInfusion ? ", stops the pump in the record" : ""
        let words = step.wantsWords ? ", in words" : ""
        add("\(step.key) \(step.name)\(stops)\(words)", step.source)
      }
    }
    if let quiet = care.quiet {
      title("Quiet")
      add("notices kept quiet for \(plain(quiet.seconds)) s", quiet.source)
    }
    if let score = care.warningScore { add(score) }
    if let first = care.modalities.first {
      title("Schools of therapy")
      add(care.modalities.map(\.name).joined(separator: ", "), first.source)
    }
    if let first = care.manners.first {
      title("How a dose is given at once")
      add(care.manners.map(\.name).joined(separator: ", "), first.source)
    }
    if !care.aftercare.isEmpty {
      title("After-care")
      for term in care.aftercare { add(term.name, term.source) }
    }
  }

  private mutating func add(_ bands: [WarningScore.Band], of sign: Sign, _ source: String) {
    let texts = bands.filter { $0.sign == sign }.map { "\($0.text) scores \($0.points)" }
    guard !texts.isEmpty else { return }
    add("\(sign.label)\(sign.unit): \(texts.joined(separator: ", "))", source)
  }

  private mutating func add(_ score: WarningScore) {
    title("\(score.name), shown as a number only")
    for sign in Sign.allCases { add(score.bands, of: sign, score.source) }
    if let second = score.second {
      add("\(second.name), by the tick of \(second.item) alone", second.source)
      for sign in Sign.allCases { add(second.bands, of: sign, second.source) }
    }
    if score.oxygenPoints > 0 { add("oxygen scores \(score.oxygenPoints)", score.source) }
    if let scale = score.alertScale, let from = score.alertFrom {
      add("\(scale) below \(plain(from)) scores \(score.notAlertPoints)", score.source)
    }
  }
}

extension WarningScore.Band {
  fileprivate var text: String {
    let range =
      switch (from, to) {
      case (let from?, let to?): "\(plain(from)) to \(plain(to))"
      case (let from?, nil): "\(plain(from)) and more"
      case (nil, let to?): "\(plain(to)) and less"
      case (nil, nil): "any"
      }
    return range + (isOnOxygen.map { $0 ? " on oxygen" : " on air" } ?? "")
  }
}

extension ChecklistItem {
  fileprivate var askText: String {
    let asked =
      switch needs {
      case .tick: ""
      case .words: ", in words" + (holds.map { " with \($0.what)" } ?? "")
      case .minutes: ", in minutes"
      }
    let few = isForFew ? ", shown only once answered" : ""
    return asked + few + (evidence.map { "; shown by \($0.text)" } ?? "")
  }
}

extension ChecklistItem.Evidence {
  fileprivate var text: String {
    switch kind {
    case .fact: name ?? "a fact"
    case .baseline: "readings before the dose"
    case .staff: "\(count ?? 1) people present"
    case .gate:
      "readings within the limits below" + (by.map { ", or the word of a \($0.rawValue)" } ?? "")
    case .scale: "the scale \(name ?? "")"
    case .stay: "the minimum stay"
    }
  }
}

extension Contradiction {
  fileprivate var text: String {
    let word = side.word(isInclusive: isInclusive)
    if let effect {
      return "\(effect) that lasts is \(word) \(severity?.rawValue ?? "?"), or not graded"
    }
    let sign = quantity.flatMap(Sign.init)
    let unit = basis == .percent ? "" : sign?.unit ?? (scale == nil ? " L/min" : "")
    let name = scale ?? sign?.label ?? "oxygen"
    return "the last \(name) is \(word) \(value.map { plain($0) } ?? "?")\(unit)\(basis.suffix)"
  }
}

extension GateLimit {
  fileprivate var text: String {
    let word = side.word(isInclusive: isInclusive)
    let step =
      switch asks {
      case .note: "a note of caution"
      case .hold: "hold, until the prescriber says otherwise with a reason"
      }
    return "\(sign.label) \(word) \(plain(value))\(sign.unit): \(step)"
  }
}
