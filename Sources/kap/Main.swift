import KapCanvas
import KapConsole
import KapPractice
import KapSettings
import KapTerminal
import KapTimeline

@main
struct Main {
  static func main() throws {
    let rules = try ProtocolLibrary(userDirectory: nil).protocol(named: "iv-infusion")
    var generator = SystemRandomNumberGenerator()
    let speed = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 10
    let room = try PracticeRoom(
      Scenario.all[0], under: rules,
      at: Instant(milliseconds: Int64(SystemClock.wall)), offset: SessionClock.offset, using: &generator)
    let theme = Theme.plain
    let options = ConsoleOptions(theme: theme, nightTheme: theme, themeNames: ["plain"], themeNamed: { _ in theme })
    _ = try PracticeConsole(room, speed: speed, offset: SessionClock.offset, options: options).run()
  }
}
