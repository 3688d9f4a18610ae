import KapTimeline
import Testing

struct KeepingTests {
  @Test func `the first dose declares the phase in the same Enter, a later one does not`() throws {
    var room = Room(opened: -20)
    try room.type(.declare(.baseline), at: -10)
    let first = try room.type(.give(.milligrams(15)), at: 0)
    #expect(first.map { room.session.entries[$0].event.kind } == [.dose, .phase])
    #expect(room.moment(0).phase?.phase == .administration)
    #expect(room.moment(0).phase?.from == Room.at(0))
    #expect(try room.type(.give(.milligrams(10)), at: 8).count == 1)
    try room.type(.declare(.peak), at: 10)
    #expect(try room.type(.give(.milligrams(5)), at: 12).count == 1)
  }

  @Test func `undo takes back what the last Enter wrote, and again what the one before it wrote`()
    throws
  {
    var room = Room(opened: -20)
    try room.type(.write(Note("a")), at: -1)
    try room.type(.give(.milligrams(15)), at: 0)
    let scores = [Score(scale: "diss", value: 6), Score(scale: "moaa", value: 4)]
    try room.type(.score(scores), at: 1)
    #expect(try room.type(.undo(because: "mistyped"), at: 2).count == 2)
    #expect(room.moment(2).scores.isEmpty)
    #expect(room.moment(2).zero == Room.at(0))
    #expect(try room.type(.undo(because: "mistyped"), at: 3).count == 2)
    #expect(room.moment(3).zero == nil)
    #expect(room.moment(3).phase == nil)
    #expect(try room.type(.undo(because: "mistyped"), at: 4).count == 1)
    #expect(room.moment(4).standing(.note).isEmpty)
    #expect(room.refusal(of: .undo(because: "x"), at: 5) == .noEntryToUndo)
  }

  @Test func `undo after a void brings back what that withdrew`() throws {
    var room = Room(opened: -20)
    let first = try room.type(.write(Note("a")), at: -3)[0]
    let dose = try room.type(.give(.milligrams(15)), at: 0)
    try room.type(.write(Note("b")), at: 1)
    // The void of a dose takes its phase with it, and so does what brings it back.
    try room.type(.void(.identity(room.id(dose[0])), because: "wrong patient"), at: 2)
    #expect(room.moment(2).zero == nil)
    try room.type(.undo(because: "it was hers"), at: 3)
    #expect(room.moment(3).zero == Room.at(0))
    #expect(room.moment(3).phase?.phase == .administration)
    #expect(room.moment(3).standing(.note).count == 2)
    // Undone once more, it goes on with the entry before the void.
    try room.type(.undo(because: "x"), at: 4)
    #expect(room.moment(4).standing(.note) == [first])
    try room.type(.undo(because: "x"), at: 5)
    #expect(room.moment(5).zero == nil)
    #expect(room.moment(5).standing(.note) == [first])
  }

  @Test func `two voids in one moment are undone one by one`() throws {
    var room = Room(opened: -20)
    let notes = try ["a", "b"].map { text in try room.type(.write(Note(text)), at: 1)[0] }
    for note in notes {
      try room.type(.void(.identity(room.id(note)), because: "x"), at: 2)
    }
    try room.type(.undo(because: "y"), at: 3)
    #expect(room.moment(3).standing(.note) == [notes[1]])
    try room.type(.undo(because: "y"), at: 4)
    #expect(room.moment(4).standing(.note) == notes)
  }

  @Test func `undo is for this person at this seat`() throws {
    var room = Room()
    try room.type(.write(Note("a")), at: 1, seat: "s")
    let other = try room.type(.write(Note("b")), at: 2, seat: "t")
    let third = try room.type(.write(Note("c")), at: 3, by: "jb", seat: "s")
    try room.type(.undo(because: "x"), at: 4, seat: "s")
    #expect(room.moment(5).standing(.note) == other + third)
  }

  @Test func `undo of a correction brings the first version back`() throws {
    var room = Room()
    let note = try room.type(.write(Note("a")), at: 1)[0]
    try room.type(.correct(.name("a2"), with: .write(Note("b"))), at: 2)
    #expect(room.session.entries[note].event == .note(Note("b")))
    try room.type(.undo(because: "x"), at: 3)
    #expect(room.session.entries[note].event == .note(Note("a")))
    #expect(room.session.entries[note].isVoid == false)
  }

  @Test func `a void of a void restores, by name`() throws {
    var room = Room()
    try room.type(.write(Note("a")), at: 1)
    try room.type(.void(.name("a2"), because: "mistyped"), at: 2)
    try room.type(.void(.name("a3"), because: "it was so"), at: 3)
    #expect(room.moment(4).standing(.note).count == 1)
  }

  @Test func `a dose that is moved or withdrawn takes the phase it declared along`() throws {
    var room = Room(opened: -20)
    try room.type(.declare(.baseline), at: -10)
    try room.type(.give(.milligrams(15)), at: 9)
    try room.type(.correct(.name("a3"), with: nil, at: Room.at(8)), at: 10)
    #expect(room.moment(10).zero == Room.at(8))
    #expect(room.moment(10).phase?.from == Room.at(8))
    try room.type(.void(.name("a3"), because: "not given"), at: 11)
    #expect(room.moment(11).zero == nil)
    #expect(room.moment(11).phase?.phase == .baseline)
  }

