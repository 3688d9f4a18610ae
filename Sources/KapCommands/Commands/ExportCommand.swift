import Foundation
import KapStore
import KapTimeline

/// `kap export`: a session as a file.
package struct ExportCommand: Hashable, Sendable {
  /// What the file is written as.
  package enum Format: String, Hashable, Sendable, CaseIterable {
    case log, csv, json, md, html, fhir
  }

  /// The session, as a person names it.
  package var session: String
  /// What it is written as.
  package var format: Format
  /// The file, or nil or `-` for standard output.
  package var file: String?

  /// Creates the command.
  package init(session: String, format: Format, file: String? = nil) {
    self.session = session
    self.format = format
    self.file = file
  }

  /// Writes the session; a file that is there is never overwritten.
  package func run(in surroundings: Surroundings) throws -> ExitCode {
    guard format == .log else {
      throw CommandError(
        .usage,
        "Exporting as \(format.rawValue) is still to come. `--format log` writes the whole record, "
          + "and `kap show --json` what scripts need."
      )
    }
    let chart = try surroundings.unlockedChart()
    defer { try? chart.close() }
    let id = try chart.journal.session(named: session)
    guard let file, file != "-" else {
      try chart.writeLog(of: id) { try surroundings.output(String(decoding: $0, as: UTF8.self)) }
      return .ok
    }
    let log = Bytes()
    try chart.writeLog(of: id) { log.data.append($0) }
    try surroundings.create(file, log.data)
    surroundings.say("Written. The file is not sealed: whoever has it can read the session.")
    return .ok
  }
}

/// Bytes that a closure adds to.
private final class Bytes {
  var data = Data()
}
