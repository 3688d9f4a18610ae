import KapCommands
import KapConsole
import KapInterface
import KapPractice
import KapSettings
import KapStore
import KapTimeline

/// Bare `kap`: the start screen, and whatever somebody chooses on it.
struct FirstScreen {
  func run(in surroundings: Surroundings) throws -> ExitCode {
    try surroundings.requireTerminal(instead: "kap --help lists the commands that need none.")
    let options = try surroundings.consoleOptions()
    let chart = try surroundings.unlockedChart()
    defer { try? chart.close() }
    let library = surroundings.protocols()
    let protocols = library.names.map { name in
      let rules = try? library.rules(named: name)
      return StartScreen.ListedProtocol(
        name: name,
        title: rules?.title ?? "",
        weight: rules?.bound(on: "weight")
      )
    }
    let scenarios = Scenario.all.map { StartScreen.ListedProtocol(name: $0.name, title: $0.title) }
    let reader = SessionReader(chart.journal)
    var failed: (form: NewSessionForm?, reason: String)?
    while true {
      let reading = surroundings.clocks()
      let unopened = failed
      failed = nil
      let (choice, form) = try StartConsole(reader, at: reading, options: options) { size, glyphs in
        var start = StartScreen(
          protocols: protocols,
          scenarios: scenarios,
          person: chart.person.name,
          size: size,
          glyphs: glyphs,
          now: reading.wall,
          offset: reading.offset
        )
        if let unopened { start.putBack(unopened.form, because: unopened.reason) }
        return start
      }.run()
      switch choice {
      case .leave: return .ok
      case .resume(let id): return try LiveScreen.run(id, in: chart, options: options)
      case .open(let session):
        let id: SessionID
        do {
          id = try open(session, in: chart, surroundings)
        } catch let error as CommandError {
          // What was typed comes back with what is wrong with it.
          failed = (form, error.message)
          continue
        }
        return try LiveScreen.run(id, in: chart, options: options)
      case .replay(let id):
        let screen = ReplayScreen(record: id.text, speed: 4, from: nil, isAsKnown: false)
        let outcome = try ReplayScreen.run(id, screen, in: chart, surroundings, options)
        guard outcome == .ok else { return outcome }
      case .practise(let scenario, let isByHand):
        let outcome = try DemoScreen(scenario: scenario, isByHand: isByHand).run(in: surroundings)
        guard outcome == .ok else { return outcome }
      }
    }
  }

  private func open(
    _ session: NewSession,
    in chart: UnlockedChart,
    _ surroundings: Surroundings
  ) throws -> SessionID {
    let command = OpenCommand(
      subject: session.subject,
      protocolName: session.protocolName,
      weightInKilograms: session.weight,
      number: session.number,
      planned: session.planned,
      room: session.room
    )
    let reading = surroundings.clocks()
    let id = try command.open(
      in: chart.journal,
      under: surroundings.protocols().rules(named: session.protocolName),
      by: chart.person.name,
      as: chart.person.role,
      at: reading
    ).id
    guard !session.people.isEmpty else { return id }
    let journal = chart.journal
    let whole = Session(replaying: try journal.events(of: id, after: .start).events)
    let circumstances = Circumstances(
      author: chart.person.name,
      role: chart.person.role,
      now: whole.now(by: reading).instant,
      offset: reading.offset
    )
    _ = try journal.append(to: id, from: .start, now: { circumstances.now }) { _ in
      session.people.filter { $0.person != chart.person.name }.map {
        circumstances.draft(of: .joined($0))
      }
    }
    return id
  }
}
