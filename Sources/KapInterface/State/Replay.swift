package import KapTimeline

/// The play head of a record: where it stands, how fast it moves, and what is known there.
package struct Replay: Sendable {
  /// The whole record.
  package let record: Session
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

  private var playedTicks: Int64 = 0
  private var playedFrom: Instant

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
    refresh()
  }

  /// The session the panes see.
  package private(set) var shown = Session()

  /// How many entries were written later about the time before the play head.
  package var laterCount: Int {
    record.order.prefix(record.count(until: at)).count { index in
      record.entries[index].recorded.recordedAt > at
    }
  }

  /// How far the play head is, from 0 to 1.
  package var share: Double {
    let whole = (last - first).milliseconds
    return whole == 0 ? 1 : Double((at - first).milliseconds) / Double(whole)
  }

  /// Puts the play head at a moment of the record.
  package mutating func seek(to instant: Instant) {
    at = min(max(instant, first), last)
    playedFrom = at
    playedTicks = 0
    refresh()
  }

  /// Starts or stops.
  package mutating func toggle(at ticks: Int64) {
    isPlaying.toggle()
    playedFrom = at
    playedTicks = ticks
    if isPlaying, at >= last, speed > 0 { seek(to: first) }
    playedTicks = ticks
  }

  /// Moves to where the play head is by now; it stays on the last frame.
  package mutating func play(until ticks: Int64) {
    guard isPlaying else { return }
    if playedTicks == 0 { playedTicks = ticks }
    let gone = Double(ticks &- playedTicks) * speed
    guard gone.isFinite, abs(gone) < 1e15 else { return }
    at = min(max(playedFrom + Span(milliseconds: Int64(gone)), first), last)
    if at == last && speed > 0 || at == first && speed < 0 { isPlaying = false }
    refresh()
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
    refresh()
  }

  private mutating func refresh() {
    guard isAsKnown else {
      shown = record
      return
    }
    shown = Session(replaying: record.entries.map(\.recorded).filter { $0.recordedAt <= at })
  }
}
