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
      let why = "This is a log file, which takes no entries: import it, then replay its session."
      let seat = Seat(person: "replay", role: .supervisor, id: SeatID("replay"))
      let session = Session(replaying: log.events)
      return try play(session, findings, .readOnly(why), seat, surroundings, options)
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
    var generator = SystemRandomNumberGenerator()
    let seat = Seat(
      person: chart.person.name,
      role: chart.person.role,
      id: SeatID(String(SessionID(using: &generator).text.prefix(6)))
    )
    let drafts = ChartDrafts(chart.drafts, person: seat.person, seat: seat.id)
    let record = ReplayConsole.Record.journal(chart.journal, id, drafts: drafts)
    return try screen.play(session, findings, record, seat, surroundings, options)
  }

  private func play(
    _ session: Session,
    _ findings: [String],
    _ record: ReplayConsole.Record,
    _ seat: Seat,
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
    let console = ReplayConsole(replay, of: record, seat: seat, options: options)
    let outcome = try console.run()
    return outcome == .left ? .ok : .interrupted
  }
}
