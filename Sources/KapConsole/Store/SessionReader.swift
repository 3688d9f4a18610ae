import Dispatch
package import KapInterface
import KapTerminal
package import KapTimeline
import Synchronization

/// Reads the sessions of a journal beside the start screen, the newest first.
///
/// A session takes as long to read as it is long, and a chart has many: the screen shows what is
/// known so far. What was read once is read again only where something was written since.
package final class SessionReader: Sendable {
  private let journal: any Journal
  private let queue = DispatchQueue(label: "sessions", qos: .userInitiated)
  private let state = Mutex(State())

  private struct State {
    var known: [SessionID: Known] = [:]
    var count: Int?
    var unreadable = 0
    /// Why it is not known which sessions there are.
    var failure: String?
    /// Which pass through the journal goes on; an earlier one ends where it is.
    var pass = 0
    var isReading = false
    var isChanged = false

    var problem: String? {
      guard unreadable > 0 else { return failure }
      let many = unreadable == 1 ? "1 session" : "\(unreadable) sessions"
      return "\(many) cannot be read: kap verify says why."
    }
  }

  private struct Known {
    var session: StartScreen.ListedSession
    var cursor: JournalCursor
  }

  /// Creates a reader that has read nothing.
  package init(_ journal: any Journal) { self.journal = journal }

  /// Begins to read; `notify` is called where there is something new to take, seldom enough to
  /// paint each time.
  package func begin(
    at reading: ClockReading,
    notifying notify: @escaping @Sendable () -> Void
  ) {
    let pass = state.withLock { state in
      state.pass += 1
      state.isReading = true
      state.isChanged = true
      return state.pass
    }
    queue.async { [self] in
      read(pass, at: reading, notify)
      notify()
    }
  }

  /// Ends the reading: nothing touches the journal afterwards.
  package func end() {
    state.withLock { $0.pass += 1 }
    finish()
  }

  /// Waits until all that is asked for is read.
  func finish() { queue.sync {} }

  /// What is known, if that is something else than before.
  package func take() -> StartScreen.Listing? {
    state.withLock { state in
      guard state.isChanged else { return nil }
      state.isChanged = false
      return StartScreen.Listing(
        sessions: state.known.values.map(\.session),
        count: state.isReading ? state.count ?? Int.max : nil,
        problem: state.problem
      )
    }
  }

  private func read(_ pass: Int, at reading: ClockReading, _ notify: () -> Void) {
    let ids: [SessionID]
    do {
      ids = try journal.sessions()
    } catch {
      // What is not known may be there: the list stays one that is being read.
      return state.withLock { state in
        state.failure = sentence(for: error)
        state.isChanged = true
      }
    }
    var lastTold = SystemClock.sinceBoot
    state.withLock { state in
      (state.count, state.unreadable, state.failure) = (ids.count, 0, nil)
    }
    for id in ids.reversed() {
      let before = state.withLock { state in
        state.pass == pass ? Optional(state.known[id]) : nil
      }
      guard let before else { return }
      let now = try? known(id, before, at: reading)
      state.withLock { state in
        state.known[id] = now
        if now == nil { state.unreadable += 1 }
        state.isChanged = true
      }
      guard SystemClock.sinceBoot - lastTold >= Self.pause else { continue }
      lastTold = SystemClock.sinceBoot
      notify()
    }
    state.withLock { state in
      state.isReading = false
      state.isChanged = true
    }
  }

  /// How many milliseconds are between two notifications.
  private static let pause = 50

  private func known(
    _ id: SessionID,
    _ before: Known?,
    at reading: ClockReading
  ) throws -> Known {
    if let before, try journal.events(of: id, after: before.cursor).events.isEmpty {
      return before
    }
    let page = try journal.events(of: id, after: .start)
    let session = Session(replaying: page.events)
    return Known(
      session: StartScreen.ListedSession(id, session, at: reading),
      cursor: page.cursor
    )
  }
}

extension StartScreen.ListedSession {
  /// A session as the list shows it by these clocks.
  package init(_ id: SessionID, _ session: Session, at reading: ClockReading) {
    let moment = Moment(session, at: session.now(by: reading).instant)
    let startedAt = moment.startedAt ?? reading.wall
    let last = session.entries.last { $0.recorded.event.kind.isStated }
    self.init(
      id: id,
      subject: session.opening?.subject ?? "?",
      title: session.opening?.clinicProtocol.title ?? "",
      room: moment.room,
      startedAt: startedAt,
      lastEntryAt: last?.recorded.recordedAt ?? startedAt,
      isOpen: moment.state.isOpen
    )
  }
}
