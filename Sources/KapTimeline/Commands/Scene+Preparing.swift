extension Scene {
  /// Several are ticked at once, or none of them.
  func check(_ marks: [ChecklistMark]) throws(Refusal) -> [Event] {
    guard !marks.isEmpty else { throw .nothingRead }
    var events: [Event] = []
    for mark in marks { events.append(.check(try checked(mark))) }
    return events
  }

  private func checked(_ mark: ChecklistMark) throws(Refusal) -> ChecklistMark {
    let care = rules?.care ?? CareRules()
    guard let item = care.item(mark.item) else {
      throw .noSuchItem(mark.item, known: care.checklists.flatMap(\.items).map(\.key))
    }
    if care.isFromDose(item), then.doseBegan == nil { throw .leavingBeforeDose }
    let said = try mark.words.map { text throws(Refusal) in try words(text) }
    try checkHold(of: mark, for: item)
    if said == nil { try checkBare(mark, for: item) }
    if item.needs == .minutes, mark.answer == .done {
      guard let number = said.flatMap({ Double($0) }), number.isFinite, number >= 0 else {
        throw .itemNeedsMinutes(item.label)
      }
      try checkMinutes(number, of: item)
    }
    // The clock is no matter of opinion; a stay that was cut short is said to be so, with words.
    if item.evidence?.kind == .stay, mark.answer == .done,
      then.stayUntil.map({ circumstances.occurredAt < $0 }) ?? true
    {
      throw .stayNotReached(until: then.stayUntil)
    }
    return ChecklistMark(item: item.key, answer: mark.answer, words: said, by: mark.by)
  }

  /// Readings that hold the dose wait for the word of one who may say otherwise.
  private func checkHold(of mark: ChecklistMark, for item: ChecklistItem) throws(Refusal) {
    if let person = mark.by { _ = try words(person) }
    guard mark.words != nil, mark.answer != .no, let evidence = item.evidence,
      let role = evidence.by, then.isHeld(by: evidence)
    else { return }
    guard
      then.isSaid(mark, by: role, author: circumstances.author, as: circumstances.role)
    else { throw .itemHeld(item.label, reading: then.heldReading, by: role) }
  }

  /// A bare tick says nothing that the record does not show where it could.
  private func checkBare(_ mark: ChecklistMark, for item: ChecklistItem) throws(Refusal) {
    let isCrossed = item.evidence?.kind == .gate && !then.gateCrossings.isEmpty
    if !isCrossed, mark.answer == .done, let evidence = item.evidence, evidence.kind != .stay,
      !then.isShown(evidence)
    {
      if evidence.kind.isReading { throw .itemNeedsReading(item.label) }
      throw .itemNotShown(item.label)
    }
    guard mark.answer == .done, item.needs != .words, !isCrossed else {
      throw .itemNeedsWords(item.label)
    }
  }

  /// Minutes from the dose that have not passed yet are nobody's answer.
  private func checkMinutes(_ number: Double, of item: ChecklistItem) throws(Refusal) {
    guard let zero = then.zero else { throw .minutesWithoutDose(item.label) }
    let passed = (circumstances.occurredAt - zero).inMinutes
    guard number > max(0, passed) else { return }
    throw .minutesToCome(number, minute: max(0, Int(passed.rounded(.down))))
  }

  /// A plan may be held up; what was given never is.
  func plan(_ plan: DosePlan) throws(Refusal) -> [Event] {
    var plan = plan
    plan.reason = try plan.reason.map { text throws(Refusal) in try words(text) }
    let open = then.gate
    guard open.isEmpty || plan.reason != nil else { throw .gateOpen(then.waitedFor) }
    plan.openItems = open.map(\.item.key)
    if let weight = plan.weight, let refusal = rules?.refusal(of: weight, as: "weight") {
      throw refusal
    }
    plan.weight = plan.weight ?? then.weight
    plan.dose = try checked(plan.dose)
    try check(concentration: plan.concentration)
    return [.plan(plan)]
  }

  private func check(concentration: Double?) throws(Refusal) {
    guard let concentration else { return }
    guard concentration.isFinite, concentration > 0 else {
      throw .cannotBe(quantity: "concentration", value: concentration, low: 0, high: nil)
    }
    try check(concentration, as: "concentration")
  }

  func setLimits(_ limits: [PersonalLimit]) throws(Refusal) -> [Event] {
    guard !limits.isEmpty else { throw .nothingRead }
    if let began = moment.doseBegan, circumstances.occurredAt >= began { throw .limitAfterDose }
    var events: [Event] = []
    var known = moment.standing(.limit).compactMap { index -> PersonalLimit? in
      guard case .limit(let limit) = session.entries[index].event else { return nil }
      return limit
    }
    for limit in limits {
      known.removeAll { $0.sign == limit.sign && $0.side == limit.side }
      known.append(limit)
      try check(known, on: limit.sign)
      if let refusal = rules?.refusal(of: limit.value, as: limit.sign.rawValue) {
        throw refusal.ofLimit
      }
      var limit = limit
      limit.reason = try words(limit.reason)
      events.append(.limit(limit))
    }
    return events
  }

  /// Refuses limits of a sign between which no reading is left.
  private func check(_ limits: [PersonalLimit], on sign: Sign) throws(Refusal) {
    let below = limits.last { $0.sign == sign && $0.side == .below }?.value
    let above = limits.last { $0.sign == sign && $0.side == .above }?.value
    guard let below, let above, below >= above else { return }
    throw .limitsCross(sign, below: below, above: above)
  }

  func account(for supply: DrugSupply) throws(Refusal) -> [Event] {
    _ = try words(supply.medicine)
    for mass in [supply.drawn, supply.given, supply.wasted] where mass < .zero {
      throw .cannotBe(quantity: "amount", value: mass.milligrams, low: 0, high: nil)
    }
    guard supply.drawn > .zero else { throw .nothingRead }
    guard supply.addsUp else {
      throw .doesNotAddUp(drawn: supply.drawn, accounted: supply.given + supply.wasted)
    }
    try check(concentration: supply.concentration)
    try check(supply.drawn.milligrams, as: "drawn")
    return [.supply(supply)]
  }

  func lozenge(_ step: LozengeStep) throws(Refusal) -> [Event] {
    guard then.lozengeInMouth != nil else { throw .noLozenge }
    return [.lozenge(step)]
  }

  func assess(_ assessment: Assessment) throws(Refusal) -> [Event] {
    guard let rules else { throw .notOpened }
    guard let scale = rules.scale(named: assessment.scale), !scale.items.isEmpty else {
      throw .noSuchScale(
        assessment.scale,
        known: rules.scales.filter { !$0.items.isEmpty }.map(\.name)
      )
    }
    guard !assessment.answers.isEmpty else { throw .nothingRead }
    for (key, answer) in assessment.answers.sorted(by: { $0.key < $1.key }) {
      guard let item = scale.items.first(where: { $0.key == key }) else {
        throw .noSuchAnswer(item: key, of: scale.label)
      }
      guard (item.minimum...max(item.minimum, item.maximum)).contains(answer) else {
        throw .answerOff(item: key, low: item.minimum, high: item.maximum)
      }
    }
    return [.assessment(Assessment(scale: scale.name, answers: assessment.answers))]
  }
}
