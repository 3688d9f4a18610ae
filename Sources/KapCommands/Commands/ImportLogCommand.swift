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
    guard !log.events.contains(where: \.isPractice) else {
      throw CommandError(
        .badData,
        "This log is of a practice session: nobody was treated, and it does not go into a chart. "
          + "Nothing was added."
      )
    }
    let chart = try surroundings.unlockedChart()
    defer { try? chart.close() }
    let merged = try chart.merge(log, at: surroundings.clocks().wall)
    try surroundings.print(log.session.text)
    surroundings.say("\(merged.added) added, \(merged.known) here before.")
    guard !log.findings.isEmpty else { return .ok }
    surroundings.say(Self.remainder(of: log))
    return .badData
  }

  /// What was taken of a log whose end is missing, and what was left.
  private static func remainder(of log: LogReading) -> String {
    let taken =
      log.lines.last.map { last in
        "Taken: every entry to line \(last.number), \(last.record.id.text)."
      } ?? "Taken: nothing, the log holds no whole entry."
    let torn = log.findings.compactMap { finding -> String? in
      guard finding.fault == .torn else { return nil }
      return "Left: \(finding.place.words), which is torn, and whatever stood behind it."
    }
    let rest = torn.first ?? "Left: whatever stood behind it."
    return "The log is not whole: its closing line is missing. \(taken) \(rest) "
      + "Import a whole copy where there is one; what is here already is not added twice."
  }
}

extension Recorded {
  /// Whether it was made in practice, with a patient who is not one.
  fileprivate var isPractice: Bool {
    guard case .opened(let opening) = event else { return source == .practice }
    return opening.isPractice || source == .practice
  }
}
