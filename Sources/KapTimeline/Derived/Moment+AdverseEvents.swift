/// An adverse event from its beginning to its end, with what was said of it by now.
package struct AdverseEvent: Hashable, Sendable {
  /// What it is: `nausea`.
  package let term: String
  /// When it began.
  package let startedAt: Instant
  /// When it ended; nil while it lasts.
  package private(set) var endedAt: Instant?
  /// How bad it was at worst.
  package private(set) var severity: AdverseEffect.Severity?
  /// Whether it is serious; nil where nobody said.
  package private(set) var isSerious: Bool?
  /// Whether it comes from the medicine, what was done and what came of it, as last said.
  package private(set) var relatedness: String?
  package private(set) var action: String?
  package private(set) var outcome: String?
  /// Its entries, in order.
  package private(set) var entries: [Int]
  /// The entry that first called it serious, and when it was last said not to be after all.
  private(set) var seriousEntry: Int?
  private(set) var notSeriousAt: Instant?

  fileprivate init(_ effect: AdverseEffect, at instant: Instant, entry: Int) {
    term = effect.term
    startedAt = instant
    entries = []
    take(effect, at: instant, entry: entry)
  }

  /// Takes in what an entry says of it.
  fileprivate mutating func take(_ effect: AdverseEffect, at instant: Instant, entry: Int) {
    entries.append(entry)
    severity = [severity, effect.severity].compactMap(\.self).max()
    isSerious = effect.isSerious ?? isSerious
    relatedness = effect.relatedness ?? relatedness
    action = effect.action ?? action
    outcome = effect.outcome ?? outcome
    if effect.isSerious == true {
      seriousEntry = seriousEntry ?? entry
      notSeriousAt = nil
    }
    if effect.isSerious == false, seriousEntry != nil { notSeriousAt = notSeriousAt ?? instant }
    // An end that was said of an earlier time too: it was over then.
    if effect.hasEnded { endedAt = endedAt ?? instant }
  }
}

extension Moment {
  /// Every adverse event, in the order they began; one that comes back after its end is a new one,
  /// and what is said only about its cause and outcome belongs to the one that ended.
  package var adverseEvents: [AdverseEvent] {
    var events: [AdverseEvent] = []
    for index in standing(.effect) {
      guard case .effect(let effect) = session.entries[index].event else { continue }
      let at = session.entries[index].occurredAt
      let isMeant = { (event: AdverseEvent) in
        event.term == effect.term
          && (event.endedAt == nil || effect.isAfterword || effect.isOnlyEnd)
      }
      if let place = events.lastIndex(where: isMeant) {
        events[place].take(effect, at: at, entry: index)
      } else {
        events.append(AdverseEvent(effect, at: at, entry: index))
      }
    }
    return events
  }
}

extension AdverseEffect.Severity: Comparable {
  package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  /// How bad it is among those there are, from 0 for mild.
  package var rank: Int {
    switch self {
    case .mild: 0
    case .moderate: 1
    case .severe: 2
    case .lifeThreatening: 3
    }
  }
}

extension AdverseEffect {
  /// Whether it is said to be worse than the worst said before; what nobody graded counts as mild.
  func isWorse(than worst: Severity?) -> Bool {
    severity.map { $0 > worst ?? .mild } ?? false
  }

  /// Whether it says that it is over, and nothing of how bad it was.
  var isOnlyEnd: Bool { hasEnded && severity == nil }

  /// Whether it says what came of it and nothing of how it is: no effect begins with that where one
  /// has ended.
  var isAfterword: Bool {
    severity == nil && !hasEnded
      && (isSerious != nil || relatedness != nil || action != nil || outcome != nil)
  }

  /// Whether it says anything that `other`, said of the same event before, did not.
  func saysMore(than other: AdverseEffect) -> Bool { overlaid(on: other) != other }

  /// What is known when this is said after `other`.
  func overlaid(on other: AdverseEffect) -> AdverseEffect {
    AdverseEffect(
      term: term,
      severity: severity ?? other.severity,
      hasEnded: hasEnded,
      isSerious: isSerious ?? other.isSerious,
      relatedness: relatedness ?? other.relatedness,
      action: action ?? other.action,
      outcome: outcome ?? other.outcome
    )
  }
}
