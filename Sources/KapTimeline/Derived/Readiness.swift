/// How far a person is on the way to leaving, by the record; whether they leave a person decides.
package struct Readiness: Hashable, Sendable {
  /// Until when they stay at least; nil before there is a dose.
  package let stayUntil: Instant?
  /// Whether that has passed, which alone says nothing of the person.
  package let isStayReached: Bool
  /// The list for leaving, each item as it stands.
  package let items: [ChecklistState]
  /// What may not be left open and is, in words, in order.
  package let missing: [String]
  /// The minute at which they would have been ready without the rule of the stay, as a person said.
  package let readyMinute: Double?
  /// Who takes them home, as far as it was said.
  package let escort: String?
  /// What the clinic says to those who leave, in order.
  package let aftercare: [String]
  /// Whether a person ticked that this was given.
  package let isAftercareGiven: Bool

  /// What a person said is not so, in words, in order.
  package var notSo: [String] { items.filter { $0.state == .no }.map(\.item.short) }
  /// How many items nothing more is asked of, a no with its words among them.
  package var settled: Int { items.count { $0.state != .open } }
}

extension Moment {
  /// How far the person is on the way to leaving.
  package var readiness: Readiness {
    let items = checklist(for: .leaving)
    let until = stayUntil
    let isReached = until.map { now >= $0 } ?? false
    var missing = items.filter { $0.item.isRequired && $0.state == .open }.map(\.item.short)
    let saysStay = items.contains { $0.item.evidence?.kind == .stay }
    if !items.isEmpty, !saysStay, !isReached { missing.insert("minimum stay", at: 0) }
    let minutes = items.first { $0.item.needs == .minutes && $0.state == .done }
    return Readiness(
      stayUntil: until,
      isStayReached: isReached,
      items: items,
      missing: missing,
      readyMinute: minutes?.words.flatMap { Double($0) }.flatMap { $0.isFinite ? $0 : nil },
      escort: frame["escort"]?.text,
      aftercare: rules?.care.aftercare.map(\.name) ?? [],
      isAftercareGiven: items.contains { $0.item.isAftercare && $0.state == .done }
    )
  }
}

extension Moment {
  /// What may not be left open by those who leave and is: items of the list, and required readings
  /// that were missed without a reason.
  ///
  /// Rules from before there was a list hold nobody back.
  package var openForLeaving: [String] {
    let readiness = readiness
    guard !readiness.items.isEmpty else { return [] }
    return readiness.missing + unexplainedReadings(given: notices)
  }

  /// What an end leaves open: a reason for the discharge explains the list, and no reading.
  var openAtEnd: LeftOpen {
    let readiness = readiness
    guard !readiness.items.isEmpty else { return LeftOpen() }
    let notices = notices
    return LeftOpen(
      items: phase?.phase == .discharged ? [] : readiness.missing,
      readings: unexplainedReadings(given: notices),
      notices: unacknowledged(of: notices)
    )
  }

  /// Urgent notices that nobody has answered, in words; the checks of a dose are a list of their own,
  /// and are explained at any time.
  private func unacknowledged(of notices: [Notice]) -> [String] {
    open(notices).compactMap { notice in
      guard notice.urgency == .urgent, notice.rule != Notice.checks, let entry = notice.entry
      else { return nil }
      let value = words(for: notice, offset: session.entries[entry].recorded.offset).value
      return "\(value) not acknowledged"
    }
  }

  /// Required readings that were missed without a reason, for somebody who leaves now.
  private func unexplainedReadings(given notices: [Notice]) -> [String] {
    let due = state == .open ? dueList(given: notices, isLeaving: true) : due(given: notices)
    return due.missing.map { dueWords(for: $0) }
  }

  /// What was open when a session with a dose ended, where nobody said why.
  package var leftOpen: [String] {
    guard case .ended = state, zero != nil else { return [] }
    return inSession.openAtEnd.words
  }
}

/// What a session that ends leaves open, in words.
package struct LeftOpen: Hashable, Sendable {
  /// Required items of the list for leaving.
  package let items: [String]
  /// Required readings that nobody took or explained.
  package let readings: [String]
  /// Urgent notices that nobody acknowledged.
  package let notices: [String]

  /// Creates what is left open.
  package init(items: [String] = [], readings: [String] = [], notices: [String] = []) {
    self.items = items
    self.readings = readings
    self.notices = notices
  }

  /// All of it.
  package var words: [String] { items + readings + notices }

  /// What to do about the first of it.
  var remedy: String {
    if let first = readings.first { return "Type notdone \(first) because …." }
    guard items.isEmpty else {
      return "The list of :leaving is open: tick it, or type phase discharged because …."
    }
    return "Type ack: and what was done."
  }
}

extension ChecklistItem {
  /// Whether it is about what is said to those who leave.
  fileprivate var isAftercare: Bool { ["instructions", "aftercare"].contains(key) }
}
