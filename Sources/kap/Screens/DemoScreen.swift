import KapCommands
import KapConsole
import KapPractice
import KapTimeline

/// `kap demo` on a terminal: a practice session in the real console, in a throw-away journal.
struct DemoScreen {
  /// The scenario's name; the first one unless told.
  var scenario: String?
  /// How many times as fast as it would happen; as usual for how it is gone through unless told.
  var speed: Int?
  /// Whether nobody types but the person at the keys.
  var isByHand = false

  /// How many times as fast it is played unless told; by hand it goes as it would.
  static let usualSpeed = 10

  func run(in surroundings: Surroundings) throws -> ExitCode {
    let scenario = try DemoCommand.scenario(named: scenario)
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
    let console = PracticeConsole(
      room,
      speed: speed ?? (isByHand ? 1 : Self.usualSpeed),
      isByHand: isByHand,
      offset: reading.offset,
      options: options
    )
    let (outcome, record, columns) = try console.run()
    guard outcome == .left else { return .interrupted }
    try DemoCommand.showDebrief(
      of: scenario,
      record.session,
      at: record.now,
      offset: reading.offset,
      columns: columns,
      in: surroundings
    )
    return .ok
  }
}
