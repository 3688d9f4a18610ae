package import KapTimeline

/// Session time that runs faster than real time, can stand still, and never jumps.
///
/// It holds no clock: whoever asks says what a steadily running real clock reads, in milliseconds.
package struct PracticeClock: Hashable, Sendable {
  /// The speeds there are.
  package static let speeds = 1...60

  /// How many times faster than real time.
  package private(set) var speed: Int
  /// Whether it stands still.
  package private(set) var isPaused = false

  private var real: Int64
  private var session: Instant

  /// Creates a clock that shows `start` when the real clock reads `real`.
  package init(startingAt start: Instant, real: Int64, speed: Int = 1) {
    session = start
    self.real = real
    self.speed = Self.nearest(speed)
  }

  /// Session time when the real clock reads `real`; a reading before the last change counts as it.
  package func now(at real: Int64) -> Instant {
    guard !isPaused, real > self.real else { return session }
    let (passed, overflow) = real.subtractingReportingOverflow(self.real)
    let (scaled, tooLong) = passed.multipliedReportingOverflow(by: Int64(speed))
    return session + Span(milliseconds: overflow || tooLong ? .max : scaled)
  }

  /// Stands still from `real` on.
  package mutating func pause(at real: Int64) {
    anchor(at: real)
    isPaused = true
  }

  /// Goes on from `real` on, from where it stood.
  package mutating func resume(at real: Int64) {
    anchor(at: real)
    isPaused = false
  }

  /// Runs `speed` times as fast from `real` on, or at the nearest speed there is.
  package mutating func run(atSpeed speed: Int, at real: Int64) {
    anchor(at: real)
    self.speed = Self.nearest(speed)
  }

  /// What the real clock will read when session time is `instant`; nil while it stands still.
  ///
  /// A loop sleeps until then. For a moment already past it is now.
  package func real(when instant: Instant, now real: Int64) -> Int64? {
    guard !isPaused else { return nil }
    let left = (instant - now(at: real)).milliseconds
    guard left > 0 else { return real }
    let wait = (left - 1) / Int64(speed) + 1
    let (time, overflow) = real.addingReportingOverflow(wait)
    return overflow ? .max : time
  }

  private mutating func anchor(at real: Int64) {
    session = now(at: real)
    self.real = max(self.real, real)
  }

  private static func nearest(_ speed: Int) -> Int {
    min(max(speed, speeds.lowerBound), speeds.upperBound)
  }
}
