import KapTerminalDriver
import Testing

extension ConsoleTests {
  struct DemoTests {
    private let clinic: Clinic

    init() throws { clinic = try Clinic() }

    @Test func `a practice session runs, takes what somebody types, and gives the terminal back`()
      throws
    {
      let terminal = try clinic.terminal(["demo", "--speed", "60"])
      try terminal.wait(for: "a practice session") { $0.header.contains("PRACTICE") }
      try terminal.wait(for: "the script's own entries") { $0.panes.says("AR") }

      try terminal.press(.character("n"))
      try terminal.wait(for: "NOTE")
      try terminal.type("typed along")
      try terminal.wait(for: "typed along") { $0.bottom.says("typed along") }
      try terminal.press(.enter)
      try terminal.wait(for: "the note in the notes") { $0.panes.says("typed along") }
      try terminal.press(.character("q"))

      #expect(try terminal.end() == 0)
      let modes = try terminal.modes()
      #expect(modes.before == modes.after)
    }

    @Test func `without a terminal a practice session is printed as lines`() throws {
      let ended = try clinic.run(["demo", "--speed", "60"])

      #expect(ended.code == 0)
      #expect(ended.talk.isEmpty)
      #expect(ended.output.contains("PRACTICE"))
      #expect(!ended.output.contains("\u{1B}"))
    }
  }
}
