extension Moment {
  func text(of mark: ChecklistMark) -> String {
    let label = rules?.care.item(mark.item)?.short ?? mark.item
    let answer =
      switch mark.answer {
      case .done: ""
      case .no: ", no"
      case .notApplicable: ", does not apply"
      }
    let by = mark.by.map { ", by \(session.callName(of: $0))" } ?? ""
    return "check \(label)\(answer)\(by)\(mark.words.map { ": \($0)" } ?? "")"
  }

  func text(of assessment: Assessment, in index: Int) -> String {
    guard let scale = rules?.scale(named: assessment.scale) else { return assessment.scale }
    let value = scale.value(of: assessment.answers)
    let outcomes = value.map { self.outcomes(of: $0, on: scale, in: index) } ?? []
    return ([scale.words(of: assessment.answers)] + outcomes).joined(separator: ", ")
  }

  func text(of plan: DosePlan, in index: Int) -> String {
    let dose = plan.dose
    let over =
      dose.duration.map { " over \(plain($0.inMinutes)) min" } ?? dose.manner.map { " \($0)" } ?? ""
    let amount = "\(plain(dose.amount.milligrams, places: 3)) mg"
    let perKilogram = plan.perKilogram.map { ", \(plain($0)) mg/kg" } ?? ""
    let volume = plan.volumeWords.map { ", \($0)" } ?? ""
    let reason = self.reason(of: plan, in: index)
    return "planned \(dose.medicine.rawValue) \(dose.route.abbreviation) "
      + "\(amount)\(over)\(perKilogram)\(volume)\(reason)"
  }

  /// Although what it was planned, and why: what was open then, and readings that held the dose until
  /// somebody said otherwise.
  private func reason(of plan: DosePlan, in index: Int) -> String {
    let then = Moment(session, upTo: index)
    let gate = then.checklist(for: .beforeDose).first { $0.item.evidence?.by != nil }
    let held = gate == nil ? nil : then.heldReading
    let open = plan.openItems.filter { $0 != gate?.item.key || held == nil }
      .map { rules?.care.item($0)?.short ?? $0 }
    let although = [held, open.isEmpty ? nil : "\(open.joined(separator: ", ")) open"]
      .compactMap(\.self)
    guard let why = plan.reason ?? (held == nil ? nil : gate?.entry.flatMap(overriding))
    else { return "" }
    let against = although.isEmpty ? "" : ", although \(although.joined(separator: " and "))"
    return "\(against), because \(why)"
  }

  /// Why readings that held the dose were let be, and by whom: `known, treated, by Dr L`.
  private func overriding(_ index: Int) -> String? {
    let entry = session.entries[index]
    guard case .check(let mark) = entry.event, let words = mark.words else { return nil }
    return "\(words), by \(session.callName(of: mark.by ?? entry.recorded.author))"
  }

  func text(of limit: PersonalLimit) -> String {
    let by = limit.orderedBy.map { ", by \(session.callName(of: $0))" } ?? ""
    return "limit for this person: \(limit.words), \(limit.reason)\(by)"
  }

  func text(of supply: DrugSupply) -> String {
    let amounts =
      "drawn \(plain(supply.drawn.milligrams, places: 3)) mg, "
      + "given \(plain(supply.given.milligrams, places: 3)) mg, "
      + "wasted \(plain(supply.wasted.milligrams, places: 3)) mg"
    let rest = [
      supply.lot.map { "lot \($0)" },
      supply.expiry.map { "expiry \($0)" },
      supply.concentration.map { "\(plain($0)) mg/mL" },
      supply.method,
      supply.witness.map { "witness \(session.callName(of: $0))" },
    ].compactMap(\.self)
    return (["\(supply.medicine) \(amounts)"] + rest).joined(separator: ", ")
  }

  func text(of step: LozengeStep) -> String {
    switch step {
    case .spit: "lozenge spat out"
    case .swallow: "lozenge swallowed"
    }
  }

  func text(of step: EmergencyStep) -> String {
    let words = step.words.map { ": \($0)" } ?? ""
    switch step.action {
    case .start: return "EMERGENCY card opened\(words)"
    case .step: return "emergency: \(step.name ?? "")\(step.name == nil ? step.words ?? "" : words)"
    case .standDown:
      return step.isMistake ? "emergency card opened by mistake\(words)" : "stood down\(words)"
    }
  }

  func text(of change: HandOver, in index: Int) -> String {
    let (from, to) = (session.callName(of: change.from), session.callName(of: change.to))
    let said = change.words.map { ", \($0)" } ?? ""
    // Who was there is then the word of the one who wrote it.
    let author = session.initials(of: session.entries[index].recorded.author)
    let words =
      change.isUnlocked == false ? "\(said), nobody unlocked as \(to): as said by \(author)" : said
    return switch change.kind {
    case .handOver: "\(from) handed over to \(to)\(words)"
    case .cover: "\(to) covers for \(from)\(words)"
    case .back: "\(to) is back, \(from) goes\(words)"
    }
  }
}
