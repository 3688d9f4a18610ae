import KapTimeline
import Testing

struct LozengeTests {
  private let dose = Dose(
    medicine: .ketamine,
    route: .sublingual,
    amount: Mass(milligrams: 100) ?? .zero
  )

  private func keys(_ room: Room, at minute: Double) -> [String] {
    let moment = room.moment(minute)
    return moment.due(given: []).open.map(\.key)
  }

  @Test func `T0 is the lozenge into the mouth unless the rules say its end`() throws {
    var room = Room(.lozenge(endIsZero: nil), opened: -20)
    try room.type(.give(dose), at: 0)
    try room.type(.lozenge(.spit), at: 9)
    #expect(room.moment(20).zero == Room.at(0))
  }

  @Test func `T0 at the end of the hold is the spit, else when the hold is over`() throws {
    var room = Room(.lozenge(endIsZero: true), opened: -20)
    room.record(.set(124, 78), at: -10)
    try room.type(.give(dose), at: 0)
    #expect(room.moment(9).zero == nil)
    #expect(room.moment(9).doseBegan == Room.at(0))
    #expect(room.moment(10).zero == Room.at(10))
    room.record(.set(130, 80), at: 11)
    #expect(room.moment(11).baseline?.at == Room.at(-10))
    try room.type(.lozenge(.swallow), at: 12)
    #expect(room.moment(12).zero == Room.at(12))
    #expect(room.moment(11.5).zero == Room.at(10))
    // A second one keeps T0.
    try room.type(.give(dose), at: 20)
    try room.type(.lozenge(.spit), at: 29)
    #expect(room.moment(30).zero == Room.at(12))
    #expect(
      room.moment(30).doses.map { room.session.entries[$0.entry].occurredAt }
        == [Room.at(0), Room.at(20)]
    )
    #expect(room.refusal(of: .lozenge(.spit), at: 30) == .noLozenge)
  }

  @Test func `the hold is due until the lozenge is out`() throws {
    var room = Room(.lozenge(endIsZero: true), opened: -20)
    let given = try room.type(.give(dose), at: 0)[0]
    let hold = "hold:\(room.id(given).text)"
    #expect(keys(room, at: 1).contains(hold))
    #expect(!keys(room, at: 1).contains("checks"))
    #expect(room.moment(1).lozengeInMouth?.since == Room.at(0))
    try room.type(.lozenge(.spit), at: 8)
    #expect(!keys(room, at: 8).contains(hold))
    #expect(room.moment(8).lozengeInMouth == nil)
    #expect(room.moment(8).zero == Room.at(8))
  }
}
