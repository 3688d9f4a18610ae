import KapCanvas
import KapInterface
import KapTerminal
package import KapTimeline

/// The console of a practice session: entries are typed as a person would, and anybody may type
/// along; or by hand, and nobody types but the person at the keys.
package struct PracticeConsole {
  private let room: PracticeRoom
  private let options: ConsoleOptions
  private let speed: Int
  private let isByHand: Bool
  private let offset: UTCOffset

  /// Creates a console in a practice room, `speed` times as fast as it would happen.
  package init(
    _ room: PracticeRoom,
    speed: Int,
    isByHand: Bool = false,
    offset: UTCOffset,
    options: ConsoleOptions
  ) {
    self.room = room
    self.speed = speed
    self.isByHand = isByHand
    self.offset = offset
    self.options = options
  }

  /// The shortest time between two frames, in milliseconds.
  private static let frame = 50

  /// Runs until somebody leaves or the terminal is gone; what was recorded is to be compared as it
  /// stands when it ended, on a terminal of so many columns.
  ///
  /// - Throws: What claiming the terminal throws.
  package func run() throws -> (outcome: ConsoleOutcome, record: Moment, columns: Int) {
    let wake = try WakePipe()
    var screen = try Screen(options)
    var session = try PracticeRun(
      in: room,
      speed: speed,
      isByHand: isByHand,
      size: screen.terminal.size,
      glyphs: screen.glyphs,
      offset: offset,
      wake: wake,
      real: { Int64(SystemClock.sinceBoot) }
    )
    session.take(options.preferences, themes: options.themeNames)
    var frames = FrameKeeper()
    while true {
      screen.paint(frames.draw(session.interface))
      let pause = max(Self.frame, 1000 / session.speed)
      let woken = screen.wait(wake, until: SystemClock.sinceBoot + pause)
      if woken.isCutOff { return (.cutOff, session.record, screen.terminal.size.columns) }
      for effect in session.turn(keys: woken.keys, size: woken.size) {
        if effect == .leave {
          session.drain()
          _ = session.turn()
          return (.left, session.record, screen.terminal.size.columns)
        }
        if let message = screen.perform(effect) { session.take(message) }
      }
    }
  }
}
