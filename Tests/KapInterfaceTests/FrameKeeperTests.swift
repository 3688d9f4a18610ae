import KapCanvas
import KapTestSupport
import KapTimeline
import Testing

@testable import KapInterface

struct FrameKeeperTests {
  /// Keys that open, fill and close every kind of field and view, and some that mean nothing.
  private static let pressed: [Key] =
    "vnspdoxtracuwezbi/\\?'[]:j0 714yy".map { .character($0) }
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
    for key in keys(":⇥⇥⇥⇤xy⇥⎋t↓↓⎋⇥⇥zz↓↓↑z⇥:checks⏎↓⎋") {
      sitting.press(key, after: 0)
      #expect(frames.draw(sitting.interface).text == sitting.interface.draw().text)
    }
  }

  @Test(arguments: [UInt64(11), 12, 13, 14, 15, 16])
  func `a kept frame is the frame that would be drawn, whatever time goes by`(
    seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    let sitting = try Sitting.inPeak()
    let other = try Sitting(in: sitting.room, as: "jb", .therapist)
    let sizes = [(24, 80), (36, 120), (50, 190), (19, 62), (10, 40), (30, 100)]
    let lines = [
      "v172/104 98 96 15⏎", "nsweating⏎", " ", "o642⏎", "v128/80 70 97 14⏎", "m", "x11⏎", "e1",
      "4⎋", "y⏎",
    ]
    let lengths: [Int64] = [1, 250, 999, 1000, 1000, 1000, 1001, 7000, 59_999, 60_000, 400_000]
    var frames = FrameKeeper()
    var kept = 0

    for step in 0..<400 {
      let start = frames.standing?.start
      sitting.room.pass(milliseconds: lengths.randomElement(using: &generator) ?? 1000)
      switch Int.random(in: 0..<24, using: &generator) {
      case 0:
        let size = sizes.randomElement(using: &generator) ?? (24, 80)
        sitting.send(.resized(Size(rows: size.0, columns: size.1)))
      case 1...2: sitting.press(Self.pressed.randomElement(using: &generator) ?? .escape, after: 0)
      case 3: sitting.press(lines.randomElement(using: &generator) ?? " ")
      case 4:
        other.press("\(lines.randomElement(using: &generator) ?? " ")⎋⎋")
        sitting.tick()
      default: sitting.tick()
      }
      let drawn = sitting.interface.draw()
      let shown = frames.draw(sitting.interface)
      if frames.standing?.start == start { kept += 1 }
      #expect(shown == drawn, "after step \(step)")
      guard shown == drawn else { return }
    }
    #expect(kept > 40, "most of what was drawn was drawn in vain")
  }

  @Test func `an idle second draws the clocks and no pane`() throws {
    let sitting = try Sitting.inPeak()
    sitting.tick()
    var frames = FrameKeeper()
    var starts: Set<Instant> = []
    for _ in 0..<120 {
      sitting.wait(seconds: 1)
      #expect(frames.draw(sitting.interface) == sitting.interface.draw())
      frames.standing.map { _ = starts.insert($0.start) }
    }
    // What is shown in minutes changes with them, each kind at its own second.
    #expect(starts.count < 30)
  }
}
