import KapTestSupport
import KapTimeline
import Testing

struct KnownSessionTests {
  private func known(_ session: Session, at instant: Instant) -> Session {
    Session(replaying: session.entries.map(\.recorded).filter { $0.recordedAt <= instant })
  }

  @Test(arguments: 0..<30, [1, 3, 7, 4096])
  func `as known is the fold of what had been written by then, forwards and backwards`(
    seed: Int,
    stride: Int
  ) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let events = RandomSession(seed: UInt64(seed), count: 40).events
    let session = Session(replaying: events.shuffled(using: &generator))
    var cursor = KnownSession(session, stride: stride)
    #expect(cursor.session.entries.isEmpty)
    for _ in 0..<12 {
      let instant = Room.at(Double.random(in: -5...125, using: &generator))
      cursor.seek(to: instant)
      let expected = known(session, at: instant).fingerprint
      #expect(difference(cursor.session.fingerprint, expected) == nil)
      #expect(difference(session.known(at: instant).fingerprint, expected) == nil)
    }
  }

  @Test func `an event written meanwhile shows once it is known`() {
    let events = RandomSession(seed: 5, count: 40).events
    var cursor = KnownSession(Session(replaying: events.prefix(30)), stride: 4)
    cursor.seek(to: Room.at(200))
    cursor.seek(to: Room.at(20))
    for event in events.dropFirst(30).reversed() {
      cursor.append(event)
      cursor.append(event)
    }
    let whole = Session(replaying: events)
    #expect(
      difference(cursor.session.fingerprint, known(whole, at: Room.at(20)).fingerprint) == nil
    )
    cursor.seek(to: Room.at(200))
    #expect(difference(cursor.session.fingerprint, whole.fingerprint) == nil)
  }

  @Test func `what was merged in later is not known before it came`() {
    var room = Room()
    room.record(.note(Note("here")), at: 5)
    let whole = room.session
    let there = RandomSession(seed: 9, count: 40).events.filter { $0.event.kind != .opened }
    let merged = there.map { $0.received(at: Room.at(90)) }
    let session = Session(replaying: whole.entries.map(\.recorded) + merged)
    #expect(!merged.isEmpty)
    var cursor = KnownSession(session, stride: 3)
    cursor.seek(to: Room.at(89))
    #expect(difference(cursor.session.fingerprint, whole.fingerprint) == nil)
    #expect(session.known(at: Room.at(89)).entries.count == whole.entries.count)
    cursor.seek(to: Room.at(200))
    #expect(cursor.session.entries.count == session.entries.count)
    #expect(difference(cursor.session.fingerprint, session.fingerprint) == nil)
  }

  @Test func `what replay hides as known is counted`() {
    var room = Room()
    room.record(.note(Note("a")), at: 5)
    let late = room.record(.note(Note("b")), at: 6, written: 50)
    room.record(.note(Note("c")), at: 60)
    room.record(.attached(Attachment(seat: SeatID("s"))), at: 7, written: 50)
    #expect(room.moment(10).writtenLater == [late])
    #expect(room.moment(50).writtenLater.isEmpty)
    #expect(room.moment(5).writtenLater.isEmpty)
  }
}
