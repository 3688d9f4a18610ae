import KapCanvas
import KapConsole
import KapPractice
import KapTerminal
import KapTestRules
import KapTimeline
import Synchronization
import Testing

@testable import KapInterface

/// A person at the one terminal of a practice session: the console that `kap demo --by-hand` runs, its
/// journal, its clock and the bedside of its patient, with keys from here.
final class PracticeSitting: Watching {
  let room: PracticeRoom
  private var run: PracticeRun
  private let ticks: Ticks
  private let wake: WakePipe

  /// A real clock that goes as far as a test says.
  private final class Ticks: Sendable {
    private let milliseconds = Mutex<Int64>(1_000_000)
    var value: Int64 { milliseconds.withLock { $0 } }
    func pass(_ passed: Int64) { milliseconds.withLock { $0 += passed } }
  }

  init(
    _ scenario: Scenario,
    size: Size = Size(rows: 24, columns: 80),
    isByHand: Bool = true
  ) throws {
    var generator = FixedGenerator()
    room = try PracticeRoom(
      scenario,
      under: try builtInRules(scenario.protocolName),
      at: try Room.instant("13:46:00"),
      offset: Room.offset,
      using: &generator
    )
    let ticks = Ticks()
    self.ticks = ticks
    wake = try WakePipe()
    run = try PracticeRun(
      in: room,
      speed: 1,
      isByHand: isByHand,
      size: size,
      offset: Room.offset,
      wake: wake,
      real: { ticks.value }
    )
  }

  var interface: Interface { run.interface }

  /// What is compared once it ends.
  var record: Moment { run.record }

  /// Session time.
  var now: Instant { room.openedAt + Span(milliseconds: ticks.value - 1_000_000) }

  /// Everything that is in the journal.
  var events: [Recorded] {
    (try? room.journal.events(of: room.id, after: .start))?.events ?? []
  }

  func pass(milliseconds: Int64) { ticks.pass(milliseconds) }

  /// Presses one key, so many milliseconds after the last, and waits until the journal answered.
  func press(_ key: Key, after milliseconds: Int64) {
    pass(milliseconds: milliseconds)
    turn([key])
  }

  /// Presses keys as they are written, 150 ms each, and looks at the line before Enter.
  func press(_ script: String) {
    for key in keys(script) { press(key, after: key == .enter ? 600 : 150) }
  }

  func tick() { turn([]) }

  func wait(seconds: Int) {
    pass(milliseconds: Int64(seconds) * 1000)
    tick()
  }

  func resize(_ size: Size) { _ = run.turn(size: size) }

  private func turn(_ keys: [Key]) {
    _ = run.turn(keys: keys)
    run.drain()
    _ = run.turn()
  }

  /// What the bedside shows, as it can be read off the screen.
  func patient() throws -> SeenPatient {
    let row = try #require(screen.split(separator: "\n").last { $0.contains(" Bedside ") })
    return try #require(SeenPatient(in: row), "\(row)")
  }

  /// The row under it: what happens or is said.
  var happening: String { row(-5) }

  /// The item that is chosen in a list of checks, as it stands.
  var chosenCheck: ChecklistState? {
    guard let field = interface.field, case .choice(let choice) = field.content,
      case .checks(let purpose) = choice.purpose
    else { return nil }
    return interface.findings.checks[purpose]?[safe: choice.place]
  }
}

/// The figures of the bedside, read off the screen.
struct SeenPatient: Hashable {
  let systolic: Int, diastolic: Int
  let heartRate: Int
  let oxygenSaturation: Int
  let respiratoryRate: Int
  let temperature: String
  let dissociation: Int
  let alertness: Int
  let distress: Int

  /// Reads `Bedside 128/82 74 98 14 36.6 · Dissoc 2  MOAA/S 5 ready reply  Distr 1`.
  init?(in row: some StringProtocol) {
    let words = String(row).split(separator: " ").map(String.init)
    guard let label = words.firstIndex(of: "Bedside") else { return nil }
    let shown = words[(label + 1)...]
    let pressure = (shown.first ?? "").split(separator: "/").compactMap { Int($0) }
    let numbers = shown.compactMap { Int($0) }
    guard pressure.count == 2, numbers.count == 6,
      let temperature = shown.first(where: { $0.contains(".") })
    else { return nil }
    (systolic, diastolic) = (pressure[0], pressure[1])
    (heartRate, oxygenSaturation, respiratoryRate) = (numbers[0], numbers[1], numbers[2])
    (dissociation, alertness, distress) = (numbers[3], numbers[4], numbers[5])
    self.temperature = temperature
  }
}
