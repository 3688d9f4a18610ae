import KapCanvas
import KapTimeline
import Testing

@testable import KapInterface

@Suite struct EmergencyTests {
  static let sizes = [(24, 80), (36, 120), (60, 200), (16, 60)]

  @Test(arguments: sizes)
  func `the card takes the place of the notes and nothing else`(rows: Int, columns: Int) throws {
    let sitting = try Sitting.careful(size: (rows, columns))
    sitting.press("e").wait(seconds: 4).press("2").wait(seconds: 17).press("4").wait(seconds: 3)
      .press("⎋")
    sitting.wait(seconds: 16).press("vs93⏎").wait(seconds: 104)
    try expect(sitting, shows: "emergency-\(columns)x\(rows)")

    let screen = sitting.screen
    #expect(screen.contains("EMERGENCY  started 14:38:00   0:02:"))
    #expect(sitting.header.hasPrefix(" LIVE  K-014"))
    #expect(sitting.row(2).contains("Ketamine IV 35 mg"))
    #expect(sitting.noticeRow.hasPrefix(" ok") || sitting.noticeRow.hasPrefix(" !"))
    #expect(sitting.saved.contains("Saved "))
    #expect(screen.contains("oxygen, words wanted"))
    #expect(screen.contains("SpO2 93"))
    #expect(screen.contains("1 help called   2 infusion stopped"))
  }

  @Test func `e begins at once, each digit records at once, and u takes back`() throws {
    let sitting = try Sitting.careful()
    let before = sitting.count
    sitting.press("e")
    #expect(sitting.count == before + 1)
    sitting.press("1")
    #expect(sitting.count == before + 2)
    #expect(sitting.newest == "AR emergency: help called")
    sitting.press("2")
    // The pump is stopped in the record with the same key.
    #expect(sitting.count == before + 4)
    #expect(!runs(sitting))
    sitting.press("u⏎")
    #expect(runs(sitting))
    #expect(!sitting.screen.contains("14:38:00 infusion stopped"))
  }

  private func runs(_ sitting: Sitting) -> Bool {
    sitting.interface.moment.infusions.contains { $0.isRunning }
  }

  @Test func `a held key records once, and the same key later again`() throws {
    let sitting = try Sitting.careful()
    sitting.press("e")
    let before = sitting.count
    for _ in 0..<20 { sitting.press(.character("1"), after: 40) }
    #expect(sitting.count == before + 1)
    sitting.wait(seconds: 2).press("1")
    #expect(sitting.count == before + 2)
  }

