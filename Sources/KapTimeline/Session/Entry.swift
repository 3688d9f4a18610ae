/// An event as the session holds it: what was written, and what later events made of it.
package struct Entry: Sendable {
  private let page: Page
  /// What it says now, after corrections.
  package internal(set) var event: Event
  /// When it happened, after corrections.
  package internal(set) var occurredAt: Instant
  /// Events that are about this one, in the order they were written.
  var abouts: [Int] = []
  private var marks = Marks()
  /// Whether it is marked entered in error.
  package internal(set) var isVoid = false

  init(_ recorded: Recorded) {
    page = Page(recorded)
    event = recorded.event
    occurredAt = recorded.occurredAt
  }

  /// What was written, unchanged for ever.
  package var recorded: Recorded { page.recorded }

  /// The same entry before anything was said about it.
  var asWritten: Entry {
    var entry = self
    entry.event = recorded.event
    entry.occurredAt = recorded.occurredAt
    entry.isVoid = false
    entry.marks = Marks()
    entry.depth = depth
    return entry
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

extension Entry {
  /// The event that withdrew it, as an index into ``Session/entries``.
  package internal(set) var withdrawnBy: Int? {
    get { marks.withdrawnBy.index }
    set { marks.withdrawnBy = Place(newValue) }
  }

  /// The event that corrected it last.
  package internal(set) var correctedBy: Int? {
    get { marks.correctedBy.index }
    set { marks.correctedBy = Place(newValue) }
  }

  /// The event in which a person confirmed it or called it artefact.
  package internal(set) var judgedBy: Int? {
    get { marks.judgedBy.index }
    set { marks.judgedBy = Place(newValue) }
  }

  /// The event that gave a pin its words last.
  package internal(set) var wordedBy: Int? {
    get { marks.wordedBy.index }
    set { marks.wordedBy = Place(newValue) }
  }

  /// How many events it is away from a plain fact, 0 for a fact; nil while a target is missing.
  var depth: Int? {
    get { marks.depth.index }
    set { marks.depth = Place(newValue) }
  }

  /// What was written, held once however often sessions are copied.
  private final class Page: Sendable {
    let recorded: Recorded

    init(_ recorded: Recorded) { self.recorded = recorded }
  }

  private struct Marks: Sendable {
    var withdrawnBy = Place(nil)
    var correctedBy = Place(nil)
    var judgedBy = Place(nil)
    var wordedBy = Place(nil)
    var depth = Place(nil)
  }

  /// An index or none, in half the room.
  private struct Place: Sendable {
    private let raw: Int32

    init(_ index: Int?) { raw = index.flatMap { Int32(exactly: $0) } ?? -1 }

    var index: Int? { raw < 0 ? nil : Int(raw) }
  }
}
