import KapTimeline
import Testing

/// What a person says of an entry is said of what was there then.
struct JudgedInTimeTests {
  @Test func `an acknowledgement is never older than its notice`() throws {
    var room = Room(opened: -20)
    let set = room.record(.set(206, 121), at: 10)
    for reference in [nil, EntryReference.identity(room.id(set))] {
      #expect(
        room.refusal(of: .acknowledge(reference, words: "looked"), at: 11, happened: -19)
          == .notRaisedYet(Room.at(10))
      )
    }
    let said = try room.type(.acknowledge(nil, words: "looked"), at: 12, happened: 11)[0]
    #expect(room.moment(12).notices.first?.acknowledgedBy == said)
    let entry = EntryReference.identity(room.id(said))
    #expect(
      room.refusal(of: .correct(entry, with: nil, at: Room.at(9)), at: 13)
        == .notRaisedYet(Room.at(10))
    )
    #expect(room.refusal(of: .correct(entry, with: nil, at: Room.at(10)), at: 13) == nil)
  }

  @Test func `a back-timed acknowledgement is of what was open then`() throws {
    var room = Room(opened: -20)
    room.record(.set(124, 78, saturation: 92), at: 0)
    room.record(
      Event.vitals(Vitals(bloodPressure: BloodPressure(systolic: 206, diastolic: 121))),
      at: 10
    )
    let said = try room.type(.acknowledge(nil, words: "probe"), at: 11, happened: 5)[0]
    let notices = room.moment(11).notices
    #expect(notices.first { $0.rule == "oxygen-saturation" }?.acknowledgedBy == said)
    #expect(notices.first { $0.rule == "blood-pressure" }?.isOpen == true)
  }

  @Test func `a dose is judged by the weight that was known when it was given`() throws {
    var room = Room(opened: -20)
    try room.type(.setFrame(.weight(70)), at: -10)
    let dose = try room.type(.give(.milligrams(35)), at: 0)[0]
    try room.type(.setFrame(.weight(36)), at: 10, isInsisted: true)
    #expect(room.moment(11).unconfirmed(dose).isEmpty)
    #expect(room.moment(11).notices.isEmpty)
    // Written down later of before, it was not known then either.
    try room.type(.setFrame(.weight(35)), at: 12, happened: -5, isInsisted: true)
    #expect(room.moment(13).unconfirmed(dose).isEmpty)
    #expect(room.moment(13).notices.isEmpty)
    // The next one is judged by what is known by then.
    #expect(room.refusal(of: .give(.milligrams(30)), at: 20) != nil)
    // What was wrong from the start is another matter.
    let first = EntryReference.name("a2")
    try room.type(.correct(first, with: .setFrame(.weight(41)), at: nil), at: 21)
    #expect(room.moment(22).unconfirmed(dose).count == 1)
  }

  @Test func `where no weight was known a dose is judged by the first that is`() throws {
    var room = Room(opened: -20)
    let dose = try room.type(.give(.milligrams(35)), at: 0)[0]
    #expect(room.moment(1).notices.isEmpty)
    try room.type(.setFrame(.weight(36)), at: 2, isInsisted: true)
    #expect(room.moment(3).unconfirmed(dose).count == 1)
  }

  @Test func `there is nothing to confirm where nothing is in doubt`() throws {
    var room = Room()
    let usual = try room.type(.record(.set(124, 78)), at: 1)[0]
    let dose = try room.type(.give(.milligrams(20)), at: 2)[0]
    for index in [usual, dose] {
      let name = room.session.name(of: index)
      #expect(room.refusal(of: .confirm(.name(name)), at: 3) == .nothingToConfirm(name))
    }
    let high = try room.type(.record(.set(231, 124)), at: 4, asks: false)[0]
    let name = room.session.name(of: high)
    try room.type(.confirm(.name(name)), at: 5)
    #expect(room.refusal(of: .confirm(.name(name)), at: 6) == .nothingToConfirm(name))
  }

  @Test func `a set is called artefact once, and may stand after all`() throws {
    var room = Room()
    let set = try room.type(.record(.set(124, 78)), at: 1)[0]
    let name = room.session.name(of: set)
    try room.type(.callArtefact(.name(name), because: "moving"), at: 2)
    #expect(
      room.refusal(of: .callArtefact(.name(name), because: "moving"), at: 3)
        == .alreadyArtefact(name)
    )
    try room.type(.confirm(.name(name)), at: 4)
    #expect(!room.moment(5).isArtefact(set))
    #expect(room.refusal(of: .callArtefact(.name(name), because: "moving"), at: 6) == nil)
  }
}
