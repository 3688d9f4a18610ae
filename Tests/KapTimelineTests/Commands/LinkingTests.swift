import KapTimeline
import Testing

struct LinkingTests {
  private var room: Room {
    var room = Room(.careful(), opened: -20)
    room.record(.set(124, 78), at: -12)
    room.record(
      .plan(
        DosePlan(
          dose: .milligrams(20),
          openItems: ["identity", "consent"],
          reason: "known"
        )
      ),
      at: -2
    )
    room.record(.dose(20), at: 0)
    return room
  }

  private func words(_ room: Room, _ index: Int) -> String { room.moment(90).words(of: index) }

  @Test func `a medicine is linked to its order and to the notice that led to it`() throws {
    var room = room
    room.record(.set(172, 104), at: 30)
    room.record(.set(173, 105), at: 38)
    let ordered = GivenMedicine(
      medicine: "clonidine",
      amount: "0.1mg",
      route: "po",
      reason: "bp",
      orderedBy: "dr-l"
    )
    let order = try room.type(.takeOrder(VerbalOrder(given: ordered, isReadBack: true)), at: 41)[0]
    let line = "order clonidine 0.1 mg PO, Dr L, read back, for BP 173/105 at 14:38"
    #expect(words(room, order) == line)
    let given = GivenMedicine(medicine: "Clonidine", amount: "0.1mg", route: "po", response: "calm")
    let first = try room.type(.administer(given), at: 43)[0]
    #expect(
      words(room, first) == "gave Clonidine 0.1 mg PO, Dr L, for BP 173/105 at 14:38, calm"
    )
    guard case .given(let linked) = room.session.entries[first].event else { return }
    #expect(linked.order == room.id(order))
    // An order is carried out once, unless that is taken back.
    let second = try room.type(.administer(given), at: 44.5)[0]
    #expect(words(room, second) == "gave Clonidine 0.1 mg PO, calm")
    try room.type(.void(.identity(room.id(first)), because: "not swallowed"), at: 45)
    let third = try room.type(.administer(given), at: 46)[0]
    #expect(words(room, third).contains("Dr L"))
    // A correction of the words leaves the links.
    var other = given
    other.response = "calmer"
    try room.type(.correct(.identity(room.id(third)), with: .administer(other)), at: 47)
    guard case .given(let corrected) = room.session.entries[third].event else { return }
    #expect(corrected.order == room.id(order))
    #expect(corrected.notice == linked.notice)
  }

  @Test(arguments: [
    ("bp", true), ("bp 172/104", true), ("high blood pressure", true), ("BP systolic", true),
    ("bps", false), ("spo2", false), ("pressure", false), ("", false), ("her mother", false),
    ("the hypertension", true), ("chest pressure", false),
  ])
  func `words mean a notice only where they name it`(about: String, isMeant: Bool) throws {
    var room = room
    let set = room.record(.set(172, 104), at: 38)
    let index = try room.type(.callOut(Call(to: "dr-l", about: about)), at: 40)[0]
    guard case .call(let call) = room.session.entries[index].event else { return }
    let notice = NoticeReference(event: room.id(set), rule: "blood-pressure")
    #expect(call.notice == (isMeant ? notice : nil))
  }

  @Test func `an acknowledgement shows the call about its notice`() throws {
    var room = room
    room.record(.set(172, 104), at: 38)
    var uncalled = room
    let alone = try uncalled.type(.acknowledge(nil, words: "cuff moved"), at: 41)[0]
    #expect(words(uncalled, alone) == "acknowledged: cuff moved, about BP 172/104 at 14:38 (a5)")
    let call = try room.type(.callOut(Call(to: "dr-l", about: "bp", said: "wait")), at: 40)[0]
    let index = try room.type(.acknowledge(nil, words: "rests"), at: 41)[0]
    #expect(
      words(room, index) == "acknowledged: rests, about BP 172/104 at 14:38 (a5), Dr L called 14:40"
    )
    try room.type(.void(.identity(room.id(call)), because: "wrong number"), at: 42)
    #expect(words(room, index) == "acknowledged: rests, about BP 172/104 at 14:38 (a5)")
  }

  @Test func `a call about a notice that another took up is one about that too`() throws {
    var room = room
    room.record(.set(172, 104), at: 38)
    let call = try room.type(.callOut(Call(to: "dr-l", about: "bp")), at: 39)[0]
    room.record(.set(175, 106), at: 43)
    let index = try room.type(.acknowledge(nil, words: "rests"), at: 44)[0]
    guard case .acknowledgement(let said) = room.session.entries[index].event else { return }
    #expect(said.call == room.id(call))
    // One that was over before it is another matter.
    room.record(.set(130, 80), at: 50)
    room.record(.set(172, 104), at: 55)
    let later = try room.type(.acknowledge(nil, words: "again"), at: 56)[0]
    guard case .acknowledgement(let other) = room.session.entries[later].event else { return }
    #expect(other.call == nil)
  }

  /// Which call the acknowledgement of what is open names, typed at a minute.
  private func called(_ room: Room, at minute: Double) throws -> EventID? {
    var room = room
    let index = try room.type(.acknowledge(nil, words: "rests"), at: minute)[0]
    guard case .acknowledgement(let said) = room.session.entries[index].event else { return nil }
    return said.call
  }

  @Test func `a call about less is no call about what is urgent`() throws {
    var room = room
    room.record(.set(172, 104), at: 38)
    let call = try room.type(.callOut(Call(to: "dr-l", about: "bp")), at: 40)[0]
    #expect(try called(room, at: 41) == room.id(call))
    room.record(.set(215, 122), at: 44)
    #expect(try called(room, at: 45) == nil)
    // It stays the call about the milder one.
    #expect(words(room, call) == "called Dr L about bp")
    let later = try room.type(.callOut(Call(to: "dr-l", about: "bp")), at: 46)[0]
    #expect(try called(room, at: 47) == room.id(later))
    // One who was called about what is urgent knows of it when it is read again.
    room.record(.set(216, 122), at: 50)
    #expect(try called(room, at: 51) == room.id(later))
  }

  @Test func `a call at a first reading beyond the urgent limit is one about its repeat`() throws {
    var room = room
    room.record(.set(186, 104), at: 38)
    let call = try room.type(.callOut(Call(to: "dr-l", about: "bp")), at: 39)[0]
    room.record(.set(187, 104), at: 44)
    #expect(room.moment(44).open(room.moment(44).notices).first?.urgency == .urgent)
    #expect(try called(room, at: 45) == room.id(call))
    // What is so far beyond it that nobody waits for a repeat is more than the call was about.
    room.record(.set(205, 104), at: 46)
    #expect(try called(room, at: 47) == nil)
  }

  @Test(arguments: [39.5, 42])
  func `a reading written down after a call was unknown to who was called`(at: Double) throws {
    var room = room
    room.record(.set(172, 104), at: 38)
    try room.type(.callOut(Call(to: "dr-l", about: "bp")), at: 40)
    room.record(.set(215, 122), at: at, written: 44)
    #expect(try called(room, at: 45) == nil)
  }

  @Test func `a reading corrected to what is urgent was unknown to who was called before`() throws {
    var room = room
    let set = room.record(.set(172, 104), at: 38)
    let first = try room.type(.callOut(Call(to: "dr-l", about: "bp")), at: 40)[0]
    #expect(try called(room, at: 41) == room.id(first))
    try room.type(
      .correct(.identity(room.id(set)), with: .record(.set(215, 122))),
      at: 42,
      isInsisted: true
    )
    #expect(try called(room, at: 43) == nil)
    let call = try room.type(.callOut(Call(to: "dr-l", about: "bp")), at: 44)[0]
    #expect(try called(room, at: 45) == room.id(call))
  }

  @Test func `what carries out an order is for what the order was for`() throws {
    var room = room
    let first = room.record(.set(172, 104), at: 38)
    let wanted = GivenMedicine(
      medicine: "clonidine",
      amount: "0.1mg",
      reason: "bp",
      orderedBy: "dr-l"
    )
    _ = try room.type(.takeOrder(VerbalOrder(given: wanted, isReadBack: true)), at: 39)
    room.record(.set(175, 106), at: 43)
    let index = try room.type(.administer(wanted), at: 44)[0]
    guard case .given(let given) = room.session.entries[index].event else { return }
    #expect(given.notice?.event == room.id(first))
    // Given again for it, with no order left: for the newest.
    let again = try room.type(.administer(wanted), at: 45.5)[0]
    guard case .given(let second) = room.session.entries[again].event else { return }
    #expect(second.order == nil && second.notice?.event != room.id(first))
  }

  @Test func `a reason that names no notice stays as it was said`() throws {
    var room = room
    let given = GivenMedicine(medicine: "ondansetron", reason: "nausea")
    let index = try room.type(.administer(given), at: 40)[0]
    #expect(words(room, index) == "gave ondansetron, for nausea")
    // A serious event is called by its name.
    let effect = AdverseEffect(term: "nausea", severity: .severe, isSerious: true)
    let event = try room.type(.report(effect), at: 41)[0]
    let second = try room.type(.administer(given), at: 42)[0]
    guard case .given(let linked) = room.session.entries[second].event else { return }
    #expect(linked.notice == NoticeReference(event: room.id(event), rule: Notice.serious))
    #expect(words(room, second).hasPrefix("gave ondansetron, for nausea"))
  }
}
