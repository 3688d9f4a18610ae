import Foundation
import KapTerminalDriver

/// What a command without a screen said, and how it ended.
struct Ended {
  let code: Int32
  let output: String
  let talk: String
}

extension Clinic {
  /// Runs a command that needs no screen, its input given from a file.
  ///
  /// `fileBlocks` is how large a file may grow under it, in the blocks of the shell.
  func run(
    _ arguments: [String],
    as person: String = "ar",
    input: Data = Data(),
    environment: [String: String] = [:],
    fileBlocks: Int? = nil
  ) throws -> Ended {
    let names = ["in", "out", "talk"].map { path("\($0)-\(UUID().uuidString)") }
    try input.write(to: URL(fileURLWithPath: names[0]))
    for name in names.dropFirst() { try Data().write(to: URL(fileURLWithPath: name)) }
    let process = Process()
    if let fileBlocks {
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      let line = "ulimit -f \(fileBlocks); exec \"$0\" \"$@\""
      process.arguments = ["-c", line, ProgramPlace.path] + arguments
    } else {
      process.executableURL = URL(fileURLWithPath: ProgramPlace.path)
      process.arguments = arguments
    }
    process.environment = self.environment(of: person, environment).filter { !$0.value.isEmpty }
    process.standardInput = FileHandle(forReadingAtPath: names[0])
    process.standardOutput = FileHandle(forWritingAtPath: names[1])
    process.standardError = FileHandle(forWritingAtPath: names[2])
    try process.run()
    process.waitUntilExit()
    let said = try names.map {
      String(decoding: try Data(contentsOf: .init(fileURLWithPath: $0)), as: UTF8.self)
    }
    for name in names { try FileManager.default.removeItem(atPath: name) }
    return Ended(code: process.terminationStatus, output: said[1], talk: said[2])
  }

  /// A session as `kap show --json` gives it.
  func shown(_ session: String = "last") throws -> ShownSession {
    let ended = try run(["show", session, "--json"])
    guard ended.code == 0 else { throw CocoaError(.fileReadUnknown) }
    return try JSONDecoder().decode(ShownSession.self, from: Data(ended.output.utf8))
  }
}

/// What the tests look at of a session's document.
struct ShownSession: Decodable {
  let session: String
  let subject: String
  let state: String
  let phase: String?
  let events: [ShownEvent]

  func events(_ kind: String) -> [ShownEvent] { events.filter { $0.kind == kind } }
}

/// What the tests look at of an event in it.
struct ShownEvent: Decodable {
  let name: String
  let kind: String
  let author: String
  let observer: String?
  let elapsedSeconds: Double
  let late: Bool
}
