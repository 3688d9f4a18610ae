import KapTimeline
import Testing

/// A medicine is credited to an order only where it is what was ordered.
struct OrderedTests {
  private static func clonidine(
    _ amount: String?,
    _ route: String?,
    by person: String? = nil
  ) -> GivenMedicine {
    GivenMedicine(medicine: "clonidine", amount: amount, route: route, orderedBy: person)
  }

  private func ordered() throws -> (room: Room, order: EventID) {
    var room = Room()
    let order = VerbalOrder(given: Self.clonidine("0.1mg", "po", by: "dr-l"), isReadBack: true)
    let index = try room.type(.takeOrder(order), at: 1)[0]
    return (room, room.id(index))
  }

  private func given(_ room: Room, _ index: Int) -> GivenMedicine? {
    guard case .given(let given) = room.session.entries[index].event else { return nil }
    return given
  }

  @Test func `an order written later for the same minute is not what was carried out`() throws {
    var room = Room()
    let index = try room.type(.administer(Self.clonidine("0.1mg", "po")), at: 10)[0]
    let order = VerbalOrder(given: Self.clonidine("0.1mg", "po", by: "dr-l"), isReadBack: true)
    try room.type(.takeOrder(order), at: 11, happened: 10)
    var other = Self.clonidine("0.1mg", "po")
    other.response = "calmer"
    try room.type(.correct(.identity(room.id(index)), with: .administer(other)), at: 12)
    #expect(given(room, index)?.order == nil)
  }

  @Test(arguments: [
    ("0.1mg", "po"), ("100mcg", "oral"), ("0.1 MG", nil), (nil, "PO"), (nil, nil),
  ])
  func `what is as ordered carries the order out`(amount: String?, route: String?) throws {
    var (room, order) = try ordered()
    let index = try room.type(.administer(Self.clonidine(amount, route)), at: 2)[0]
    #expect(given(room, index)?.order == order)
    #expect(given(room, index)?.orderedBy == "dr-l")
    #expect(room.moment(2).waitingOrders.isEmpty)
  }

  @Test func `an order is carried out only on the word of who gave it`() throws {
    var room = Room()
    var orders: [EventID] = []
    for person in ["dr-a", "dr-b"] {
      let order = VerbalOrder(given: Self.clonidine("0.1mg", "po", by: person), isReadBack: true)
      let index = try room.type(.takeOrder(order), at: 1)[0]
      orders.append(room.id(index))
    }
    let given = try room.type(.administer(Self.clonidine("0.1mg", "po", by: "Dr A")), at: 2)[0]
    #expect(self.given(room, given)?.order == orders[0])
    #expect(room.moment(2).waitingOrders.map(\.given.orderedBy) == ["dr-b"])
    let other = Command.administer(Self.clonidine("0.1mg", "po", by: "dr-c"))
    let doubt = Doubt.otherThanOrdered(Self.clonidine("0.1mg", "po", by: "dr-b"))
    #expect(room.refusal(of: other, at: 3) == .unusual([doubt]))
    let index = try room.type(other, at: 3, asks: false)[0]
    #expect(self.given(room, index)?.order == nil)
    #expect(room.moment(3).waitingOrders.count == 1)
  }

