import KapInterface
import KapSettings
import KapTestSupport
import KapTimeline
import Synchronization
import Testing

@testable import KapConsole

struct SessionReaderTests {
  private let journal = WatchedJournal()
  private let ids: [SessionID]

  init() throws {
    var generator = SeededGenerator(seed: 5)
    ids = (0..<4).map { _ in SessionID(using: &generator) }
    let rules = try ProtocolLibrary().protocol(named: "im")
    for (day, id) in ids.enumerated() {
      let at = Self.day(day)
      let anchor = ClockAnchor(boot: "test", wall: at, monotonic: 0)
      let opening = Opening(subject: "K-\(day)", clinicProtocol: rules, anchor: anchor)
      try journal.record(.opened(opening), in: id, at: at)
      if day != 1 { try journal.record(.ended, in: id, at: at + .minutes(90)) }
    }
  }

  private static func day(_ number: Int) -> Instant {
    Instant(milliseconds: 0) + .minutes(number * 1440)
  }

  /// Reads all there is, and returns what came last.
  private func read(_ reader: SessionReader) -> StartScreen.Listing? {
    let wall = Self.day(9)
    let reading = ClockReading(boot: "other", wall: wall, monotonic: 0, offset: .utc)
    reader.begin(at: reading) {}
    reader.finish()
    return reader.take()
  }

  @Test func `all are read, the newest first, and it is known which goes on`() throws {
    let reader = SessionReader(journal)
    let listing = try #require(read(reader))
    #expect(journal.reads == ids.reversed())
    #expect(listing.count == nil && listing.problem == nil)
    #expect(Set(listing.sessions.map(\.id)) == Set(ids))
    #expect(listing.sessions.filter(\.isOpen).map(\.subject) == ["K-1"])
    #expect(reader.take() == nil)
    reader.end()
  }

  @Test func `again only what was written in is read whole`() throws {
    let reader = SessionReader(journal)
    _ = read(reader)
    try journal.record(.ended, in: ids[1], at: Self.day(1) + .minutes(60))
    journal.forget()
    let listing = try #require(read(reader))
    #expect(journal.reads == [ids[1]])
    #expect(listing.sessions.allSatisfy { !$0.isOpen })
  }

  @Test func `one that cannot be read is counted, and the others are listed`() throws {
    journal.damage(ids[2])
    let listing = try #require(read(SessionReader(journal)))
    #expect(listing.problem == "1 session cannot be read: kap verify says why.")
    #expect(Set(listing.sessions.map(\.id)) == Set(ids).subtracting([ids[2]]))
  }
}

/// A journal in memory that tells which sessions were read from their beginning, in order.
private final class WatchedJournal: Journal {
  private let inner: InMemoryJournal
  private let whole = Mutex<[SessionID]>([])
  private let damaged = Mutex<SessionID?>(nil)

  init() {
    var generator = SeededGenerator(seed: 6)
    inner = InMemoryJournal(writer: WriterID(using: &generator))
  }

  var writer: WriterID { inner.writer }
  var reads: [SessionID] { whole.withLock { $0 } }

  func forget() { whole.withLock { $0 = [] } }
  func damage(_ session: SessionID) { damaged.withLock { $0 = session } }

  func record(_ event: Event, in session: SessionID, at instant: Instant) throws {
    let draft = Draft(
      occurredAt: instant,
      offset: .utc,
      author: "ar",
      role: .monitor,
      source: .typed,
      event: event
    )
    _ = try inner.append(to: session, from: .start, now: { instant }) { _ in [draft] }
  }

  func sessions() throws -> [SessionID] { try inner.sessions() }
  func opening(of session: SessionID) throws -> Recorded { try inner.opening(of: session) }
  func changeToken() throws -> Int { try inner.changeToken() }

  func events(of session: SessionID, after cursor: JournalCursor) throws -> JournalPage {
    if damaged.withLock({ $0 == session }) { throw JournalError.noSuchSession(session) }
    if cursor == .start { whole.withLock { $0.append(session) } }
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
}
