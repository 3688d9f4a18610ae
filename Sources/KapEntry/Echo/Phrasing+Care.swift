import KapTimeline

extension Phrasing {
  /// What a check, a plan, an emergency or a hand-over says.
  func care(_ command: Command) -> String {
    switch command {
    case .check(let marks): words(for: marks)
    case .plan(let plan):
      "planned \(plan.dose.medicine.rawValue) \(plan.dose.route.abbreviation)"
    case .setLimits(let limits):
      "for this person \(words(for: limits))" + by(limits.first?.orderedBy)
    case .account(let supply): words(for: supply)
    case .lozenge(.spit): "lozenge spat out"
    case .lozenge(.swallow): "lozenge swallowed"
    case .assess(let assessment): words(for: assessment)
    case .emergency(let step): words(for: step)
    case .handOver(let person, let kind, let words):
      handOver(to: clip(person), kind) + said(words)
    case .quiet: "notices are kept quiet"
    case .setFrame, .join, .leave, .give, .changeInfusion, .declare, .record, .missReading, .score,
      .write, .change, .mark, .report, .administer, .callOut, .takeOrder, .dropPin, .wordPin,
      .postpone, .skip, .acknowledge, .confirm, .callArtefact, .correct, .void, .undo, .end,
      .reopen:
      words(for: command)
    }
  }

  /// What follows from such a command and stands after its moment.
  func careDetails(of command: Command) -> [String] {
    switch command {
    case .plan(let plan): return [arithmetic(of: plan)]
    case .account(let supply): return details(of: supply)
    case .emergency(let step):
      let known = context.clinicProtocol?.care.interventions.first { $0.name == step.name }
      return known?.stopsInfusion ?? false ? ["a pump that runs is stopped in the record too"] : []
    case .quiet:
      let seconds = context.clinicProtocol?.care.quiet?.seconds
      let span = seconds.map { " for \(words(for: Span.minutes($0 / 60)))" } ?? ""
      return ["none shows\(span) but another or a more urgent one"]
    case .setFrame, .join, .leave, .give, .changeInfusion, .declare, .record, .missReading, .score,
      .write, .change, .mark, .report, .administer, .callOut, .takeOrder, .dropPin, .wordPin,
      .postpone, .skip, .acknowledge, .confirm, .callArtefact, .correct, .void, .undo, .check,
      .setLimits, .lozenge, .assess, .handOver, .end, .reopen:
      return []
    }
  }

  private func said(_ words: String?) -> String { words.map { ", “\(short($0))”" } ?? "" }

  /// What is ticked, with the title of each list in front of what stands in it.
  private func words(for marks: [ChecklistMark]) -> String {
    let lists = context.clinicProtocol?.care.checklists ?? []
    var last: String?
    return marks.map { mark in
      let list = lists.first { $0.items.contains { $0.key == mark.item } }
      let title = list.map { $0.title.prefix(1).lowercased() + $0.title.dropFirst() }
      defer { last = title }
      let head = title == last ? "" : title.map { "\(clip($0)), " } ?? ""
      return head + words(for: mark)
    }.joined(separator: "; ")
  }

  private func words(for mark: ChecklistMark) -> String {
    let item = context.clinicProtocol?.care.item(mark.item)
    let answer =
      switch mark.answer {
      case .done: "done"
      case .no: "no"
      case .notApplicable: "does not apply"
      }
    let isMinutes = item?.needs == .minutes && mark.answer == .done
    let words = isMinutes ? mark.words.map { ", \(clip($0)) minutes" } ?? "" : said(mark.words)
    let by = mark.by.map { ", by \(clip($0))" } ?? ""
    return "\(clip(item?.short ?? mark.item)): \(answer)\(by)\(words)"
  }

  /// The whole arithmetic of a plan, for a person to confirm: by weight, by volume, by last time.
  private func arithmetic(of plan: DosePlan) -> String {
    var plan = plan
    plan.weight = plan.weight ?? context.weightInKilograms
    var first = amount(plan.dose.amount)
    if let duration = plan.dose.duration { first += " over \(brief(duration))" }
    if let weight = plan.weight, let perKilogram = plan.perKilogram {
      first += ", \(fixed(weight, 1)) kg: \(fixed(perKilogram, 2)) mg/kg"
    } else {
      first += ", no weight is known"
    }
    var parts = [first]
    if let concentration = plan.concentration, let volume = plan.volumeWords {
      parts.append("\(plain(concentration, places: 6)) mg/mL: \(volume)")
      parts += unlisted(concentration)
    }
    if let previous = plan.previous, let change = plan.changeWords {
      parts.append("last time \(amount(previous)), \(change)")
    }
    parts += details(lot: plan.dose.lot, expiry: plan.dose.expiry)
    return parts.joined(separator: "; ")
  }

