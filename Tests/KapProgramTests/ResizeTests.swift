import KapTerminalDriver
import KapTestSupport
import Testing

extension ConsoleTests {
  struct ResizeTests {
    private let clinic: Clinic

    init() throws {
      clinic = try Clinic()
      try clinic.open()
    }

    /// What stays while clocks go on: the rows without the clock, and without what was said last.
    private func lasting(_ screen: ScreenText) -> [String] {
      screen.rows.dropFirst().dropLast(3).map { row in
        row.replacing(/(just now|\d+ min( ago)?)/, with: "")
      }
    }

    @Test func `a storm of sizes ends with the screen of a fresh start`() throws {
      let first = try clinic.terminal(["live"], columns: 120, rows: 36)
      try first.wait(for: "at rest")
      try first.enter("note before the storm")
      try first.wait(for: "the note at rest") {
        $0.panes.says("before the storm") && $0.says("at rest")
      }
      try first.enter("leave")
      #expect(try first.end() == 0)

      let terminal = try clinic.terminal(["live"], columns: 120, rows: 36)
      let start = lasting(try terminal.wait(for: "at rest"))
      var generator = SeededGenerator(seed: 20_251_104)
      for _ in 0..<120 {
        try terminal.resize(
          columns: Int.random(in: 2...220, using: &generator),
          rows: Int.random(in: 1...70, using: &generator)
        )
      }

      // The terminal has the last size before the program knows it, so the rows that stood there
      // may be seen first, cut to that size.
      try terminal.resize(columns: 120, rows: 36)
      try terminal.wait(for: "the screen of a fresh start") { lasting($0) == start }
      try terminal.press(.control("l"))
      try terminal.wait(for: "the screen of a fresh start") { lasting($0) == start }
      try terminal.enter("leave")
      #expect(try terminal.end() == 0)
    }

    @Test func `a window too small says so while recording goes on`() throws {
      let terminal = try clinic.terminal(["live"])
      try terminal.wait(for: "at rest")
      try terminal.resize(columns: 50, rows: 12)
      let small = try terminal.wait(for: "Recording goes on")
      #expect(small.says("kap needs 60 columns and 16 rows"))

      try terminal.press(.character("n"))
      try terminal.type("typed blind")
      try terminal.press(.enter)
      try terminal.resize(columns: 80, rows: 24)
      try terminal.wait(for: "the note") { $0.panes.says("typed blind") }

      let notes = try clinic.shown().events("note")
      #expect(notes.count == 1)
    }
  }
}
