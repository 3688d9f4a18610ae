package import KapTimeline

extension Journal {
  /// The session that a person names: by its id, by the beginning of it, or as `last`, the one that
  /// was opened last.
  package func session(named name: String) throws -> SessionID {
    let sessions = try sessions()
    guard !sessions.isEmpty else {
      throw CommandError(.noInput, "There is no session in this chart. `kap open` opens one.")
    }
    if name == "last" { return try last(of: sessions) }
    let wanted = name.lowercased()
    if let whole = sessions.first(where: { $0.text == wanted }) { return whole }
    let found = wanted.isEmpty ? [] : sessions.filter { $0.text.hasPrefix(wanted) }
    guard let only = found.first else {
      throw CommandError(
        .noInput,
        "No session of this chart has an id that begins so. `kap sessions` lists them."
      )
    }
    guard found.count == 1 else {
      let ids = found.prefix(8).map(\.text).joined(separator: ", ")
      throw CommandError(.usage, "Several sessions begin so: \(ids). Give more of the id.")
    }
    return only
  }

  private func last(of sessions: [SessionID]) throws -> SessionID {
    var newest: (id: SessionID, openedAt: Instant)?
    for id in sessions {
      let openedAt = try opening(of: id).occurredAt
      if newest.map({ $0.openedAt <= openedAt }) ?? true { newest = (id, openedAt) }
    }
    guard let newest else { throw CommandError(.noInput, "There is no session in this chart.") }
    return newest.id
  }

  /// A session with all that this journal has of it, and where to read on.
  func whole(_ id: SessionID) throws -> (session: Session, cursor: JournalCursor) {
    let page = try events(of: id, after: .start)
    return (Session(replaying: page.events), page.cursor)
  }
}

extension Session {
  /// The moment to look at: now, or the last entry where that lies later, as imported ones may.
  ///
  /// Where the session is over nothing comes after its last entry, so that is the moment.
  func latestMoment(by reading: ClockReading) -> Moment {
    let now = now(by: reading).instant
    let last = order.last.map { entries[$0].occurredAt } ?? now
    let latest = Moment(self, at: max(now, last))
    guard case .ended = latest.state else { return latest }
    return Moment(self, at: last)
  }
}
