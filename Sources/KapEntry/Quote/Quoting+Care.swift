import KapTimeline

extension Quoting {
  /// Lines for checks, plans, emergencies and hand-overs.
  func careLines(for command: Command) -> [String] {
    switch command {
    case .check(let marks): lines(for: marks)
    case .plan(let plan): lines(for: plan)
    case .setLimits(let limits): lines(for: limits)
    case .account(let supply): line(for: supply).asList
    case .lozenge(let step): ["lozenge \(step.rawValue)"]
    case .assess(let assessment): lines(for: assessment)
    case .emergency(let step): lines(for: step)
    case .handOver(let person, let kind, let words):
      said("handover \(person)" + (kind == .handOver ? "" : " \(kind.rawValue)"), words)
    case .quiet: ["quiet"]
    case .setFrame, .join, .leave, .give, .changeInfusion, .declare, .record, .missReading, .score,
      .write, .change, .mark, .report, .administer, .callOut, .takeOrder, .dropPin, .wordPin,
      .postpone, .skip, .acknowledge, .confirm, .callArtefact, .correct, .void, .undo, .end,
      .reopen:
      []
    }
  }

  /// The sentence and its words after a colon, where it has any.
  private func said(_ head: String, _ words: String?) -> [String] {
    words.map { marked("\(head): ", $0) } ?? [head]
  }

  private func lines(for marks: [ChecklistMark]) -> [String] {
    let listed = ListedItems(context.clinicProtocol)
    let items = marks.map { mark in
      let name = listed.name(of: mark.item)
      let answered =
        switch mark.answer {
        case .done: name
        case .no: "\(name) no"
        case .notApplicable: "\(name) n/a"
        }
      return answered + (mark.by.map { " by \($0)" } ?? "")
    }
    return said("check \(items.joined(separator: ", "))", marks.last?.words)
  }

  private func lines(for plan: DosePlan) -> [String] {
    var parts = ["plan"] + parts(of: plan.dose)
    for (word, value, unit) in [
      ("conc", plan.concentration, "mg/ml"), ("weight", plan.weight, "kg"),
    ] {
      guard let value else { continue }
      guard let text = number(value) else { return [] }
      parts.append("\(word) \(text)\(unit)")
    }
    if let previous = plan.previous { parts.append("last \(amount(previous))") }
    return reasoned(parts.joined(separator: " "), plan.reason)
  }

  private func lines(for limits: [PersonalLimit]) -> [String] {
    guard let first = limits.first else { return [] }
    var parts: [String] = []
    var rest = limits[...]
    while let limit = rest.popFirst() {
      guard let value = number(limit.value) else { return [] }
      let side = limit.side.rawValue
      if limit.sign == .systolic, let lower = rest.first, lower.sign == .diastolic,
        lower.side == limit.side, let below = number(lower.value), lower.value < limit.value
      {
        rest = rest.dropFirst()
        parts.append(limit.side == .above ? "bp \(value)/\(below)" : "bp below \(value)/\(below)")
      } else {
        let isSingle = limit.sign == .systolic || limit.sign == .diastolic
        parts.append("\(isSingle ? limit.sign.rawValue : limit.sign.word) \(side) \(value)")
      }
    }
    if let person = first.orderedBy { parts.append("by \(person)") }
    return reasoned("limit \(parts.joined(separator: " "))", first.reason)
  }

  private func line(for supply: DrugSupply) -> String? {
    var parts = ["vial"]
    let usual = context.clinicProtocol?.medicine ?? .ketamine
    if supply.medicine != usual.rawValue { parts.append(supply.medicine) }
    parts.append("drawn \(amount(supply.drawn)) given \(amount(supply.given))")
    parts.append("wasted \(amount(supply.wasted))")
    if let concentration = supply.concentration {
      guard let text = number(concentration) else { return nil }
      parts.append("conc \(text)mg/ml")
    }
    if let lot = supply.lot { parts.append("lot \(lot)") }
    if let expiry = supply.expiry { parts.append("exp \(expiry)") }
    if let witness = supply.witness { parts.append("witness \(witness)") }
    if let method = supply.method { parts.append("method \(method)") }
    return parts.joined(separator: " ")
  }

  /// The answers in the items' order, and by key where they have none here.
  private func lines(for assessment: Assessment) -> [String] {
    let head = "assess \(assessment.scale) "
    let keyed = assessment.answers.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let byKey = head + keyed.joined(separator: " ")
    guard let items = context.clinicProtocol?.scale(named: assessment.scale)?.items else {
      return [byKey]
    }
    var answers = items.map { assessment.answers[$0.key].map { String($0) } ?? "-" }
    while answers.last == "-" { answers.removeLast() }
    return [head + answers.joined(separator: " "), byKey]
  }

  private func lines(for step: EmergencyStep) -> [String] {
    switch step.action {
    case .start: step.words.map { marked("emergency: ", $0) } ?? ["emergency"]
    case .step: said("emergency step" + (step.name.map { " \($0)" } ?? ""), step.words)
    case .standDown: said("stand-down" + (step.isMistake ? " by mistake" : ""), step.words)
    }
  }
}
