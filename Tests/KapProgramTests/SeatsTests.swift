import KapTerminalDriver
import KapTimeline
import Testing

extension ConsoleTests {
  struct SeatsTests {
    private let clinic: Clinic

    init() throws { clinic = try Clinic() }

    @Test func `a second console of a person beside the first is no absence, a crash of both is`()
      throws
    {
      let id = try clinic.open(ago: .minutes(2))
      func sit(_ count: Int) throws -> BareTerminal {
        let terminal = try clinic.bareTerminal(["live"], columns: 120, rows: 36)
        try terminal.wait(for: "its own coming") { _ in
          try clinic.session(id).list(of: .attached).count == count
        }
        // What follows its coming is painted with it.
        try terminal.enter("note here is seat \(count)")
        try terminal.wait(for: "the note") { $0.panes.says("here is seat \(count)") }
        return terminal
      }
      let first = try sit(1)
      let second = try sit(2)
      #expect(try !second.look().says("the console was away"))
      #expect(try !first.wait(for: "here is seat 2").says("the console was away"))
      first.killAtOnce()
      second.killAtOnce()
      let third = try sit(3)
      try third.wait(for: "the console was away")
    }

    @Test func `two seats see each other's entries within a second, and one of them ends`() throws {
      let id = try clinic.open()
      let monitor = try clinic.terminal(["live", id.text])
      try monitor.wait(for: "at rest")
      let therapist = try clinic.terminal(["live", id.text], as: "jb")
      try therapist.wait(for: "at rest")
      try monitor.wait(for: "JB joined", within: .seconds(5))

      try monitor.enter("note breath slows")
      try monitor.wait(for: "Kept")
      try therapist.wait(for: "the monitor's note", within: .seconds(1)) { screen in
        screen.panes.row(with: "breath slows")?.contains("AR") ?? false
      }
      try therapist.enter("said I am floating")
      try therapist.wait(for: "Kept")
      try monitor.wait(for: "what the therapist heard", within: .seconds(1)) {
        $0.panes.says("I am floating")
      }

      try monitor.enter("end")
      try therapist.enter("end")
      let ends = try [monitor, therapist].map { terminal in
        try terminal.wait(for: "an answer") {
          $0.bottom.says("session ended") || $0.bottom.says("The session ended")
        }
      }

      let shown = try clinic.shown(id.text)
      #expect(shown.events("ended").count == 1)
      #expect(shown.events("note").filter { $0.author == "ar" }.count == 1)
      #expect(shown.events("note").filter { $0.author == "jb" }.count == 1)
      #expect(ends.filter { $0.bottom.says("The session ended") }.count == 1, "\(ends)")
    }
  }
}
