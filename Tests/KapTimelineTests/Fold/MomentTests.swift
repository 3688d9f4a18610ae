import KapTestSupport
import KapTimeline
import Testing

struct MomentTests {
  /// What had happened by `instant`, what is about other events with those, the opening, and pins,
  /// whose numbers are names.
  private func past(of session: Session, until instant: Instant) -> Session {
    let targets = Set(session.entries.compactMap(\.recorded.event.target))
    return Session(
      replaying: session.entries.filter { entry in
        let kind = entry.recorded.event.kind
        return entry.occurredAt <= instant || entry.recorded.event.target != nil
          || targets.contains(entry.id) || kind == .opened || kind == .pin
      }.map(\.recorded)
    )
  }

  @Test(arguments: 0..<60)
  func `a moment knows nothing of what happened after it`(seed: Int) {
    let session = Session(replaying: RandomSession(seed: UInt64(seed)).events)
    for minute in stride(from: -20.0, through: 130, by: 13) {
      let instant = Room.at(minute)
      let whole = Moment(session, at: instant)
      let past = Moment(past(of: session, until: instant), at: instant)
      #expect(difference(whole.fingerprint, past.fingerprint) == nil)
    }
  }

  @Test(arguments: 0..<40)
  func `a late entry changes nothing before its own time`(seed: Int) {
    let events = RandomSession(seed: UInt64(seed), isWild: false).events
    let session = Session(replaying: events)
    let late = Recorded(
      id: EventID(writer: Room.writers[0], sequence: 100_000),
      occurredAt: Room.at(61),
      recordedAt: Room.at(300),
      offset: .utc,
      author: "ar",
      role: .monitor,
      source: .typed,
      event: seed % 2 == 0 ? .set(210, 120, isBaseline: seed % 4 == 0) : .dose(30, over: 20)
    )
    var after = session
    after.apply(late)
    let before = Room.at(61) - Span(milliseconds: 1)
    #expect(
      difference(Moment(after, at: before).fingerprint, Moment(session, at: before).fingerprint)
        == nil
    )
    #expect(
      difference(
        Moment(after, at: Room.at(61)).fingerprint,
        Moment(session, at: Room.at(61)).fingerprint
      ) != nil
    )
  }

  @Test func `a session that nobody opened derives nothing and traps nothing`() {
    var session = Session()
    let moment = Moment(session, at: Room.at(1))
    #expect(moment.state == .unopened)
    #expect(moment.fingerprint.last == "0 of 0")
    let events = RandomSession(seed: 3).events.dropFirst()
    for event in events { session.apply(event) }
    #expect(Moment(session, at: Room.at(60)).state == .unopened)
    #expect(Moment(session, at: Room.at(60)).notices.isEmpty)
  }

  @Test func `an end lasts until a reopening after it`() {
    var room = Room()
    room.record(.ended, at: 10)
    room.record(.reopened("forgot"), at: 12)
    room.record(.ended, at: 20)
    #expect(room.moment(9).state == .open)
    #expect(room.moment(11).state == .ended(at: Room.at(10)))
    #expect(room.moment(12).state == .open)
    #expect(room.moment(30).state == .ended(at: Room.at(20)))
  }

  @Test func `late is what was written longer after it happened than the tolerance`() {
    var room = Room()
    let inTime = room.record(.note(Note("a")), at: 10, written: 20)
    let late = room.record(.note(Note("b")), at: 10, written: 20.1)
    let moved = room.record(.note(Note("c")), at: 30)
    let correction = Correction(
      target: room.id(moved),
      replacement: .note(Note("c")),
      occurredAt: Room.at(5)
    )
    room.record(.correction(correction), at: 31)
    let moment = room.moment(40)
    #expect(!moment.isLate(inTime))
    #expect(moment.isLate(late))
    #expect(moment.isLate(moved))
  }
}
