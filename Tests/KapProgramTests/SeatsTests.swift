import KapTerminalDriver
import KapTimeline
import Testing

extension ConsoleTests {
  struct SeatsTests {
    private let clinic: Clinic

    init() throws { clinic = try Clinic() }

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
