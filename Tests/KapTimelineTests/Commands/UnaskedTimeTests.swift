import KapTimeline
import Testing

/// Times before the opening, where nobody could be asked about them.
struct UnaskedTimeTests {
  @Test(arguments: [Source.typed, .transcribed, .device])
  func `a time before the opening waits to be confirmed, unless it is copied from paper`(
    source: Source
  ) throws {
    var room = Room(opened: 0)
    let circumstances = Circumstances(
      author: "ar",
      role: .monitor,
      source: source,
      now: Room.at(1),
      occurredAt: Room.at(-60),
      asks: false
    )
    let events = try room.session.drafts(for: .write(Note("at the gate")), under: circumstances)
    let note = room.keep(events, at: Room.at(1))[0]
    let isAsked = source == .typed
    #expect(room.moment(2).unconfirmed(note).isEmpty == !isAsked)
    let due = room.moment(2).due(given: []).open.map(\.key)
    #expect(due.contains { $0.hasPrefix("confirm") } == isAsked)
    guard isAsked else { return }
    try room.type(.confirm(.identity(room.id(note))), at: 3)
    #expect(room.moment(4).unconfirmed(note).isEmpty)
  }
}
