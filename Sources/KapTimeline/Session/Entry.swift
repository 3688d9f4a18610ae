/// An event as the session holds it: what was written, and what later events made of it.
package struct Entry: Sendable {
  /// What was written, unchanged for ever.
  package let recorded: Recorded
  /// What it says now, after corrections.
  package internal(set) var event: Event
  /// When it happened, after corrections.
  package internal(set) var occurredAt: Instant
  /// Whether it is marked entered in error.
  package internal(set) var isVoid = false
  /// The event that withdrew it, as an index into ``Session/entries``.
  package internal(set) var withdrawnBy: Int?
  /// The event that corrected it last.
  package internal(set) var correctedBy: Int?
  /// The event in which a person confirmed it or called it artefact.
  package internal(set) var judgedBy: Int?
  /// The event that gave a pin its words last.
  package internal(set) var wordedBy: Int?
  /// Events that are about this one, in the order they were written.
  var abouts: [Int] = []
  /// Whether it is about another event but acts on nothing, since the two are about each other.
  var isInert = false

  init(_ recorded: Recorded) {
    self.recorded = recorded
    event = recorded.event
    occurredAt = recorded.occurredAt
  }

  /// Its identity.
  package var id: EventID { recorded.id }

  /// Who saw it: the observer, else the author.
  package var witness: String { recorded.observer ?? recorded.author }

  /// Whether a person who wrote it had to think back further than `tolerance`.
  package func isLate(tolerance: Span) -> Bool {
    recorded.recordedAt - recorded.occurredAt > tolerance
  }
}

/// The one order of events, the same on every machine whatever order they arrive in.
struct OrderKey: Comparable {
  let occurredAt: Instant
  let recordedAt: Instant
  let id: EventID

  init(_ entry: Entry) {
    occurredAt = entry.occurredAt
    recordedAt = entry.recorded.recordedAt
    id = entry.recorded.id
  }

  static func < (left: OrderKey, right: OrderKey) -> Bool {
    if left.occurredAt != right.occurredAt { return left.occurredAt < right.occurredAt }
    if left.recordedAt != right.recordedAt { return left.recordedAt < right.recordedAt }
    return left.id < right.id
  }
}
