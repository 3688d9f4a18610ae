import KapPractice
import KapTimeline
import Synchronization

/// The clock of a practice session, which the loop and the journal's thread both read.
///
/// The real clock is read with the lock held, so that no reading comes from before a change of speed.
final class SharedClock: Sendable {
  private let clock: Mutex<PracticeClock>
  private let real: @Sendable () -> Int64

  init(startingAt start: Instant, speed: Int, real: @escaping @Sendable () -> Int64) {
    self.real = real
    clock = Mutex(PracticeClock(startingAt: start, real: real(), speed: speed))
  }

  /// Session time, and what the real clock reads with it.
  func read() -> (now: Instant, ticks: Int64) {
    clock.withLock { clock in
      let ticks = real()
      return (clock.now(at: ticks), ticks)
    }
  }

  /// How many times as fast as real time it runs.
  var speed: Int { clock.withLock { $0.speed } }

  func run(atSpeed speed: Int) {
    clock.withLock { $0.run(atSpeed: speed, at: real()) }
  }
}
