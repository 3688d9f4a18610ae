package import KapInterface
import KapTerminal
import KapTimeline

/// The console of a record: the same panes, with a play head for a clock.
package struct ReplayConsole {
  private let replay: Replay
  private let options: ConsoleOptions
  private let seat: Seat

  /// Creates a console for a record.
  package init(_ replay: Replay, seat: Seat, options: ConsoleOptions) {
    self.replay = replay
    self.seat = seat
    self.options = options
  }

  /// How often the play head moves while it plays, in milliseconds.
  private static let frame = 100

  /// Runs until somebody leaves or the terminal is gone.
  ///
  /// - Throws: What claiming the terminal throws.
  package func run() throws -> ConsoleOutcome {
    let wake = try WakePipe()
    var screen = try Screen(options)
    var interface = Interface(
      replaying: replay,
      seat: seat,
      size: screen.terminal.size,
      glyphs: screen.glyphs,
      stamp: stamp
    )
    interface.themeNames = options.themeNames
    interface.preferences = options.preferences
    while true {
      screen.paint(interface.draw())
      let isPlaying = interface.replay?.isPlaying ?? false
      let deadline = isPlaying ? SystemClock.sinceBoot + Self.frame : nil
      let woken = screen.wait(wake, until: deadline)
      if woken.isCutOff { return .cutOff }
      var effects: [Effect] = []
      if let size = woken.size { effects += interface.update(.resized(size)) }
      for key in woken.keys { effects += interface.update(.key(key, stamp)) }
      if isPlaying { effects += interface.update(.tick(stamp)) }
      for effect in effects {
        if effect == .leave { return .left }
        screen.perform(effect)
      }
    }
  }

  /// The record's own offset: a replay shows the clock that hung on that wall.
  private var stamp: Stamp {
    let offset = replay.record.order.first.map { replay.record.entries[$0].recorded.offset } ?? .utc
    return Stamp(now: replay.at, ticks: Int64(SystemClock.sinceBoot), offset: offset)
  }
}
