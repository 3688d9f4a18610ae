import KapPractice
import KapTimeline
import Testing

/// What the debrief says of scores, of what was struck or corrected, and of what was left open.
struct DebriefChangesTests {
  /// The scenario played through but for its end, with lines of a person's own after that.
  private func played(
    _ name: String,
    without left: [String] = ["end"],
    and lines: [(minute: Double, text: String)] = []
  ) throws -> Rehearsal {
    let scenario = try #require(Scenario.named(name))
    var rehearsal = try Rehearsal(scenario)
    for line in scenario.lines where !left.contains(where: { line.text.hasPrefix($0) }) {
      rehearsal.submit(line)
    }
    for line in lines {
      rehearsal.submit(
        ScriptedLine(at: scenario.doseAt + .minutes(line.minute), author: "ar", text: line.text)
      )
    }
    #expect(rehearsal.refusals == [])
    return rehearsal
  }

  private func debrief(_ rehearsal: Rehearsal) -> Debrief {
    Debrief(of: rehearsal.scenario, at: rehearsal.end, offset: UTCOffset(minutes: 60))
  }

  /// The name of the entry of a kind that came last.
  private func last(_ kind: EventKind, of rehearsal: Rehearsal) throws -> String {
    let index = try #require(rehearsal.end.standing(kind).last)
    return rehearsal.session.name(of: index)
  }

  @Test(arguments: [
    (0, 0, nil), (1, -1, nil), (-1, 1, nil),
    (3, 3, "14:38  Dissociation 9, Distress 4: recorded by AR, of the patient 6, 1"),
    (-3, 0, "14:38  Dissociation 3: recorded by AR, of the patient 6"),
    (1, 2, "14:38  Distress 3: recorded by AR, of the patient 1"),
  ])
  func `a score that is more than a step away stands beside the patient's`(
    dissociation: Int,
    distress: Int,
    line: String?
  ) throws {
    let scenario = try #require(Scenario.named("vomiting"))
    let state = scenario.patient.state(at: 30)
    #expect((state.dissociation, state.distress) == (6, 1))
    var rehearsal = try Rehearsal(scenario)
    rehearsal.weigh()
    let away = (state.dissociation + dissociation, state.distress + distress)
    for (minute, text) in [
      (0.0, "dose iv 31mg over 40m"),
      (30, "diss \(away.0) moaas \(state.alertness) distress \(away.1)"),
    ] {
      rehearsal.submit(
        ScriptedLine(at: scenario.doseAt + .minutes(minute), author: "ar", text: text)
      )
    }
    #expect(rehearsal.refusals == [])
    #expect(debrief(rehearsal).different.map(\.line) == [line].compactMap(\.self))
  }

  @Test func `a card that the scenario does not have is said, and that nobody stood it down`()
    throws
  {
    let open = try played("panic", and: [(95, "emergency panic")])
    #expect(
      debrief(open).emergency.map(\.line) == [
        "15:43 to 15:46  emergency card: opened 15:43 by AR, no step, not stood down; in the "
          + "scenario none by then"
      ]
    )
  }

  @Test
  func `what was entered in error is said, and what was corrected, with what stood there first`()
    throws
  {
    var rehearsal = try played("panic", and: [(91, "bp 92/60 hr 71 spo2 98 rr 13")])
    let name = try last(.vitals, of: rehearsal)
    rehearsal.submit(
      ScriptedLine(
        at: rehearsal.scenario.doseAt + .minutes(92),
        author: "ar",
        text: "void \(name) because wrong person"
      )
    )
    #expect(rehearsal.refusals == [])
    let struck = "15:39  vitals 92/60 71 98 13: entered in error 15:40 by AR: wrong person"
    #expect(debrief(rehearsal).lines.contains("  \(struck)"))

    let lines = debrief(try played("iv-uneventful", without: [])).lines
    let corrected =
      "  14:38  vitals 172/104 98 96 15: first recorded as vitals 127/104 98 96 15, corrected "
      + "14:38 by AR"
    #expect(lines.contains(corrected))
    #expect(
      lines.contains(
        "  15:14  headache, mild: entered in error 15:15 by AR: misheard: a heavy head, no pain"
      )
    )
  }

  @Test func `what a person called artefact is said, and what was timed anew`() throws {
    var rehearsal = try played("panic", and: [(91, "bp 92/60 hr 71 spo2 98 rr 13")])
    let name = try last(.vitals, of: rehearsal)
    let effect = try last(.effect, of: rehearsal)
    for text in ["artefact \(name) because moving", "correct \(effect) @-65m"] {
      rehearsal.submit(
        ScriptedLine(at: rehearsal.scenario.doseAt + .minutes(92), author: "ar", text: text)
      )
    }
    #expect(rehearsal.refusals == [])
    let lines = debrief(rehearsal).lines
    #expect(lines.contains("  15:39  vitals 92/60 71 98 13: called artefact 15:40 by AR: moving"))
    #expect(
      lines.contains { $0.hasPrefix("  14:35  anxiety") && $0.contains("first recorded at ") }
    )
  }

  @Test func `a session that was never ended is said to be so, once it would have been`() throws {
    let line = "  15:46  end of the session: not recorded"
    let rehearsal = try played("panic")
    #expect(debrief(rehearsal).lines.contains(line))
    let before = Debrief(of: rehearsal.scenario, at: rehearsal.moment(atMinute: 60), offset: .utc)
    #expect(!before.lines.contains { $0.contains("end of the session") })
    let ended = try played("panic", without: [])
    #expect(!debrief(ended).lines.contains { $0.contains("end of the session") })
    let left = Debrief(
      of: rehearsal.scenario,
      at: rehearsal.moment(atMinute: 60),
      offset: UTCOffset(minutes: 60),
      hasLeft: true
    )
    #expect(left.lost.last?.line == "15:08  end of the session: not recorded")
  }
}
