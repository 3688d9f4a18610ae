import KapCanvas
import KapTimeline
import Testing

@testable import KapInterface

@Suite struct EffectTests {
  @Test func `what else there is to say of an effect is asked before Enter, and may be left`()
    throws
  {
    let sitting = try Sitting.inPeak()
    sitting.press("x11⇥")
    #expect(sitting.echo.contains("serious"))
    sitting.press("13⏎")
    let event = try #require(
      Moment(sitting.interface.session, at: sitting.room.now).adverseEvents.last
    )
    #expect(event.isSerious == false)
    #expect(event.relatedness == "probable")
    #expect(event.action == nil && event.outcome == nil)
    sitting.press("x⇥1⏎")
    let ended = try #require(
      Moment(sitting.interface.session, at: sitting.room.now).adverseEvents.last
    )
    #expect(ended.endedAt != nil && ended.outcome == "recovered")
    sitting.press(":events⏎")
    #expect(sitting.screen.contains("to 14:38 nausea"))
  }
}
