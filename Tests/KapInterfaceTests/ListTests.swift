import KapCanvas
import KapTimeline
import Testing

@testable import KapInterface

@Suite struct ListTests {
  @Test func `the due list puts off with l, to the end of the tolerance, no reason asked`() throws {
    let sitting = try Sitting.inPeak()
    let before = sitting.count
    sitting.press("dl")
    // The scores due in the same visit go with it.
    #expect(sitting.count == before + 2)
    #expect(sitting.newest == "AR later: vitals +30, until 14:43")
    #expect(!sitting.isWriting)
    #expect(sitting.screen.contains("later, until 14:43"))
  }

  @Test func `past the tolerance l says that it ended, and what to do instead`() throws {
    let sitting = try Sitting.inPeak()
    sitting.wait(minutes: 7).press("d")
    let before = sitting.count
    sitting.press("l")
    #expect(sitting.count == before)
    #expect(sitting.screen.contains("The tolerance of scores +30 ended 14:43."))
  }

  @Test func `x in the due list asks why with one key`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press("dx")
    #expect(sitting.screen.contains("2 refused") || sitting.screen.contains("2  refused"))
    sitting.press("2⏎")
    #expect(sitting.newest == "AR not done: vitals +30, refused")
  }

  @Test func `Enter in the due list opens the field that does it`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press("d⏎")
    #expect(sitting.line.contains("VITALS"))
    sitting.press("150/90⏎")
    // The vitals are done; the scores of the same visit are next.
    #expect(sitting.line.contains("SCORES"))
    sitting.press("642⏎")
    #expect(sitting.entries.suffix(3).last == "AR dist 2")
    #expect(!sitting.interface.findings.dueItems.contains { $0.key == "scores+30" })
  }

  @Test func `before the dose the baseline stands first, and what follows in order`() throws {
    let sitting = try Sitting()
    let keys = sitting.interface.findings.dueItems.map(\.key)
    #expect(
      Array(keys.prefix(6)) == [
        "vitals-15", "scores-15", "vitals+0", "vitals+10", "scores+10", "vitals+20",
      ]
    )
  }

  @Test func `a running code is first and says how long it ran`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press("t1⏎")
    #expect(sitting.newest == "AR guided imagery")
    sitting.wait(minutes: 6).press("t")
    #expect(
      sitting.screen.contains("1 stop guided imagery, ran 6 min")
        || sitting.screen.contains("1   stop guided imagery, ran 6 min")
    )
    sitting.press("⏎")
    #expect(sitting.newest == "AR guided imagery ends, ran 6 min")
  }

  @Test func `a code that does not last is noted once`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press("t8⏎")
    #expect(sitting.newest == "AR reassurance")
    #expect(Moment(sitting.interface.session, at: sitting.room.now).running.isEmpty)
  }

  @Test func `an effect is its key, how bad, and Enter; its end stands first in the list`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press("x11⏎")
    #expect(sitting.newest == "AR nausea, mild")
    sitting.press("x")
    #expect(sitting.line.contains("end nausea"))
    sitting.press("⏎")
    #expect(sitting.newest == "AR nausea ended")
  }

  @Test func `u marks my last entry in error with a one-key reason, those of one Enter together`()
    throws
  {
    let sitting = try Sitting.inPeak()
    sitting.press("o642⏎u")
    #expect(sitting.echo.contains("and 2 with it"))
    sitting.press("2⏎")
    let scores = sitting.interface.session.entries.suffix(6).filter {
      $0.recorded.event.kind == .score
    }
    #expect(scores.count == 3 && scores.allSatisfy(\.isVoid))
    #expect(sitting.screen.contains("entered in error"))
  }

  @Test func `u takes back only what this person wrote`() throws {
    let sitting = try Sitting(in: try Room.dosed(), as: "kr")
    sitting.press("u")
    #expect(!sitting.isWriting)
    #expect(sitting.echo.contains("There is no entry of yours to take back."))
  }

  @Test func `c reopens my last entry and arrow up those before it`() throws {
    let sitting = try Sitting.inPeak()
    try sitting.at("14:39").press("nfirst⏎v150/90 88⏎nthird⏎c")
    #expect(sitting.line.contains("note third"))
    sitting.press("↑")
    #expect(sitting.line.contains("BP 150/90"))
    sitting.press("↑")
    #expect(sitting.line.contains("note first"))
    sitting.press("↑")
    #expect(sitting.line.contains("breath slow, eyes closed"))
    sitting.press("⎋c↑↑⌃unote the first⏎")
    #expect(sitting.screen.contains("the first"))
    #expect(sitting.entries.contains { $0.contains("the first, corrected 14:39, was first") })
  }

  @Test func `a correction lays its figures over the set and keeps the rest, its time too`() throws
  {
    let sitting = try Sitting.inPeak()
    try sitting.at("14:39").press(":bp 150/90 hr 88 spo2 97 rr 14 on o2 2l supine⏎")
    try sitting.at("14:45").press("ch98⏎")
    let sets = sitting.interface.findings.sets
    let last = try #require(sets.last)
    #expect(last.vitals.heartRate == 98)
    #expect(last.vitals.oxygenLitres == 2)
    #expect(WallTime(last.at, offset: Room.offset).clock == "14:39")
  }

  @Test func `@ in a correction moves the entry`() throws {
    let sitting = try Sitting.inPeak()
    try sitting.at("14:39").press("v150/90⏎c@14:36 ⏎")
    let last = try #require(sitting.interface.findings.sets.last)
    #expect(WallTime(last.at, offset: Room.offset).clock == "14:36")
  }

  @Test func `p then Enter declares the next phase`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press("p⏎")
    #expect(sitting.newest == "AR phase return")
  }

  @Test func `letters do not choose a phase`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press("p")
    let line = sitting.line
    sitting.press("prs")
    #expect(sitting.line == line)
  }

  @Test func `an earlier phase asks for a word why and keeps its time`() throws {
    let sitting = try Sitting.inPeak()
    try sitting.at("14:40").press("p←←⏎")
    #expect(sitting.line.contains("BACK TO ONSET"))
    sitting.press("declared too soon⏎")
    #expect(sitting.newest == "AR phase onset, declared too soon")
    let entry = try #require(sitting.interface.session.entries.last)
    #expect(WallTime(entry.occurredAt, offset: Room.offset).clock == "14:40")
  }

  @Test func `the same phase says since when and records nothing`() throws {
    let sitting = try Sitting.inPeak()
    let before = sitting.count
    sitting.press("p←⏎")
    #expect(sitting.echo.contains("peak since 14:19"))
    #expect(sitting.count == before)
  }

  @Test func `a lists the top notice to be acknowledged with words`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press("a")
    #expect(sitting.echo.contains("There is no notice to acknowledge."))
    sitting.press("v172/104 98 96 15⏎a")
    #expect(sitting.line.contains("ACK a"))
    sitting.press("cuff moved⏎")
    #expect(sitting.noticeRow.hasSuffix("ack 14:38 AR"))
    #expect(!sitting.noticeRow.contains("a to ack"))
  }

  @Test func `pins are listed, and Enter goes there`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press("'")
    #expect(sitting.echo.contains("There is no pin yet."))
    try sitting.at("14:39").press("m")
    for minute in 40...59 { try sitting.at("14:\(minute)").press("nstill⏎") }
    #expect(!sitting.screen.contains("◆"))
    sitting.press("'⏎")
    #expect(sitting.screen.contains("◆ 1 no words yet"))
    #expect(!sitting.isWriting)
  }

  @Test func `a list longer than its pane keeps the chosen row in sight`() throws {
    let sitting = try Sitting.inPeak(size: Size(rows: 16, columns: 60))
    sitting.press("x")
    for _ in 0..<29 {
      sitting.press("↓")
      let legend = sitting.interface.draw().legend
      #expect(legend.contains { $0.hasSuffix("selection") })
    }
    #expect(sitting.line.contains("suicidal thoughts"))
  }
}
