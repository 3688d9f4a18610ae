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

  /// Until when notices are kept quiet, unless something more urgent broke through since.
  package func quietUntil(given notices: [Notice]) -> Instant? {
    guard let index = last(.quiet), case .quiet(let quiet) = session.entries[index].event,
      now < quiet.until
    else { return nil }
    let since = session.entries[index].occurredAt
    let breaks = notices.contains {
      $0.isOpen && $0.since > since && $0.urgency > quiet.urgency
    }
    return breaks ? nil : quiet.until
  }
}
