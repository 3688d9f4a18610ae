import Dispatch
import KapInterface
import KapSettings
import KapTerminal
import KapTestSupport
import KapTimeline
import Synchronization
import Testing

@testable import KapConsole

/// The store thread beside a chart of earlier sessions that takes long to read.
struct StoreWorkerTests {
  private let journal = SlowJournal()
  private let today: SessionID
  private let earlier: SessionID

  init() throws {
    var generator = SeededGenerator(seed: 3)
    earlier = SessionID(using: &generator)
    today = SessionID(using: &generator)
    let rules = try ProtocolLibrary().protocol(named: "im")
    for (day, id) in [earlier, today].enumerated() {
      let at = Instant(milliseconds: 0) + .minutes(day * 1440)
      let opening = Opening(
        subject: "K-014",
        clinicProtocol: rules,
        anchor: ClockAnchor(boot: "test", wall: at, monotonic: at.milliseconds)
      )
      let drafts = [Self.draft(of: .opened(opening), at: at)]
      _ = try journal.append(to: id, from: .start, now: { at }) { _ in drafts }
    }
  }

  private static func draft(of event: Event, at instant: Instant) -> Draft {
    Draft(
      occurredAt: instant,
      offset: .utc,
      author: "ar",
      role: .monitor,
      source: .typed,
      event: event
    )
  }

  private func worker() throws -> StoreWorker {
    let page = try journal.events(of: today, after: .start)
    let now = Instant(milliseconds: 0) + .minutes(1441)
    return StoreWorker(
      journal,
      session: Session(replaying: page.events),
      id: today,
      cursor: page.cursor,
      drafts: nil,
      wake: try WakePipe(),
      clock: { now }
    )
  }

  private func kinds(of messages: [Message]) -> [String] {
    messages.map { message in
      switch message {
      case .appended: "appended"
      case .lookedBack: "looked back"
      default: "other"
      }
    }
  }

  @Test func `what is recorded does not wait for earlier sessions, which come when they are read`()
    throws
  {
    let worker = try worker()
    journal.holds(earlier)
    worker.lookBack()
    journal.waitUntilHeld()
    worker.append(Ticket(1)) { _ in
      [Self.draft(of: .note(Note("hand on shoulder")), at: Instant(milliseconds: 86_400_000))]
    }
    worker.drain()
    #expect(kinds(of: worker.take()) == ["appended"])

    journal.letGo()
    worker.finishLookingBack()
    #expect(kinds(of: worker.take()) == ["looked back"])
  }

  @Test func `at the end nothing is read any more`() throws {
    let worker = try worker()
    journal.holds(earlier)
    worker.lookBack()
    journal.waitUntilHeld()
    worker.stopLookingBack()
    journal.letGo()
    worker.end()
    #expect(worker.take().isEmpty)
    #expect(journal.reads == 1)
  }
}

/// A journal that can be held up where it reads how a session was opened.
private final class SlowJournal: Journal {
  private let inner: InMemoryJournal
  private let held = Mutex<SessionID?>(nil)
  private let count = Mutex(0)
  private let arrival = DispatchSemaphore(value: 0)
  private let permit = DispatchSemaphore(value: 0)

  init() {
    var generator = SeededGenerator(seed: 5)
    inner = InMemoryJournal(writer: WriterID(using: &generator))
  }

  var writer: WriterID { inner.writer }
  /// How often the session that is held up was read, its opening or the whole.
  var reads: Int { count.withLock { $0 } }

  func holds(_ session: SessionID) { held.withLock { $0 = session } }
  func waitUntilHeld() { arrival.wait() }
  func letGo() { permit.signal() }

  func sessions() throws -> [SessionID] { try inner.sessions() }

  func opening(of session: SessionID) throws -> Recorded {
    if held.withLock({ $0 == session }) {
      count.withLock { $0 += 1 }
      arrival.signal()
      permit.wait()
    }
    return try inner.opening(of: session)
  }

  func events(of session: SessionID, after cursor: JournalCursor) throws -> JournalPage {
    if held.withLock({ $0 == session }) { count.withLock { $0 += 1 } }
    return try inner.events(of: session, after: cursor)
  }

  func append(
    to session: SessionID,
    from cursor: JournalCursor,
    now: () -> Instant,
    decide: ([Recorded]) throws -> [Draft]
  ) throws -> Appended {
    try inner.append(to: session, from: cursor, now: now, decide: decide)
  }

  func changeToken() throws -> Int { try inner.changeToken() }
}
