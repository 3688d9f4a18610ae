import KapCommands
import KapConsole
import KapInterface
import KapStore
import KapTimeline

/// `kap live`: opens a session, resumes the open one, or joins it as a second seat.
struct LiveScreen {
  /// The session to go on with.
  var session: String?
  /// What a new one is opened with.
  var opening: OpenCommand?

  func run(in surroundings: Surroundings) throws -> ExitCode {
    try surroundings.requireTerminal(
      instead: "kap enter writes into a session and kap show reads one without a terminal."
    )
    let options = try surroundings.consoleOptions()
    let chart = try surroundings.unlockedChart()
    defer { try? chart.close() }
    let (id, remarks) = try sessionID(in: chart, surroundings)
    return try LiveScreen.run(id, in: chart, saying: remarks, options: options)
  }

  /// Runs the console on a session until somebody leaves; what its opening had to say comes first.
  static func run(
    _ id: SessionID,
    in chart: UnlockedChart,
    saying remarks: [String] = [],
    options: ConsoleOptions
  ) throws -> ExitCode {
    var generator = SystemRandomNumberGenerator()
    let seat = Seat(
      person: chart.person.name,
      role: chart.person.role,
      id: SeatID(String(SessionID(using: &generator).text.prefix(6)))
    )
    let drafts = ChartDrafts(chart.drafts, person: seat.person, seat: seat.id)
    let console = LiveConsole(
      chart.journal,
      session: id,
      seat: seat,
      drafts: drafts,
      seats: ChartSeats(chart),
      beside: try? drafts.sitDown(),
      directory: chart.chart.path,
      remark: remarks.isEmpty ? nil : remarks.joined(separator: " "),
      options: options
    )
    defer { chart.settle() }
    let outcome = try console.run()
    return outcome == .left ? .ok : .interrupted
  }

  private func sessionID(
    in chart: UnlockedChart,
    _ surroundings: Surroundings
  ) throws -> (SessionID, remarks: [String]) {
    let journal = chart.journal
    if let session { return (try journal.session(named: session), []) }
    let open = try SessionList(journal, at: surroundings.clocks()).sessions.filter(\.isOpen)
    if let opening {
      if let running = open.first(where: { $0.subject == opening.subject }) {
        let events = try journal.events(of: running.id, after: .start).events
        let session = Session(replaying: events)
        let now = session.now(by: surroundings.clocks()).instant
        try opening.check(matches: session, of: running.id, at: now)
        return (running.id, [])
      }
      let rules = try surroundings.protocols().rules(named: opening.protocolName)
      let opened = try opening.open(
        in: journal,
        under: rules,
        by: chart.person.name,
        as: chart.person.role,
        at: surroundings.clocks()
      )
      return (opened.id, opened.remarks)
    }
    guard let only = open.first else {
      throw CommandError(
        .noInput,
        "No session is open. kap live --subject CODE --protocol NAME opens one; kap alone shows a "
          + "form for it."
      )
    }
    guard open.count == 1 else {
      let ids = open.map(\.id.text).joined(separator: ", ")
      throw CommandError(.usage, "Several sessions are open: \(ids). Name one.")
    }
    return (only.id, [])
  }
}
