import KapCommands
import KapConsole
import KapPractice
import KapTimeline

/// `kap demo` on a terminal: a practice session in the real console, in a throw-away journal.
struct DemoScreen {
  /// The scenario's name; the first one unless told.
  var scenario: String?
  /// How many times as fast as it would happen.
  var speed: Int

  func run(in surroundings: Surroundings) throws -> ExitCode {
    let named = scenario.map { Scenario.named($0) } ?? Scenario.all.first
    guard let scenario = named else {
      let names = Scenario.all.map(\.name).joined(separator: ", ")
      throw CommandError(.usage, "There is no scenario of that name. There are: \(names).")
    }
    let options = try surroundings.consoleOptions()
    let rules = try surroundings.protocols().rules(named: scenario.protocolName)
    let reading = surroundings.clocks()
    var generator = SystemRandomNumberGenerator()
    let room = try PracticeRoom(
      scenario,
      under: rules,
      at: reading.wall,
      offset: reading.offset,
      using: &generator
    )
    let console = PracticeConsole(room, speed: speed, offset: reading.offset, options: options)
    return try console.run() == .left ? .ok : .interrupted
  }
}
