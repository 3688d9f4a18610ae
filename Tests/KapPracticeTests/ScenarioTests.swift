import KapPractice
import KapTestRules
import KapTimeline
import Testing

struct ScenarioTests {
  @Test(arguments: Scenario.all)
  func `every line is understood and accepted`(scenario: Scenario) throws {
    let rehearsal = try Rehearsal.complete(scenario)

    #expect(rehearsal.refusals == [])
    #expect(rehearsal.remarks == [])
  }

  @Test(arguments: Scenario.all)
  func `it ends with nothing required left to do`(scenario: Scenario) throws {
    let rehearsal = try Rehearsal.complete(scenario)
    let end = try #require(scenario.lines.last).typingStartedAt
    let before = Moment(rehearsal.session, at: rehearsal.openedAt + end - .seconds(1))

    #expect(rehearsal.end.state == .ended(at: rehearsal.openedAt + end))
    #expect(before.due(given: before.notices).open.filter(\.isRequired).map(\.key) == [])
    #expect(before.open(before.notices) == [])
    #expect(before.running == [])
    #expect(before.effects.isEmpty)
    #expect(before.present.map(\.person) == [scenario.owner.name])
  }

  @Test(arguments: Scenario.all)
  func `every reading of the schedule is taken within its tolerance, or has its reason`(
    scenario: Scenario
  ) throws {
    let rehearsal = try Rehearsal.complete(scenario)
    let rules = try #require(rehearsal.session.rules)
    let last = try #require(scenario.lines.last).typingStartedAt - scenario.doseAt
    let taken = rehearsal.end.vitals.compactMap { set in
      rehearsal.end.zero.map { (set.at - $0).inMinutes }
    }

    for reading in rules.vitals.readings where reading.minute >= 0 {
      guard reading.minute <= last.inMinutes else { continue }
      let key = "vitals+\(Int(reading.minute))"
      let hasReason = rehearsal.session.entries.contains { entry in
        guard case .notDone(let skipped) = entry.event else { return false }
        return skipped.item == key && !skipped.reason.isEmpty
      }
      guard !hasReason else { continue }
      let nearest = taken.map { abs($0 - reading.minute) }.min() ?? .infinity
      #expect(nearest <= rules.vitals.graceMinutes, "vitals at \(reading.minute)")
    }
    #expect(taken.contains { $0 < 0 && $0 >= (rules.vitals.readings.first?.minute ?? 0) })
    #expect(last.inMinutes >= rules.stay.minutes)
  }

  @Test(arguments: Scenario.all)
  func `every line is finished before the next begins`(scenario: Scenario) throws {
    for (line, next) in zip(scenario.lines, scenario.lines.dropFirst()) {
      let pace = try #require(scenario.person(named: line.author)).pace
      let slowest = line.typingStartedAt + pace.longest(for: line.text.count)
      #expect(slowest < next.typingStartedAt, "\(line.text) runs into \(next.text)")
    }
  }

  @Test(arguments: Scenario.all)
  func `keys fall at the pace of a person, and the same ones every time`(
    scenario: Scenario
  ) throws {
    for line in scenario.lines {
      let strokes = scenario.keystrokes(for: line)
      let pace = try #require(scenario.person(named: line.author)).pace
      #expect(strokes == scenario.keystrokes(for: line))
      #expect(strokes.first?.at == line.typingStartedAt)
      #expect(String(strokes.dropLast().map(\.character)) == line.text)
      #expect(strokes.last?.isEnter == true)
      for (key, next) in zip(strokes, strokes.dropFirst()) {
        let milliseconds = Int((next.at - key.at).milliseconds)
        var slowest = pace.key.upperBound
        if key.character == " " { slowest += pace.afterSpace.upperBound }
        if next.isEnter { slowest += pace.beforeEnter.upperBound }
        #expect((pace.key.lowerBound...slowest).contains(milliseconds))
      }
    }
  }

  @Test func `a scenario is found by its name, and every protocol it names is built in`() throws {
    #expect(Set(Scenario.all.map(\.name)).count == Scenario.all.count)
    for scenario in Scenario.all {
      #expect(Scenario.named(scenario.name) == scenario)
      #expect(
        try builtInRules(scenario.protocolName).name
          == scenario.protocolName
      )
    }
    #expect(Scenario.named("iv") == nil)
  }

  @Test func `a line about an entry that is not there is refused like any other`() throws {
    let scenario = try #require(Scenario.all.first)
    var rehearsal = try Rehearsal(scenario)
    let line = try #require(scenario.lines.first { $0.about != nil })

    rehearsal.submit(line)

    #expect(rehearsal.refusals.count == 1)
    #expect(!line.text(in: rehearsal.session).contains(ScriptedLine.entryMark))
  }

  @Test(arguments: Scenario.all)
  func `times said in it go by the opening: what was drunk was, and no lot has expired`(
    scenario: Scenario
  ) throws {
    // Seven in the morning ten years on, on a wall of its own.
    let offset = UTCOffset(minutes: -180)
    let opened = try #require(
      Instant(year: 2035, month: 8, day: 31, hour: 7, minute: 12, second: 0, offset: offset)
    )
    let rehearsal = try Rehearsal.complete(scenario, at: opened, offset: offset)
    #expect(rehearsal.refusals == [])
    let texts = scenario.lines.map { $0.text(in: rehearsal.session) }
    #expect(texts.allSatisfy { !$0.contains("{") && !$0.contains("}") })
    let fasting = try #require(texts.first { $0.hasPrefix("check fasting") })
    for clock in fasting.split(separator: " ").filter({ $0.contains(":") }).dropFirst() {
      #expect(["5:00", "2:00", "5:00,", "2:00,"].contains(String(clock)))
    }
    let months = texts.flatMap { text in
      text.split(separator: " ").filter { $0.count == 7 && $0.hasPrefix("20") }
    }
    #expect(!months.isEmpty && months.allSatisfy { $0 > "2036-07" && $0 < "2038" })
    #expect(texts.contains { $0.contains("signed 29 Aug") })
    #expect(rehearsal.remarks == [])
    let end = rehearsal.end
    let bedside = try #require(BedsideScript(scenario).bedside(at: end))
    #expect(bedside.answers.values.allSatisfy { !$0.contains("{") })
  }
}