  @Test(arguments: [("0.3mg", "iv"), ("0.3mg", "po"), ("0.1mg", "iv"), ("1 tablet", nil)])
  func `what is otherwise is asked about once and credited to nobody`(
    amount: String,
    route: String?
  ) throws {
    var (room, _) = try ordered()
    let doubt = Doubt.otherThanOrdered(Self.clonidine("0.1mg", "po", by: "dr-l"))
    let other = Command.administer(Self.clonidine(amount, route))
    #expect(room.refusal(of: other, at: 2) == .unusual([doubt]))
    var piped = room
    let index = try room.type(other, at: 2, isInsisted: true)[0]
    #expect(given(room, index)?.order == nil)
    #expect(given(room, index)?.orderedBy == nil)
    #expect(room.moment(2).unconfirmed(index).isEmpty)
    #expect(room.moment(2).waitingOrders.count == 1)
    let unasked = try piped.type(other, at: 2, asks: false)[0]
    #expect(given(piped, unasked)?.order == nil)
    #expect(piped.moment(2).unconfirmed(unasked) == [doubt])
    #expect(piped.moment(2).notices.map(\.rule) == [Notice.unconfirmed])
    // That the order is carried out after it does not confirm it.
    try piped.type(.administer(Self.clonidine("0.1mg", "po")), at: 3)
    #expect(piped.moment(3).waitingOrders.isEmpty)
    #expect(piped.moment(3).unconfirmed(unasked) == [doubt])
  }

  @Test func `of two orders the one that says what was given is carried out`() throws {
    var (room, first) = try ordered()
    let stronger = VerbalOrder(given: Self.clonidine("0.2mg", "po", by: "dr-k"), isReadBack: true)
    try room.type(.takeOrder(stronger), at: 2)
    let index = try room.type(.administer(Self.clonidine("0.1mg", "po")), at: 3)[0]
    #expect(given(room, index)?.order == first)
    #expect(given(room, index)?.orderedBy == "dr-l")
  }

  @Test func `a correction to something else takes the order away, and one back gives it`() throws {
    var (room, order) = try ordered()
    let index = try room.type(.administer(Self.clonidine("0.1mg", "po")), at: 2)[0]
    let entry = EntryReference.identity(room.id(index))
    let other = Command.correct(entry, with: .administer(Self.clonidine("0.3mg", "iv")), at: nil)
    guard case .unusual(let doubts) = room.refusal(of: other, at: 3) else {
      Issue.record("nothing was asked")
      return
    }
    #expect(doubts.count == 1)
    try room.type(other, at: 3, isInsisted: true)
    #expect(given(room, index)?.order == nil)
    #expect(given(room, index)?.orderedBy == nil)
    try room.type(
      .correct(entry, with: .administer(Self.clonidine("0.1mg", "po")), at: nil),
      at: 4
    )
    #expect(given(room, index)?.order == order)
    #expect(given(room, index)?.orderedBy == "dr-l")
  }

  @Test func `a doubt names what was ordered`() {
    let doubt = Doubt.otherThanOrdered(Self.clonidine("0.1mg", "po", by: "dr-l"))
    #expect(doubt.question == "Dr L ordered clonidine 0.1 mg PO: this is other than ordered.")
    #expect(doubt.limit == "ordered clonidine 0.1 mg PO")
  }

  @Test func `a correction of the reading leaves what was ordered about as it was said`() throws {
    var room = Room()
    let set = room.record(.set(175, 108), at: 1)
    var wanted = Self.clonidine("0.2mg", "po", by: "dr-l")
    wanted.reason = "bp"
    let order = try room.type(.takeOrder(VerbalOrder(given: wanted, isReadBack: true)), at: 2)[0]
    let before = try room.type(.administer(wanted), at: 3)[0]
    let said = [order, before].map { room.moment(4).words(of: $0) }
    #expect(said.allSatisfy { $0.hasSuffix("for BP 175/108 at 14:01") })
    let change = Command.record(Vitals(bloodPressure: BloodPressure(systolic: 127, diastolic: 84)))
    try room.type(.correct(.identity(room.id(set)), with: change, at: Room.at(0.5)), at: 5)
    #expect([order, before].map { room.moment(6).words(of: $0) } == said)
    // One that is given only then still carries out the order as it was.
    try room.type(.void(.identity(room.id(before)), because: "not swallowed"), at: 7)
    let after = try room.type(.administer(Self.clonidine("0.2mg", "po")), at: 8)[0]
    #expect(room.moment(9).words(of: after).hasSuffix("for BP 175/108 at 14:01"))
  }
}
