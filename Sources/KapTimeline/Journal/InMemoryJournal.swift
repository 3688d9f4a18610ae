import Synchronization

/// A journal that lasts as long as the process: for practice, tests and trying things out.
package final class InMemoryJournal: Journal {
  package let writer: WriterID
  private let state = Mutex(State())

  /// Creates an empty journal that numbers events for `writer`.
  package init(writer: WriterID) { self.writer = writer }

  package func sessions() throws -> [SessionID] { state.withLock { $0.order } }

  package func opening(of session: SessionID) throws -> Recorded {
    guard let first = state.withLock({ $0.events[session]?.first }) else {
      throw JournalError.noSuchSession(session)
    }
    return first
  }

  package func events(
    of session: SessionID,
    after cursor: JournalCursor
  ) throws -> JournalPage {
    try state.withLock { state in
      guard let events = state.events[session] else { throw JournalError.noSuchSession(session) }
      return JournalPage(
        events: Array(events.dropFirst(Self.count(cursor))),
        cursor: JournalCursor(position: Int64(events.count))
      )
    }
  }

  package func append(
    to session: SessionID,
    from cursor: JournalCursor,
    now: () -> Instant,
    decide: ([Recorded]) throws -> [Draft]
  ) throws -> Appended {
    try state.withLock { state in
      let count = state.events[session]?.count ?? 0
      let last = state.events[session]?.last
      let arrived = Array((state.events[session] ?? []).dropFirst(Self.count(cursor)))
      let drafts = try decide(arrived)
      try checkOpening(of: session, isNew: last == nil, drafts: drafts)
      let recordedAt = max(now(), last?.recordedAt ?? Instant(milliseconds: .min))
      let written = drafts.enumerated().map { place, draft in
        let id = EventID(writer: writer, sequence: count + place + 1)
        return draft.recorded(as: id, at: recordedAt)
      }
      if !written.isEmpty {
        if last == nil { state.order.append(session) }
        state.events[session, default: []].append(contentsOf: written)
        state.changes += 1
      }
      return Appended(
        arrived: arrived,
        written: written,
        cursor: JournalCursor(position: Int64(count + written.count))
      )
    }
  }

  package func changeToken() throws -> Int { state.withLock { $0.changes } }

  private static func count(_ cursor: JournalCursor) -> Int {
    Int(clamping: max(0, cursor.position))
  }

  private struct State {
    var order: [SessionID] = []
    var events: [SessionID: [Recorded]] = [:]
    var changes = 0
  }
}
