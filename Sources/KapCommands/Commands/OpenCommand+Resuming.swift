package import KapTimeline

extension OpenCommand {
  /// Refuses to go on with the open session of the same person where it is not the one that was asked
  /// for; what was not said of a new one is as it is.
  package func check(matches session: Session, of id: SessionID, at now: Instant) throws {
    guard let opening = session.opening else { return }
    let moment = Moment(session, at: now)
    var differing: [String] = []
    func compare(_ option: String, _ said: String?, with known: String?) {
      guard let said, said != known else { return }
      differing.append("\(option) \(said), there \(known ?? "none")")
    }
    compare("--protocol", protocolName, with: opening.clinicProtocol.name)
    compare("--weight", weightInKilograms.map { plain($0) }, with: moment.weight.map { plain($0) })
    let course = number.map { first in planned.map { "\(first)/\($0)" } ?? "\(first)" }
    let known = opening.number.map { first in
      planned == nil ? "\(first)" : opening.planned.map { "\(first)/\($0)" } ?? "\(first)"
    }
    compare("--number", course, with: known)
    compare("--room", room, with: moment.room)
    guard !differing.isEmpty else { return }
    throw CommandError(
      .usage,
      "\(subject) has an open session, \(id.text), and what was given does not match it: "
        + "\(differing.joined(separator: "; ")). kap live \(id.text) goes on with it; a new one "
        + "opens once it has ended."
    )
  }
}
