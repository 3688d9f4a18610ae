import KapRecord
import KapStore
import KapTimeline

/// `kap import FILE`: adds what a log of ours has and this chart has not.
package struct ImportLogCommand: Hashable, Sendable {
  /// The log file, or `-` for standard input.
  package var file: String

  /// Creates the command.
  package init(file: String) { self.file = file }

  /// Adds the events of the log and prints the session's id; the same log again adds nothing.
  package func run(in surroundings: Surroundings) throws -> ExitCode {
    let bytes = file == "-" ? try surroundings.wholeInput() : try surroundings.contents(of: file)
    let log: LogReading
    do {
      log = try LogReading(bytes)
    } catch {
      throw CommandError(
        .badData,
        "\(error.sentence) A monitor's recording is imported with `kap import --vitals FILE "
          + "--session ID`."
      )
    }
    let chart = try surroundings.unlockedChart()
    let merged = try chart.merge(log, at: surroundings.clocks().wall)
    try surroundings.print(log.session.text)
    for finding in log.findings { surroundings.say(finding.sentence) }
    surroundings.say("\(merged.added) added, \(merged.known) here before.")
    return log.findings.isEmpty ? .ok : .badData
  }
}
