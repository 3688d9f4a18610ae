import KapExport
import KapStore
import KapTimeline

/// `kap show`: a session as text or for scripts.
package struct ShowCommand: Hashable, Sendable {
  /// The session, as a person names it.
  package var session: String
  /// The moment, as a person names it.
  package var at: String?
  /// Whether only what had been written by that moment counts.
  package var isAsKnown: Bool
  /// Whether it is for scripts.
  package var isJSON: Bool

  /// Creates the command.
  package init(session: String, at: String? = nil, isAsKnown: Bool = false, isJSON: Bool = false) {
    self.session = session
    self.at = at
    self.isAsKnown = isAsKnown
    self.isJSON = isJSON
  }

  /// Prints the session as it stood at the moment, now unless told.
  ///
  /// Imported rows may lie later than now: then the moment is that of the last one, and it says so.
  package func run(in surroundings: Surroundings) throws -> ExitCode {
    let chart = try surroundings.unlockedChart()
    defer { try? chart.close() }
    let journal = chart.journal
    let id = try journal.session(named: session)
    let events = try journal.events(of: id, after: .start).events
    let whole = Session(replaying: events)
    let reading = surroundings.clocks()
    let latest = whole.latestMoment(by: reading)
    let now = try at.map { try MomentReference(reading: $0).instant(in: latest) } ?? latest.now
    guard now <= max(latest.now, whole.now(by: reading).instant) else {
      throw CommandError(
        .usage,
        "\(at ?? "") is still to come in this session. Name a moment up to now, or leave --at out."
      )
    }
    let known = isAsKnown ? Session(replaying: events.filter { $0.receivedAt <= now }) : whole
    let moment = Moment(known, at: now)
    guard moment.startedAt != nil, !moment.happened.isEmpty else {
      throw CommandError(.noInput, "At that moment the session was not opened yet.")
    }
    // Nothing is read of other sessions unless there is something to compare with them.
    let compares = moment.assessments.contains { state in
      state.value != nil && moment.rules?.scale(named: state.scale)?.response != nil
    }
    let earlier = compares ? journal.firstScores(before: id, known: isAsKnown ? now : nil) : []
    if isJSON {
      let document = SessionDocument(id, at: moment, after: earlier)
      try surroundings.print(try JSONText.of(try document.value()))
      return .ok
    }
    let sheet = SessionSheet(
      id,
      at: moment,
      after: earlier,
      isAhead: at == nil && now > whole.now(by: reading).instant,
      hidden: isAsKnown ? whole.count(until: now) - known.count(until: now) : nil
    )
    for line in sheet.lines { try surroundings.print(line) }
    return .ok
  }
}
