import KapTimeline
import Testing

struct VisitTests {
  private var room: Room {
    var room = Room(opened: -20)
    room.record(.set(124, 78), at: -12)
    room.record(.dose(15), at: 0)
    return room
  }

  private func visits(_ room: Room, _ minute: Double) -> [[String]] {
    room.moment(minute).due(given: []).visits.map { $0.items.map(\.key) }
  }

  @Test func `what is due within the tolerance of each other is one visit`() {
    let visits = visits(room, 2)
    #expect(visits.contains { Set($0) == ["vitals+10", "scores+10"] })
    #expect(visits.contains(["vitals+20"]))
    #expect(visits.contains(["vitals+40"]))
  }

  @Test func `one command puts a visit off, a word its own item`() throws {
    var room = room
    room.record(.set(124, 78), at: 1)
    let both = try room.type(.postpone(.key("vitals+10")), at: 11)
    #expect(both.count == 2)
    let until = room.moment(12).due(given: []).open.compactMap(\.postponedUntil)
    #expect(until == [Room.at(15), Room.at(15)])
    #expect(room.moment(12).words(of: both[1]).contains("vitals +10"))
    // One undo takes the whole visit back.
    try room.type(.undo(because: "mistyped"), at: 12)
    #expect(room.moment(12).due(given: []).open.allSatisfy { $0.postponedUntil == nil })
    #expect(try room.type(.postpone(.word("scores")), at: 12).count == 1)
    #expect(try room.type(.postpone(nil), at: 12).count == 2)
  }

  @Test func `what a notice asks for again is put off only by its own name, and alone`() throws {
    var room = room
    room.record(.set(172, 104), at: 6)
    let visit = try room.type(.postpone(.key("scores+10")), at: 11)
    #expect(visit.allSatisfy { !room.moment(11).words(of: $0).contains("again") })
    let moment = room.moment(12)
    let again = try #require(
      moment.due(given: moment.notices).open.first { $0.key.hasPrefix("repeat:") }
    )
    #expect(again.postponedUntil == nil)
    #expect(try room.type(.postpone(.key(again.key)), at: 12).count == 1)
  }

  @Test(
    arguments: [
      ("vitals +10", "vitals+10"), ("Vitals +10, required", "vitals+10"),
      ("scores +10", "scores+10"), ("SCORES+30", "scores+30"), ("bp", "repeat"),
      ("BP again (notice)", "repeat"), ("bp again", "repeat"), ("infusion planned to end", "infus"),
      ("infusion ends", "infus"), ("infusion planned", "infus"), ("scores", "scores+10"),
    ]
  )
  func `what is due is named as the list shows it`(typed: String, key: String) throws {
    var room = Room(opened: -20)
    room.record(.set(124, 78), at: -12)
    try room.type(.score([Score(scale: "dissociation", value: 0)]), at: -12)
    room.record(.dose(30, over: 40), at: 0)
    room.record(.set(172, 104), at: 4)
    let entry = try #require(try room.type(.postpone(.word(typed)), at: 7).last)
    guard case .later(let later) = room.session.entries[entry].event else {
      Issue.record("not put off")
      return
    }
    #expect(later.item.hasPrefix(key))
    for wrong in ["vitals +1", "s", "vit", "b", "again", ""] {
      #expect(room.refusal(of: .postpone(.word(wrong)), at: 7) == .noSuchDue(wrong))
    }
  }

  @Test func `what is late joins what is due next`() {
    var room = room
    room.record(.set(124, 78), at: 1)
    #expect(visits(room, 17).contains { Set($0) == ["scores+10", "vitals+20"] })
    #expect(!visits(room, 13).contains { Set($0).isSuperset(of: ["scores+10", "vitals+20"]) })
  }

  @Test func `the meter counts what is done, what has a reason and what is missing`() throws {
    var room = room
    room.record(.set(124, 78), at: 1)
    try room.type(.skip(.key("vitals+10"), because: "asleep"), at: 12)
    let list = room.moment(46).due(given: [])
    #expect(list.notDone == 1)
    #expect(list.missing.map(\.key) == ["vitals+40"])
    #expect(list.done == 2)
    try room.type(.skip(.key("vitals+40"), because: "asleep"), at: 46)
    #expect(room.moment(46).due(given: []).missing.isEmpty)
    // What is missing stays missing when the session is over.
    var ended = self.room
    ended.record(.ended, at: 80)
    let over = ended.moment(90).due(given: [])
    #expect(over.open.isEmpty && over.visits.isEmpty)
    #expect(over.missing.map(\.key) == ["vitals+40"])
  }

  @Test func `how values were taken is kept, said and corrected`() throws {
    var vitals = Vitals.set(124, 78)
    vitals.method = .monitor
    vitals.position = .lateral
    var room = room
    let index = try room.type(.record(vitals), at: 10)[0]
    #expect(room.moment(10).words(of: index).hasSuffix("lateral, from the monitor"))
    try room.type(
      .correct(.identity(room.id(index)), with: .record(Vitals(method: .cuff))),
      at: 11
    )
    guard case .vitals(let set) = room.session.entries[index].event else { return }
    #expect(set.method == .cuff)
    #expect(set.heartRate == vitals.heartRate)
  }
}
