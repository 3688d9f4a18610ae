/// An item of a checklist as it stands.
package struct ChecklistState: Hashable, Sendable {
  /// The item.
  package let item: ChecklistItem
  /// Where it stands.
  package let state: State
  /// The entry that answered it; nil while open, and for what the record as a whole shows.
  package let entry: Int?
  /// What was said of it, or what in the record answers it; of an open one what is wrong with that.
  package let words: String?

  /// Where an item stands.
  package enum State: String, Hashable, Sendable, CaseIterable {
    case open
    /// A person ticked it.
    case done
    /// A person said that it is not so.
    case no
    case notApplicable
    /// The record shows it without a tick.
    case shown
  }

  /// Whether nothing more is asked of it.
  package var isMet: Bool {
    switch state {
    case .done, .notApplicable, .shown: true
    case .open, .no: false
    }
  }

  /// What was said not to be so, and what was said of it: `vessels (aortic aneurysm 5 cm)`.
  var denial: String { item.short + (words.map { " (\($0))" } ?? "") }
}

extension Moment {
  /// The items of the list for a time of the session, each as it stands, in order.
  package func checklist(for purpose: Checklist.Purpose) -> [ChecklistState] {
    guard let list = rules?.care.checklist(for: purpose) else { return [] }
    let marks = marks
    let dose = list.fromDose == true ? lastDose : nil
    return list.items.filter { !$0.isForFew || marks[$0.key] != nil }.map { item in
      guard let mark = marks[item.key] else { return evident(item) }
      if let dose, session.entries.comes(mark.entry, before: dose) {
        return evident(item, else: "answered before the dose")
      }
      guard holds(mark.mark, in: mark.entry, for: item) else { return evident(item) }
      // What nobody was asked about, and nobody has confirmed, settles nothing.
      if mark.mark.answer != .no, let doubt = unconfirmed(mark.entry).first {
        return evident(item, else: "not confirmed: \(doubt.question)")
      }
      let by = mark.mark.by.map { "by \(session.callName(of: $0)): " } ?? ""
      return ChecklistState(
        item: item,
        state: mark.mark.answer.state,
        entry: mark.entry,
        words: mark.mark.words.map { by + $0 }
      )
    }
  }

  /// The entry of the last dose, or of the pump's last start.
  private var lastDose: Int? {
    let starts = standing(.infusion).filter { index in
      guard case .infusion(let change) = session.entries[index].event else { return false }
      return change.action == .start
    }
    return (doses.map(\.entry) + starts).max { session.entries.comes($0, before: $1) }
  }

  /// The required items the planned dose waits for, in order.
  package var gate: [ChecklistState] {
    checklist(for: .beforeDose).filter { $0.item.isRequired && !$0.isMet }
  }

  /// What the planned dose waits for, each in few words: `consent`, `BP: a caution note`.
  package var waitedFor: [String] { gate.map { $0.item.short + (wish(of: $0) ?? "") } }

  /// What is open of an item, in few words: a reading beyond a limit before the dose with both, as
  /// `BP 146/94 above 140/90`.
  package func openWords(of state: ChecklistState) -> String {
    guard state.item.evidence?.kind == .gate else { return state.item.short }
    let crossed = gateCrossings
    let asks: GateLimit.Ask = crossed.contains { $0.asks == .hold } ? .hold : .note
    let words = VitalsSlot.allCases.compactMap { slot -> String? in
      let asked = crossed.filter { $0.asks == asks && slot.signs.contains($0.sign) }
      guard let first = asked.first,
        let reading = gateSet(for: first.sign)?.vitals.words(for: slot)
      else { return nil }
      let limits = asked.filter { $0.side == first.side }
      let isPair = limits.map(\.sign) == [.systolic, .diastolic]
      let one = first.sign == .systolic ? "systolic " : first.sign == .diastolic ? "diastolic " : ""
      let word = first.side.word(isInclusive: first.isInclusive)
      let values = (isPair ? limits : [first]).map { plain($0.value) }.joined(separator: "/")
      return "\(reading) \(isPair ? "" : one)\(word) \(values)"
    }
    return words.isEmpty ? state.item.short : words.joined(separator: " and ")
  }

  /// What is wanted of an item whose reading was taken and is beyond a limit.
  private func wish(of state: ChecklistState) -> String? {
    guard let evidence = state.item.evidence, evidence.kind == .gate, !gateCrossings.isEmpty
    else { return nil }
    guard isHeld(by: evidence), let role = evidence.by else { return ": a caution note" }
    return ": the \(role.rawValue)'s word"
  }

