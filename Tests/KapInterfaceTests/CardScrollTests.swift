import KapCanvas
import KapTimeline
import Testing

@testable import KapInterface

/// The card reads back everything that was done, not only what has room.
@Suite struct CardScrollTests {
  private static let sizes = [Size(rows: 24, columns: 80), Size(rows: 16, columns: 60)]

  private func busy(_ size: Size) throws -> Sitting {
    let sitting = try Sitting(in: try Room.careful(), size: size)
    sitting.press("e").wait(seconds: 2)
    for key in "13567813567" {
      sitting.press(.character(key))
      sitting.wait(seconds: 2)
    }
    return sitting
  }

  @Test(arguments: sizes) func `what is not shown is counted, and arrows lead to it`(
    size: Size
  )
    throws
  {
    let sitting = try busy(size)
    let card = sitting.interface.layout.card.outset
    #expect(sitting.words(in: card).contains(" earlier, ↑"), "\(sitting.screen)")
    let newest = sitting.words(in: card)
    var seen = newest
    for _ in 0..<12 {
      sitting.press("↑")
      seen += " " + sitting.words(in: card)
    }
    let moment = sitting.interface.moment
    let state = try #require(moment.emergency)
    let steps = CardSteps(display: sitting.interface.display, emergency: state).items
    #expect(steps.count == 11)
    for step in steps { #expect(seen.contains(step), "\(step)\n\(sitting.screen)") }
    #expect(!sitting.words(in: card).contains(" earlier"))
    #expect(sitting.words(in: card).contains("↓"))
    // The notes behind the card stay where they were.
    #expect(sitting.interface.notes.anchor == nil)
    for _ in 0..<12 { sitting.press("↓") }
    #expect(sitting.words(in: card).contains(" earlier, ↑"))
    #expect(sitting.words(in: card).contains(try #require(steps.last)))
    sitting.press(.home)
    #expect(sitting.words(in: card).contains(steps[0]))
    sitting.press(.pageDown)
    sitting.press(.end)
    #expect(sitting.words(in: card).contains(steps[10]))
  }

  @Test(arguments: sizes) func `digits go on recording, and show what they recorded`(
    size: Size
  )
    throws
  {
    let sitting = try busy(size)
    sitting.press(.pageUp)
    sitting.press(.pageUp)
    let before = sitting.count
    sitting.press("8").wait(seconds: 1)
    #expect(sitting.count == before + 1)
    let card = sitting.interface.layout.card.outset
    #expect(sitting.words(in: card).contains(" earlier, ↑"))
    #expect(!sitting.words(in: card).contains("↓"))
  }

  @Test(arguments: sizes) func `the page of keys lists the digits while the card is open`(
    size: Size
  ) throws {
    let sitting = try Sitting(in: try Room.careful(), size: size)
    sitting.press("?")
    #expect(!sitting.screen.contains("help called"))
    sitting.press("⎋e?")
    let box = sitting.interface.layout.box
    #expect(sitting.words(in: box).contains("1 help called"), "\(sitting.screen)")
    #expect(sitting.words(in: box).contains("9 other, in words"), "\(sitting.screen)")
    sitting.press("⎋1")
    #expect(sitting.newest == "AR emergency: help called")
  }
}
