import Foundation
import KapRecord
import KapStore
import KapTimeline

/// `kap verify`: holds the chart, a session of it, or a log file against its own chains.
package struct VerifyCommand: Hashable, Sendable {
  /// The session as a person names it, a log file, or nil for the whole chart.
  package var subject: String?

  /// Creates the command.
  package init(subject: String? = nil) { self.subject = subject }

  /// Prints what is wrong, a line each, or what was found whole; ends with bad data if anything is.
  package func run(in surroundings: Surroundings) throws -> ExitCode {
    guard let subject else { return try verify(nil, in: surroundings) }
    if surroundings.namesFile(subject) {
      return try verifyLog(subject, in: surroundings)
    }
    return try verify(subject, in: surroundings)
  }

  private func verify(_ name: String?, in surroundings: Surroundings) throws -> ExitCode {
    let chart = try surroundings.unlockedChart()
    // A whole id is taken as it is: a session that was removed is in no list.
    let session = try name.map { name in
      try SessionID(name.lowercased()) ?? chart.journal.session(named: name)
    }
    let report = try chart.verify(session)
    let counted = "\(count(report.sessions, "session")), \(count(report.events, "event"))"
    return try conclude(report.findings, whole: "whole: \(counted)", in: surroundings)
  }

  private func verifyLog(_ file: String, in surroundings: Surroundings) throws -> ExitCode {
    let log = try LogReading(try surroundings.contents(of: file))
    let counted = "session \(log.session.text), \(count(log.lines.count, "event"))"
    return try conclude(log.findings, whole: "whole: \(counted)", in: surroundings)
  }

  private func conclude(
    _ findings: [Finding],
    whole: String,
    in surroundings: Surroundings
  ) throws -> ExitCode {
    guard let first = findings.first else {
      try surroundings.show(whole)
      return .ok
    }
    for finding in findings { try surroundings.show(finding.sentence) }
    surroundings.say(
      "Not whole: \(count(findings.count, "finding")). The first: \(first.sentence) "
        + "Change nothing; make a copy of the whole directory before anything else."
    )
    return .badData
  }

  private func count(_ number: Int, _ word: String) -> String {
    "\(number) \(word)\(number == 1 ? "" : "s")"
  }
}