  @Test func `a correction lays its readings over the set and keeps the time it was moved to`()
    throws
  {
    var room = Room()
    let set = try room.type(.record(.set(127, 78)), at: 5)[0]
    try room.type(.correct(.name("a2"), with: nil, at: Room.at(4)), at: 6)
    let pressure = Vitals(bloodPressure: BloodPressure(systolic: 172, diastolic: 78))
    try room.type(.correct(.name("a2"), with: .record(pressure), because: "mistyped"), at: 7)
    let entry = room.session.entries[set]
    #expect(entry.event == .set(172, 78))
    #expect(entry.occurredAt == Room.at(4))
    #expect(entry.recorded.event == .set(127, 78))
    try room.type(.correct(.name("a2"), with: nil, at: Room.at(5)), at: 8)
    #expect(room.session.entries[set].occurredAt == Room.at(5))
  }

  @Test(
    arguments: [
      (.write(Note("b", voice: .patient)), .write(Note("a", voice: .patient))),
      (.join("jb", .therapist), .join("jb", .supervisor)),
      (
        .changeInfusion(InfusionChange(.start, rate: DoseRate(milligramsPerHour: 5))),
        .changeInfusion(InfusionChange(.start, rate: DoseRate(milligramsPerHour: 6)))
      ),
      (.declare(.onset), .declare(.peak)),
      (.missReading(.systolic, because: "cuff failed"), .missReading(nil, because: "asleep")),
      (.score([Score(scale: "diss", value: 6)]), .score([Score(scale: "diss", value: 7)])),
      (
        .change(TechniqueChange(name: "a", edge: .once)),
        .change(TechniqueChange(name: "b", edge: .once))
      ),
      (.mark(ThemeMark(name: "a")), .mark(ThemeMark(name: "a", intensity: 2))),
      (.report(AdverseEffect(term: "a")), .report(AdverseEffect(term: "a", severity: .mild))),
      (.administer(GivenMedicine(medicine: "a")), .administer(GivenMedicine(medicine: "b"))),
      (.callOut(Call(to: "a", said: "x")), .callOut(Call(to: "b", said: "x"))),
      (
        .takeOrder(
          VerbalOrder(given: GivenMedicine(medicine: "a", amount: "1mg"), isReadBack: true)
        ),
        .takeOrder(
          VerbalOrder(given: GivenMedicine(medicine: "a", amount: "2mg"), isReadBack: true)
        )
      ),
      (.dropPin(), .dropPin(words: "a")),
      (.setFrame(.weight(70)), .setFrame(.weight(71))),
      (.give(.milligrams(10)), .give(.milligrams(12, over: 3))),
    ] as [(Command, Command)]
  )
  func `every kind of fact can be corrected by its like`(first: Command, second: Command) throws {
    var room = Room()
    let index = try room.type(first, at: 1)[0]
    let kind = room.session.entries[index].event.kind
    let before = room.session.entries[index].event
    try room.type(.correct(.name("a2"), with: second), at: 2)
    #expect(room.session.entries[index].event != before)
    #expect(room.session.entries[index].event.kind == kind)
  }

  @Test func `a fact or a score is not corrected by another one`() throws {
    var room = Room()
    try room.type(.setFrame(.weight(70)), at: 1)
    try room.type(.score([Score(scale: "diss", value: 6)]), at: 1)
    #expect(
      room.refusal(of: .correct(.name("a2"), with: .setFrame(.calming("x"))), at: 2)
        == .correctionOfOtherKind(.frame)
    )
    for scores in [
      [], [Score(scale: "dist", value: 6)],
      [Score(scale: "diss", value: 6), Score(scale: "diss", value: 6)],
    ] {
      #expect(
        room.refusal(of: .correct(.name("a3"), with: .score(scores)), at: 2)
          == .correctionOfOtherKind(.score)
      )
    }
  }

  @Test func `what happened earlier is decided by what was so then`() throws {
    var room = Room(opened: -20)
    try room.type(.join("jb", .therapist), at: 0)
    try room.type(.join("jb", .therapist), at: 5, happened: -5)
    try room.type(.declare(.peak), at: 11)
    try room.type(.declare(.onset), at: 12, happened: 4)
    try room.type(.give(.milligrams(40, over: 40)), at: 20)
    let rate = InfusionChange(.rate, rate: DoseRate(milligramsPerHour: 30))
    try room.type(.changeInfusion(rate), at: 30)
    try room.type(.changeInfusion(InfusionChange(.stop)), at: 40, happened: 25)
    #expect(room.moment(50).totalGiven.milligrams == 5)
    #expect(room.refusal(of: .changeInfusion(rate), at: 50, happened: 26) == .noInfusion)
    #expect(room.moment(50).phases.map(\.phase) == [.onset, .peak])
  }

  @Test func `a notice is acknowledged by the entry that raised it, or the most urgent first`()
    throws
  {
    var room = Room()
    room.record(.set(165, 78), at: 1)
    room.record(.set(165, 78, saturation: 85), at: 2)
    try room.type(.acknowledge(.name("a2"), words: "seen"), at: 3)
    try room.type(.acknowledge(nil, words: "probe checked"), at: 4)
    let open = room.moment(4).open(room.moment(4).notices)
    #expect(open.map(\.rule) == ["blood-pressure"])
    try room.type(.acknowledge(.name("a3"), words: "repeat taken"), at: 5)
    #expect(room.moment(5).open(room.moment(5).notices).isEmpty)
  }

  @Test func `drafts carry who, when and where`() throws {
    let circumstances = Circumstances(
      author: "ar",
      role: .monitor,
      observer: "jb",
      source: .transcribed,
      seat: SeatID("s"),
      now: Room.at(5),
      occurredAt: Room.at(3),
      offset: UTCOffset(minutes: 60)
    )
    let draft = try #require(
      try Room().session.drafts(for: .write(Note("a")), under: circumstances).first
    )
    #expect(draft == circumstances.draft(of: .note(Note("a"))))
    #expect(draft.observer == "jb")
    #expect(draft.occurredAt == Room.at(3))
    #expect(draft.seat == SeatID("s"))
  }
}
