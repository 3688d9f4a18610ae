extension Moment {
  /// What is unusual about when an event happened: before the minute in which the session opened.
  package func doubt(aboutTime instant: Instant, offset: UTCOffset) -> Doubt? {
    guard let opened = startedAt, opened - instant >= .minutes(1) else { return nil }
    return .beforeOpening(instant, opened: opened, offset: offset)
  }

  /// What is unusual about a dose beside the plan that was confirmed before it.
  ///
  /// The first dose after a plan is the planned one; later ones, and single devices, are asked about
  /// once they come to more.
  func planned(
    for dose: Dose,
    after before: [(dose: Dose, entry: Int)],
    at place: DoubtPlace
  ) -> [Doubt] {
    let last = standing(.plan, before: place).last { unconfirmed($0).isEmpty }
    guard let last, case .plan(let plan) = session.entries[last].event else { return [] }
    let since = before.filter { session.entries.comes(last, before: $0.entry) }
    let total = since.map(\.dose.amount).reduce(dose.amount, +)
    let comesInParts = !since.isEmpty || rules?.care.supply?.deviceMilligrams != nil
    let isOther = comesInParts ? total > plan.dose.amount : total != plan.dose.amount
    return isOther ? [.otherThanPlanned(total, planned: plan.dose.amount)] : []
  }

  /// What is unusual about the lot, the expiry and the witness of a vial.
  func paper(of supply: DrugSupply, at place: DoubtPlace) -> [Doubt] {
    var doubts = expiry(supply.expiry, at: place)
    if supply.lot == nil, rules?.care.supply?.needsLot ?? false { doubts.append(.noLot) }
    if let witness = supply.witness, isSame(witness, as: place.author) {
      doubts.append(.ownWitness(place.author))
    }
    return doubts
  }

  /// Whether a last day of use had passed on the day of a place.
  func expiry(_ printed: String?, at place: DoubtPlace) -> [Doubt] {
    guard let printed, let expiry = Expiry(printed),
      expiry.hasPassed(on: WallTime(place.at, offset: place.offset))
    else { return [] }
    return [.expired(printed)]
  }

  /// What is unusual about a technique: a name that the clinic does not list, said for the first time.
  func doubts(about change: TechniqueChange, at place: DoubtPlace) -> [Doubt] {
    guard let rules else { return [] }
    let isModality = change.group == "modality"
    let listed = isModality ? rules.care.modalities.map(\.name) : rules.codes.map(\.name)
    guard !listed.isEmpty, !listed.contains(where: { $0.lowercased() == change.name }) else {
      return []
    }
    let wasSaid = standing(.technique, before: place).contains { index in
      guard case .technique(let before) = session.entries[index].event else { return false }
      return before.name == change.name
        && (place.entry.map { WritingKey(session.entries[index]) < WritingKey(session.entries[$0]) }
          ?? true)
    }
    return wasSaid ? [] : [.notListed(change.name, as: isModality ? .modality : .technique)]
  }

  /// What is unusual about an adverse effect: words for what was done about it and what came of it
  /// that the clinic does not list, said for the first time; its name may be anybody's own.
  ///
  /// Rules from before there was more to say of one ask nothing.
  func doubts(about effect: AdverseEffect, at place: DoubtPlace) -> [Doubt] {
    guard let rules, rules.careRules != nil else { return [] }
    let earlier = standing(.effect, before: place).compactMap { index -> AdverseEffect? in
      let entry = session.entries[index]
      guard
        case .effect(let said) = entry.event,
        place.entry.map({ WritingKey(entry) < WritingKey(session.entries[$0]) }) ?? true
      else { return nil }
      return said
    }
    func doubt(_ word: String?, _ listed: [String], _ said: [String?], _ list: ListedName) -> Doubt?
    {
      guard let word, !listed.isEmpty, !said.contains(word),
        !listed.contains(where: { $0.lowercased() == word.lowercased() })
      else { return nil }
      return .notListed(word, as: list)
    }
    let words = rules.care.adverseEvents
    return [
      doubt(effect.action, words?.actions ?? [], earlier.map(\.action), .action),
      doubt(effect.outcome, words?.outcomes ?? [], earlier.map(\.outcome), .outcome),
      endNotSaid(of: effect, at: place, words),
    ].compactMap(\.self)
  }

  /// An outcome by which it is over, of an effect that has no end on record.
  private func endNotSaid(
    of effect: AdverseEffect,
    at place: DoubtPlace,
    _ words: AdverseVocabulary?
  ) -> Doubt? {
    guard let outcome = effect.outcome, !effect.hasEnded, let over = words?.overOutcomes,
      over.contains(where: { $0.lowercased() == outcome.lowercased() })
    else { return nil }
    let event =
      if let entry = place.entry {
        adverseEvents.last { $0.entries.contains(entry) }
      } else {
        Moment(session, before: place).adverseEvents
          .last { $0.term == effect.term && effect.isAfterword }
      }
    return event?.endedAt == nil ? .endNotSaid(outcome: outcome) : nil
  }

  private func isSame(_ name: String, as person: String) -> Bool {
    let said = name.lowercased()
    return said == person.lowercased() || said == session.initials(of: person).lowercased()
  }
}
