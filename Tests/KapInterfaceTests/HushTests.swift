import KapTimeline
import Testing

@testable import KapInterface

@Suite struct HushTests {
  private func noticed() throws -> Sitting {
    let sitting = try Sitting.careful()
    sitting.press("v172/104 98 96 15⏎")
    return sitting
  }

  @Test func `y and Enter keep notices quiet, with the time left`() throws {
    let sitting = try noticed()
    let before = sitting.count
    sitting.press("y")
    #expect(sitting.count == before)
    sitting.press("⏎")
    #expect(sitting.count == before + 1)
    sitting.wait(seconds: 17)
    #expect(sitting.noticeRow.hasSuffix("quiet 1:43"))
    #expect(sitting.noticeRow.contains("BP 172/104"))
    sitting.wait(seconds: 104)
    #expect(!sitting.noticeRow.contains("quiet"))
  }

  @Test func `a replay says quiet where the live screen did`() throws {
    let room = try Room.careful()
    try room.enter("172/104 98 96 15", at: "14:38")
    try room.enter("quiet", at: "14:39")
    try room.enter("note breathes calmly", at: "14:45")
    let replay = try Replaying(room, at: "14:40")
    #expect(replay.screen.contains("quiet 1:00"))
    #expect(!replay.screen.contains("not acknowledged"))
    replay.press(":goto 14:42⏎")
    #expect(!replay.screen.contains(#/quiet \d/#))
  }

  @Test func `there is nothing to keep quiet where there is no notice`() throws {
    let sitting = try Sitting.careful()
    sitting.press("y")
    #expect(sitting.echo.contains("No notice is open that could be kept quiet."))
    #expect(!sitting.isWriting)
  }

  @Test func `what is more urgent breaks through`() throws {
    let sitting = try noticed()
    sitting.press("y⏎v204/124⏎y")
    sitting.wait(seconds: 1)
    #expect(sitting.noticeRow.contains("URGENT"))
    #expect(!sitting.noticeRow.contains("quiet "))
  }

  @Test func `the same limit, no more urgent, stays quiet, and that is what is said before`() throws
  {
    let sitting = try noticed()
    sitting.press("y")
    #expect(
      sitting.echo.contains(
        "Another or more urgent notice breaks through; the same again does not."
      )
    )
    sitting.press("⏎v173/105 98 96 15⏎").wait(seconds: 1)
    #expect(sitting.noticeRow.contains("quiet "))
  }

  private func bells(_ sitting: Sitting) -> Int { sitting.asked.count { $0 == .bell } }

  @Test func `no bell sounds unless the clinic asked for it`() throws {
    let sitting = try noticed()
    #expect(bells(sitting) == 0)
  }

  @Test func `a bell sounds once for a new notice of its urgency, and not while quiet`() throws {
    let sitting = try Sitting.careful()
    sitting.interface.preferences.bell = .notice
    sitting.press("v172/104 98 96 15⏎")
    #expect(bells(sitting) == 1)
    sitting.wait(seconds: 30)
    #expect(bells(sitting) == 1)
    sitting.press("y⏎v173/104 98 96 15⏎").wait(seconds: 2)
    #expect(bells(sitting) == 1)
    let urgent = try Sitting.careful()
    urgent.interface.preferences.bell = .urgent
    urgent.press("v172/104 98 96 15⏎")
    #expect(bells(urgent) == 0)
  }
}
