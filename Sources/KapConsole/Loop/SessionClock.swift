package import KapTimeline
import KapTerminal

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Session time on this machine: an anchor and the clock that never steps.
package struct SessionClock: Hashable, Sendable {
  /// The anchor.
  package let anchor: ClockAnchor

  /// Hangs session time on an anchor of this boot.
  package init(anchor: ClockAnchor) { self.anchor = anchor }

  /// Finds the anchor of a session for this boot, or makes one that is never earlier than its last
  /// event.
  ///
  /// - Returns: The clock, and whether its anchor is new and has to be recorded.
  package static func resuming(_ session: Session) -> (clock: SessionClock, isNew: Bool) {
    let boot = SystemClock.bootIdentifier ?? "unknown"
    let known = session.order.reversed().lazy.compactMap { index -> ClockAnchor? in
      switch session.entries[index].recorded.event {
      case .opened(let opening): opening.anchor
      case .attached(let seat): seat.anchor
      case .frame, .joined, .left, .dose, .infusion, .phase, .vitals, .noReading, .score, .note,
        .technique, .theme, .effect, .given, .call, .order, .pin, .later, .notDone,
        .acknowledgement, .confirmation, .correction, .void, .detached, .suspended, .resumed,
        .clockStepped, .ended, .reopened:
        nil
      }
    }.first { $0.boot == boot && boot != "unknown" }
    let last = session.entries.map(\.recorded.recordedAt).max() ?? Instant(milliseconds: 0)
    if let known {
      let clock = SessionClock(anchor: known)
      if clock.now >= last { return (clock, false) }
    }
    return (SessionClock(anchor: fresh(notBefore: last)), true)
  }

  /// An anchor at this moment.
  package static func fresh(notBefore last: Instant = Instant(milliseconds: 0)) -> ClockAnchor {
    ClockAnchor(
      boot: SystemClock.bootIdentifier ?? "unknown",
      wall: max(Instant(milliseconds: Int64(SystemClock.wall)), last),
      monotonic: Int64(SystemClock.sinceBoot)
    )
  }

  /// Session time now.
  package var now: Instant { anchor.sessionTime(at: Int64(SystemClock.sinceBoot)) }

  /// How far the wall clock stands ahead of session time.
  package var aheadOfSession: Span { Instant(milliseconds: Int64(SystemClock.wall)) - now }

  /// How far the wall clock of this place stands from UTC.
  package static var offset: UTCOffset {
    var seconds = time_t(SystemClock.wall / 1000)
    var local = tm()
    guard localtime_r(&seconds, &local) != nil else { return .utc }
    return UTCOffset(minutes: local.tm_gmtoff / 60)
  }
}
