import KapTimeline
import Testing

struct DueTests {
  private func list(_ room: Room, at minute: Double) -> DueList {
    let moment = room.moment(minute)
    return moment.due(given: moment.notices)
  }

  private func item(_ key: String, _ room: Room, at minute: Double) -> DueItem? {
    list(room, at: minute).open.first { $0.key == key }
  }

  /// A room in which the dose was given at minute 0, after a baseline.
  private var dosed: Room {
    var room = Room(opened: -20)
    room.record(.set(124, 78), at: -12)
    room.record(.dose(15), at: 0)
    return room
  }

  @Test(arguments: [
    (1.0, DueItem.State.upcoming), (19.9, .upcoming), (20, .due), (25, .due), (25.1, .late),
    (100, .late),
  ])
  func `a reading is upcoming, then due, and late after the tolerance`(
    minute: Double,
    state: DueItem.State
  ) {
    let found = item("vitals+20", dosed, at: minute)
    #expect(found?.state == state)
    #expect(found?.at == Room.at(20))
    #expect(found?.grace == .minutes(5))
  }

  @Test(
    arguments: [(14.9, false), (15, true), (20, true), (25, true), (34.9, true), (35, false)]
  )
  func `a set satisfies a reading until the next is in time`(minute: Double, isDone: Bool) {
    var room = dosed
    let before = list(room, at: 36).done
    room.record(.set(124, 78), at: minute)
    #expect((item("vitals+20", room, at: 36) == nil) == isDone)
    // A set at 14.9 counts for the reading before, one at 15 for both.
    #expect(list(room, at: 36).done == before + (minute == 15 ? 2 : 1))
  }

  @Test func `what is done late is done, and was late until then`() throws {
    var room = dosed
    #expect(list(room, at: 46).missing.map(\.key) == ["vitals+40"])
    let late = room.record(.set(124, 78), at: 48)
    #expect(item("vitals+40", room, at: 48) == nil)
    #expect(list(room, at: 48).missing.isEmpty)
    // An entry changes nothing before it.
    #expect(list(room, at: 47.9).missing.map(\.key) == ["vitals+40"])
    var ended = room
    ended.record(.ended, at: 60)
    #expect(list(ended, at: 90).missing.isEmpty)
    try room.type(.void(.identity(room.id(late)), because: "mistyped"), at: 49)
    #expect(list(room, at: 49).missing.map(\.key) == ["vitals+40"])
    // From 50 on it is the reading at 55.
    room.record(.set(124, 78), at: 50)
    #expect(list(room, at: 50).missing.map(\.key) == ["vitals+40"])
    #expect(item("vitals+55", room, at: 50) == nil)
    room.record(.ended, at: 52)
    #expect(list(room, at: 90).missing.map(\.key) == ["vitals+40"])
  }

  @Test func `scores count late too, the last ones at any time`() throws {
    var room = dosed
    func score(_ minute: Double) {
      room.record(.score(Score(scale: "dissociation", value: 5)), at: minute)
    }
    score(24)
    #expect(item("scores+10", room, at: 24) == nil)
    #expect(item("scores+30", room, at: 24) != nil)
    score(120)
    #expect(item("scores+30", room, at: 120) == nil)
  }

  @Test func `a missing reading with its reason counts as taken, an artefact does not`() {
    var room = dosed
    room.record(.noReading(MissingReading(sign: nil, reason: "asleep")), at: 20)
    #expect(item("vitals+20", room, at: 30) == nil)
    let set = room.record(.set(124, 78), at: 40)
    #expect(item("vitals+40", room, at: 41) == nil)
    room.record(.confirmation(Verdict(target: room.id(set), isArtefact: true)), at: 41)
    #expect(item("vitals+40", room, at: 41)?.isRequired == true)
  }

  @Test func `before the dose the baseline is due and the rest waits without a time`() {
    var room = Room(opened: 0)
    var due = list(room, at: 1)
    #expect(due.open.first?.key == "scores-15" || due.open.first?.key == "vitals-15")
    #expect(item("vitals-15", room, at: 1)?.state == .due)
    #expect(item("vitals-15", room, at: 600)?.state == .due)
    #expect(item("vitals-15", room, at: 1)?.at == nil)
    #expect(item("vitals+20", room, at: 1)?.state == .upcoming)
    #expect(item("vitals+20", room, at: 1)?.at == nil)
    room.record(.set(124, 78), at: 2)
    #expect(item("vitals-15", room, at: 3) == nil)
    #expect(item("vitals-15", room, at: 22) == nil)
    #expect(item("vitals-15", room, at: 22.1)?.state == .due)
    room.record(.dose(15), at: 23)
    #expect(item("vitals-15", room, at: 24)?.at == Room.at(23))
    due = list(room, at: 24)
    #expect(due.open.last { $0.isMissed }?.key == "vitals-15")
    room.record(.set(126, 78, isBaseline: true), at: 25)
    #expect(item("vitals-15", room, at: 26) == nil)
  }

