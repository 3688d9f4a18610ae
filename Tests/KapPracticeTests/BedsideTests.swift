import KapPractice
import KapTimeline
import Testing

struct BedsideTests {
  /// A rehearsal in which nothing was typed but the dose, so many minutes later than in the script.
  private func dosed(_ name: String, later minutes: Double) throws -> Rehearsal {
    var rehearsal = try Rehearsal(try #require(Scenario.named(name)))
    rehearsal.weigh()
    let line = try #require(rehearsal.scenario.lines.first { $0.text.hasPrefix("dose ") })
    let at = line.typingStartedAt + .minutes(minutes)
    rehearsal.submit(ScriptedLine(at: at, author: line.author, text: line.text))
    #expect(rehearsal.refusals == [])
    return rehearsal
  }

  private func bedside(
    _ rehearsal: Rehearsal,
    atMinute minute: Double,
    readAt: Double? = nil
  ) throws -> Bedside {
    let read = readAt.map { rehearsal.moment(atMinute: $0).now }
    return try #require(
      BedsideScript(rehearsal.scenario)
        .bedside(at: rehearsal.moment(atMinute: minute), readAt: read)
    )
  }

  @Test(arguments: Scenario.all)
  func `the minutes count from the dose that is on record, and the debrief counts the same`(
    scenario: Scenario
  ) throws {
    for late in [-4.0, 0, 13] {
      let rehearsal = try dosed(scenario.name, later: late)
      for minute in [1.0, 12, 31, 64] {
        let seen = try bedside(rehearsal, atMinute: late + minute)
        #expect(seen.readings == scenario.patient.state(at: minute))
      }
      let debrief = Debrief(of: scenario, at: rehearsal.moment(atMinute: late + 90), offset: .utc)
      // The same on a wall that is as much ahead as the dose was late.
      let planned = try dosed(scenario.name, later: 0)
      let same = Debrief(
        of: scenario,
        at: planned.moment(atMinute: 90),
        offset: UTCOffset(minutes: Int(late))
      )
      #expect(debrief.happened == same.happened && !same.happened.isEmpty)
    }
  }

