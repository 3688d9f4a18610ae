import Foundation
import KapCommands
import KapConsole
import KapInterface
import KapRecord
import KapStore
import KapTimeline

/// `kap replay`: the record again, in the same panes.
struct ReplayScreen {
  /// A session's id, or the path of a log.
  var record: String
  /// How many times as fast as it happened.
  var speed: Double
  /// Where to begin.
  var from: String?
  /// Whether only what was known then is shown.
  var isAsKnown: Bool

  func run(in surroundings: Surroundings) throws -> ExitCode {
    try surroundings.requireTerminal(instead: "kap show prints a session without a terminal.")
    let options = try surroundings.consoleOptions()
    if surroundings.namesFile(record) {
      let log = try LogReading(surroundings.contents(of: record))
      let findings = log.findings.map(\.sentence)
      return try play(Session(replaying: log.events), findings, "replay", surroundings, options)
    }
    let chart = try surroundings.unlockedChart()
    defer { try? chart.close() }
    let id = try chart.journal.session(named: record)
    return try ReplayScreen.run(id, self, in: chart, surroundings, options)
  }

  /// Replays a session of a chart.
  static func run(
    _ id: SessionID,
    _ screen: ReplayScreen,
    in chart: UnlockedChart,
    _ surroundings: Surroundings,
    _ options: ConsoleOptions
  ) throws -> ExitCode {
    let session = Session(replaying: try chart.journal.events(of: id, after: .start).events)
    let findings = try chart.verify(id).findings.map(\.sentence)
    return try screen.play(session, findings, chart.person.name, surroundings, options)
  }

  private func play(
    _ session: Session,
    _ findings: [String],
    _ person: String,
    _ surroundings: Surroundings,
    _ options: ConsoleOptions
  ) throws -> ExitCode {
    let count = session.entries.count
    let verification =
      findings.first.map { "RECORD NOT WHOLE: \($0)" }
      ?? "Record checked: \(count) \(count == 1 ? "entry" : "entries"), chain whole."
    var start: Instant?
    if let from {
      let last = session.order.last.map { session.entries[$0].occurredAt }
      let moment = Moment(session, at: last ?? surroundings.clocks().wall)
      start = try MomentReference(reading: from).instant(in: moment)
    }
    let replay = KapInterface.Replay(
      session,
      at: start,
      speed: speed,
      isAsKnown: isAsKnown,
      verification: verification
    )
    let seat = Seat(person: person, role: .supervisor, id: SeatID("replay"))
    let outcome = try ReplayConsole(replay, seat: seat, options: options).run()
    return outcome == .left ? .ok : .interrupted
  }
}