  @Test func `what wants words is recorded at once, and its words may follow at once`() throws {
    let sitting = try Sitting.careful()
    sitting.press("e4")
    #expect(sitting.newest == "AR emergency: oxygen")
    let at = try #require(sitting.interface.session.entries.last?.occurredAt)
    #expect(sitting.line.contains("OXYGEN"))
    #expect(sitting.echo.contains("oxygen is kept. Its words?"))
    #expect(sitting.screen.contains("now typing words of oxygen: Enter keeps, Esc leaves as is"))
    #expect(sitting.hints.contains("Enter keeps the words"))
    let before = sitting.count
    sitting.wait(seconds: 5).press("oxygen 4 l by mask")
    #expect(sitting.count == before)
    sitting.press("⏎")
    let entry = try #require(
      sitting.interface.session.entries.first { $0.occurredAt == at && $0.event.kind == .emergency }
    )
    #expect(entry.event == .emergency(EmergencyStep(.step, name: "oxygen", words: "4 l by mask")))
    #expect(sitting.screen.contains("oxygen, 4 l by mask"))
    #expect(!sitting.screen.contains("words wanted"))
    #expect(!sitting.isWriting)
    // The words are there: the key records another time.
    let then = sitting.count
    sitting.wait(seconds: 2).press("4")
    #expect(sitting.count == then + 1)
  }

  @Test(arguments: ["⎋", "⏎"])
  func `words may be left for later, and the card says which key adds them`(key: String) throws {
    let sitting = try Sitting.careful()
    sitting.press("e4").wait(seconds: 1).press(key)
    #expect(!sitting.isWriting)
    #expect(sitting.echo.contains("oxygen stands without words; 4 again adds them"))
    #expect(sitting.screen.contains("oxygen, words wanted: 4"))
    let before = sitting.count
    sitting.press("6")
    #expect(sitting.count == before + 1)
    #expect(sitting.newest == "AR emergency: code called")
    #expect(sitting.echo.contains("c adds words"))
    sitting.press("c: crash team⏎")
    #expect(sitting.screen.contains("code called, crash team"))
    sitting.press("410 l⏎")
    #expect(sitting.screen.contains("oxygen, 10 l"))
  }

  @Test func `a digit alone among the words is asked about, and may still be a step`() throws {
    let sitting = try Sitting.careful()
    sitting.press("e46⏎")
    #expect(sitting.echo.contains("6 alone: words of this step, or step 6 code called?"))
    #expect(sitting.newest == "AR emergency: oxygen")
    sitting.press("⏎")
    #expect(sitting.newest == "AR emergency: oxygen")
    sitting.press("6")
    #expect(sitting.newest == "AR emergency: code called")
    #expect(sitting.screen.contains("oxygen, words wanted"))
    sitting.press("46⏎y")
    #expect(sitting.screen.contains("oxygen, 6"))
    sitting.wait(seconds: 2).press("44⏎")
    #expect(sitting.echo.contains("oxygen 4, without a unit: is that all?"))
    sitting.press(" l⏎")
    #expect(sitting.screen.contains("oxygen, 4 l"))
  }

  @Test func `a held key of a step is no word of it, and a slow disk loses none`() throws {
    let sitting = try Sitting.careful()
    sitting.press("e")
    let before = sitting.count
    for _ in 0..<20 { sitting.press(.character("4"), after: 40) }
    #expect(sitting.count == before + 1)
    #expect(sitting.line.hasSuffix("▏"))
    sitting.wait(seconds: 1).press("⎋u1⏎").wait(seconds: 1)
    sitting.isDiskSlow = true
    sitting.press("4")
    #expect(sitting.line.contains("OXYGEN"))
    sitting.press("6 l⏎")
    sitting.answer()
    sitting.isDiskSlow = false
    sitting.wait(seconds: 1).press("⏎")
    #expect(sitting.screen.contains("oxygen, 6 l"))
  }

  @Test func `words of a step that the disk refused record the step with them`() throws {
    let sitting = try Sitting.careful()
    sitting.press("e").wait(seconds: 1)
    sitting.isDiskSlow = true
    sitting.press("48 l by mask")
    sitting.diskFault = "the disk is full."
    sitting.answer()
    sitting.isDiskSlow = false
    #expect(sitting.screen.contains("NOT SAVED"))
    sitting.diskFault = nil
    sitting.wait(seconds: 1).press("⏎")
    #expect(sitting.newest == "AR emergency: oxygen")
    sitting.wait(seconds: 1).press("⏎").wait(seconds: 1).press("⏎")
    #expect(sitting.screen.contains("oxygen, 8 l by mask"))
  }

  @Test func `9 takes what was done in words`() throws {
    let sitting = try Sitting.careful()
    sitting.press("e9")
    #expect(sitting.line.contains("OTHER"))
    sitting.press("legs raised⏎")
    #expect(sitting.newest == "AR emergency: legs raised")
    #expect(sitting.screen.contains("legs raised"))
  }

  @Test func `Esc hides the card, the clock goes on in the notice row, e shows it`() throws {
    let sitting = try Sitting.careful()
    sitting.press("e⎋").wait(seconds: 125)
    #expect(sitting.noticeRow.hasPrefix(" !!!  EMERGENCY 0:02:05, e shows it"))
    let before = sitting.count
    sitting.press("1")
    #expect(sitting.count == before)
    #expect(sitting.echo.contains("A digit does nothing at rest"))
    sitting.press("e")
    #expect(sitting.count == before)
    sitting.press("1")
    #expect(sitting.count == before + 1)
  }

  @Test func `it ends with typed words, and what was done stands in the notes`() throws {
    let sitting = try Sitting.careful(size: (36, 120))
    sitting.press("e").wait(seconds: 10).press("1").wait(seconds: 200)
    sitting.press(":stand-down: breathing well⏎")
    #expect(sitting.echo.contains("stood down after 0:03:3"))
    #expect(sitting.screen.contains("stood down: breathing well"))
    #expect(sitting.screen.contains("EMERGENCY 0:03:3"))
    #expect(!sitting.screen.contains("EMERGENCY  started"))
    #expect(!sitting.noticeRow.contains("EMERGENCY"))
    #expect(sitting.entries.count { $0.contains("help called") } == 1)
    let replay = try Replaying(sitting.room, at: "14:37:30")
    replay.press("]")
    #expect(replay.clock == "14:38:00")
    replay.press("]")
    #expect(replay.screen.contains("help called"))
    #expect(replay.noticeRow.contains("EMERGENCY 0:00:"))
    replay.press("e1")
    #expect(replay.asked.isEmpty)
  }

  @Test(arguments: sizes)
  func `after the stand-down what has no words is due, and its words are written from there`(
    rows: Int,
    columns: Int
  ) throws {
    let sitting = try Sitting.careful(size: (rows, columns))
    sitting.press("e4⎋").wait(seconds: 60)
    #expect(!sitting.interface.findings.dueItems.contains { $0.key.hasPrefix("words:") })
    sitting.press(":stand-down⏎").wait(seconds: 60)
    #expect(sitting.interface.findings.dueItems.contains { $0.key.hasPrefix("words:") })
    sitting.press("d")
    for _ in 0..<20 where !sitting.line.contains("oxygen") { sitting.press("↓") }
    #expect(sitting.screen.contains("words for oxygen 14:38"))
    sitting.press("⏎")
    #expect(sitting.line.contains("OXYGEN"))
    #expect(sitting.screen.contains("Words for oxygen of 14:38"))
    sitting.press("8 l by mask⏎")
    #expect(!sitting.interface.findings.dueItems.contains { $0.key.hasPrefix("words:") })
    #expect(sitting.interface.moment.emergency == nil)
    let step = EmergencyStep(.step, name: "oxygen", words: "8 l by mask")
    #expect(sitting.interface.session.entries.contains { $0.event == .emergency(step) })
  }

  @Test func `x in the list says why there are no words`() throws {
    let sitting = try Sitting.careful()
    sitting.press("e4⎋:stand-down⏎d")
    for _ in 0..<20 where !sitting.line.contains("oxygen") { sitting.press("↓") }
    sitting.press("x1⏎")
    #expect(!sitting.interface.findings.dueItems.contains { $0.key.hasPrefix("words:") })
    #expect(sitting.newest.contains("not done"))
  }

  @Test func `a card opened by mistake is left without harm`() throws {
    let sitting = try Sitting.careful()
    sitting.press("!:stand-down by mistake⏎")
    #expect(sitting.newest == "AR emergency card opened by mistake")
    #expect(!sitting.screen.contains("EMERGENCY 0:"))
    #expect(sitting.interface.moment.emergency == nil)
  }

  @Test func `a card with steps is no mistake until they are taken back`() throws {
    let sitting = try Sitting.careful()
    let given = sitting.interface.moment.totalGiven
    sitting.press("!2")
    #expect(sitting.interface.moment.infusions.allSatisfy { !$0.isRunning })
    sitting.press(":stand-down by mistake⏎")
    #expect(sitting.screen.contains("The card says that something was done"))
    #expect(sitting.screen.contains("infusion stopped"))
    sitting.press("⎋u⏎")
    #expect(sitting.interface.moment.infusions.contains { $0.isRunning })
    sitting.press(":stand-down by mistake⏎")
    #expect(sitting.newest == "AR emergency card opened by mistake")
    #expect(sitting.interface.moment.totalGiven >= given)
  }

  @Test func `keys pressed before the disk answers are not lost`() throws {
    let sitting = try Sitting.careful()
    sitting.isDiskSlow = true
    sitting.press("e12")
    #expect(sitting.screen.contains("EMERGENCY  started"))
    sitting.answer()
    sitting.isDiskSlow = false
    #expect(sitting.interface.moment.emergency?.entries.count == 3)
  }

  @Test func `an emergency begun at another seat is said, and never opens by itself`() throws {
    let sitting = try Sitting.careful()
    try sitting.room.enter("emergency", by: "jb", .therapist, seat: "other")
    sitting.wait(seconds: 3)
    #expect(sitting.noticeRow.contains("EMERGENCY 0:00:03, e shows it"))
    #expect(!sitting.screen.contains("1 help called"))
    let before = sitting.count
    sitting.press("e")
    #expect(sitting.count == before)
    #expect(sitting.screen.contains("1 help called"))
  }

  @Test func `the quiet screen says EMERGENCY and how long, no more`() throws {
    let sitting = try Sitting.careful()
    sitting.press("e1b").wait(seconds: 61)
    #expect(sitting.screen.contains("EMERGENCY 1 min"))
    #expect(!sitting.screen.contains("help"))
  }

  @Test func `a list has its place while the card is open`() throws {
    for (rows, columns) in Self.sizes {
      let sitting = try Sitting.careful(size: (rows, columns))
      sitting.press("e1t")
      #expect(sitting.screen.contains("guided imagery"))
      sitting.press("⎋")
      #expect(sitting.screen.contains("EMERGENCY  started"))
    }
  }
}
