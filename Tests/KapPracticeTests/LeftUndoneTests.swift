import KapPractice
import KapTimeline
import Testing

/// What the debrief says of what nobody did: the same as the record itself.
struct LeftUndoneTests {
  @Test func `scores that nobody took are said to be so, and when they were planned`() throws {
    let scenario = try #require(Scenario.named("vomiting"))
    var rehearsal = try Rehearsal(scenario)
    for line in scenario.lines where !line.text.hasPrefix("diss ") { rehearsal.submit(line) }
    let debrief = Debrief(of: scenario, at: rehearsal.end, offset: UTCOffset(minutes: 60))
    let planned = rehearsal.end.rules?.scores?.minutes ?? []
    let lost = debrief.lost.filter { $0.subject.contains("scores") }
    try #require(!planned.isEmpty)
    #expect(lost.count == planned.count)
    #expect(lost.allSatisfy { $0.record == "not required; neither done nor a reason" })
    #expect(debrief.lost.contains { $0.line.hasPrefix("14:28  scores +20: not required") })
  }

  @Test func `what waits for a word at the end is in the debrief`() throws {
    let scenario = try #require(Scenario.named("vomiting"))
    var rehearsal = try Rehearsal(scenario)
    for line in scenario.lines {
      rehearsal.submit(line)
      guard line.text.hasPrefix("dose ") else { continue }
      let card = ["emergency", "emergency step oxygen", "stand-down"]
      for (place, text) in card.enumerated() {
        let at = line.typingStartedAt + .seconds(15 * (place + 1))
        rehearsal.submit(ScriptedLine(at: at, author: line.author, text: text))
      }
    }
    #expect(rehearsal.refusals == [])
    let moment = rehearsal.end
    let list = moment.due(given: moment.notices)
    try #require(!list.unanswered.isEmpty)
    let debrief = Debrief(of: scenario, at: moment, offset: UTCOffset(minutes: 60))
    for item in list.unanswered {
      let words = moment.dueWords(for: item)
      #expect(debrief.required.contains { $0.subject == words }, "\(words)")
    }
  }
}
