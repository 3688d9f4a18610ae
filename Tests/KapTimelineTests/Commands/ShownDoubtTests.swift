import KapTestSupport
import KapTimeline
import Testing

/// A person's word that something is so is of what was in doubt when it was given, and of no more.
struct ShownDoubtTests {
  private static let rules = ClinicProtocol.sample { $0.careRules = CareRules() }
  private static let hard = Doubt.dose(above: 1, isPerKilogram: true, isHard: true)

  private func doses(_ milligrams: Double) -> Doubt {
    .doses(total: Mass(milligrams: milligrams) ?? .zero, above: 1, isPerKilogram: true)
  }

  private func isOpen(_ room: Room, _ entry: Int, at minute: Double) -> Bool {
    room.moment(minute).notices.contains { $0.entry == entry && $0.isOpen }
  }

  @Test func `that no weight is known says nothing of the limit a later weight crosses`() throws {
    var room = Room(Self.rules, opened: -20)
    let dose = try room.type(.give(.milligrams(60)), at: 0, isInsisted: true)[0]
    #expect(room.moment(1).unconfirmed(dose).isEmpty)
    try room.type(.setFrame(.weight(50)), at: 5)
    #expect(room.moment(6).unconfirmed(dose) == [Self.hard])
    #expect(isOpen(room, dose, at: 6))
    let key = "confirm:\(room.id(dose).text)"
    #expect(room.moment(6).due(given: []).open.contains { $0.key == key })
    try room.type(.confirm(.identity(room.id(dose))), at: 7)
    #expect(room.moment(8).unconfirmed(dose).isEmpty)
    #expect(room.moment(8).notices.isEmpty)
    // Replayed as it was known, each word stands from when it was given.
    #expect(Moment(room.session.known(at: Room.at(6)), at: Room.at(6)).notices.count == 1)
    #expect(Moment(room.session.known(at: Room.at(4)), at: Room.at(4)).notices.isEmpty)
  }

  @Test func `from a pipe a confirmed and acknowledged doubt leaves a later one open`() throws {
    var room = Room(Self.rules, opened: -20)
    let dose = try room.type(.give(.milligrams(60)), at: 0, asks: false)[0]
    #expect(room.moment(1).unconfirmed(dose) == [.noWeight])
    let reference = EntryReference.identity(room.id(dose))
    try room.type(.acknowledge(reference, words: "scales away"), at: 1, asks: false)
    #expect(!isOpen(room, dose, at: 2))
    try room.type(.confirm(reference), at: 2, asks: false)
    #expect(room.moment(3).notices.isEmpty)
    try room.type(.setFrame(.weight(50)), at: 5, asks: false)
    #expect(room.moment(6).unconfirmed(dose) == [Self.hard])
    #expect(isOpen(room, dose, at: 6))
    try room.type(.acknowledge(reference, words: "prescriber told"), at: 7, asks: false)
    #expect(!isOpen(room, dose, at: 8))
  }

  @Test func `a dose written to an earlier time with nobody to ask asks anew of the sum`() throws {
    var room = Room(Self.rules, opened: -20)
    try room.type(.setFrame(.weight(50)), at: -10)
    let dose = try room.type(.give(.milligrams(41)), at: 10, isInsisted: true)[0]
    #expect(room.moment(11).unconfirmed(dose).isEmpty)
    let earlier = try room.type(.give(.milligrams(20)), at: 20, happened: 5, asks: false)[0]
    #expect(room.moment(21).unconfirmed(dose) == [doses(61)])
    #expect(isOpen(room, dose, at: 21))
    try room.type(.confirm(.identity(room.id(dose))), at: 22)
    #expect(room.moment(23).unconfirmed(dose).isEmpty)
    // Of less nobody need say again that it is so.
    let smaller = Command.correct(.identity(room.id(earlier)), with: .give(.milligrams(15)))
    try room.type(smaller, at: 24)
    #expect(room.moment(25).unconfirmed(dose).isEmpty)
    try room.type(.give(.milligrams(25)), at: 26, happened: 7, asks: false)
    #expect(room.moment(27).unconfirmed(dose) == [doses(81)])
  }

  @Test func `a dose beyond a soft warning is also held against what all come to`() throws {
    var room = Room(Self.rules, opened: -20)
    try room.type(.setFrame(.weight(50)), at: -10)
    try room.type(.give(.milligrams(20)), at: 0)
    #expect(
      room.refusal(of: .give(.milligrams(41)), at: 10)
        == .unusual([.dose(above: 0.8, isPerKilogram: true, isHard: false), doses(61)])
    )
  }

  @Test func `a dose that is moved carries its word only as far as it was given`() throws {
    var room = Room(Self.rules, opened: -20)
    try room.type(.setFrame(.weight(50)), at: -10)
    let dose = try room.type(.give(.milligrams(41)), at: 5, isInsisted: true)[0]
    try room.type(.give(.milligrams(8)), at: 10)
    let reference = EntryReference.identity(room.id(dose))
    let move = Command.correct(reference, with: nil, at: Room.at(12))
    #expect(room.refusal(of: move, at: 20) == nil)
    try room.type(.give(.milligrams(9)), at: 14, isInsisted: true)
    let far = Command.correct(reference, with: nil, at: Room.at(15))
    #expect(room.refusal(of: far, at: 20) == .unusual([doses(58)]))
    var pipe = room
    try pipe.type(far, at: 20, asks: false)
    #expect(pipe.moment(21).unconfirmed(dose) == [doses(58)])
    try room.type(far, at: 20, isInsisted: true)
    #expect(room.moment(21).unconfirmed(dose).isEmpty)
  }

  @Test(arguments: 0..<40)
  func `in whatever order it comes in, the same is in doubt`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    var room = Room(Self.rules, opened: -20)
    for step in 0..<14 {
      let minute = Double(step + 1)
      let happened = minute - Double(Int.random(in: 0...8, using: &generator))
      let isInsisted = Bool.random(using: &generator)
      switch Int.random(in: 0..<5, using: &generator) {
      case 0:
        let weight = Double(Int.random(in: 41...80, using: &generator))
        _ = try? room.type(.setFrame(.weight(weight)), at: minute, happened: happened)
      case 1:
        let doses = room.moment(minute).doses
        guard let one = doses.randomElement(using: &generator) else { continue }
        _ = try? room.type(.confirm(.identity(room.id(one.entry))), at: minute)
      default:
        let amount = Double(Int.random(in: 5...70, using: &generator))
        _ = try? room.type(
          .give(.milligrams(amount)),
          at: minute,
          happened: happened,
          asks: isInsisted,
          isInsisted: isInsisted
        )
      }
    }
    func said(_ session: Session) -> [String] {
      let moment = Moment(session, at: Room.at(30))
      return moment.happened.map { index in
        let entry = session.entries[index].id
        return "\(entry.text) \(moment.unconfirmed(index))"
      } + moment.notices.map { "\($0.rule) \($0.since) \($0.isOpen) \($0.limit ?? "")" }
    }
    let shuffled = Session(replaying: room.written.shuffled(using: &generator))
    #expect(said(shuffled) == said(room.session))
    var late = Session()
    for record in room.written.shuffled(using: &generator) { late.apply(record) }
    #expect(said(late) == said(room.session))
  }
}
