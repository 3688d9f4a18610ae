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
  /// How many events it is away from a plain fact, 0 for a fact; nil while a target is missing.
  var depth: Int?

  init(_ recorded: Recorded) {
    self.recorded = recorded
    event = recorded.event
    occurredAt = recorded.occurredAt
  }

  /// Its identity.
  package var id: EventID { recorded.id }

  /// Who saw it: the observer, else the author.
  package var witness: String { recorded.observer ?? recorded.author }

  /// Whether whoever wrote it had to think back further than `tolerance`.
  package func isLate(tolerance: Span) -> Bool {
    recorded.recordedAt - occurredAt > tolerance
  }
}
