import KapCanvas
package import KapPractice
import KapSettings
package import KapTimeline

/// `kap demo` without a terminal: a practice session as plain lines.
package struct DemoCommand: Hashable, Sendable {
  /// The scenario.
  package var scenario: String?

  /// Creates the command.
  package init(scenario: String? = nil) { self.scenario = scenario }

  /// Plays the scenario through the real language, rules and journal, and prints each entry.
  ///
  /// The journal lives in memory alone, and ends with the command.
  package func run(in surroundings: Surroundings) throws -> ExitCode {
    let scenario = try Self.scenario(named: scenario)
    let rules = try ProtocolLibrary().rules(named: scenario.protocolName)
    var clock = surroundings.clocks()
    clock.boot = "practice"
    let start = clock
    var generator = SystemRandomNumberGenerator()
    let journal = InMemoryJournal(writer: WriterID(using: &generator))
    let opened = try OpenCommand(
      subject: scenario.subject,
      protocolName: scenario.protocolName,
      number: scenario.number,
      planned: scenario.planned,
      room: scenario.room
    ).open(
      in: journal,
      under: rules,
      by: scenario.owner.name,
      as: scenario.owner.role,
      at: start,
      source: .practice,
      isPractice: true
    )
    try surroundings.show("PRACTICE  \(scenario.title). A simulated patient; nothing is kept.")
    var shown = 0
    for line in scenario.lines {
      clock.wall = start.wall + line.typingStartedAt
      clock.monotonic = start.monotonic + line.typingStartedAt.milliseconds
      let reading = clock
      var scribe = try Scribe(
        journal: journal,
        session: opened.id,
        author: line.author,
        role: scenario.person(named: line.author)?.role ?? .monitor,
        source: .practice,
        clocks: { reading }
      )
      if shown == 0 { shown = try show(scribe.session, from: 0, in: surroundings) }
      let text = line.text(in: scribe.session)
      do {
        _ = try scribe.write(text)
      } catch let refused as Scribe.Refused {
        surroundings.say("\(text): \(refused.message)")
      }
      shown = try show(scribe.session, from: shown, in: surroundings)
    }
    let session = try journal.whole(opened.id).session
    for line in SessionSummary(session.latestMoment(by: clock)).lines {
      try surroundings.show(line)
    }
    try Self.showDebrief(
      of: scenario,
      session,
      at: clock.wall,
      offset: clock.offset,
      in: surroundings
    )
    return .ok
  }

  /// The scenario of a name, or the one to begin with.
  ///
  /// - Throws: What names there are, where there is none of this one.
  package static func scenario(named name: String?) throws -> Scenario {
    guard let name else {
      guard let first = Scenario.all.first else {
        throw CommandError(.noInput, "There is no scenario.")
      }
      return first
    }
    guard let named = Scenario.named(name) else {
      let lines = Scenario.listing.map { "  \($0)" }.joined(separator: "\n")
      throw CommandError(.noInput, "There is no scenario of that name. There are:\n\(lines)")
    }
    return named
  }

  /// Prints the names of the scenarios and what each is.
  package static func list(in surroundings: Surroundings) throws -> ExitCode {
    for line in Scenario.listing { try surroundings.show(line) }
    return .ok
  }

  /// Prints what the simulated patient did beside what was recorded, wrapped at words; what does not
  /// fit stands further in below its line.
  package static func showDebrief(
    of scenario: Scenario,
    _ session: Session,
    at now: Instant,
    offset: UTCOffset,
    columns: Int = 80,
    in surroundings: Surroundings
  ) throws {
    let debrief = Debrief(
      of: scenario,
      at: Moment(session, at: now),
      offset: offset,
      hasLeft: true
    )
    try surroundings.show("")
    let indent = String(repeating: " ", count: 4)
    for line in debrief.lines {
      guard !line.isEmpty else {
        try surroundings.show("")
        continue
      }
      let rows = Text.wrapped(line, to: max(20, columns - indent.count))
      for (place, row) in rows.enumerated() {
        try surroundings.show(place == 0 ? row : indent + row)
      }
    }
  }

  private func show(
    _ session: Session,
    from first: Int,
    in surroundings: Surroundings
  ) throws -> Int {
    for index in session.entries.indices.dropFirst(first) {
      let entry = session.entries[index]
      let moment = Moment(session, at: max(entry.occurredAt, entry.recorded.recordedAt))
      let wall = WallTime(entry.occurredAt, offset: entry.recorded.offset)
      let minute = moment.minute(of: entry.occurredAt).map { $0 > 0 ? "+\($0)" : String($0) } ?? ""
      let words = moment.words(for: index)
      let who = Self.padded(words.author, to: 5)
      try surroundings.show("\(wall.clock)  \(Self.padded(minute, to: 4)) \(who) \(words.line)")
    }
    return session.entries.count
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
