import KapTestSupport
import KapTimeline
import Testing

struct NameTests {
  @Test func `letters follow who wrote first, not who arrived first`() {
    var room = Room()
    room.record(.note(Note("a")), at: 1, writer: 1)
    room.record(.note(Note("b")), at: 2, writer: 2)
    let expected = ["a1", "b1", "c1"]
    for events in [room.written, room.written.reversed()] {
      let session = Session(replaying: events)
      #expect(session.order.map { session.name(of: $0) } == expected)
      #expect(session.writers == Room.writers)
    }
  }

  @Test func `a name finds its entry, in capitals too, and nothing else does`() {
    var room = Room()
    room.record(.note(Note("a")), at: 1)
    #expect(room.session.index(named: "a2") == 1)
    #expect(room.session.index(named: "A2") == 1)
    for name in ["", "a", "2", "a0", "a3", "b1", "a+2", "a-2", "a 2", "a2x", "ä2", "aa2", "a²"] {
      #expect(room.session.index(named: name) == nil, "\(name)")
    }
  }

  @Test func `hostile names are not found and trap nothing`() {
    let room = Room()
    let long = String(repeating: "z", count: 100_000)
    for name in [long, long + "1", "a99999999999999999999", "zzzzzzzz1", "a\u{301}1", "🂡1"] {
      #expect(room.session.index(named: name) == nil)
    }
  }

  @Test func `the twenty-seventh writer is aa`() {
    var generator = SeededGenerator(seed: 9)
    var session = Session()
    for place in 0..<30 {
      session.apply(
        Recorded(
          id: EventID(writer: WriterID(using: &generator), sequence: 1),
          occurredAt: Room.at(0),
          recordedAt: Room.at(Double(place)),
          offset: .utc,
          author: "ar",
          role: .monitor,
          source: .typed,
          event: .note(Note("n"))
        )
      )
    }
    #expect(session.name(of: 25) == "z1")
    #expect(session.name(of: 26) == "aa1")
    #expect(session.name(of: 29) == "ad1")
    for index in 0..<30 { #expect(session.index(named: session.name(of: index)) == index) }
  }
}
