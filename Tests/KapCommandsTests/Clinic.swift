import Foundation
import KapRecord
import KapSettings
import KapStore
import KapTimeline
import Testing

@testable import KapCommands

/// A clinic with a chart of its own, a clock that stands where it was put, and nobody at a terminal.
final class Clinic {
  let directory: String
  /// The clock on the wall.
  var wall = Instant(milliseconds: 1_762_263_960_000)
  /// Milliseconds since the machine started.
  var monotonic: Int64 = 5_000_000
  var boot: String? = "boot-1"
  var offset = UTCOffset(minutes: 60)
  /// What a person answers when asked, in order.
  var answers: [String] = []
  /// What was asked.
  private(set) var questions: [String] = []
  var environment: [String: String]
  var options: CommonOptions

  /// What the last command wrote.
  private(set) var output = ""
  private(set) var talk = ""

  init(withChart: Bool = true) throws {
    directory = NSTemporaryDirectory() + "kap-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    environment = ["HOME": directory]
    options = CommonOptions(chart: "chart", passphraseFile: "ar.pass")
    try write("open sesame\n", to: "ar.pass")
    guard withChart else { return }
    #expect(run { try InitCommand(name: "ar", stretching: .weakest).run(in: $0) } == .ok)
  }

  deinit { try? FileManager.default.removeItem(atPath: directory) }

  func path(_ name: String) -> String { directory + "/" + name }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
  }

  /// Lets time pass, on the wall and since the start.
  func pass(_ span: Span) {
    wall = wall + span
    monotonic += span.milliseconds
  }

  /// Runs a command as it would run in a terminal without a keyboard.
  @discardableResult
  func run(
    input: [UInt8] = [],
    _ command: (Surroundings) throws -> ExitCode
  ) -> ExitCode {
    (output, talk) = ("", "")
    // In pieces that break lines, as a pipe's may.
    let length = max(97, input.count / 500)
    var pieces = stride(from: 0, to: input.count, by: length).map {
      Array(input[$0..<min($0 + length, input.count)])
    }
    let surroundings = Surroundings(
      input: { pieces.isEmpty ? [] : pieces.removeFirst() },
      output: { self.output += $0 },
      talk: { self.talk += $0 },
      environment: environment,
      clocks: {
        ClockReading(
          boot: self.boot,
          wall: self.wall,
          monotonic: self.monotonic,
          offset: self.offset
        )
      },
      ask: { question, _ in
        self.questions.append(question)
        return self.answers.isEmpty ? nil : self.answers.removeFirst()
      },
      workingDirectory: directory,
      options: options
    )
    return surroundings.run { try command(surroundings) }
  }

  /// The lines of the last output.
  var lines: [String] { output.split(separator: "\n").map(String.init) }

  /// Opens a session and returns its id.
  func open(_ subject: String = "K-014", weight: Double? = 70) throws -> String {
    let command = OpenCommand(
      subject: subject,
      protocolName: "iv-infusion",
      weightInKilograms: weight
    )
    #expect(run { try command.run(in: $0) } == .ok)
    return try #require(lines.first)
  }

  /// A session with a dose at minute 20, and some entries about others.
  func session() throws -> String {
    let id = try open()
    pass(.minutes(10))
    enter("bp 124/78 hr 72 spo2 98 rr 14\nphase baseline")
    pass(.minutes(10))
    enter("dose iv 35mg over 40m")
    pass(.minutes(15))
    enter("bp 182/104 hr 98\nnote wrong cuff\nsaid I am floating")
    pass(.minutes(5))
    enter(
      "correct a8 bp 127/84\nvoid a9 because wrong patient\n@+3m note late\n"
        + "note jb: hand on shoulder"
    )
    return id
  }

  /// Enters lines from standard input into the session opened last.
  @discardableResult
  func enter(_ text: String, into session: String = "last") -> ExitCode {
    run(input: Array(text.utf8)) { try EnterCommand(session: session).run(in: $0) }
  }

  /// The session opened last as scripts read it.
  func document(
    _ session: String = "last",
    at: String? = nil,
    asKnown: Bool = false
  ) throws -> JSONValue {
    let command = ShowCommand(session: session, at: at, isAsKnown: asKnown, isJSON: true)
    #expect(run { try command.run(in: $0) } == .ok)
    return try JSONDecoder().decode(JSONValue.self, from: Data(output.utf8))
  }

  /// The chart, unlocked.
  func chart() throws -> UnlockedChart {
    try Chart(at: path("chart")).unlock(person: "ar", passphrase: "open sesame")
  }
}

extension JSONValue {
  /// The elements of a list.
  var elements: [JSONValue] {
    guard case .array(let elements) = self else { return [] }
    return elements
  }

  var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    case .null, .boolean, .string, .array, .object: nil
    }
  }

  var flag: Bool? {
    guard case .boolean(let flag) = self else { return nil }
    return flag
  }

  /// The events of a kind in a session's document.
  func events(_ kind: String) -> [JSONValue] {
    (self["events"]?.elements ?? []).filter { $0["kind"]?.text == kind }
  }

  /// Every name of every object in the value, and whether any of its values is null.
  var shape: (names: Set<String>, hasNull: Bool) {
    switch self {
    case .null: return ([], true)
    case .boolean, .integer, .number, .string: return ([], false)
    case .array(let elements):
      return elements.map(\.shape).reduce(([], false)) { ($0.0.union($1.0), $0.1 || $1.1) }
    case .object(let members):
      return members.map { ($0.value.shape, $0.key) }.reduce(([], false)) {
        ($0.0.union($1.0.0).union([$1.1]), $0.1 || $1.0.1)
      }
    }
  }
}
