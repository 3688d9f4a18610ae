import KapTimeline

/// Stretches of time, to be counted at a moment without going through them.
struct Stretches: Sendable {
  private let starts: [Instant]
  private let ends: [Instant]
  /// Each with its end, by that.
  private let whole: [(start: Instant, end: Instant)]

  /// From when something had happened to when it was in the record, for all that people stated; a
  /// correction is about the time of what it corrects.
  init(unknownIn record: Session) {
    var starts: [Instant] = []
    var ends: [Instant] = []
    for entry in record.entries where entry.recorded.event.kind.isStated {
      var start = entry.occurredAt
      if let target = entry.recorded.event.target.flatMap({ record.index(of: $0) }) {
        start = min(start, record.entries[target].occurredAt)
      }
      guard start < entry.recorded.receivedAt else { continue }
      starts.append(start)
      ends.append(entry.recorded.receivedAt)
    }
    self.starts = starts.sorted()
    self.ends = ends.sorted()
    whole = zip(starts, ends).map { (start: $0, end: $1) }.sorted { $0.end < $1.end }
  }

  /// The beginnings of those that have begun by `instant` and are not over.
  func beginnings(around instant: Instant) -> [Instant] {
    let first = whole.partitioned { $0.end <= instant }
    return whole[first...].lazy.filter { $0.start <= instant }.map(\.start)
  }

  /// How many have begun by `instant` and are not over.
  func count(around instant: Instant) -> Int {
    starts.partitioned { $0 <= instant } - ends.partitioned { $0 <= instant }
  }
}
