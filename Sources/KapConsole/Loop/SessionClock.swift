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
    let (anchor, isNew) = session.anchor(for: reading)
    return (SessionClock(anchor: anchor), isNew)
  }

  /// What the clocks of this machine say.
  package static var reading: ClockReading {
    ClockReading(
      boot: SystemClock.bootIdentifier,
      wall: Instant(milliseconds: Int64(SystemClock.wall)),
      monotonic: Int64(SystemClock.sinceBoot),
      offset: offset
    )
  }

  /// Session time now.
  package var now: Instant { anchor.sessionTime(at: Int64(SystemClock.sinceBoot)) }

  /// What the clock on the wall shows.
  package static var wall: Instant { Instant(milliseconds: Int64(SystemClock.wall)) }

  /// How far the wall clock of this place stands from UTC.
  package static var offset: UTCOffset {
    var seconds = time_t(SystemClock.wall / 1000)
    var local = tm()
    guard localtime_r(&seconds, &local) != nil else { return .utc }
    return UTCOffset(minutes: local.tm_gmtoff / 60)
  }
}
