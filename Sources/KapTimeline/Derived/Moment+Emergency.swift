/// An emergency card, open or closed, with its steps.
package struct EmergencyState: Hashable, Sendable {
  /// When it began.
  package let since: Instant
  /// When it was stood down; nil while it is open.
  package let until: Instant?
  /// Whether it was opened by mistake.
  package let isMistake: Bool
  /// The entries of its steps, in order, the first and the last included.
  package let entries: [Int]

  /// Creates a state.
  package init(since: Instant, until: Instant? = nil, isMistake: Bool = false, entries: [Int]) {
    self.since = since
    self.until = until
    self.isMistake = isMistake
    self.entries = entries
  }
}

extension Moment {
  /// The emergency cards of the session, in order.
  package var emergencies: [EmergencyState] {
    var cards: [EmergencyState] = []
    var since: Instant?
    var steps: [Int] = []
    for index in standing(.emergency) {
      guard case .emergency(let step) = session.entries[index].event else { continue }
      let at = session.entries[index].occurredAt
      steps.append(index)
      switch step.action {
      case .start, .step: since = since ?? at
      case .standDown:
        cards.append(
          EmergencyState(
            since: since ?? at,
            until: at,
            isMistake: step.isMistake,
            entries: steps
          )
        )
        since = nil
        steps = []
      }
    }
    if let since {
      cards.append(EmergencyState(since: since, until: nil, isMistake: false, entries: steps))
    }
    return cards
  }

  /// The card that is open.
  package var emergency: EmergencyState? { emergencies.last.flatMap { $0.until == nil ? $0 : nil } }

  /// The steps of emergencies that are over which want words and have none, in order.
  ///
  /// A card that was opened by mistake asks nothing.
  var wordlessSteps: [Int] {
    let wanting = (rules?.care.interventions ?? []).filter(\.wantsWords).map(\.name)
    guard !wanting.isEmpty else { return [] }
    return emergencies.filter { $0.until != nil && !$0.isMistake }.flatMap(\.entries)
      .filter { index in
        guard case .emergency(let step) = session.entries[index].event, step.action == .step,
          step.words == nil, let name = step.name
        else { return false }
        return wanting.contains(name)
      }
  }

  /// Until when notices are kept quiet, unless something new broke through since.
  ///
  /// Quiet is what stood when it was asked for, and what only says that again: the same limits, no
  /// more pressing. A reminder breaks nothing.
  package func quietUntil(given notices: [Notice]) -> Instant? {
    guard let index = last(.quiet), case .quiet(let quiet) = session.entries[index].event,
      now < quiet.until
    else { return nil }
    let pressed = session.entries[index]
    let new = notices.filter { isNew($0, since: pressed) }
    let old = notices.filter { !isNew($0, since: pressed) && stood($0, at: pressed.occurredAt) }
    let breaks = new.contains { notice in
      notice.isOpen && notice.urgency > .reminder
        && !old.contains { $0.urgency >= notice.urgency && notice.saysAgain($0) }
    }
    return breaks ? nil : quiet.until
  }

  /// Whether a notice came after an entry, be it that it was written later about an earlier time.
  private func isNew(_ notice: Notice, since pressed: Entry) -> Bool {
    guard notice.raisedAt <= pressed.occurredAt else { return true }
    guard let entry = notice.entry.map({ session.entries[$0] }) else { return false }
    // What an entry says now may have been written, or said to be so, long after the entry itself.
    let writings =
      [entry]
      + [entry.correctedBy, entry.judgedBy].compactMap { $0 }.map {
        session.entries[$0]
      }
    return writings.contains { $0.recorded.recordedAt > pressed.recorded.recordedAt }
  }

  /// Whether a notice was open at an instant.
  private func stood(_ notice: Notice, at instant: Instant) -> Bool {
    let wasSaid = notice.acknowledgedBy.map { session.entries[$0].occurredAt <= instant } ?? false
    let wasCleared = notice.clearedAt.map { $0 <= instant } ?? false
    return !wasSaid && (notice.urgency == .urgent || !wasCleared)
  }
}

extension Notice {
  /// Whether it says nothing but what another one said: limits that were all crossed before.
  fileprivate func saysAgain(_ other: Notice) -> Bool {
    rule == other.rule && !crossings.isEmpty && other.covers(self)
  }
}
