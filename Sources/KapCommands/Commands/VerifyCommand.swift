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
    let inspection = try Chart.inspect(at: surroundings.chartPath())
    guard let sealed = inspection.chart else {
      return try conclude(inspection.findings, whole: "", in: surroundings)
    }
    let chart: UnlockedChart
    do {
      chart = try surroundings.unlocked(sealed)
    } catch {
      return try conclude(inspection, of: sealed, lockedBy: error, in: surroundings)
    }
    defer { try? chart.close() }
    let session: SessionID?
    do {
      // A whole id is taken as it is: a session that was removed is in no list.
      session = try name.map { name in
        try SessionID(name.lowercased()) ?? chart.journal.session(named: name)
      }
    } catch  where !inspection.findings.isEmpty || Self.isDamage(error) {
      // What cannot be named because of the damage is looked at with all the others.
      session = nil
    }
    let report = try chart.verify(session, isInspected: true)
    let counted =
      "\(count(report.sessions, "session", "sessions")), "
      + count(report.events, "entry", "entries")
    let findings = inspection.findings + report.findings
    if findings.isEmpty { surroundings.say(Self.unseen) }
    return try conclude(findings, whole: "whole: \(counted)", in: surroundings)
  }

  /// What no verification of a chart sees.
  private static let unseen =
    "What this cannot see: bytes that hold nothing (free room in pages, counters of SQLite), a last "
    + "unfinished line, and a whole directory that was put back to an earlier state."

  private static func isDamage(_ error: any Error) -> Bool {
    guard case .damaged = error as? ChartError else { return false }
    return true
  }

  /// Says what can be said without a passphrase, and why there is none.
  private func conclude(
    _ inspection: Chart.Inspection,
    of chart: Chart,
    lockedBy error: any Error,
    in surroundings: Surroundings
  ) throws -> ExitCode {
    let findings = inspection.findings + (try chart.inspectNumbers())
    guard findings.isEmpty else {
      if !Self.isDamage(error) { surroundings.say(CommandError(error).message) }
      surroundings.say("Seals and chains were not looked at: nobody's passphrase opened them.")
      return try conclude(findings, whole: "", in: surroundings)
    }
    surroundings.say(
      "Pages, tables, people and numbers are whole. Seals and chains were not looked at: they need "
        + "the passphrase of somebody in the chart."
    )
    throw error
  }

  private func verifyLog(_ file: String, in surroundings: Surroundings) throws -> ExitCode {
    let log = try LogReading(try surroundings.contents(of: file))
    let counted = "session \(log.session.text), \(count(log.lines.count, "entry", "entries"))"
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
      "Not whole: \(count(findings.count, "finding", "findings")). The first: \(first.sentence) "
        + "Change nothing; make a copy of the whole directory before anything else."
    )
    return .badData
  }

  private func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) \(number == 1 ? one : many)"
  }
}
