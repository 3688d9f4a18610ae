import KapCanvas
import KapConsole
import KapPractice
import KapTimeline
import Testing

@testable import KapInterface

/// A practice session by hand, in the console that the program runs.
@Suite struct ByHandTests {
  private func sitting(
    _ name: String = "hypertension-at-peak",
    _ size: Size = Size(rows: 24, columns: 80),
    isByHand: Bool = true
  ) throws -> PracticeSitting {
    try PracticeSitting(try #require(Scenario.named(name)), size: size, isByHand: isByHand)
  }

  @Test(arguments: Scenario.all)
  func `nothing is recorded that nobody types, and the bedside goes on`(
    scenario: Scenario
  ) throws {
    let sitting = try PracticeSitting(scenario)
    #expect(sitting.screen.contains("By hand: nobody types but you"))
    #expect(try sitting.patient() == sitting.patient())
    let opened = sitting.events.count
    var seen: Set<SeenPatient> = []
    for _ in 0..<45 {
      sitting.wait(seconds: 60)
      seen.insert(try sitting.patient())
      #expect(sitting.interface.typing == nil)
    }
    #expect(sitting.events.count == opened)
    #expect(seen.count > 5)
    // Without a dose nothing of it shows.
    #expect(seen.allSatisfy { $0.dissociation == 0 && $0.alertness == 5 })
  }

  @Test func `what is said stands below the bedside while it is typed`() throws {
    let sitting = try sitting()
    sitting.press(":weight 78kg⏎:dose iv 39mg over 40m⏎")
    sitting.wait(seconds: 15 * 60 + 30)
    #expect(sitting.happening.contains("Pt “the weight is sliding off the bed”"))
    sitting.press("sthe weight")
    #expect(sitting.happening.contains("Pt “the weight is sliding off the bed”"))
    #expect(sitting.line.contains("SAID") && sitting.line.contains("the weight"))
    sitting.wait(seconds: 240)
    #expect(!sitting.happening.contains("sliding"))
  }

  @Test func `the model has its whole band at 80x24 with a dose on board`() throws {
    let sitting = try sitting()
    sitting.press(":weight 78kg⏎:dose iv 39mg over 40m⏎:model⏎")
    sitting.press(":bp 124/78 hr 72 spo2 98 rr 14⏎:diss 1 moaas 5 distress 1⏎")
    sitting.wait(seconds: 600)
    for label in ["│ high ", "│ model ", "│ low ", "│ min ", "│ seen "] {
      #expect(sitting.screen.contains(label), "\(label) \(sitting.screen)")
    }
    for label in ["BP", "HR", "SpO2", "RR", "Dissoc"] {
      #expect(sitting.screen.contains("│\(label)"), "\(label) \(sitting.screen)")
    }
  }

  @Test func `what a list asks is answered while its item is chosen`() throws {
    let sitting = try sitting()
    sitting.press(":checks⏎")
    while let item = sitting.chosenCheck?.item, item.key != "fasting" { sitting.press("↓") }
    #expect(sitting.happening.contains("Answer: food at 8:30, water until 11:30"))
    sitting.press("⏎")
    #expect(sitting.happening.contains("Answer: food at 8:30, water until 11:30"))
    sitting.press("⎋⎋:assess phq9⏎")
    #expect(sitting.happening.contains("Answer: 2 1 2 2 1 1 2 1 0"))
    sitting.press("⎋:weight ")
    #expect(sitting.happening.contains("Answer: 78kg"))
  }

  @Test func `readings stay as they were at the first key until they are recorded`() throws {
    let sitting = try sitting()
    sitting.press(":weight 78kg⏎:dose iv 39mg over 40m⏎")
    sitting.wait(seconds: 28 * 60)
    let first = try sitting.patient()
    sitting.press("v")
    sitting.wait(seconds: 300)
    #expect(try sitting.patient() == first)
    sitting.press("\(first.systolic)/\(first.diastolic)⏎")
    sitting.wait(seconds: 1)
    #expect(try sitting.patient() != first)
    sitting.press(":debrief⏎")
    let page = try #require(sitting.interface.reading)
    #expect(page.sections.map(\.title).contains("Recorded with another value"))
    #expect(page.sections.first { $0.title == "Recorded with another value" }?.lines == [])
  }

  @Test
  func `the words beside the readings are of the same moment, and so after a field is emptied`()
    throws
  {
    let sitting = try sitting("oversedation", Size(rows: 24, columns: 110))
    sitting.press(":weight 55kg⏎:dose iv 28mg over 40m⏎")
    sitting.wait(seconds: 10 * 60)
    sitting.press("v")
    let (patient, look) = (try sitting.patient(), sitting.interface.bedside?.look)
    sitting.wait(seconds: 14 * 60)
    #expect(try sitting.patient() == patient)
    #expect(sitting.interface.bedside?.look == look && look?.isEmpty == false)
    sitting.press("120⌃u")
    sitting.wait(seconds: 1)
    #expect(try sitting.patient() != patient)
    #expect(sitting.interface.bedside?.look.contains("rouses only to a shake") == true)
  }

  @Test func `at the end of the script it is said what can be done then`() throws {
    let sitting = try sitting("panic", isByHand: false)
    #expect(sitting.screen.contains("The script types. Type along"))
    for _ in 0..<2_000 where sitting.interface.moment.state.isOpen { sitting.wait(seconds: 10) }
    sitting.wait(seconds: 30)
    #expect(!sitting.interface.moment.state.isOpen)
    #expect(!sitting.screen.contains("The script types"))
    #expect(sitting.screen.contains("The script is over. :debrief lays the record beside it"))
    sitting.press(":debrief⏎⎋")
    sitting.wait(seconds: 5)
    #expect(!sitting.screen.contains("The script is over"))
  }

  @Test(arguments: [(16, 60), (24, 80), (36, 120)])
  func `what is said once it is over is not cut`(rows: Int, columns: Int) throws {
    let sitting = try sitting("panic", Size(rows: rows, columns: columns), isByHand: false)
    for _ in 0..<2_000 where sitting.interface.moment.state.isOpen { sitting.wait(seconds: 10) }
    sitting.wait(seconds: 30)
    #expect(sitting.line.contains("ended: ") && sitting.line.hasSuffix("reopen because ..."))
    #expect(sitting.screen.contains("q leaves."))
  }

  @Test func `the debrief on the screen has what was recorded with another value`() throws {
    let sitting = try sitting("panic")
    sitting.press(":weight 64kg⏎:dose im 50mg⏎")
    sitting.wait(seconds: 600)
    sitting.press(":dose im 25mg⏎")
    let patient = try sitting.patient()
    sitting.press("v\(patient.systolic + 30)/\(patient.diastolic)⏎")
    sitting.press(":debrief⏎")
    sitting.resize(Size(rows: 60, columns: 200))
    #expect(sitting.screen.contains("Recorded with another value"))
    #expect(
      sitting.screen.contains(
        "dose 50 mg + 25 mg, 75 mg in all: recorded by AR, in the scenario 50 mg"
      )
    )
    #expect(
      sitting.screen.contains(
        "BP systolic \(patient.systolic + 30): recorded by AR, of the patient "
          + "\(patient.systolic)"
      )
    )
  }

  @Test func `a played session is taken over, and what was being typed is dropped whole`() throws {
    let sitting = try sitting(isByHand: false)
    #expect(sitting.screen.contains(":by-hand takes it over"))
    #expect(!sitting.screen.contains("Bedside"))
    for _ in 0..<4_000 where (sitting.interface.typing?.text.count ?? 0) < 12 {
      sitting.pass(milliseconds: 50)
      sitting.tick()
    }
    let typed = try #require(sitting.interface.typing?.text)
    for key in keys(":by-hand⏎") { sitting.press(key, after: 20) }
    #expect(sitting.screen.contains("By hand from here"))
    #expect(sitting.screen.contains("Bedside"))
    let count = sitting.events.count
    for _ in 0..<30 { sitting.wait(seconds: 60) }
    #expect(sitting.events.count == count)
    #expect(sitting.interface.typing == nil)
    let whole = try #require(sitting.room.scenario.lines.first { $0.text.hasPrefix(typed) })
    let moment = Moment(Session(replaying: sitting.events), at: sitting.now)
    #expect(moment.happened.allSatisfy { !whole.text.contains(moment.words(of: $0)) })
    // The patient goes by the dose of the record, which is still to come.
    #expect(try sitting.patient().dissociation == 0)
    sitting.press(":by-hand⏎")
    #expect(sitting.echo.contains("By hand already"))
  }

  @Test func `the speed changes, time never goes back, and the record's does not either`() throws {
    let sitting = try sitting()
    var last = sitting.interface.stamp.now
    for (typed, speed) in [("20", 20), ("60", 60), ("1", 1), ("7", 7)] {
      sitting.press(":speed \(typed)⏎")
      #expect(sitting.echo.contains("Time passes"))
      let before = sitting.interface.stamp.now
      #expect(before >= last)
      sitting.wait(seconds: 3)
      last = sitting.interface.stamp.now
      #expect(last - before == .seconds(3 * speed))
      sitting.press("nat \(typed)⏎")
    }
    let written = sitting.events.map(\.recordedAt)
    #expect(written == written.sorted())
    #expect(written.last.map { $0 <= sitting.interface.stamp.now } == true)
    for wrong in ["0", "61", "fast", "", "1.5", "99999999999999999999"] {
      sitting.press(":speed \(wrong)⏎")
      #expect(sitting.echo.contains("1 to 60 times"))
      sitting.press("⌃u⎋")
      let before = sitting.interface.stamp.now
      sitting.wait(seconds: 1)
      #expect(sitting.interface.stamp.now - before == .seconds(7))
    }
  }

  @Test func `both are of practice alone, are completed, and stand on its page of keys`() throws {
    for command in ["by-hand", "speed 10"] {
      let live = try Sitting.inPeak()
      live.press(":\(command)⏎")
      #expect(live.echo.contains("belongs to a practice session"))
      #expect(!live.asked.contains(.byHand) && !live.asked.contains(.speed(10)))
      let replay = try Replaying(live.room, at: "14:30")
      replay.press(":\(command)⏎")
      #expect(replay.asked.isEmpty)
    }
    let sitting = try sitting(isByHand: false)
    sitting.press(":by⇥")
    #expect(sitting.line.contains("by-hand"))
    #expect(Keymap.practice.contains { $0.help.contains(":by-hand") && $0.help.contains(":speed") })
    #expect(!Keymap.live.contains { $0.help.contains(":by-hand") })
  }

  @Test func `within a second nothing is painted anew`() throws {
    let sitting = try sitting()
    sitting.wait(seconds: 1)
    let screen = sitting.screen
    for _ in 0..<19 {
      sitting.pass(milliseconds: 50)
      sitting.tick()
      #expect(sitting.screen == screen)
    }
  }

  @Test(arguments: [(16, 60), (24, 80), (36, 120), (60, 200)])
  func `the bedside can be read in every state, and covers nothing`(
    rows: Int,
    columns: Int
  ) throws {
    let size = Size(rows: rows, columns: columns)
    let scripts = [
      "", "v172/1", "o64", "nwords", "d", "x", "r", "t", "p", ":checks⏎", ":plan⏎", "?", "z",
      ":assess phq9⏎21", ":debrief⏎", "e", "v190/120⏎y⏎a", ":handover jb⏎", ":ev⇥", "v172/104⏎",
    ]
    for script in scripts {
      let sitting = try sitting("oversedation", size)
      sitting.press(":weight 55kg⏎:dose iv 28mg over 40m⏎:join jb as therapist⏎")
      sitting.wait(seconds: 24 * 60)
      var frames = FrameKeeper()
      for key in keys(script) {
        sitting.press(key, after: 600)
        #expect(frames.draw(sitting.interface).text == sitting.interface.draw().text)
      }
      let drawn = sitting.interface.draw().text
      #expect(drawn.allSatisfy { Text.width(of: $0) == columns })
      let row = drawn[rows - 6]
      let patient = sitting.room.scenario.patient
      let minute = sitting.interface.readsAt.flatMap { at in
        Moment(sitting.interface.session, at: sitting.now).doseBegan.map { (at - $0).inMinutes }
      }
      let state = patient.state(at: (minute ?? 24).rounded())
      #expect(
        row.hasPrefix("└─ Bedside") && row.hasSuffix("─┘")
          && row.contains("\(state.systolic)/\(state.diastolic)"),
        "\(script): \(row)"
      )
      #expect(drawn[rows - 5].contains("rouses") || drawn[rows - 5].contains("Answer"), "\(script)")
      #expect(drawn[3].hasPrefix(" ok  ") || drawn[3].hasPrefix(" !"), "\(script)")
      #expect((drawn[rows - 2] + drawn[rows - 1]).contains("Saved "), "\(script)")
      #expect(drawn[rows - 4].hasPrefix(" AR  "), "\(script)")
    }
  }

  @Test func `the smallest screen by hand keeps its panes`() throws {
    let size = Size(rows: 16, columns: 60)
    let byHand = try sitting("oversedation", size)
    let played = try sitting("oversedation", size, isByHand: false)
    let (small, whole) = (byHand.interface.layout, played.interface.layout)
    #expect(small.vitals.rows == whole.vitals.rows && small.notes.rows == whole.notes.rows)
  }

  @Test func `the quiet screen hides the bedside too`() throws {
    let sitting = try sitting()
    sitting.press("b")
    #expect(!sitting.screen.contains("Bedside"))
    sitting.press("b")
    #expect(sitting.screen.contains("Bedside"))
  }

  @Test func `the record is compared as it stands, however long ago somebody wrote`() throws {
    let sitting = try sitting()
    sitting.press(":weight 78kg⏎:dose iv 39mg over 40m⏎")
    sitting.wait(seconds: 35 * 60)
    #expect(sitting.record.now == sitting.now)
    #expect(sitting.record.doseBegan.map { (sitting.record.now - $0).wholeMinutes } == 35)
  }
}
