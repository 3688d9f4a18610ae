import KapTimeline
import Testing

/// Quiet is what stood when it was asked for; what is new breaks through.
struct QuietTests {
  private func room() throws -> Room {
    var room = Room(.careful(), opened: -20)
    room.record(.set(124, 78), at: -12)
    room.record(.set(210, 80), at: -2)
    #expect(room.moment(-2).open(room.moment(-2).notices).map(\.urgency) == [.urgent])
    try room.type(.quiet, at: -1)
    return room
  }

  private func isQuiet(_ room: Room, at minute: Double) -> Bool {
    let moment = room.moment(minute)
    return moment.quietUntil(given: moment.notices) != nil
  }

  @Test func `an urgent notice of another rule breaks through an urgent one`() throws {
    var room = try room()
    #expect(isQuiet(room, at: -0.9))
    room.record(.vitals(Vitals(oxygenSaturation: 85)), at: -0.5)
    #expect(!isQuiet(room, at: -0.4))
  }

  @Test func `the same limits again break nothing, another side of the rule does`() throws {
    var room = try room()
    room.record(.set(212, 80), at: -0.5)
    #expect(isQuiet(room, at: -0.4))
    room.record(.set(212, 104), at: -0.3)
    #expect(!isQuiet(room, at: -0.2))
  }

  @Test func `what was written since about an earlier time breaks through`() throws {
    var room = try room()
    room.record(.vitals(Vitals(oxygenSaturation: 85)), at: -5, written: -0.5)
    #expect(!isQuiet(room, at: -0.4))
  }

  @Test func `what was answered before does not keep the same quiet`() throws {
    var room = Room(.careful(), opened: -20)
    room.record(.set(124, 78), at: -12)
    room.record(.set(210, 80), at: -6)
    try room.type(.acknowledge(nil, words: "cuff"), at: -5)
    room.record(.vitals(Vitals(oxygenSaturation: 85)), at: -3)
    try room.type(.quiet, at: -1)
    #expect(isQuiet(room, at: -0.9))
    room.record(.set(211, 80), at: -0.5)
    #expect(!isQuiet(room, at: -0.4))
  }

  @Test func `what an older entry says since breaks through`() throws {
    var room = try room()
    let set = try #require(room.moment(-1).vitals.last).entry
    let entry = EntryReference.identity(room.id(set))
    let saturation = Command.record(Vitals(oxygenSaturation: 85))
    try room.type(.correct(entry, with: saturation), at: -0.8, isInsisted: true)
    #expect(!isQuiet(room, at: -0.7))
  }
}
