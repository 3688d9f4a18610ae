import KapTestSupport
import KapTimeline
import Testing

extension Tag {
  /// Measures time, with bounds that only a change of order of growth would break.
  @Tag static var speed: Self
}

@Suite(.serialized, .tags(.speed))
struct SpeedTests {
  /// A long session, an event a second, slightly out of order, now and then withdrawn or corrected.
  private func events(_ count: Int) -> [Recorded] {
    var generator = SeededGenerator(seed: 7)
    var events = [Room().written[0]]
    for place in 1..<count {
      let recordedAt = Room.start + .seconds(place)
      let event: Event =
        switch place % 10 {
        case 0, 1, 2: .set(Double(Int.random(in: 110...175, using: &generator)), 80)
        case 3 where place % 100 == 3:
          .void(Withdrawal(target: events[place - 3].id, reason: "x"))
        case 4 where place % 100 == 4:
          .correction(
            Correction(target: events[place - 3].id, replacement: .set(130, 80))
          )
        case 5: .pin(Pin(words: "w"))
        default: .note(Note("n"))
        }
      events.append(
        Recorded(
          id: EventID(writer: Room.writers[0], sequence: place + 1),
          occurredAt: recordedAt - .seconds(Int.random(in: 0...20, using: &generator)),
          recordedAt: recordedAt,
          offset: .utc,
          author: "ar",
          role: .monitor,
          source: .typed,
          event: event
        )
      )
    }
    return events
  }

  private func time(_ body: () -> Void) -> Duration { ContinuousClock().measure(body) }

  @Test(arguments: [30_000, 100_000])
  func `a long session folds, whole and event by event`(count: Int) {
    let events = events(count)
    var session = Session()
    #expect(time { for event in events { session.apply(event) } } < .seconds(60))
    #expect(time { session = Session(replaying: events) } < .seconds(60))
    #expect(session.entries.count == count)
    let end = Moment(session, at: Room.start + .seconds(count))
    #expect(time { _ = end.due(given: end.notices).total } < .seconds(60))
    // One more costs no more than a look at it, however long the session is.
    let more = events[5]
    #expect(time { for _ in 0..<1000 { session.apply(more) } } < .seconds(1))
  }

  @Test func `going to any moment as known folds no more than a stride`() {
    let events = events(30_000)
    var known = KnownSession(Session(replaying: events), stride: 1000)
    known.seek(to: Room.start + .seconds(30_000))
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<20 {
      let second = Int.random(in: 0...30_000, using: &generator)
      let taken = time { known.seek(to: Room.start + .seconds(second)) }
      #expect(taken < .seconds(3))
      #expect(known.session.entries.count == second + 1 || second == 30_000)
    }
  }

  @Test func `notices are linear in the sets, and kept ones cost only what is new`() {
    var room = Room()
    for place in 1...30_000 {
      room.record(.set(place % 3 == 0 ? 170 : 130, 80), at: Double(place) / 60)
    }
    var ledger = NoticeLedger()
    let moment = room.moment(500)
    #expect(time { _ = ledger.notices(at: moment) } < .seconds(60))
    let later = room.moment(500.5)
    #expect(time { for _ in 0..<20 { _ = ledger.notices(at: later) } } < .seconds(30))
    #expect(ledger.notices(at: later).count == 10_000)
  }
}
