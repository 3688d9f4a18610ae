import KapCanvas
import KapTimeline
import Testing

@testable import KapInterface

@Suite struct SecondSeatTests {
  private func seats() throws -> (Sitting, Sitting) {
    let room = try Room.dosed()
    return (try Sitting(in: room), try Sitting(in: room, as: "jb", .therapist))
  }

  @Test func `what one seat writes the other sees, attributed, under a line that says new`() throws
  {
    let (monitor, therapist) = try seats()
    try monitor.at("14:39").press("nmine⏎")
    therapist.wait(seconds: 60).press("ssoft voice, my mother is here⏎⎋")
    monitor.wait(seconds: 1)
    #expect(monitor.screen.contains("new since 14:40"))
    #expect(monitor.screen.contains("Pt “soft voice"))
    #expect(monitor.newest == "Pt “soft voice, my mother is here”, heard by JB")
    try expect(monitor, shows: "new-since-80x24")
    monitor.press("⎋")
    #expect(!monitor.screen.contains("new since"))
  }

  @Test func `an imported row later than now is seen when its time comes, and not before`() throws {
    let room = try Room()
    let sitting = try Sitting(in: room)
    let imported = try ["13:50", "14:50"].map { clock in
      Circumstances(
        author: "ar",
        role: .monitor,
        source: .imported,
        now: room.now,
        occurredAt: try Room.instant(clock),
        offset: Room.offset
      )
      .draft(of: .vitals(Vitals(bloodPressure: BloodPressure(systolic: 231, diastolic: 141))))
    }
    _ = try room.journal.append(to: room.id, from: .start, now: { room.now }) { _ in imported }
    sitting.wait(seconds: 1)
    #expect(!sitting.screen.contains("231/141"))
    #expect(!sitting.noticeRow.contains("231"))

    sitting.press("nearly⏎")
    let note = try #require(room.events.last)
    #expect(note.occurredAt < (try Room.instant("13:47")))
    #expect(sitting.newest == "AR early")
    #expect(!sitting.screen.contains("231/141"))

    try sitting.at("13:50:01")
    #expect(sitting.screen.contains("231/141"))
    #expect(sitting.entries.count { $0.contains("231/141") } == 1)
    try sitting.at("14:50:01")
    #expect(sitting.entries.count { $0.contains("231/141") } == 2)
  }

  @Test func `own entries are never new`() throws {
    let (monitor, _) = try seats()
    monitor.press("nmine⏎")
    #expect(!monitor.screen.contains("new since"))
  }

  @Test func `what a person saw in another seat's hand is that person's`() throws {
    let (monitor, therapist) = try seats()
    monitor.press("njb: hand on shoulder⏎")
    therapist.wait(seconds: 1)
    #expect(therapist.newest == "JB hand on shoulder, written by AR")
  }

  @Test func `a set by the other seat a moment ago is asked about, though it came meanwhile`()
    throws
  {
    let (monitor, therapist) = try seats()
    monitor.press("v150/90 88 97 14")
    therapist.press("v152/92 90 97 14⏎")
    let before = monitor.count
    monitor.press("⏎")
    #expect(monitor.count == before)
    #expect(monitor.screen.contains("JB recorded a set"))
    monitor.press("y")
    #expect(monitor.count == before + 1)
  }

  @Test func `two seats cannot both end a session`() throws {
    let (monitor, therapist) = try seats()
    monitor.press(":infusion stop⏎")
    therapist.wait(seconds: 1)
    monitor.press(":end")
    therapist.press(":end⏎")
    let before = monitor.count
    monitor.press("⏎")
    #expect(monitor.count == before)
    #expect(monitor.screen.contains("The session ended at 14:38."))
    #expect(monitor.header.contains("ended 14:38"))
  }

  @Test func `names say which writer a row is from`() throws {
    let (monitor, therapist) = try seats()
    therapist.press("nhers⏎⎋")
    monitor.wait(seconds: 1).press("z")
    #expect(monitor.screen.contains("by JB"))
  }

  @Test func `what arrives while a field is open leaves the field alone`() throws {
    let (monitor, therapist) = try seats()
    monitor.press("nhalf a th")
    therapist.press("nhers⏎⎋")
    monitor.wait(seconds: 1)
    #expect(monitor.line.contains("half a th"))
    monitor.press("ought⏎")
    #expect(monitor.entries.contains("AR half a thought"))
  }

  @Test func `u and c reach only entries of their own seat`() throws {
    let (monitor, therapist) = try seats()
    monitor.press("nmine⏎")
    therapist.wait(seconds: 1).press("u")
    #expect(therapist.echo.contains("There is no entry of yours to take back."))
    therapist.press("c")
    #expect(therapist.echo.contains("There is no entry of yours to correct."))
  }
}
