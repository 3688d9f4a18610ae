package import KapCanvas
package import KapInterface
import KapTerminal
package import KapTimeline

/// The loop of the start screen: waits for keys, and for the minute to change.
package struct StartConsole {
  private let reader: SessionReader
  private let reading: ClockReading
  private let options: ConsoleOptions
  private let make: (Size, Glyphs) -> StartScreen

  /// Creates the loop; `make` builds the screen once size and signs of the terminal are known, and
  /// `reader` fills its list.
  package init(
    _ reader: SessionReader,
    at reading: ClockReading,
    options: ConsoleOptions,
    make: @escaping (Size, Glyphs) -> StartScreen
  ) {
    self.reader = reader
    self.reading = reading
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
    reader.begin(at: reading) { wake.notify() }
    defer { reader.end() }
    if let listing = reader.take() { start.take(listing) }
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
      // Keys are for the list as it was painted: only then may it change.
      if let listing = reader.take() { start.take(listing) }
    }
  }
}