  private func amount(_ mass: Mass) -> String { "\(plain(mass.milligrams, places: 6)) mg" }

  private func brief(_ span: Span) -> String {
    let total = span.milliseconds
    return total % 60_000 == 0 ? "\(total / 60_000) min" : words(for: span)
  }

  /// A concentration that the clinic does not list is said to be so.
  private func unlisted(_ concentration: Double) -> [String] {
    let listed = context.clinicProtocol?.care.supply?.concentrations ?? []
    guard !listed.isEmpty, !listed.contains(concentration) else { return [] }
    let known = listed.map { plain($0) }.joined(separator: " or ")
    return ["not the clinic's \(known) mg/mL"]
  }

  func details(lot: String?, expiry: String?) -> [String] {
    [lot.map { "lot \(clip($0))" }, expiry.map { "expiry \(clip($0))" }].compactMap(\.self)
  }

  /// `drawn 50 = given 35 + wasted 15 mg`, or by how much the sides differ.
  private func words(for supply: DrugSupply) -> String {
    let (drawn, given, wasted) = (supply.drawn, supply.given, supply.wasted)
    let sides =
      "drawn \(plain(drawn.milligrams, places: 6)) \(supply.addsUp ? "=" : "≠") "
      + "given \(plain(given.milligrams, places: 6)) + "
      + "wasted \(plain(wasted.milligrams, places: 6)) mg"
    guard !supply.addsUp else { return "\(clip(supply.medicine)) \(sides)" }
    let rest = drawn - given - wasted
    let off =
      rest > .zero
      ? "\(amount(rest)) not accounted for" : "\(amount(.zero - rest)) more than was drawn"
    return "\(clip(supply.medicine)) \(sides), \(off)"
  }

  private func details(of supply: DrugSupply) -> [String] {
    var details =
      supply.concentration.map { ["\(plain($0, places: 6)) mg/mL"] + unlisted($0) } ?? []
    details += self.details(lot: supply.lot, expiry: supply.expiry)
    if let method = supply.method { details.append("wasted by \(short(method))") }
    if let witness = supply.witness {
      details.append("witness \(clip(witness))")
    } else if supply.wasted > .zero, context.clinicProtocol?.care.supply?.needsWitness ?? false {
      details.append("no witness")
    }
    return details
  }

  /// `BP 170/105 or more`, or each limit by itself.
  private func words(for limits: [PersonalLimit]) -> String {
    var parts: [String] = []
    var rest = limits[...]
    while let limit = rest.popFirst() {
      if limit.sign == .systolic, let lower = rest.first, lower.sign == .diastolic,
        lower.side == limit.side
      {
        rest = rest.dropFirst()
        parts.append("BP \(limit.side.from("\(plain(limit.value))/\(plain(lower.value))"))")
      } else {
        parts.append(limit.words)
      }
    }
    return "the limit is \(parts.joined(separator: ", "))"
  }

  private func words(for assessment: Assessment) -> String {
    guard let scale = context.clinicProtocol?.scale(named: assessment.scale) else {
      let answers = assessment.answers.sorted { $0.key < $1.key }
      return "\(clip(assessment.scale)) "
        + answers.map { "\(clip($0.key)): \($0.value)" }.joined(separator: ", ")
    }
    return scale.words(of: assessment.answers)
  }

  private func words(for step: EmergencyStep) -> String {
    let name = step.name.map { clip($0) }
    return switch step.action {
    case .start: "EMERGENCY card opens" + said(step.words)
    case .step: "emergency: " + (name ?? "done") + said(step.words)
    case .standDown:
      (step.isMistake ? "the emergency card was opened by mistake" : "the emergency is stood down")
        + said(step.words)
    }
  }

  private func handOver(to person: String, _ kind: HandOver.Kind) -> String {
    let from = context.author.map { clip($0) } ?? "this seat"
    return switch kind {
    case .handOver: "\(from) hands over to \(person)"
    case .cover: "\(person) covers for \(from)"
    case .back: "\(person) is back and takes over again"
    }
  }

  /// A number with so many decimals, and more of them only where they say more.
  private func fixed(_ value: Double, _ places: Int, upTo most: Int? = nil) -> String {
    let text = plain(value, places: most ?? places)
    guard value.isFinite, text != "?" else { return text }
    let parts = text.split(separator: ".")
    let fraction = parts.count > 1 ? String(parts[1]) : ""
    let zeros = String(repeating: "0", count: max(0, places - fraction.count))
    return "\(parts[0]).\(fraction)\(zeros)"
  }
}