  /// The item that each answer which stands is about, by how a person may name the entry.
  package var checkedItems: [EntryReference: String] {
    var items: [EntryReference: String] = [:]
    for index in standing(.check) {
      guard case .check(let mark) = session.entries[index].event else { continue }
      items[.name(session.name(of: index))] = mark.item
      items[.identity(session.entries[index].id)] = mark.item
    }
    return items
  }

  /// The newest answer to each item.
  private var marks: [String: (mark: ChecklistMark, entry: Int)] {
    var newest: [String: (mark: ChecklistMark, entry: Int)] = [:]
    for index in standing(.check) {
      guard case .check(let mark) = session.entries[index].event else { continue }
      newest[mark.item] = (mark, index)
    }
    return newest
  }

  /// Whether readings answer an item, where it is theirs to answer.
  private func isShownByReadings(_ item: ChecklistItem) -> Bool {
    guard let asked = item.evidence, asked.kind.isReading else { return true }
    return isShown(asked)
  }

  /// Whether the record answers an item without a tick.
  func isShown(_ evidence: ChecklistItem.Evidence) -> Bool { self.evidence(of: evidence) != nil }

  /// Whether an answer still holds beside the readings: a bare tick as far as they show it, one with
  /// words about limits that are crossed for the readings of then.
  private func holds(_ mark: ChecklistMark, in entry: Int, for item: ChecklistItem) -> Bool {
    guard mark.answer != .no else { return true }
    // A dose that came to light after the tick moves the stay beyond it.
    if item.evidence?.kind == .stay, let until = stayAfterDoses,
      session.entries[entry].occurredAt < until
    {
      return false
    }
    if let evidence = item.evidence, let role = evidence.by, isHeld(by: evidence) {
      let written = session.entries[entry]
      let recorded = (written.correctedBy.map { session.entries[$0] } ?? written).recorded
      guard isSaid(mark, by: role, author: recorded.author, as: recorded.role) else { return false }
    }
    guard mark.words != nil else { return isShownByReadings(item) }
    return item.evidence?.kind != .gate || answersGate(entry)
  }

  /// Whether an entry was written of the readings that cross the limits before the dose, if any do.
  func answersGate(_ entry: Int) -> Bool {
    guard !gateCrossings.isEmpty else { return true }
    return (rules?.care.gate ?? []).allSatisfy { limit in
      guard let base = gateSet(for: limit.sign) else { return true }
      let (reading, answer) = (session.entries[base.entry], session.entries[entry])
      guard session.entries.comes(base.entry, before: entry),
        WritingKey(reading) < WritingKey(answer),
        case .vitals(let then) = session.event(at: base.entry, asWrittenBefore: entry)
      else { return false }
      return then[limit.sign] == base.vitals[limit.sign]
    }
  }

  private func evident(_ item: ChecklistItem, else remark: String? = nil) -> ChecklistState {
    let found = item.evidence.flatMap { evidence(of: $0) }
    return ChecklistState(
      item: item,
      state: found == nil ? .open : .shown,
      entry: nil,
      words: found ?? item.evidence.flatMap { shortfall(of: $0) } ?? remark
    )
  }

  /// What in the record answers an item, in words, or nil.
  private func evidence(of evidence: ChecklistItem.Evidence) -> String? {
    switch evidence.kind {
    case .fact: return evidence.name.flatMap { frame[$0]?.text }
    case .baseline: return baselineWords
    case .staff:
      let here = present
      guard here.count >= evidence.count ?? 1 else { return nil }
      return here.map { session.initials(of: $0.person) }.joined(separator: ", ")
    case .gate:
      guard let pair = gateSet(for: .systolic)?.vitals.bloodPressure, gateCrossings.isEmpty
      else { return nil }
      return "BP \(pair.text)"
    case .scale:
      return evidence.name.flatMap { rules?.scale(named: $0) }.flatMap { lastAssessment(on: $0) }?
        .words
    case .stay:
      guard let until = stayUntil, now >= until else { return nil }
      return "stay reached"
    }
  }
}

extension ChecklistItem.Evidence.Kind {
  /// Whether it is readings before the dose.
  var isReading: Bool {
    switch self {
    case .baseline, .gate: true
    case .fact, .staff, .scale, .stay: false
    }
  }
}

extension ChecklistMark.Answer {
  fileprivate var state: ChecklistState.State {
    switch self {
    case .done: .done
    case .no: .no
    case .notApplicable: .notApplicable
    }
  }
}
