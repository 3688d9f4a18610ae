import KapCanvas
import KapTerminalDriver
import KapTimeline
import Testing

extension ConsoleTests {
  struct ThemeScreenTests {
    static let themes = [
      "dark", "light", "night-red", "night-amber", "high-contrast", "cvd-deutan", "cvd-tritan",
      "mono", "ansi16",
    ]
    static let sizes =
      [Size(rows: 24, columns: 80), Size(rows: 36, columns: 120)]
      + [Size(rows: 60, columns: 200)]

    private let clinic: Clinic
    private let session: SessionID

    init() throws {
      clinic = try Clinic()
      session = try clinic.open()
      try clinic.record(.note(Note("breath slows")), in: session)
      try clinic.record(.note(Note("floating", voice: .patient)), in: session)
    }

    /// Every code of the terminal for how letters look, in a screen.
    private func codes(in rows: [String]) -> [[Int]] {
      rows.flatMap { row in
        row.matches(of: /\u{1B}\[([0-9;:]*)m/).map { match in
          match.output.1.split { $0 == ";" || $0 == ":" }.compactMap { Int($0) }
        }
      }
    }

    private func hasColour(_ codes: [[Int]]) -> Bool {
      codes.joined().contains { (30...38).contains($0) || (40...48).contains($0) || $0 >= 90 }
    }

    @Test(arguments: themes, sizes)
    func `a theme shows the session within the window`(theme: String, size: Size) throws {
      let terminal = try clinic.terminal(
        ["live", "--theme", theme],
        columns: size.columns,
        rows: size.rows,
        environment: ["COLORTERM": "truecolor"]
      )

      let panes = ["Phase", "Vitals", "Notes", "breath slows", "“floating”", "Due"]
      let screen = try terminal.wait(for: "the session") {
        $0.says(
          all: ["LIVE  K-014", "before dose", "no notice"] + panes + ["at rest", "v vitals"]
        )
      }

      #expect(screen.rows.count == size.rows)
      let joined = try terminal.lookJoined()
      #expect(!joined.contains { Text.width(of: $0) > size.columns })
      let codes = codes(in: try terminal.lookStyled())
      switch theme {
      case "mono": #expect(!hasColour(codes))
      case "ansi16":
        #expect(hasColour(codes))
        #expect(!codes.contains { $0.starts(with: [38]) || $0.starts(with: [48]) })
      default: #expect(codes.contains { $0.contains(38) })
      }
    }

    @Test(arguments: ["1", "yes"])
    func `under NO_COLOR no colour is sent, whatever the theme`(value: String) throws {
      for theme in ["", "dark"] {
        let terminal = try clinic.bareTerminal(
          ["live"],
          environment: ["NO_COLOR": value, "KAP_THEME": theme, "COLORTERM": "truecolor"]
        )
        try terminal.wait(for: "at rest")
        #expect(!terminal.painted.hasColour)
        #expect(terminal.painted.offences == [])
      }
    }
  }
}
