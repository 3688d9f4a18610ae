import KapCanvas
import KapTimeline
import Testing

@testable import KapInterface

/// The one key that opens the emergency card where letters are text, or answers.
@Suite struct EmergencyKeyTests {
  @Test(
    arguments: [
      "nhalf a thought", "v164/98", "v@14:3", "o6", ":assess phq9⏎12", ":dose im 75mg", "t", "tgui",
      "x", "x1", "p", "d", "dzz", "r", "u", "w", "a", "'", "\\", "/calm", "?", "??", "b", "z",
      ":handover mk⏎", "v231/104⏎", "N", "c",
    ]
  )
  func `F9 opens the card from anywhere, and what was in hand comes back`(script: String) throws {
    let sitting = try Sitting.careful()
    sitting.press(script)
    let text = sitting.interface.field?.draftText
    let before = sitting.count
    sitting.press(.function(9))
    #expect(sitting.count == before + 1)
    #expect(sitting.screen.contains("EMERGENCY  started"), "\(sitting.screen)")
    #expect(!sitting.isWriting)
    sitting.press("1")
    #expect(sitting.newest == "AR emergency: help called")
    sitting.press(.function(9))
    #expect(sitting.count == before + 2)
    guard let text else { return }
    sitting.press(":stand-down⏎⏎")
    #expect(sitting.interface.field?.draftText == text)
  }

  @Test func `F9 puts the words of a step aside, and a held one begins one emergency`() throws {
    let sitting = try Sitting.careful()
    let before = sitting.count
    for _ in 0..<10 { sitting.press(.function(9), after: 30) }
    #expect(sitting.count == before + 1)
    sitting.press("48 l by mask").press(.function(9))
    sitting.press("1")
    #expect(sitting.newest == "AR emergency: help called")
    sitting.wait(seconds: 1).press("⏎").wait(seconds: 1).press("⏎")
    #expect(sitting.screen.contains("oxygen, 8 l by mask"))
  }

  @Test(arguments: ["n", "v", "o", "x", ":assess phq9⏎", "d"])
  func `where e is a letter or an answer, the keys say which one opens the card`(
    key: String
  )
    throws
  {
    let sitting = try Sitting.careful(size: (36, 120))
    sitting.press(key)
    #expect(sitting.hints.contains("F9 emergency"), "\(sitting.hints)")
  }

  @Test func `an e in a list that has no such choice says which key opens the card`() throws {
    let sitting = try Sitting.careful()
    let before = sitting.count
    sitting.press("de")
    #expect(sitting.echo.contains("F9 opens the card"), "\(sitting.echo)")
    #expect(sitting.count == before)
    let replay = try Replaying(sitting.room, at: "14:37:30")
    #expect(replay.press(.function(9)).isEmpty)
    #expect(!replay.screen.contains("EMERGENCY"))
  }
}
