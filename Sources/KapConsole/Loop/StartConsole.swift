package import KapCanvas
package import KapInterface
import KapTerminal
import KapTimeline

/// The loop of the start screen: waits for keys, and for the minute to change.
package struct StartConsole {
  private let options: ConsoleOptions
  private let make: (Size, Glyphs) -> StartScreen

  /// Creates the loop; `make` builds the screen once size and signs of the terminal are known.
  package init(options: ConsoleOptions, make: @escaping (Size, Glyphs) -> StartScreen) {
    self.options = options
    self.make = make
  }

  /// Runs until somebody chose.
  ///
  /// - Throws: What claiming the terminal throws.
  package func run() throws -> (choice: StartChoice, form: NewSessionForm?) {
    let wake = try WakePipe()
    var screen = try Screen(options)
    var start = make(screen.terminal.size, screen.glyphs)
    while true {
      screen.paint(start.draw())
      let woken = screen.wait(wake, until: SystemClock.sinceBoot + 60_000)
      if woken.isCutOff { return (.leave, nil) }
      if let size = woken.size { start.size = size }
      start.now = Instant(milliseconds: Int64(SystemClock.wall))
      for key in woken.keys {
        if key == .control("l") { _ = screen.perform(.redraw) }
        if let choice = start.press(key) { return (choice, start.form) }
      }
    }
  }
}
