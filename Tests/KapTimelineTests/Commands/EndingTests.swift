import KapTimeline
import Testing

struct EndingTests {
  private var ended: Room {
    var room = Room(opened: -20)
    room.record(.note(Note("a")), at: 1)
    room.record(.dose(15), at: 2)
    room.record(.set(124, 78), at: 5)
    room.record(.ended, at: 60)
    return room
  }

  @Test func `after the end what happened before it is still taken, what came after is not`() throws
  {
    var room = ended
    #expect(room.refusal(of: .write(Note("b")), at: 70) == .sessionEnded(at: Room.at(60)))
    #expect(
      room.refusal(of: .write(Note("b")), at: 70, happened: 60.1) == .sessionEnded(at: Room.at(60))
    )
    let late = try room.type(.write(Note("b")), at: 70, happened: 59)[0]
    #expect(room.moment(70).isLate(late))
    try room.type(.record(.set(120, 70)), at: 70, happened: 20)
    #expect(room.moment(70).state == .ended(at: Room.at(60)))
    #expect(room.refusal(of: .end, at: 70) == .sessionEnded(at: Room.at(60)))
    #expect(room.refusal(of: .end, at: 70, happened: 50) == .sessionEnded(at: Room.at(60)))
  }

  @Test func `what is said at the very time of the end comes after it`() throws {
    var room = Room(opened: -20)
    room.record(.dose(15), at: 2)
    try room.type(.end, at: 60, asks: false)
    for command in [Command.write(Note("b")), .record(.set(124, 78)), .give(.milligrams(15))] {
      #expect(room.refusal(of: command, at: 60, asks: false) == .sessionEnded(at: Room.at(60)))
      #expect(room.refusal(of: command, at: 61, happened: 60, asks: false) == nil)
    }
  }

  @Test func `after the end entries are corrected, voided, worded, confirmed and acknowledged`()
    throws
  {
    var room = ended
    room.record(.pin(Pin()), at: 6)
    room.record(.set(231, 104), at: 7)
    try room.type(.correct(.name("a2"), with: .write(Note("b"))), at: 70)
    #expect(
      room.refusal(of: .correct(.name("a2"), with: nil, at: Room.at(61)), at: 70)
        == .sessionEnded(at: Room.at(60))
    )
    try room.type(.wordPin(1, words: "tears"), at: 70)
    try room.type(.acknowledge(nil, words: "seen"), at: 70)
    try room.type(.confirm(.name("a7")), at: 70)
    try room.type(.callArtefact(.name("a7"), because: "moving"), at: 70)
    try room.type(.void(.name("a2"), because: "mistyped"), at: 70)
    #expect(room.moment(71).pins.first?.words == "tears")
    #expect(room.moment(71).standing(.note).isEmpty)
  }

  @Test func `an item of the list can be called not done afterwards, for a time before the end`()
    throws
  {
    var room = ended
    try room.type(.skip(.word("vitals+40"), because: "asleep"), at: 70, happened: 45)
    let moment = room.moment(71)
    #expect(moment.standing(.notDone).count == 1)
    #expect(
      room.refusal(of: .skip(.word("vitals+20"), because: "asleep"), at: 70)
        == .sessionEnded(at: Room.at(60))
    )
  }

  @Test func `a session is reopened the same day, from its end on, with a reason`() throws {
    var room = ended
    #expect(room.refusal(of: .reopen(because: ""), at: 70) == .needsWords)
    #expect(
      room.refusal(of: .reopen(because: "x"), at: 70, happened: 59)
        == .tooEarly(earliest: Room.at(60))
    )
    // 14:00 UTC plus ten hours is the next day.
    #expect(room.refusal(of: .reopen(because: "x"), at: 599) == nil)
    #expect(room.refusal(of: .reopen(because: "x"), at: 600) == .reopenTooLate)
    try room.type(.reopen(because: "forgot the escort"), at: 70)
    #expect(room.moment(70).state.isOpen)
    try room.type(.write(Note("b")), at: 71)
    try room.type(.end, at: 72)
    #expect(room.moment(73).state == .ended(at: Room.at(72)))
  }

  @Test func `the day is the one on the wall`() throws {
    let room = ended
    let circumstances = Circumstances(
      author: "ar",
      role: .monitor,
      now: Room.at(9 * 60),
      offset: UTCOffset(minutes: 120)
    )
    #expect(throws: Refusal.reopenTooLate) {
      try room.session.drafts(for: .reopen(because: "x"), under: circumstances)
    }
  }

  @Test func `a session does not end while an emergency card is open`() throws {
    var room = Room(opened: -20)
    room.record(.dose(15), at: 0)
    try room.type(.emergency(EmergencyStep(.step, name: "oxygen on")), at: 5, asks: false)
    let open = ["emergency not stood down"]
    for asks in [true, false] {
      #expect(room.refusal(of: .end, at: 30, asks: asks) == .stillOpen(open))
      #expect(
        room.refusal(of: .declare(.discharged, because: "x"), at: 30, asks: asks)
          == .dischargedWhileOpen(open)
      )
    }
    try room.type(.emergency(EmergencyStep(.standDown)), at: 31)
    #expect(room.refusal(of: .end, at: 32) == nil)
  }

  @Test func `a session does not end while the pump runs or an effect lasts, then or now`() throws {
    var room = Room(opened: -20)
    try room.type(.give(.milligrams(40, over: 40)), at: 0)
    try room.type(.report(AdverseEffect(term: "nausea")), at: 5)
    #expect(room.refusal(of: .end, at: 30) == .stillOpen(["infusion running", "nausea not ended"]))
    #expect(room.refusal(of: .end, at: 40) == .stillOpen(["nausea not ended"]))
    try room.type(.report(AdverseEffect(term: "nausea", hasEnded: true)), at: 50)
    #expect(room.refusal(of: .end, at: 60, happened: 45) == .stillOpen(["nausea not ended"]))
    #expect(room.refusal(of: .declare(.discharged), at: 60) == nil)
    try room.type(.end, at: 60, happened: 55)
    #expect(room.moment(60).state == .ended(at: Room.at(55)))
  }

  @Test func `an end is not undone but reopened`() throws {
    var room = ended
    let refused = room.refusal(of: .undo(because: "x"), at: 61)
    #expect(refused == .cannotCorrect(.ended))
    #expect(refused?.remedy == "Reopen it with a reason.")
    try room.type(.reopen(because: "x"), at: 62)
    try room.type(.write(Note("b")), at: 63)
    try room.type(.undo(because: "mistyped"), at: 64)
    #expect(room.moment(64).standing(.note) == [1])
  }
}