  @Test(arguments: Scenario.all)
  func `without a dose the patient stays before it, however long that takes`(
    scenario: Scenario
  ) throws {
    let rehearsal = try Rehearsal(scenario)
    for minute in stride(from: -scenario.doseAt.inMinutes, through: 200, by: 0.5) {
      let seen = try bedside(rehearsal, atMinute: minute)
      #expect(seen.readings == scenario.patient.state(at: -abs(minute).rounded()))
      #expect(seen.readings.dissociation == 0 && seen.readings.alertness == 5)
    }
    let late = try bedside(rehearsal, atMinute: 60)
    #expect(late.cues == [])
    #expect(
      Debrief(of: scenario, at: rehearsal.moment(atMinute: 60), offset: .utc).happened == []
    )
  }

  @Test func `a reading before a late dose is what was shown then`() throws {
    let scenario = try #require(Scenario.named("panic"))
    var rehearsal = try Rehearsal(scenario)
    let seen = try bedside(rehearsal, atMinute: 4.2)
    let at = scenario.doseAt + .minutes(4.2)
    rehearsal.submit(ScriptedLine(at: at, author: "ar", text: seen.readings.vitalsSentence))
    rehearsal.weigh()
    let dose = scenario.doseAt + .minutes(9)
    rehearsal.submit(ScriptedLine(at: dose, author: "ar", text: "dose im 50mg"))
    #expect(rehearsal.refusals == [])
    let debrief = Debrief(of: scenario, at: rehearsal.moment(atMinute: 30), offset: .utc)
    #expect(debrief.different == [])
  }

  @Test func `a dose that is timed anew makes no reading before that another one`() throws {
    let scenario = try #require(Scenario.named("hypertension-at-peak"))
    var rehearsal = try Rehearsal(scenario)
    func type(_ minute: Double, _ text: String) {
      rehearsal.submit(
        ScriptedLine(at: scenario.doseAt + .minutes(minute), author: "ar", text: text)
      )
    }
    rehearsal.weigh()
    type(2, "dose iv 39mg over 40m")
    let seen = try bedside(rehearsal, atMinute: 26).readings
    type(26, seen.vitalsSentence)
    let dose = try #require(rehearsal.moment(atMinute: 27).doses.first)
    type(27, "correct \(rehearsal.session.name(of: dose.entry)) @-17m dose iv 39mg over 40m")
    #expect(rehearsal.refusals == [])
    #expect(try bedside(rehearsal, atMinute: 27).readings != seen)
    let debrief = Debrief(of: scenario, at: rehearsal.moment(atMinute: 30), offset: .utc)
    #expect(debrief.different == [])
  }

  @Test func `readings stand still for a minute, and while they are written down`() throws {
    let rehearsal = try dosed("hypertension-at-peak", later: 0)
    let first = try bedside(rehearsal, atMinute: 29.6)
    #expect(try bedside(rehearsal, atMinute: 30.4).readings == first.readings)
    #expect(try bedside(rehearsal, atMinute: 33).readings != first.readings)
    #expect(try bedside(rehearsal, atMinute: 33, readAt: 30.2).readings == first.readings)
    #expect(try bedside(rehearsal, atMinute: 30, readAt: 33).readings == first.readings)
  }

  @Test(arguments: Scenario.all)
  func `readings, scores and how the patient is are of one instant, while they are written down`(
    scenario: Scenario
  ) throws {
    let rehearsal = try dosed(scenario.name, later: 0)
    for minute in stride(from: 1.0, through: 100, by: 3) {
      let first = try bedside(rehearsal, atMinute: minute)
      for later in [0.5, 4, 9] {
        let seen = try bedside(rehearsal, atMinute: minute + later, readAt: minute)
        #expect(seen.readings == first.readings)
        // What comes meanwhile stands in front, and nothing that could be read goes.
        #expect(first.cues.allSatisfy { seen.cues.contains($0) })
        let now = try bedside(rehearsal, atMinute: minute + later)
        #expect(now.cues.allSatisfy { seen.cues.contains($0) })
        #expect(seen.look.prefix(3) == first.look.prefix(3), "\(minute) \(later)")
        if seen.cues == first.cues { #expect(seen.look == first.look) }
        #expect(
          !seen.look.contains("no nausea") || !seen.cues.contains { $0.words.contains("nausea") }
        )
      }
    }
  }

  @Test func `what came and went while numbers were written down is still there`() throws {
    let rehearsal = try dosed("hypertension-at-peak", later: 0)
    let words = "the weight is sliding off the bed"
    #expect(try !bedside(rehearsal, atMinute: 22).cues.contains { $0.words == words })
    #expect(try bedside(rehearsal, atMinute: 22, readAt: 12).cues.contains { $0.words == words })
    #expect(try bedside(rehearsal, atMinute: 22, readAt: 16).cues.contains { $0.words == words })
    #expect(try !bedside(rehearsal, atMinute: 22, readAt: 20.5).cues.contains { $0.words == words })
  }

  @Test func `a dose that is given meanwhile leaves what was seen before it`() throws {
    let rehearsal = try dosed("panic", later: 0)
    let seen = try bedside(rehearsal, atMinute: 2, readAt: -2)
    #expect(seen.readings == (try bedside(rehearsal, atMinute: -2).readings))
    #expect(seen.look == (try bedside(rehearsal, atMinute: -2).look))
  }

  @Test func `what is said and what happens can be seen for a while, the newest first`() throws {
    let rehearsal = try dosed("hypertension-at-peak", later: 5)
    func words(_ minute: Double) throws -> [String] {
      try bedside(rehearsal, atMinute: 5 + minute).cues.map { cue in
        cue.speaker.map { "\($0): \(cue.words)" } ?? cue.words
      }
    }
    #expect(try words(16) == ["Pt: the weight is sliding off the bed"])
    #expect(try words(19) == [])
    #expect(
      try words(37.5) == ["Dr L comes in", "Dr L on the phone: on the way, repeat in 3"]
    )
    #expect(try words(40).first == "Dr L: clonidine 0.1 mg by mouth")
    #expect(try words(27).contains("breathed out long, let the shoulders fall"))
    #expect(try words(170) == ["the escort is here: wife"])
  }

  @Test func `what was written down later is seen when it happened`() throws {
    let rehearsal = try dosed("lost-hour", later: 0)
    let cues = try bedside(rehearsal, atMinute: 35.5).cues
    #expect(cues.contains { $0.words == "pressed a hand to the forehead, said nothing" })
    #expect(cues.contains { $0.words == "headache" })
  }

  @Test func `how the patient is stands there in plain words`() throws {
    let deep = try dosed("oversedation", later: 0)
    #expect(try bedside(deep, atMinute: 25).look.contains("rouses only to a shake"))
    #expect(try bedside(deep, atMinute: 25).look.contains("breathes slowly"))
    let afraid = try dosed("panic", later: 0)
    #expect(try bedside(afraid, atMinute: 12).look.contains("in panic"))
    let end = try bedside(afraid, atMinute: 90).look
    for words in ["awake", "eyes open", "calm", "walks steadily", "no nausea", "no bleeding"] {
      #expect(end.contains(words))
    }
    let dizzy = try bedside(try dosed("im-uneventful", later: 0), atMinute: 70).look
    #expect(dizzy.contains("unsteady") && !dizzy.contains("walks steadily"))
  }

  @Test(arguments: Scenario.all)
  func `every scenario can be asked what the list before the dose asks`(scenario: Scenario) throws {
    let answers = try bedside(try Rehearsal(scenario), atMinute: -5).answers
    for name in ["weight", "allergies", "escort", "fasting", "medicines", "phone", "phq9", "vial"] {
      #expect(answers[name]?.isEmpty == false, "\(name)")
    }
  }

  @Test func `a patient who has left shows so, and says nothing any more`() throws {
    let rehearsal = try Rehearsal.complete(try #require(Scenario.named("panic")))
    let seen = try #require(BedsideScript(rehearsal.scenario).bedside(at: rehearsal.end))
    #expect(seen.look == ["has left"] && seen.cues == [])
  }

  @Test(arguments: Scenario.all)
  func `no words of it claim to watch over anybody`(scenario: Scenario) throws {
    let rehearsal = try dosed(scenario.name, later: 0)
    for minute in stride(from: -scenario.doseAt.inMinutes, through: 130, by: 1) {
      let seen = try bedside(rehearsal, atMinute: minute)
      let text = (seen.look + seen.cues.map(\.words)).joined(separator: " ").lowercased()
      for word in ["monitor", "detect", "alarm", "{entry}", "read back"] {
        #expect(!text.contains(word), "\(minute): \(text)")
      }
    }
  }
}
