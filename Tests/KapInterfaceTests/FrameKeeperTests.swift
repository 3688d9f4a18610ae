import KapCanvas
import KapTestSupport
import KapTimeline
import Testing

@testable import KapInterface

struct FrameKeeperTests {
  /// Keys that open, fill and close every kind of field and view, and some that mean nothing.
  private static let pressed: [Key] =
    "vnspdoxtracuwzbi/\\?'[]:j0 7y".map { .character($0) }
    + [.enter, .escape, .tab, .backTab, .up, .down, .left, .right, .backspace, .pageUp, .end]
    + [.paste("hand on shoulder"), .control("l")]

  @Test(arguments: [UInt64(1), 2, 3])
  func `a kept frame is the frame that would be drawn`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let sitting = try Sitting(size: Size(rows: 24, columns: 80))
    sitting.press("v124/78 72 98 14⏎nhand on shoulder⏎")
    var frames = FrameKeeper()

    for _ in 0..<150 {
      let key = Self.pressed.randomElement(using: &generator) ?? .escape
      sitting.press(key, after: 0)
      let kept = frames.draw(sitting.interface)
      let drawn = sitting.interface.draw()
      #expect(kept.text == drawn.text, "after \(key.name)")
      #expect(kept.legend == drawn.legend, "after \(key.name)")
      #expect(kept.cursor == drawn.cursor, "after \(key.name)")
      guard kept.text == drawn.text else { return }
    }
  }

  @Test func `completions that Tab walks through move among the panes`() throws {
    let sitting = try Sitting()
    var frames = FrameKeeper()
    for key in keys(":⇥⇥⇥⇤xy⇥⎋t↓↓⎋") {
      sitting.press(key, after: 0)
      #expect(frames.draw(sitting.interface).text == sitting.interface.draw().text)
    }
  }
}
