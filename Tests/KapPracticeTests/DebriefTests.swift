import KapPractice
import KapTimeline
import Testing

struct DebriefTests {
  private func debrief(_ name: String) throws -> Debrief {
    let rehearsal = try Rehearsal.complete(try #require(Scenario.named(name)))
    return Debrief(of: rehearsal.scenario, at: rehearsal.end, offset: UTCOffset(minutes: 60))
  }

  @Test func `a pressure beyond the limits stands beside its reading, its repeats and its answers`()
    throws
  {
    let debrief = try debrief("hypertension-at-peak")

    #expect(
      debrief.happened.map(\.line) == [
        "14:34 to 14:55  BP up to 186/113: recorded 14:38 by AR, 3 min after it began"
      ]
    )
    #expect(
      debrief.required.map(\.line) == [
        "14:08  before the dose: 26 of 26 answered",
        "14:08  baseline vitals: taken 13:56 by AR, 12 min before the dose",
        "14:43  BP again after 172/104 at 14:38: taken 14:43, in time",
        "14:48  vitals +40: taken 14:48 by AR, in time",
        "14:48  BP again after 184/112 at 14:43: taken 14:46, in time",
        "14:48  BP again after 186/113 at 14:46: taken 14:48, in time",
        "14:53  BP again after 184/111 at 14:48: taken 14:53, in time",
        "14:58  BP again after 168/102 at 14:53: taken 14:58, in time",
        "15:48  vitals +100: taken 15:48 by AR, in time",
        "15:58  before leaving: 12 of 12 answered",
      ]
    )
    #expect(
      debrief.notices.map(\.line) == [
        "14:38  notice, BP 172/104: acknowledged 14:39 by AR, within a minute",
        "14:43  notice, BP 184/112: acknowledged 14:48 by AR, after 5 min",
        "14:46  notice, BP 186/113: acknowledged 14:48 by AR, after 2 min",
        "14:48  urgent, BP 184/111: acknowledged 14:48 by AR, within a minute",
        "14:53  notice, BP 168/102: acknowledged 14:53 by AR, within a minute",
      ]
    )
  }

  @Test func `what nobody measured is said to be so, with the reason that was given`() throws {
    let debrief = try debrief("lost-hour")

    #expect(
      debrief.happened.map(\.line) == [
        "14:35 to 14:49  BP up to 168/101: not recorded, nothing was measured then",
        "14:42 to 15:06  headache: recorded 14:44 by AR, 2 min after it began, written down 15:51",
      ]
    )
    let line = "14:48  vitals +40: not done: helping in room 1, said 15:22 by AR"
    #expect(debrief.required.map(\.line).contains(line))
    #expect(debrief.notices == [])
    let said = "not required; not done: helping in room 1, said"
    for reading in ["14:28  vitals +20: \(said)", "14:38  vitals +30: \(said)"] {
      #expect(debrief.lines.contains { $0.hasPrefix("  \(reading)") }, "\(reading)")
    }
  }

  @Test(arguments: [
    ("iv-uneventful", ["fear", "BP up to 176/104", "nausea"]),
    ("im-uneventful", ["dizziness"]),
    ("esketamine-rems", ["a bad taste", "drowsiness"]),
    ("panic", ["panic, distress up to 9", "distress of 8 and more"]),
    ("vomiting", ["nausea", "vomited, twice"]),
    ("oversedation", ["SpO2 down to 88", "RR down to 10", "hard to rouse, MOAA/S down to 2"]),
    ("sublingual-lozenge", ["spat the lozenge out"]),
  ])
  func `what the story tells is found in the record of who plays it through`(
    name: String,
    subjects: [String]
  ) throws {
    let debrief = try debrief(name)

    #expect(debrief.happened.count == subjects.count)
    for (finding, subject) in zip(debrief.happened, subjects) {
      #expect(finding.subject.hasPrefix(subject))
      #expect(finding.record.hasPrefix("recorded "))
    }
    #expect(!debrief.required.contains { $0.record.contains("missing") })
  }

  @Test func `an empty record is compared as it is, and nothing is graded`() throws {
    let scenario = try #require(Scenario.named("oversedation"))
    var rehearsal = try Rehearsal(scenario)
    for line in scenario.lines where ["dose", "weight"].contains(where: line.text.hasPrefix) {
      rehearsal.submit(line)
    }
    let debrief = Debrief(of: scenario, at: rehearsal.end, offset: .utc)

    #expect(debrief.happened.count == 3)
    #expect(debrief.happened.allSatisfy { $0.record.hasPrefix("not recorded") })
    #expect(debrief.required.contains { $0.record == "missing, neither done nor a reason" })
    #expect(debrief.required.first?.record.contains("open: identity") == true)
    #expect(debrief.notices.map(\.record) == ["not acknowledged"])
    // What was to be observed and was not goes by its name.
    let text = debrief.lines.joined(separator: "\n").lowercased()
      .replacing("baseline scores:", with: "").replacing("scores +", with: "+")
    for word in ["score", "points", "passed", "failed", "well done", "wrong"] {
      #expect(!text.contains(word))
    }
  }

  /// A scenario in which one line is typed otherwise, or not at all, or later.
  private func debrief(
    _ name: String,
    changing text: String,
    to other: String?,
    later minutes: Double = 0
  ) throws -> Debrief {
    let scenario = try #require(Scenario.named(name))
    var rehearsal = try Rehearsal(scenario)
    let index = try #require(scenario.lines.firstIndex { $0.text.hasPrefix(text) })
    for (place, line) in scenario.lines.enumerated() {
      guard place == index else {
        rehearsal.submit(line)
        continue
      }
      guard let other else { continue }
      let at = line.typingStartedAt + .minutes(minutes)
      rehearsal.submit(ScriptedLine(at: at, author: line.author, text: other))
    }
    // Who did not measure what is required neither discharges nor ends without saying why.
    let unexpected = rehearsal.refusals.filter { refusal in
      !["phase discharged: ", "end: leftOpen"].contains(where: refusal.hasPrefix)
    }
    #expect(unexpected == [])
    return Debrief(of: scenario, at: rehearsal.end, offset: UTCOffset(minutes: 60))
  }

  @Test func `the emergency card stands beside the scenario's`() throws {
    let debrief = try debrief("oversedation")
    #expect(
      debrief.emergency.map(\.line) == [
        "14:32 to 14:42  emergency card: opened 14:32 by AR, first step 14:33, stood down 14:42; "
          + "in the scenario opened 14:32, first step 14:33, stood down 14:42"
      ]
    )
    #expect(debrief.lines.contains("Emergency card"))
    #expect(try self.debrief("panic").emergency == [])
    #expect(try !self.debrief("panic").lines.contains("Emergency card"))
  }

  @Test func `a card that nobody opened, or stood down, is said to be so`() throws {
    let scenario = try #require(Scenario.named("oversedation"))
    func emergency(_ texts: [String], _ minute: Double) throws -> [String] {
      var rehearsal = try Rehearsal(scenario)
      rehearsal.weigh()
      for line in scenario.lines where texts.contains(where: line.text.hasPrefix) {
        rehearsal.submit(line)
      }
      let moment = rehearsal.moment(atMinute: minute)
      return Debrief(of: scenario, at: moment, offset: UTCOffset(minutes: 60)).emergency
        .map(\.record)
    }
    let wanted = "in the scenario opened 14:32, first step 14:33, stood down 14:42"
    #expect(try emergency(["dose"], 90) == ["not opened; \(wanted)"])
    #expect(try emergency(["dose"], 20) == [])
    #expect(
      try emergency(["dose", "emergency hard"], 90)
        == ["opened 14:32 by AR, no step, not stood down; \(wanted)"]
    )
  }

  @Test(arguments: Scenario.all.map(\.name))
  func `the script records what the patient shows`(name: String) throws {
    #expect(try debrief(name).different == [])
  }

  @Test func `a reading recorded with another value stands beside the patient's`() throws {
    let debrief = try debrief(
      "vomiting",
      changing: "bp 115/72",
      to: "bp 125/72 hr 71 spo2 98 rr 13 temp 36.7 baseline"
    )
    #expect(
      debrief.different.map(\.line) == [
        "13:56  BP systolic 125: recorded by AR, of the patient 115"
      ]
    )
    #expect(debrief.lines.contains("Recorded with another value"))
  }

  @Test(arguments: [
    ("dose im 60mg", [], "14:08  dose 60 mg: recorded by AR, in the scenario 50 mg"),
    ("dose im 30mg", [], "14:08  dose 30 mg: recorded by AR, in the scenario 50 mg"),
    (
      "dose im 50mg", ["dose im 25mg"],
      "14:08 to 14:18  dose 50 mg + 25 mg, 75 mg in all: recorded by AR, in the scenario 50 mg"
    ),
    ("dose im 25mg", ["dose im 25mg"], nil),
  ])
  func `a dose that is another in all than the scenario's is named`(
    first: String,
    more: [String],
    line: String?
  ) throws {
    let scenario = try #require(Scenario.named("panic"))
    var rehearsal = try Rehearsal(scenario)
    rehearsal.weigh()
    for line in [first] + more {
      let at =
        scenario.doseAt
        + .minutes(line == first && rehearsal.moment(atMinute: 99).zero == nil ? 0 : 10)
      rehearsal.submit(ScriptedLine(at: at, author: "ar", text: line))
    }
    #expect(rehearsal.refusals == [])
    let debrief = Debrief(
      of: scenario,
      at: rehearsal.moment(atMinute: 40),
      offset: UTCOffset(minutes: 60)
    )
    #expect(debrief.different.map(\.line) == [line].compactMap(\.self))
  }

  @Test func `devices that are still to come are no other dose, and one too few is`() throws {
    let scenario = try #require(Scenario.named("esketamine-rems"))
    var rehearsal = try Rehearsal(scenario)
    rehearsal.weigh()
    for line in scenario.lines.filter({ $0.text.hasPrefix("dose ") }).dropLast() {
      rehearsal.submit(line)
    }
    func different(_ minute: Double) -> [String] {
      Debrief(of: scenario, at: rehearsal.moment(atMinute: minute), offset: .utc)
        .different.map(\.subject)
    }
    #expect(different(8) == [])
    #expect(different(20) == ["dose 28 mg + 28 mg, 56 mg in all"])
  }

  @Test func `a pressure typed too low is said to have been measured, within the limits`() throws {
    let high = try debrief(
      "lost-hour",
      changing: "notdone vitals+40",
      to: "@+40m bp 138/86 hr 80 spo2 97 rr 14"
    )
    #expect(
      high.happened.first?.line
        == "14:35 to 14:49  BP up to 168/101: measured 14:48 by AR, within the limits as recorded"
    )
    #expect(high.different.contains { $0.subject.hasPrefix("BP systolic 138, BP diastolic 86") })
  }

  @Test(arguments: [
    // What was read at 15:02 is the reading at +55 already.
    (40.0, "14:48  vitals +40: missing, neither done nor a reason"),
    (100, "15:48  vitals +100: missing, neither done nor a reason"),
  ])
  func `what was not measured is missing`(minute: Double, line: String) throws {
    let scenario = try #require(Scenario.named("vomiting"))
    let set = scenario.patient.state(at: minute).vitalsSentence
    let debrief = try debrief("vomiting", changing: set, to: nil)
    #expect(debrief.required.map(\.line).contains(line))
  }

  @Test func `what was measured before the next was due is late`() throws {
    let scenario = try #require(Scenario.named("vomiting"))
    let set = scenario.patient.state(at: 40).vitalsSentence
    let debrief = try debrief("vomiting", changing: set, to: set, later: 6)
    #expect(
      debrief.required.contains { finding in
        finding.line.hasPrefix("14:48  vitals +40: taken 14:5")
          && finding.line.hasSuffix("by AR, 6 min late")
      }
    )
  }

  @Test func `what was seen late was seen so many minutes after it began`() throws {
    let seen = try debrief(
      "vomiting",
      changing: "effect vomiting moderate",
      to: "effect vomiting moderate",
      later: 3
    )
    let vomited = try #require(seen.happened.first { $0.subject.hasPrefix("vomited") })
    #expect(vomited.record == "recorded 15:04 by AR, 3 min after it began")
  }

  @Test(arguments: Scenario.all)
  func `before the dose and before the session there is nothing to compare`(
    scenario: Scenario
  )
    throws
  {
    let rehearsal = try Rehearsal(scenario)
    let opened = Debrief(of: scenario, at: rehearsal.moment(atMinute: -1), offset: .utc)
    let unopened = Debrief(
      of: scenario,
      at: Moment(Session(), at: rehearsal.openedAt),
      offset: .utc
    )

    #expect(opened.happened == [] && opened.required == [] && opened.notices == [])
    #expect(unopened == opened)
  }
}