  @Test func `what was missed sinks below everything else and stays open`() {
    let due = list(dosed, at: 16)
    #expect(
      due.open.map(\.key) == [
        "scores+10", "vitals+20", "scores+30", "vitals+40", "vitals+55", "vitals+70", "vitals+85",
        "vitals+100", "scores-15", "vitals+0", "vitals+10",
      ]
    )
    #expect(due.open.filter(\.isMissed).map(\.key) == ["scores-15", "vitals+0", "vitals+10"])
    #expect(due.done == 1)
    #expect(due.total == 12)
  }

  @Test func `after the last reading another follows every so many minutes, beyond the stay too`() {
    #expect(item("vitals+55", dosed, at: 1)?.state == .upcoming)
    #expect(item("vitals+55", dosed, at: 55)?.state == .due)
    #expect(item("vitals+70", dosed, at: 55)?.isRequired == false)
    #expect(item("vitals+115", dosed, at: 99.9) == nil)
    #expect(item("vitals+115", dosed, at: 100)?.state == .upcoming)
    #expect(item("vitals+115", dosed, at: 115)?.state == .due)
    #expect(item("vitals+130", dosed, at: 115)?.isRequired == false)
  }

  @Test func `a session left open for a year asks for no more than a week of readings`() {
    let due = list(dosed, at: 60 * 24 * 365)
    #expect(due.open.count < 10_080 / 15 + 20)
  }

  @Test func `later puts an item off to the end of its tolerance, and then it is late`() throws {
    var room = dosed
    try room.type(.postpone(.word("vitals")), at: 10)
    #expect(item("vitals+10", room, at: 10)?.postponedUntil == Room.at(15))
    #expect(item("vitals+10", room, at: 14)?.state == .upcoming)
    #expect(item("vitals+10", room, at: 14)?.at == Room.at(15))
    #expect(item("vitals+10", room, at: 15.1)?.state == .late)
    // Put off again it stays as it is, and once that is past nobody puts it off.
    try room.type(.postpone(.key("vitals+10")), at: 12)
    #expect(item("vitals+10", room, at: 13)?.postponedUntil == Room.at(15))
    let refusal = Refusal.toleranceOver("vitals +10", ended: Room.at(15))
    #expect(room.refusal(of: .postpone(.key("vitals+10")), at: 15) == refusal)
    #expect(room.refusal(of: .postpone(.word("vitals +10")), at: 17) == refusal)
    // What was put off beyond it once is late all the same.
    room.record(.later(Postponement(item: "vitals+10", until: Room.at(22))), at: 17)
    #expect(item("vitals+10", room, at: 18)?.state == .late)
    #expect(item("vitals+10", room, at: 18)?.postponedUntil == Room.at(15))
    room.record(.set(124, 78), at: 12, written: 19)
    #expect(item("vitals+10", room, at: 20) == nil)
  }

  @Test func `later without a name puts off the top item that has a time`() throws {
    var room = dosed
    let index = try room.type(.postpone(nil), at: 2)[0]
    guard case .later(let later) = room.session.entries[index].event else {
      Issue.record("not put off")
      return
    }
    #expect(later == Postponement(item: "scores-15", until: Room.at(5)))
  }

  @Test func `not done, with its reason, closes an item and counts`() throws {
    var room = dosed
    let before = list(room, at: 21)
    let index = try room.type(.skip(.word("vitals+20"), because: "asleep"), at: 21)[0]
    let after = list(room, at: 22)
    #expect(after.done == before.done)
    #expect(after.notDone == before.notDone + 1)
    #expect(after.total == before.total)
    #expect(item("vitals+20", room, at: 22) == nil)
    room.record(.void(Withdrawal(target: room.id(index), reason: "x")), at: 23)
    #expect(item("vitals+20", room, at: 23)?.state == .due)
  }

  @Test func `each notice asks for its reading again, once`() {
    var room = dosed
    let first = room.record(.set(170, 90), at: 10)
    let key = "repeat:\(room.id(first).text):blood-pressure"
    #expect(item(key, room, at: 11)?.at == Room.at(15))
    #expect(item(key, room, at: 11)?.isRequired == true)
    #expect(item(key, room, at: 16)?.state == .due)
    let done = list(room, at: 16)
    // A set that does not read the pressure is no repeat.
    room.record(.vitals(Vitals(heartRate: 70)), at: 14)
    #expect(item(key, room, at: 16) != nil)
    let second = room.record(.set(172, 90), at: 15)
    #expect(item(key, room, at: 16) == nil)
    let next = "repeat:\(room.id(second).text):blood-pressure"
    #expect(item(next, room, at: 16)?.at == Room.at(20))
    #expect(list(room, at: 16).done > done.done)
    room.record(.set(124, 78), at: 19)
    #expect(!list(room, at: 19).open.contains { $0.key.hasPrefix("repeat") })
  }

  @Test func `an infusion's end, a hold, a pin and an unusual value wait in the list`() {
    let hold = Hold(minutes: 12, then: "spit or swallow", source: "test")
    var room = Room(.sample { $0.hold = hold }, opened: -20)
    let dose = room.record(.dose(40, over: 40), at: 0)
    #expect(item("infusion:\(room.id(dose).text)", room, at: 1)?.at == Room.at(40))
    #expect(item("hold:\(room.id(dose).text)", room, at: 1) == nil)
    #expect(item("infusion:\(room.id(dose).text)", room, at: 40) == nil)
    let pin = room.record(.pin(Pin()), at: 2)
    let pinKey = "pin:\(room.id(pin).text)"
    #expect(item(pinKey, room, at: 3)?.kind == .pin(number: 1, entry: pin))
    room.record(.pin(Pin(target: room.id(pin), words: "tears")), at: 4)
    #expect(item(pinKey, room, at: 5) == nil)
    let set = room.record(.set(231, 104), at: 6)
    let key = "confirm:\(room.id(set).text)"
    #expect(item(key, room, at: 6)?.state == .due)
    #expect(item(key, room, at: 20)?.state == .late)
    #expect(list(room, at: 20).open.first?.key == key)
    room.record(.confirmation(Verdict(target: room.id(set), isArtefact: false)), at: 21)
    #expect(item(key, room, at: 21) == nil)
  }

  @Test func `a lozenge is asked for until somebody says what became of it, or why nobody does`() {
    let hold = Hold(minutes: 12, then: "spit or swallow", source: "test")
    var room = Room(.sample { $0.hold = hold }, opened: -20)
    var lozenge = Dose.milligrams(200)
    lozenge.route = .sublingual
    let taken = room.record(.dose(lozenge), at: 0)
    let key = "hold:\(room.id(taken).text)"
    #expect(item(key, room, at: 1)?.kind == .hold(then: "spit or swallow"))
    #expect(item(key, room, at: 1)?.at == Room.at(12))
    #expect(item(key, room, at: 17)?.state == .due)
    // Who leaves with it in the mouth, or ends, leaves that open.
    var gone = room
    gone.record(.phase(PhaseDeclaration(.discharged, reason: "left")), at: 3)
    gone.record(.ended, at: 5)
    #expect(list(gone, at: 6).missing.map(\.key).contains(key))
    for minute in [17.1, 90] {
      #expect(item(key, room, at: minute)?.state == .late)
      #expect(list(room, at: minute).missing.map(\.key).contains(key))
    }
    var told = room
    told.record(.lozenge(.swallow), at: 95)
    #expect(item(key, told, at: 95) == nil)
    #expect(!list(told, at: 95).missing.map(\.key).contains(key))
    room.record(.notDone(NotDone(item: key, reason: "spat out unseen")), at: 95)
    #expect(!list(room, at: 95).missing.map(\.key).contains(key))
  }

  @Test func `after the end nothing is due, and what was done is still counted`() {
    var room = dosed
    room.record(.set(124, 78), at: 20)
    let before = list(room, at: 30)
    room.record(.ended, at: 30)
    let after = list(room, at: 3000)
    #expect(after.open.isEmpty)
    #expect(after.done == before.done)
    #expect(after.total == before.total)
  }

  @Test func `after the end no further reading is asked, and one that was still is`() {
    var room = dosed
    room.record(.ended, at: 116)
    let before = list(room, at: 115)
    let after = list(room, at: 3000)
    // At 115 the next is at 130; that at 115 itself was asked before the end.
    #expect(after.total == before.total - 1)
  }

  @Test func `before the dose what has no time yet is not put off, and the baseline can be`() throws
  {
    var room = Room(opened: -20)
    for key in ["vitals+10", "scores+10"] {
      guard case .notDueYet(_, from: nil)? = room.refusal(of: .postpone(.key(key)), at: -12) else {
        Issue.record("\(key) is put off")
        continue
      }
    }
    try room.type(.postpone(.key("vitals-15")), at: -12)
    #expect(list(room, at: -11).open.first { $0.key == "vitals-15" }?.state == .upcoming)
    room.record(.dose(35, over: 40), at: 0)
    try room.type(.postpone(.key("vitals+10")), at: 6)
    #expect(list(room, at: 7).open.first { $0.key == "vitals+10" }?.postponedUntil == Room.at(15))
  }
}
