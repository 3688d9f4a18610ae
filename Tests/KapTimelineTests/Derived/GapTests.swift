import KapTimeline
import Testing

struct GapTests {
  private func lengths(_ room: Room, at minute: Double) -> [Double] {
    room.moment(minute).gaps.map(\.length.inMinutes)
  }

  @Test func `a silence of the protocol's minutes is a gap, a shorter one is none`() {
    var room = Room()
    room.record(.note(Note("a")), at: 7.9)
    let second = room.record(.note(Note("b")), at: 15.9)
    #expect(lengths(room, at: 16) == [8])
    #expect(room.moment(16).gaps.first?.to == Room.at(15.9))
    #expect(room.moment(16).gaps.first?.isInterrupted == false)
    #expect(lengths(room, at: 23.8) == [8])
    #expect(lengths(room, at: 24) == [8, Span.minutes(24 - 15.9).inMinutes])
    #expect(room.moment(24).gaps.last?.after == second)
  }

  @Test func `a late entry fills a silence`() {
    var room = Room()
    room.record(.note(Note("a")), at: 1)
    room.record(.note(Note("b")), at: 15)
    #expect(lengths(room, at: 15) == [14])
    let late = room.record(.note(Note("c")), at: 8, written: 16)
    #expect(lengths(room, at: 15).isEmpty)
    room.record(.void(Withdrawal(target: room.id(late), reason: "x")), at: 17)
    #expect(lengths(room, at: 15) == [14])
  }

  @Test func `what the program notes about itself does not break a silence`() {
    var room = Room()
    room.record(.attached(Attachment(seat: SeatID("s"))), at: 4)
    room.record(.clockStepped(ClockStep(wall: Room.at(60), aheadMilliseconds: 1)), at: 5)
    room.record(.detached(Attachment(seat: SeatID("s"))), at: 6)
    #expect(lengths(room, at: 9) == [9])
  }

  @Test func `a seat that never left and sits down again was cut off`() {
    var room = Room()
    room.record(.attached(Attachment(seat: SeatID("s1"))), at: 0)
    let last = room.record(.note(Note("a")), at: 2)
    room.record(.attached(Attachment(seat: SeatID("s2"))), at: 3)
    #expect(room.moment(2.5).gaps.isEmpty)
    let gap = room.moment(4).gaps
    #expect(gap.map(\.isInterrupted) == [true])
    #expect(gap.map(\.after) == [last])
    #expect(gap.map(\.to) == [Room.at(3)])
    // From then on silence is counted anew.
    #expect(lengths(room, at: 10.9) == [1])
    #expect(lengths(room, at: 11) == [1, 8])
  }

  @Test func `a seat that left, or another person's, was not cut off`() {
    var room = Room()
    room.record(.attached(Attachment(seat: SeatID("s1"))), at: 0)
    room.record(.attached(Attachment(seat: SeatID("t1"))), at: 1, by: "jb")
    room.record(.detached(Attachment(seat: SeatID("s1"))), at: 2)
    room.record(.attached(Attachment(seat: SeatID("s2"))), at: 3)
    #expect(room.moment(5).gaps.isEmpty)
  }

  @Test func `a seat that writes again was open all the while, as is one that leaves later`() {
    for later in [Event.note(Note("b")), .detached(Attachment(seat: SeatID("s1")))] {
      var room = Room()
      room.record(.attached(Attachment(seat: SeatID("s1"))), at: 0, seat: "s1")
      room.record(.note(Note("a")), at: 2, seat: "s1")
      room.record(.attached(Attachment(seat: SeatID("s2"))), at: 3, seat: "s2")
      room.record(later, at: 5, seat: "s1")
      #expect(room.moment(5).gaps.isEmpty)
      // Whoever looks back at the moment itself knows no more than there was to know.
      #expect(Moment(room.session.known(at: Room.at(4)), at: Room.at(4)).gaps.count == 1)
    }
  }

  @Test func `where it was looked who else was there, an open seat is away at no moment`() {
    for others in [["s1"], [], nil] {
      var room = Room()
      room.record(.attached(Attachment(seat: SeatID("s1"))), at: 0, seat: "s1")
      room.record(.note(Note("a")), at: 2, seat: "s1")
      let second = Attachment(seat: SeatID("s2"), beside: others?.map { SeatID($0) })
      room.record(.attached(second), at: 3, seat: "s2")
      #expect(room.moment(4).gaps.count == (others == ["s1"] ? 0 : 1), "\(others as Any)")
      let known = Moment(room.session.known(at: Room.at(4)), at: Room.at(4))
      #expect(known.gaps == room.moment(4).gaps)
    }
  }

  @Test func `one console that was open is enough, whoever sat at it`() {
    for others in [["t1"], []] {
      var room = Room()
      room.record(.attached(Attachment(seat: SeatID("s1"), beside: [])), at: 0, seat: "s1")
      let other = Attachment(seat: SeatID("t1"), beside: [SeatID("s1")])
      room.record(.attached(other), at: 1, by: "jb", seat: "t1")
      room.record(.note(Note("a")), at: 2, seat: "s1")
      let again = Attachment(seat: SeatID("s2"), beside: others.map { SeatID($0) })
      room.record(.attached(again), at: 5, seat: "s2")
      #expect(room.moment(6).gaps.count == (others.isEmpty ? 1 : 0), "\(others)")
    }
  }

  @Test func `a seat that was handed over is the next person's`() {
    var room = Room()
    room.record(.attached(Attachment(seat: SeatID("s1"))), at: 0, seat: "s1")
    room.record(.note(Note("a")), at: 1, seat: "s1")
    let change = HandOver(from: "ar", to: "mk", kind: .handOver, page: [])
    room.record(.handOver(change), at: 2, seat: "s1")
    room.record(.attached(Attachment(seat: SeatID("s2"))), at: 4, seat: "s2")
    #expect(room.moment(5).gaps.isEmpty)
    // That one was cut off where the next person sits down again.
    room.record(.attached(Attachment(seat: SeatID("s3"))), at: 6, by: "mk", seat: "s3")
    #expect(room.moment(7).gaps.map(\.to) == [Room.at(6)])
  }

  @Test func `a machine that slept was not there, however short`() {
    var room = Room()
    room.record(.note(Note("a")), at: 2)
    room.record(.suspended(Attachment(seat: SeatID("s"))), at: 3)
    room.record(.resumed(Attachment(seat: SeatID("s"))), at: 5)
    #expect(room.moment(6).gaps.map(\.isInterrupted) == [true])
    #expect(room.moment(6).gaps.map(\.to) == [Room.at(5)])
  }

  @Test func `silence before the opening and after the end is no gap`() {
    var room = Room(opened: 100)
    room.record(.note(Note("fasting since six")), at: 0, written: 101)
    #expect(room.moment(101).gaps.isEmpty)
    room.record(.ended, at: 105)
    #expect(room.moment(500).gaps.isEmpty)
    room.record(.reopened("forgot the escort"), at: 300)
    #expect(room.moment(307).gaps.isEmpty)
    #expect(lengths(room, at: 308) == [8])
  }
}
