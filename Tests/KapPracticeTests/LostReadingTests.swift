import KapPractice
import KapTimeline
import Testing

struct LostReadingTests {
  @Test func `a planned reading that nobody took is named, required or not`() throws {
    let scenario = try #require(Scenario.named("lost-hour"))
    var rehearsal = try Rehearsal(scenario)
    for line in scenario.lines where !line.text.hasPrefix("notdone") { rehearsal.submit(line) }
    let debrief = Debrief(of: scenario, at: rehearsal.end, offset: UTCOffset(minutes: 60))

    for line in [
      "  14:28  vitals +20: not required; neither done nor a reason",
      "  14:48  vitals +40: missing, neither done nor a reason",
    ] {
      #expect(debrief.lines.contains(line), "\(line)")
    }
  }
}
