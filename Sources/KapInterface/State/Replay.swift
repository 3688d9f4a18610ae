package import KapTimeline

/// The play head of a record: where it stands, how fast it moves, and what is known there.
package struct Replay: Sendable {
  /// The whole record.
  package private(set) var record: Session
  /// Where the play head stands, in session time.
  package private(set) var at: Instant
  /// The first and the last moment of the record.
  package let first: Instant
  package let last: Instant
  /// Whether it moves.
  package private(set) var isPlaying = false
  /// How many times as fast as it happened; negative is backwards.
  package private(set) var speed = 4.0
  /// Whether only what was known then is shown.
  package private(set) var isAsKnown: Bool
  /// What was said of the record when it was opened: its verification.
  package let verification: String
  /// When the entries happened that were written long after.
  private(set) var lateEntries: [Instant]

  private var playedTicks: Int64?
  private var playedFrom: Instant
  /// Between which moments entries stood that had happened and were not known yet.
  private var unknown: Stretches
  /// The entries by when they were written, once somebody asks for what was known.
  private var byWriting: [Int]?
  /// What was known, kept from one moment to the next once somebody asks for it.
  private var known: KnownSession?

  /// Opens a record at its first moment, or at `at`.
  package init(
    _ record: Session,
    at: Instant? = nil,
    speed: Double = 4,
    isAsKnown: Bool = false,
    verification: String = ""
  ) {
    self.record = record
    let times = record.order.map { record.entries[$0].occurredAt }
    let last = times.last ?? Instant(milliseconds: 0)
    first = times.first ?? last
    self.last = last
    self.at = min(max(at ?? first, first), last)
    self.speed = speed
    self.isAsKnown = isAsKnown
    self.verification = verification
    playedFrom = self.at
    lateEntries = Self.lateEntries(of: record)
    unknown = Stretches(unknownIn: record)
    know()
  }

  private static func lateEntries(of record: Session) -> [Instant] {
    let tolerance = Span.minutes(record.rules?.timing.lateAfterMinutes ?? 0)
    // More than this no bar shows apart.
    return record.entries.lazy.filter {
      $0.recorded.event.kind.isStated && $0.isLate(tolerance: tolerance)
    }.prefix(500).map(\.occurredAt)
  }

  /// Goes on with a record to which somebody has added; the play head stays where it is.
  package mutating func take(_ record: Session) {
    self.record = record
    lateEntries = Self.lateEntries(of: record)
    unknown = Stretches(unknownIn: record)
    byWriting = nil
    known = nil
    know()
  }

  /// The session the panes see.
  package var shown: Session { isAsKnown ? known?.session ?? record : record }

  /// How far the play head is, from 0 to 1.
  package var share: Double {
    let whole = (last - first).milliseconds
    return whole == 0 ? 1 : Double((at - first).milliseconds) / Double(whole)
  }

  /// Puts the play head at a moment of the record; a playing one goes on from there.
  package mutating func seek(to instant: Instant) {
    at = min(max(instant, first), last)
    playedFrom = at
    playedTicks = nil
    know()
  }

  /// Starts or stops.
  package mutating func toggle(at ticks: Int64) {
    isPlaying.toggle()
    if isPlaying, at >= last, speed > 0 { seek(to: first) }
    if isPlaying, at <= first, speed < 0 { seek(to: last) }
    playedFrom = at
    playedTicks = ticks
  }

  /// Moves to where the play head is by now; it stays on the last frame.
  package mutating func play(until ticks: Int64) {
    guard isPlaying else { return }
    guard let start = playedTicks else {
      playedTicks = ticks
      return
    }
    let gone = Double(ticks &- start) * speed
    guard gone.isFinite, abs(gone) < 1e15 else { return }
    at = min(max(playedFrom + Span(milliseconds: Int64(gone)), first), last)
    if at == last && speed > 0 || at == first && speed < 0 { isPlaying = false }
    know()
  }

  /// Another speed from here on.
  package mutating func change(speed: Double, at ticks: Int64) {
    playedFrom = at
    playedTicks = ticks
    self.speed = speed
  }

  /// Changes between what was known then and the record with its later entries.
  package mutating func toggleKnown() {
    isAsKnown.toggle()
    know()
  }

  private mutating func know() {
    guard isAsKnown else { return }
    if known == nil { known = KnownSession(record) }
    if byWriting == nil {
      byWriting = record.entries.indices.sorted {
        record.entries[$0].recorded.receivedAt < record.entries[$1].recorded.receivedAt
      }
    }
    known?.seek(to: at)
  }
}

extension Replay {
  /// How many entries were written after the play head about the time before it, corrections of
  /// what was there among them.
  var laterCount: Int { unknown.count(around: at) }

  /// When what those are about happened.
  var laterTimes: [Instant] { unknown.beginnings(around: at) }

  /// The entry that counts nearest before or after the play head, and where the play head would stand:
  /// when it happened, or when it became known.
  ///
  /// The scrub bar may know of what comes, even as known. Cost: that of the way to it.
  func nearest(by step: Int, where counts: (Session, Int) -> Bool) -> (index: Int, at: Instant)? {
    let order = isAsKnown ? byWriting ?? [] : record.order
    let first = order.partitioned { place(of: $0) <= at }
    let before = order.partitioned { place(of: $0) < at }
    var next = step > 0 ? first : before - 1
    var nearest: (index: Int, at: Instant)?
    while order.indices.contains(next) {
      let index = order[next]
      let place = place(of: index)
      if let nearest, nearest.at != place { break }
      if step > 0, place > last { break }
      // Of those at the same moment the first in the record.
      if place <= last, index < nearest?.index ?? .max, counts(record, index) {
        nearest = (index, place)
      }
      next += step > 0 ? 1 : -1
    }
    return nearest
  }

  private func place(of index: Int) -> Instant {
    isAsKnown ? record.entries[index].recorded.receivedAt : record.entries[index].occurredAt
  }
}

extension EventKind {
  /// Whether `[` and `]` stop at it in a replay.
  var isStop: Bool {
    switch self {
    case .pin, .phase, .dose, .infusion, .vitals, .effect, .given, .call, .order, .assessment,
      .emergency, .handOver,
      .ended:
      true
    case .opened, .frame, .joined, .left, .noReading, .score, .note, .technique, .theme, .later,
      .notDone, .acknowledgement, .confirmation, .correction, .void, .attached, .detached,
      .suspended, .resumed, .clockStepped, .check, .plan, .limit, .supply, .lozenge, .quiet,
      .reopened:
      false
    }
  }
}
