import KapCanvas
import KapTimeline
import Testing

@testable import KapInterface

/// A field that somebody emptied begins anew: what is typed into it then happened then.
@Suite struct AnewTests {
  /// When the newest stated entry happened, on the wall.
  private func newest(_ sitting: Sitting) throws -> String {
    let entry = try #require(
      sitting.interface.session.entries.filter { $0.recorded.event.kind.isStated }
        .max { $0.recorded.id.sequence < $1.recorded.id.sequence }
    )
    return WallTime(entry.occurredAt, offset: Room.offset).clock
  }

  private static let fields: [(verb: String, first: String, second: String)] = [
    (":", "note one", "note two"), (":", "bp 128/82", "hr 74"), ("n", "one", "two"),
    ("s", "one", "two"), ("v", "128/82", "130/84 80"), ("o", "6", "642"),
    ("r", "given ondansetron 4mg", "given ondansetron 4mg po"), (":", "@-3m note one", "note two"),
    ("N", "one", "two"), (":", "effect nausea mild", "pin"),
  ]

  @Test(arguments: fields, ["⌃u", String(repeating: "⌫", count: 30)])
  func `text typed anew is of its own first key`(
    field: (verb: String, first: String, second: String),
    emptying: String
  ) throws {
    let sitting = try Sitting.inPeak()
    try sitting.at("14:40").press(field.verb + field.first)
    try sitting.at("14:46").press(emptying)
    try sitting.at("14:52").press(field.second + "⏎")
    #expect(try newest(sitting) == "14:52")
    #expect(!sitting.screen.contains("late entry"))
  }

  @Test func `what waits to be begun anew shows the time that goes on`() throws {
    let sitting = try Sitting.inPeak()
    try sitting.at("14:40").press(":note one")
    #expect(sitting.line.contains("14:40:0"))
    try sitting.at("14:46").press("⌃u")
    try sitting.at("14:47")
    #expect(sitting.line.contains("14:47:00"))
    try sitting.at("14:48").press("n").wait(minutes: 4)
    #expect(sitting.line.contains("14:48:00"))
    #expect(sitting.echo.contains("opened 4 min ago") || sitting.saved.contains("opened 4 min"))
  }

  @Test(arguments: [
    (":note one", "⌫⌫⌫two⏎"), ("v128/82", "⌫⌫84⏎"), ("none two", "⌃wthree⏎"),
  ])
  func `a line that is edited in part keeps its time`(first: String, second: String) throws {
    let sitting = try Sitting.inPeak()
    try sitting.at("14:40").press(first)
    try sitting.at("14:41").press(second)
    #expect(try newest(sitting) == "14:40")
  }

  @Test func `a time that somebody gave stays`() throws {
    let sitting = try Sitting.inPeak()
    try sitting.at("14:40").press("v@14:30␣128/82")
    try sitting.at("14:46").press("⌃u130/84⏎")
    #expect(try newest(sitting) == "14:30")
  }

  @Test func `a cleared line that comes back is of the time it was of, and another is not`() throws
  {
    let sitting = try Sitting.inPeak()
    try sitting.at("14:40").press(":note one⌃u")
    try sitting.at("14:46").press("↑⏎")
    #expect(try newest(sitting) == "14:40")
    try sitting.at("14:50").press(":note two⌃u")
    try sitting.at("14:54").press("↑↑⏎")
    #expect(sitting.newest == "AR one")
    #expect(try newest(sitting) == "14:54")
  }

  @Test func `what is corrected keeps the time of its entry`() throws {
    let sitting = try Sitting.inPeak()
    try sitting.at("14:40").press("none⏎")
    try sitting.at("14:46").press("c⌃unote two⏎")
    #expect(sitting.newest.hasSuffix("corrected: two"))
    let entry = try #require(sitting.interface.session.entries.last { $0.correctedBy != nil })
    #expect(WallTime(entry.occurredAt, offset: Room.offset).clock == "14:40")
  }

  @Test func `a note field that stays open gives each note its own time`() throws {
    let sitting = try Sitting.inPeak()
    try sitting.at("14:40").press("None⏎")
    try sitting.at("14:50").press("two⏎")
    #expect(try newest(sitting) == "14:50")
  }

  @Test func `the draft goes with the text, and the new one comes back with its own time`() throws {
    let sitting = try Sitting.inPeak()
    try sitting.at("14:40").press(":note one").wait(seconds: 1)
    sitting.forgetAsked()
    try sitting.at("14:46").press("⌃u")
    // At once, so that nothing which is recorded next can come before it.
    #expect(
      sitting.asked.contains { effect in
        if case .forget = effect { true } else { false }
      }
    )
    try sitting.at("14:52").press("note two").wait(seconds: 1)
    let drafts = sitting.asked.compactMap { effect -> KeptDraft? in
      if case .keep(let draft) = effect { draft } else { nil }
    }
    let draft = try #require(drafts.last)
    #expect(draft.text == "note two")
    #expect(WallTime(draft.openedAt, offset: Room.offset).clock == "14:52")

    let again = try Sitting(in: sitting.room)
    again.send(.restored([draft]))
    again.press("⏎⏎")
    #expect(try newest(again) == "14:52")
    let third = try Sitting(in: sitting.room)
    third.send(.restored([draft]))
    #expect(third.interface.asides.isEmpty)
  }

  @Test func `in a replay an emptied late entry stays at the play head`() throws {
    let sitting = try Sitting.inPeak()
    let replay = try Replaying(sitting.room, at: "14:30", readOnly: nil)
    replay.press("none⌃utwo")
    #expect(replay.line.contains("14:30:00"))
  }
}
