import KapTestSupport
import KapTimeline
import Testing

struct SessionFoldTests {
  @Test(arguments: 0..<60)
  func `any order and any repetition of the same events folds to the same session`(seed: Int) {
    let events = RandomSession(seed: UInt64(seed)).events
    let expected = Session(replaying: events).fingerprint
    var generator = SeededGenerator(seed: UInt64(seed) &+ 1000)
    for _ in 0..<3 {
      let again = events.shuffled(using: &generator).prefix(20)
      let arrival = (events + again).shuffled(using: &generator)
      #expect(difference(Session(replaying: arrival).fingerprint, expected) == nil)
      var oneByOne = Session()
      for event in arrival { oneByOne.apply(event) }
      #expect(difference(oneByOne.fingerprint, expected) == nil)
    }
  }

  @Test(arguments: 0..<20)
  func `what is derived does not depend on the order of arrival either`(seed: Int) {
    let events = RandomSession(seed: UInt64(seed)).events
    var generator = SeededGenerator(seed: UInt64(seed) &+ 2000)
    let one = Moment(Session(replaying: events), at: Room.at(90))
    let other = Moment(Session(replaying: events.shuffled(using: &generator)), at: Room.at(90))
    #expect(difference(one.fingerprint, other.fingerprint) == nil)
  }

  @Test func `the random sessions hold what they are meant to hold`() {
    let sessions = (0..<60).map { Session(replaying: RandomSession(seed: UInt64($0)).events) }
    let entries = sessions.flatMap(\.entries)
    #expect(entries.contains { $0.isVoid && $0.recorded.event.target != nil })
    #expect(entries.contains { $0.correctedBy != nil && $0.occurredAt != $0.recorded.occurredAt })
    #expect(entries.contains { $0.wordedBy != nil })
    #expect(entries.contains { $0.judgedBy != nil })
    #expect(entries.contains { $0.recorded.event.target == $0.id })
    #expect(sessions.contains { Moment($0, at: Room.at(120)).notices.contains { !$0.isOpen } })
  }

  @Test func `a void marks its target and a void of the void restores it`() {
    var room = Room()
    let note = room.record(.note(Note("a")), at: 1)
    let void = room.record(.void(Withdrawal(target: room.id(note), reason: "x")), at: 2)
    #expect(room.session.entries[note].isVoid)
    #expect(room.session.entries[note].withdrawnBy == void)
    let second = room.record(.void(Withdrawal(target: room.id(void), reason: "y")), at: 3)
    #expect(!room.session.entries[note].isVoid)
    #expect(room.session.entries[note].withdrawnBy == nil)
    room.record(.void(Withdrawal(target: room.id(second), reason: "z")), at: 4)
    #expect(room.session.entries[note].isVoid)
  }

  @Test func `an event about another waits for it`() {
    var room = Room()
    let note = room.record(.note(Note("a")), at: 1)
    room.record(.void(Withdrawal(target: room.id(note), reason: "x")), at: 2)
    var session = Session()
    for event in room.written.reversed() { session.apply(event) }
    let index = session.index(of: room.id(note))
    #expect(index.map { session.entries[$0].isVoid } == true)
  }

  @Test(arguments: [1, 2, 3, 7])
  func `events about each other act on nothing, whichever came first`(length: Int) {
    var room = Room()
    let ids = (1...length).map { EventID(writer: Room.writers[1], sequence: $0) }
    for place in 0..<length {
      let target = ids[(place + 1) % length]
      room.record(.void(Withdrawal(target: target, reason: "x")), at: 1, writer: 1)
    }
    for events in [room.written, room.written.reversed()] {
      let session = Session(replaying: events)
      #expect(session.entries.count == length + 1)
      #expect(session.entries.allSatisfy { !$0.isVoid })
    }
  }

  @Test(arguments: [999, 1000, 1001, 20_000])
  func `a long chain of voids of voids ends, the same from either end`(length: Int) {
    var room = Room()
    var last = room.record(.note(Note("a")), at: 1)
    let note = room.id(last)
    for _ in 0..<length {
      last = room.record(.void(Withdrawal(target: room.id(last), reason: "x")), at: 1)
    }
    let forwards = room.session.index(of: note).map { room.session.entries[$0].isVoid }
    let session = Session(replaying: room.written.reversed())
    let backwards = session.index(of: note).map { session.entries[$0].isVoid }
    #expect(forwards == backwards)
    // Within the longest chain that acts, an odd number of voids withdraws.
    #expect(forwards == (min(length, 1000) % 2 == 1))
  }

  @Test func `what cannot be in error stays, whatever is about it`() {
    var room = Room()
    let end = room.record(.ended, at: 5)
    room.record(.void(Withdrawal(target: room.id(end), reason: "x")), at: 6)
    room.record(.void(Withdrawal(target: room.id(0), reason: "x")), at: 6)
    #expect(!room.session.entries[end].isVoid)
    #expect(room.moment(7).state == .ended(at: Room.at(5)))
    #expect(room.session.opening?.subject == "K-014")
  }

  @Test func `a correction of another kind changes nothing`() {
    var room = Room()
    let note = room.record(.note(Note("a")), at: 1)
    let correction = Correction(target: room.id(note), replacement: .ended, occurredAt: Room.at(0))
    room.record(.correction(correction), at: 2)
    #expect(room.session.entries[note].event == .note(Note("a")))
    #expect(room.session.entries[note].occurredAt == Room.at(1))
  }

  @Test func `a correction of the time moves the entry, and its void brings it back`() {
    var room = Room()
    let first = room.record(.note(Note("first")), at: 1)
    let second = room.record(.note(Note("second")), at: 2)
    let correction = room.record(
      .correction(
        Correction(
          target: room.id(second),
          replacement: .note(Note("second")),
          occurredAt: Room.at(0.5)
        )
      ),
      at: 3
    )
    #expect(room.session.order == [0, second, first, correction])
    #expect(room.moment(0.7).standing(.note) == [second])
    room.record(.void(Withdrawal(target: room.id(correction), reason: "x")), at: 4)
    #expect(room.session.order.prefix(4) == [0, first, second, correction])
    #expect(room.moment(0.7).standing(.note).isEmpty)
  }

  @Test func `a correction after a verdict asks for a verdict anew`() {
    var room = Room()
    let set = room.record(.set(231, 104), at: 1)
    let verdict = Verdict(target: room.id(set), isArtefact: true, reason: "moving")
    room.record(.confirmation(verdict), at: 2)
    #expect(room.moment(3).vitals.isEmpty)
    let correction = Correction(target: room.id(set), replacement: .set(131, 84))
    room.record(.correction(correction), at: 3)
    #expect(room.moment(3).vitals.map(\.vitals) == [.set(131, 84)])
  }
}
