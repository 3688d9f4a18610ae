import KapTimeline
import Testing

/// Whether an order by word of mouth was read back is asked once.
struct ReadBackTests {
  private func order(isReadBack: Bool) -> Command {
    let given = GivenMedicine(medicine: "clonidine", amount: "0.1mg", orderedBy: "dr-l")
    return .takeOrder(VerbalOrder(given: given, isReadBack: isReadBack))
  }

  @Test func `an order that was not read back is asked about once and then kept`() throws {
    var room = Room()
    let doubt = Doubt.orderNotReadBack("clonidine")
    #expect(room.refusal(of: order(isReadBack: false), at: 1) == .unusual([doubt]))
    #expect(room.refusal(of: order(isReadBack: true), at: 1) == nil)
    #expect(doubt.question.contains("read back"))
    let kept = try room.type(order(isReadBack: false), at: 1, isInsisted: true)[0]
    #expect(room.moment(2).unconfirmed(kept).isEmpty)
    #expect(!room.moment(2).words(of: kept).contains("read back"))
  }

  @Test func `from a pipe it is kept and waits for a word, which may be that it was read back`()
    throws
  {
    var room = Room()
    let kept = try room.type(order(isReadBack: false), at: 1, asks: false)[0]
    #expect(room.moment(2).unconfirmed(kept) == [.orderNotReadBack("clonidine")])
    let key = "confirm:\(room.id(kept).text)"
    #expect(room.moment(2).dueWords(for: key).contains("not read back"))
    var confirmed = room
    try confirmed.type(.confirm(.identity(room.id(kept))), at: 3)
    #expect(confirmed.moment(4).unconfirmed(kept).isEmpty)
    try room.type(.correct(.identity(room.id(kept)), with: order(isReadBack: true)), at: 3)
    #expect(room.moment(4).unconfirmed(kept).isEmpty)
  }
}
