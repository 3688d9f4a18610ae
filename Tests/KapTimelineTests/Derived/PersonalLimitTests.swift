import KapTimeline
import Testing

struct PersonalLimitTests {
  private func limit(
    _ sign: Sign,
    _ side: Limit.Side,
    _ value: Double
  ) -> PersonalLimit {
    PersonalLimit(sign: sign, side: side, value: value, reason: "treated", orderedBy: "dr-l")
  }

  private func crossed(_ room: Room, at minute: Double) -> [[Double]] {
    room.moment(minute).notices.map { $0.crossings.map(\.limit.value) }
  }

  @Test func `a limit for one person takes the place of the clinic's notice`() throws {
    var room = Room(opened: -20)
    try room.type(
      .setLimits([limit(.systolic, .above, 170), limit(.diastolic, .above, 105)]),
      at: -15
    )
    room.record(.set(150, 95), at: -12)
    room.record(.dose(15), at: 0)
    room.record(.set(169, 104), at: 10)
    #expect(room.moment(10).notices.isEmpty)
    room.record(.set(170, 105), at: 15)
    #expect(crossed(room, at: 15) == [[170, 105]])
    #expect(room.moment(15).notices[0].crossings[0].limit.source.contains("treated"))
    #expect(room.moment(15).notices[0].urgency == .notice)
  }

  @Test func `an urgent limit and a change from baseline stay what they are`() throws {
    var room = Room(opened: -20)
    try room.type(.setLimits([limit(.systolic, .above, 210)]), at: -15, isInsisted: true)
    room.record(.set(124, 78), at: -12)
    room.record(.dose(15), at: 0)
    room.record(.set(150, 80), at: 10)
    #expect(crossed(room, at: 10) == [[20]])
    room.record(.set(205, 80), at: 15)
    #expect(room.moment(15).notices.last?.urgency == .urgent)
    #expect(
      room.refusal(of: .setLimits([limit(.systolic, .above, 150)]), at: 20) == .limitAfterDose
    )
  }

  @Test func `a sign the clinic has no limit on can have one for this person`() throws {
    var room = Room(opened: -20)
    try room.type(.setLimits([limit(.respiratoryRate, .below, 14)]), at: -15)
    room.record(.set(124, 78), at: -12)
    #expect(room.moment(-12).notices.map(\.rule) == ["respiratoryRate"])
  }

  @Test func `only what was set before a reading counts for it`() throws {
    var room = Room(opened: -20)
    room.record(.set(165, 80), at: -15)
    var ledger = NoticeLedger()
    #expect(ledger.notices(at: room.moment(-14)).count == 1)
    let set = try room.type(.setLimits([limit(.systolic, .above, 170)]), at: -10)[0]
    room.record(.set(165, 80), at: -5)
    #expect(ledger.notices(at: room.moment(-5)).map(\.clearedAt) == [Room.at(-5)])
    // Taken back, it never was; set earlier, it held before.
    var back = room
    try back.type(.void(.identity(room.id(set)), because: "wrong person"), at: -4)
    #expect(ledger.notices(at: back.moment(-4)).count == 2)
    #expect(ledger.notices(at: back.moment(-4)) == back.moment(-4).notices)
    try room.type(.correct(.identity(room.id(set)), with: nil, at: Room.at(-16)), at: -4)
    #expect(ledger.notices(at: room.moment(-4)).isEmpty)
  }
}
