import Dispatch
package import KapInterface
package import KapTerminal
package import KapTimeline
import Synchronization

/// The one thread that touches the disk: the loop asks, and finds the answers when it is woken.
package final class StoreWorker: Sendable {
  private let journal: any Journal
  private let drafts: (any DraftKeeper)?
  private let seats: (any SeatKeeper)?
  private let id: SessionID
  private let clock: @Sendable () -> Instant
  private let wake: WakePipe
  private let queue = DispatchQueue(label: "store", qos: .userInitiated)
  /// Passphrases take half a second to try: what is recorded meanwhile does not wait for that.
  private let trials = DispatchQueue(label: "passphrases", qos: .userInitiated)
  /// Earlier sessions may be many: nothing waits for them.
  private let past = DispatchQueue(label: "earlier sessions", qos: .utility)
  private let isEnding = Atomic(false)
  private let inbox = Mutex<[Message]>([])
  private let state: Mutex<State>

  private struct State {
    var session: Session
    var cursor: JournalCursor
    var token: Int
    /// The journal's token when people were read last.
    var peopleToken: Int?
    var people: [KeyHolder] = []
  }

  /// Begins with what of a session is known already.
  ///
  /// `clock` gives session time; it is read under the journal's lock.
  package init(
    _ journal: any Journal,
    session: Session,
    id: SessionID,
    cursor: JournalCursor,
    drafts: (any DraftKeeper)?,
    seats: (any SeatKeeper)? = nil,
    wake: WakePipe,
    clock: @escaping @Sendable () -> Instant
  ) {
    self.journal = journal
    self.drafts = drafts
    self.seats = seats
    self.id = id
    self.clock = clock
    self.wake = wake
    let token = (try? journal.changeToken()) ?? 0
    state = Mutex(State(session: session, cursor: cursor, token: token))
  }

  /// The answers that came since the last call.
  package func take() -> [Message] {
    inbox.withLock { messages in
      defer { messages.removeAll() }
      return messages
    }
  }

  /// Decides and appends; the answer comes under the ticket once it is on disk.
  package func append(
    _ ticket: Ticket,
    decide: @escaping @Sendable (Session) throws -> [Draft]
  ) {
    queue.async { [self] in tell(appended(ticket, decide)) }
  }

  /// Tries a passphrase; the answer comes under the ticket.
  package func unlock(_ ticket: Ticket, _ person: String, _ passphrase: Secret) {
    trials.async { [self] in
      do {
        guard let seats else { return tell(.notUnlocked(ticket, "No passphrase is kept here.")) }
        try seats.admit(person, passphrase)
        tell(.unlocked(ticket))
      } catch {
        tell(.notUnlocked(ticket, sentence(for: error)))
      }
    }
  }

  /// Looks for what other seats have written, and for people who were added to the chart.
  package func look() {
    queue.async { [self] in
      if let people = try? addedPeople() { tell(.keyHolders(people)) }
      guard let events = try? arrived(), !events.isEmpty else { return }
      tell(.arrived(events))
    }
  }

  /// Looks at what earlier sessions hold, between whatever else is asked for; the answer comes once
  /// all are read.
  package func lookBack() {
    past.async { [self] in
      let found = journal.lookBack(from: id) { !isEnding.load(ordering: .relaxed) }
      if let found { tell(.lookedBack(found)) }
    }
  }

  /// Keeps a draft on disk; the next one of the same field takes its place.
  package func keep(_ draft: KeptDraft) {
    queue.async { [self] in try? drafts?.keep(draft, of: id) }
  }

  /// Forgets a field's draft.
  package func forget(_ field: String) {
    queue.async { [self] in try? drafts?.forget(field, of: id) }
  }

  /// Waits until everything asked for so far is done.
  package func drain() {
    trials.sync {}
    queue.sync {}
  }

  /// Does what was asked for and looks no further back: nothing touches the journal afterwards.
  package func end() {
    stopLookingBack()
    finishLookingBack()
    drain()
  }

  /// Lets no further earlier session be read.
  func stopLookingBack() { isEnding.store(true, ordering: .relaxed) }

  /// Waits until no earlier session is being read.
  func finishLookingBack() { past.sync {} }

  private func tell(_ message: Message) {
    inbox.withLock { $0.append(message) }
    wake.notify()
  }

  private func appended(_ ticket: Ticket, _ decide: (Session) throws -> [Draft]) -> Message {
    do {
      return try state.withLock { state in
        // What arrived meanwhile is folded before anything is decided, and kept if nothing is.
        var session = state.session
        let result = try journal.append(to: id, from: state.cursor, now: clock) { arrived in
          for event in arrived { session.apply(event) }
          return try decide(session)
        }
        for event in result.written { session.apply(event) }
        state.session = session
        state.cursor = result.cursor
        return .appended(ticket, arrived: result.arrived, written: result.written)
      }
    } catch let refusal as Refusal {
      if let events = try? arrived(), !events.isEmpty { tell(.arrived(events)) }
      return .refused(ticket, refusal)
    } catch {
      return .notSaved(ticket, sentence(for: error))
    }
  }

  private func arrived() throws -> [Recorded] {
    try state.withLock { state in
      let token = try journal.changeToken()
      guard token != state.token else { return [] }
      state.token = token
      let page = try journal.events(of: id, after: state.cursor)
      for event in page.events { state.session.apply(event) }
      state.cursor = page.cursor
      return page.events
    }
  }

  /// Who may sit down, if that is known here otherwise: read only after a commit of somebody else's.
  private func addedPeople() throws -> [KeyHolder]? {
    guard let seats else { return nil }
    return try state.withLock { state in
      let token = try journal.changeToken()
      guard token != state.peopleToken else { return nil }
      let people = try seats.keyHolders()
      state.peopleToken = token
      guard people != state.people else { return nil }
      state.people = people
      return people
    }
  }
}

/// Where drafts outlive the program: never part of the record.
package protocol DraftKeeper: Sendable {
  /// Keeps a draft in place of the field's last.
  func keep(_ draft: KeptDraft, of session: SessionID) throws
  /// Forgets a field's draft.
  func forget(_ field: String, of session: SessionID) throws
  /// The drafts that are kept.
  func drafts(of session: SessionID) throws -> [KeptDraft]
}
