import KapCanvas
import KapTimeline
import Testing

@testable import KapInterface

@Suite struct LateEntryTests {
  /// A session that ended at 15:40; it is 19:12 now.
  private func room() throws -> Room {
    let room = try Room.dosed()
    try room.enter("phase return", at: "14:55")
    try room.enter("phase recovery", at: "15:20")
    try room.enter("end", at: "15:40")
    room.pass(milliseconds: (try Room.instant("19:12") - room.now).milliseconds)
    return room
  }

  private func replaying(_ room: Room, at clock: String = "14:36") throws -> Replaying {
    let size = Size(rows: 36, columns: 120)
    return try Replaying(room, size: size, at: clock, readOnly: nil, by: "jb", .therapist)
  }

  @Test func `n writes about the play head, now, with both times`() throws {
    let room = try room()
    let replay = try replaying(room)
    let before = room.events
    replay.press("n")
    #expect(replay.line.contains("NOTE  14:36:00"))
    replay.press("her face softened⏎")
    let written = room.events.dropFirst(before.count)
    #expect(written.count == 1)
    let entry = try #require(written.first)
    #expect(entry.event == .note(Note("her face softened", voice: .therapist)))
    #expect(entry.occurredAt == (try Room.instant("14:36")))
    #expect(entry.recordedAt == room.now && entry.author == "jb" && entry.role == .therapist)
    #expect(replay.clock == "14:36:00")
    #expect(replay.echo.contains("a late entry about 14:36, written 19:12"))
    #expect(replay.screen.contains("her face softened"))
    #expect(replay.screen.contains("late entry, written 19:12"))
  }

  @Test func `as known does not know what was written now, and says so`() throws {
    let room = try room()
    let replay = try replaying(room)
    replay.press("a")
    #expect(replay.row(2).contains("0 entries written later"))
    replay.press("nher face softened⏎")
    #expect(!replay.screen.contains("her face softened"))
    #expect(replay.row(2).contains("1 entry written later"))
    #expect(replay.echo.contains("AS KNOWN hides it; a shows it."))
    #expect(replay.screen.contains("◂  hidden: entries written after this moment"))
    replay.press("a")
    #expect(replay.screen.contains("her face softened"))
    #expect(replay.screen.contains("◂  shown: entries written after this moment"))
  }

  @Test(arguments: [
    ("v142/90 80 98 14⏎", EventKind.vitals), ("o64⏎", .score), ("x1⏎1⏎", .effect),
    ("rgiven ondansetron 4mg iv by dr-l⏎", .given), ("sit is light⏎", .note), ("t1⏎", .technique),
  ])
  func `every verb of the row of late entries writes one`(script: String, kind: EventKind) throws {
    let room = try room()
    let replay = try replaying(room)
    let before = room.events.count
    replay.press(script)
    let written = room.events.dropFirst(before)
    #expect(!written.isEmpty && written.allSatisfy { $0.event.kind == kind }, "\(replay.screen)")
    let head = try Room.instant("14:36")
    #expect(written.allSatisfy { $0.occurredAt == head && $0.recordedAt == room.now })
  }

  @Test func `an unusual value is asked about, and a disk that is full leaves the text`() throws {
    let room = try room()
    let replay = try replaying(room)
    let before = room.events.count
    replay.press("v231/104⏎")
    #expect(replay.echo.contains("BP 231 is unusual"))
    replay.diskFault = "disk full."
    replay.press("y")
    #expect(replay.screen.contains("NOT SAVED: disk full."))
    #expect(replay.line.contains("231/104"))
    #expect(room.events.count == before)
    replay.diskFault = nil
    replay.press("⏎")
    #expect(room.events.count > before || replay.echo.contains("unusual"))
  }

  @Test func `a playing record stops under the pen, and Esc puts the words aside`() throws {
    let room = try room()
    let replay = try replaying(room)
    replay.press(" nhalf a thought")
    replay.wait(seconds: 5)
    #expect(replay.line.contains("NOTE  14:36:0"))
    replay.press("⎋")
    #expect(replay.echo.contains("Put aside"))
    replay.press("..")
    #expect(replay.echo.contains("Enter takes it up"))
    replay.press("⏎")
    #expect(replay.line.contains("half a thought") && replay.line.contains("14:36:0"))
  }

  @Test func `a log file says in words that it takes nothing`() throws {
    let room = try room()
    let replay = try Replaying(room, at: "14:36", readOnly: "This is a log file.")
    let before = room.events
    for key in ["n", "v", "o", "x", "r", "s", "t"] {
      replay.press(key)
      #expect(replay.echo.contains("This is a log file."), "\(key)")
      #expect(replay.interface.field == nil)
    }
    replay.press(":note hello⏎")
    #expect(room.events == before)
  }

  @Test func `after the end nothing is written, and the line says why`() throws {
    let room = try room()
    try room.enter("correct \(Session(replaying: room.events).name(of: 3)) weight 71kg")
    let replay = try replaying(room, at: "19:12")
    let before = room.events.count
    replay.press("nstill here⏎")
    #expect(replay.echo.contains("The session ended at 15:40.") || room.events.count == before + 1)
  }

  @Test func `who left is corrected with the reason`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press(":leave jb because supper⏎")
    sitting.press("c")
    #expect(sitting.line.contains("leave jb because supper"), "\(sitting.screen)")
  }
}
