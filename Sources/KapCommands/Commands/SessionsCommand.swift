import KapExport
import KapRecord
import KapStore
import KapTimeline

/// `kap sessions`: lists the sessions of the chart.
package struct SessionsCommand: Hashable, Sendable {
  /// Whether the list is for scripts.
  package var isJSON: Bool

  /// Creates the command.
  package init(isJSON: Bool = false) { self.isJSON = isJSON }

  /// Prints the sessions in the order in which they came to the chart.
  ///
  /// One that cannot be read is named, the others are listed, and the command ends with bad data.
  package func run(in surroundings: Surroundings) throws -> ExitCode {
    let chart = try surroundings.unlockedChart()
    defer { try? chart.close() }
    let journal = chart.journal
    let reading = surroundings.clocks()
    var documents: [JSONValue] = []
    var table = PlainTable()
    var isWhole = true
    table.add(["session", "opened", "patient", "protocol", "state", "phase", "entries"])
    let sessions = try journal.sessions()
    for id in sessions {
      do {
        let moment = try journal.whole(id).session.latestMoment(by: reading)
        if isJSON {
          documents.append(try SessionDocument(id, at: moment).value(withEvents: false))
        } else {
          table.add(row(id, moment))
        }
      } catch {
        isWhole = false
        surroundings.say("session \(id.text): \(CommandError(error).message)")
      }
    }
    if isJSON {
      try surroundings.print(try JSONText.of(.array(documents)))
    } else if sessions.isEmpty {
      surroundings.say("There is no session in this chart yet. `kap open` opens one.")
    } else {
      for line in table.lines { try surroundings.print(line) }
    }
    return isWhole ? .ok : .badData
  }

  private func row(_ id: SessionID, _ moment: Moment) -> [String] {
    let opening = moment.session.opening
    let index = moment.session.list(of: .opened).first
    let opened = index.map { moment.session.entries[$0].recorded }
    let wall = opened.map { WallTime($0.occurredAt, offset: $0.offset) }
    return [
      id.text,
      wall.map { "\($0.date) \($0.clock)" } ?? "",
      opening?.subject ?? "",
      opening?.clinicProtocol.name ?? "",
      moment.state.word + (opening?.isPractice == true ? ", practice" : ""),
      moment.phase.map { moment.rules?.label(of: $0.phase) ?? $0.phase.rawValue } ?? "-",
      String(moment.session.entries.count),
    ]
  }
}

extension Moment.State {
  /// The word for it.
  var word: String {
    switch self {
    case .unopened: "not opened"
    case .open: "open"
    case .ended: "ended"
    }
  }
}
