extension Journal {
  /// Goes through the sessions of the same person that were opened before this one, the oldest first.
  ///
  /// Practice and real ones never together; what cannot be read is passed over. With `known`, each is
  /// as it was by then. A chart of many sessions takes seconds: between any two reads `goesOn` is
  /// asked, and false comes back where it ended before all were seen.
  package func forEachEarlierSession(
    of id: SessionID,
    known: Instant? = nil,
    while goesOn: () -> Bool = { true },
    _ body: (Session) -> Void
  ) -> Bool {
    guard let this = try? opening(of: id), case .opened(let now) = this.event,
      let all = try? sessions()
    else { return true }
    var earlier: [(id: SessionID, at: Instant)] = []
    for other in all where other != id {
      guard goesOn() else { return false }
      guard let first = try? opening(of: other), case .opened(let opening) = first.event,
        opening.subject == now.subject, opening.isPractice == now.isPractice,
        first.occurredAt < this.occurredAt
      else { continue }
      earlier.append((other, first.occurredAt))
    }
    for (other, _) in earlier.sorted(by: { $0.at < $1.at }) {
      guard goesOn() else { return false }
      guard let events = try? events(of: other, after: .start).events else { continue }
      body(
        Session(replaying: events.filter { event in known.map { event.receivedAt <= $0 } ?? true })
      )
    }
    return true
  }
}
