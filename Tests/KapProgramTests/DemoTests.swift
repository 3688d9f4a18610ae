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

    @Test
    func `by hand the bedside is read off the screen and typed, and nothing else is recorded`()
      throws
    {
      let terminal = try clinic.terminal([
        "demo", "--by-hand", "--scenario", "panic", "--speed", "60",
      ])
      try terminal.wait(for: "By hand: nobody types but you")
      // The story goes on beside a record that nobody writes.
      try terminal.wait(for: "allergies: none known")
      try terminal.wait(for: "an empty record") { $0.bottom.says("all 2 entries") }

      try terminal.press(.character("v"))
      let screen = try terminal.wait(for: "VITALS")
      let figures = try Self.bedside(of: screen)
      try terminal.type(figures.typed)
      try terminal.press(.enter)
      try terminal.wait(for: "the readings in the notes") { $0.panes.says(figures.pressure) }

      try terminal.enter("weight 64kg")
      try terminal.enter("dose im 50mg")
      try terminal.wait(for: "the minutes of the dose") { $0.header.contains("T+0:") }
      try terminal.wait(for: "what the patient says") { $0.says("I am dying, get me out") }
      try terminal.press(.character("o"))
      let scores = try Self.bedside(of: try terminal.wait(for: "SCORES")).scores
      try terminal.type(scores)
      try terminal.press(.enter)
      try terminal.wait(for: "the scores saved") { $0.bottom.says("Kept") }

      try terminal.press(.character(":"))
      try terminal.wait(for: "LINE")
      try terminal.type("speed 1")
      try terminal.press(.enter)
      try terminal.wait(for: "Time passes as it does")
      try terminal.press(.character(":"))
      try terminal.wait(for: "LINE")
      try terminal.type("debrief")
      try terminal.press(.enter)
      let page = try terminal.wait(for: "Debrief, as far as")
      #expect(page.says("panic, distress up to 9"))
      try terminal.press(.character("q"))
      #expect(try terminal.end() == 0)
    }

    @Test func `every scenario opens by hand and shows its patient`() throws {
      let list = try clinic.run(["demo", "--list"]).output
      let names = list.split(separator: "\n").compactMap { $0.split(separator: " ").first }
      #expect(names.count >= 9)
      for name in names {
        let terminal = try clinic.terminal(["demo", "--by-hand", "--scenario", String(name)])
        // The last row is painted last.
        let screen = try terminal.wait(for: "the bedside") {
          $0.says("Bedside ") && $0.rows.last?.hasSuffix("?") ?? false
        }
        #expect(screen.header.contains("PRACTICE"))
        #expect(try Self.bedside(of: screen).scores.hasPrefix("0 5 "), "\(name)")
        try terminal.press(.character("q"))
        #expect(try terminal.end() == 0)
      }
    }

    @Test func `by hand without a terminal there is nobody to type, and it says so`() throws {
      let ended = try clinic.run(["demo", "--by-hand"])
      #expect(ended.code == 64)
      #expect(ended.output.isEmpty)
      #expect(ended.talk.contains("Without --by-hand kap demo prints the session"))
    }

    @Test func `without a terminal a practice session is printed as lines`() throws {
      let ended = try clinic.run(["demo", "--speed", "60"])

      #expect(ended.code == 0)
      #expect(ended.talk.isEmpty)
      #expect(ended.output.contains("PRACTICE"))
      #expect(!ended.output.contains("\u{1B}"))
    }

    /// `Bedside 122/76 77 98 15 36.7 · Dissoc 0  MOAA/S 5 ready reply  Distr 3`, as it is typed.
    private static func bedside(
      of screen: ScreenText
    ) throws -> (typed: String, pressure: String, scores: String) {
      let row = try #require(screen.row(with: " Bedside "))
      let words = row.split(separator: " ").map(String.init)
      let label = try #require(words.firstIndex(of: "Bedside"))
      let shown = words[(label + 1)...]
      let numbers = shown.compactMap { Int($0) }
      try #require(numbers.count == 6)
      let pressure = try #require(shown.first)
      return (
        ([pressure] + numbers.prefix(3).map(String.init)).joined(separator: " "), pressure,
        numbers.suffix(3).map(String.init).joined(separator: " ")
      )
    }
  }
}
