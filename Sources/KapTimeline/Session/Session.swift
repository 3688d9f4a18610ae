/// A session as its events tell it: the fold of the journal, and nothing else.
///
/// Events may arrive in any order and more than once; the result is the same, but for the indices
/// of ``entries``. What can be derived (due, notices, totals, gaps) is not kept here but asked of a
/// ``Moment``. A moment holds the session it is of: let go of it before the next ``apply(_:)``, or
/// that copies the whole.
package struct Session: Sendable {
  /// Every event, in the order it arrived; an index into it stays valid.
  package internal(set) var entries: [Entry] = []
  /// Indices into ``entries`` by when things happened.
  package internal(set) var order: [Int] = []
  /// The writers, by when each first wrote; the first is `a`.
  package internal(set) var writers: [WriterID] = []
  /// Counts the changes to readings and doses that were already here, or that came before such;
  /// whoever went through those in order begins again when it differs.
  package internal(set) var rewrites = 0

  /// When the last of them was written.
  package private(set) var lastWrittenAt: Instant?

  /// What was written with nobody to ask, in the order it arrived.
  private(set) var unasked: [Int] = []
  var lists: [[Int]] = Array(repeating: [], count: EventKind.allCases.count)
  var indices: [EventID: Int] = [:]
  /// Events about one that is not here yet.
  var waiting: [EventID: [Int]] = [:]
  var firstWords: [WriterID: WritingKey] = [:]
  /// The initials of everybody here, by name.
  var labels: [String: String] = [:]
  /// Whether entries are put in order as they come, rather than all at the end.
  var isPlacing = true

  /// Creates a session of which nothing is known yet.
  package init() {}

  /// Creates a session by folding `events`.
  package init(replaying events: some Sequence<Recorded>) {
    isPlacing = false
    // With room for what is yet to come: the first entry after opening must not move them all.
    let count = events.underestimatedCount
    entries.reserveCapacity(count + count / 8)
    indices.reserveCapacity(count + count / 8)
    for event in events { apply(event) }
    placeAll()
  }

  /// Folds one durable event into the session; one that is here already changes nothing.
  ///
  /// Cost: constant for an event at the end of the order, else one move of indices.
  package mutating func apply(_ recorded: Recorded) {
    guard indices[recorded.id] == nil else { return }
    let index = entries.count
    entries.append(Entry(recorded))
    if recorded.isUnasked { unasked.append(index) }
    lastWrittenAt = max(lastWrittenAt ?? recorded.recordedAt, recorded.recordedAt)
    indices[recorded.id] = index
    name(recorded)
    introduce(recorded)
    place(index)
    link(index)
  }

  /// The index of the event called `id`.
  package func index(of id: EventID) -> Int? { indices[id] }

  /// The first event, which says what session this is, whatever moment is asked about.
  package var opening: Opening? {
    guard let index = list(of: .opened).first, case .opened(let opening) = entries[index].event
    else { return nil }
    return opening
  }

  /// The rules the session runs under.
  package var rules: ClinicProtocol? { opening?.clinicProtocol }

  /// The indices of all events of a kind, by when they happened, void ones included.
  package func list(of kind: EventKind) -> [Int] { lists[kind.place] }

  /// How many of the first entries in ``order`` happened at or before `instant`.
  package func count(until instant: Instant) -> Int { count(until: instant, nil) }

  /// The same, no further than a place among those of the instant.
  func count(until instant: Instant, _ end: OrderEnd?) -> Int {
    prefixCount(of: order, until: instant, end)
  }

  /// The indices of events of a kind that happened at or before `instant`, void ones included.
  package func list(of kind: EventKind, until instant: Instant) -> ArraySlice<Int> {
    list(of: kind, until: instant, nil)
  }

  /// The same, no further than a place among those of the instant.
  func list(of kind: EventKind, until instant: Instant, _ end: OrderEnd?) -> ArraySlice<Int> {
    let list = lists[kind.place]
    return list.prefix(prefixCount(of: list, until: instant, end))
  }

  private func prefixCount(of list: [Int], until instant: Instant, _ end: OrderEnd?) -> Int {
    if let end { return list.partitioned { entries.includes($0, upTo: end) } }
    if let last = list.last, entries[last].occurredAt <= instant { return list.count }
    return list.partitioned { entries[$0].occurredAt <= instant }
  }
}
