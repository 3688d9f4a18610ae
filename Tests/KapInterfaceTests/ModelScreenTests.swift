import KapCanvas
import KapTimeline
import Testing

@testable import KapInterface

/// The band of a published model: in practice and replay, off until asked for, never live.
@Suite struct ModelScreenTests {
  private static let label = "model, not measurement, ng/mL ±50 %: Fanta 2015"

  @Test func `a live session has no model, and says why`() throws {
    let sitting = try Sitting.inPeak(size: Size(rows: 60, columns: 200))
    let before = sitting.count
    sitting.press(":model⏎")
    #expect(sitting.screen.contains("The model is for practice and replay."))
    #expect(!sitting.interface.showsModel)
    #expect(!sitting.screen.contains("not measurement"))
    // Whatever asked for it, a live session draws none.
    sitting.interface.showsModel = true
    sitting.wait(minutes: 1)
    #expect(sitting.interface.prediction == nil)
    #expect(!sitting.screen.contains("ng/mL"))
    #expect(sitting.count == before)
  }

  @Test(arguments: [
    Size(rows: 24, columns: 80), Size(rows: 36, columns: 120), Size(rows: 60, columns: 200),
  ])
  func `a replay shows it when asked, and hides it again`(size: Size) throws {
    let replay = try Replaying(try Room.dosed(), size: size, at: "14:30")
    let before = replay.screen
    #expect(!before.contains("ng/mL"))
    replay.press(":model⏎")
    #expect(replay.screen.contains(Self.label))
    try expect(replay, shows: "replay-model-\(size.columns)x\(size.rows)")
    replay.press(":model⏎")
    #expect(replay.screen.contains("The model is hidden."))
    #expect(!replay.screen.contains("ng/mL"))
    #expect(replay.asked.isEmpty)
  }

  @Test func `the zoomed trends have it too`() throws {
    let replay = try Replaying(
      try Room.dosed(),
      size: Size(rows: 36, columns: 120),
      at: "14:38"
    )
    replay.press(":model⏎").press("⇥z")
    #expect(replay.screen.contains("Model, not measurement"))
    #expect(replay.screen.contains("Trends"))
    try expect(replay, shows: "replay-model-zoomed-120x36")
  }

  @Test func `it is the same in practice`() throws {
    let room = try Room.dosed()
    let practice = Interface(
      mode: .practice,
      session: Session(replaying: room.events),
      seat: Seat(person: "ar", role: .monitor, id: SeatID("practice")),
      size: Size(rows: 24, columns: 80),
      stamp: Stamp(now: room.now, ticks: 0, offset: Room.offset)
    )
    var shown = practice
    for key in keys(":model⏎") {
      _ = shown.update(.key(key, Stamp(now: room.now, ticks: 1_000, offset: Room.offset)))
    }
    #expect(!practice.draw().text.joined().contains("ng/mL"))
    #expect(shown.draw().text.joined().contains(Self.label))
    var keeper = FrameKeeper()
    #expect(keeper.draw(practice).text == practice.draw().text)
    #expect(keeper.draw(shown).text == shown.draw().text)
  }

  /// A second dose about 14:20 that was written at 14:35.
  private func late() throws -> Room {
    let room = try Room.dosed()
    try room.enter("@14:20 dose iv bolus 20mg", at: "14:39")
    try room.enter("note she is quiet", at: "14:40")
    return room
  }

  private func level(_ replay: Replaying, at clock: String) throws -> Double {
    try #require(replay.interface.prediction?.level(at: try Room.instant(clock)))
  }

  @Test func `as known it knows of no dose that was written later`() throws {
    let replay = try Replaying(try late(), at: "14:30")
    replay.press(":model⏎")
    let whole = try level(replay, at: "14:25")
    replay.press("a")
    #expect(replay.screen.contains("AS KNOWN"))
    let known = try level(replay, at: "14:25")
    #expect(known < whole - 20)
    let plain = try Replaying(try Room.dosed(), at: "14:30")
    plain.press(":model⏎")
    #expect(try level(plain, at: "14:25") == known)
    replay.press(":goto 14:39⏎")
    #expect(try abs(level(replay, at: "14:25") - whole) < 1e-6)
  }

  @Test func `a later dose changes nothing before it`() throws {
    let room = try Room.dosed()
    try room.enter("infusion stop", at: "14:39")
    try room.enter("dose iv bolus 20mg", at: "14:41")
    let replay = try Replaying(room, at: "14:38")
    replay.press(":model⏎")
    let before = try ["14:12", "14:30", "14:38"].map { try level(replay, at: $0) }
    let ahead = try level(replay, at: "14:45")
    replay.press(":goto 14:41⏎")
    let after = try ["14:12", "14:30", "14:38"].map { try level(replay, at: $0) }
    for (one, other) in zip(before, after) { #expect(abs(one - other) < 1e-6) }
    #expect(try level(replay, at: "14:45") != ahead)
  }

  @Test func `a pump that stands still gives nothing`() throws {
    let room = try Room.dosed()
    try room.enter("infusion pause", at: "14:39")
    let replay = try Replaying(room, at: "14:39")
    replay.press(":model⏎")
    #expect(try level(replay, at: "15:00") < level(replay, at: "14:39"))
  }

  @Test func `where no model is known it says so in words`() throws {
    let room = try Room(protocol: "intranasal")
    try room.enter("dose in 50mg", at: "14:08")
    let replay = try Replaying(room, at: "14:08")
    replay.press(":model⏎")
    #expect(replay.screen.contains("No model: IN: no published absorption rate"))
    #expect(!replay.interface.showsModel)
  }

  @Test func `a guess is called one, and so is the weight`() throws {
    let room = try Room(protocol: "im")
    try room.enter("dose im 50mg", at: "14:08")
    let replay = try Replaying(room, size: Size(rows: 36, columns: 160), at: "14:08")
    replay.press(":model⏎")
    #expect(replay.screen.contains("±50 %: IM rate is an unsourced guess; for 70 kg, no weight"))
  }

  @Test func `before a dose the row waits for one`() throws {
    let replay = try Replaying(try Room.dosed(), at: "13:58")
    replay.press(":model⏎")
    #expect(replay.screen.contains("model, not measurement: none drawn, nothing was given yet"))
    replay.press(":goto 14:20⏎")
    #expect(replay.screen.contains(Self.label))
  }

  @Test func `at every size the screen stays whole`() throws {
    let replay = try Replaying(try Room.dosed(), at: "14:30")
    replay.press(":model⏎")
    for rows in [16, 19, 22, 24, 30, 36, 45, 52, 60, 90] {
      for columns in [60, 80, 99, 100, 120, 180, 200, 300] {
        for zoom in ["", "⇥z", "⇥⇥z"] {
          _ = replay.interface.update(.resized(Size(rows: rows, columns: columns)))
          replay.press(zoom)
          let text = replay.interface.draw().text
          let size = "\(columns)x\(rows) \(zoom)"
          #expect(text.allSatisfy { Text.width(of: $0) == columns }, "\(size)")
          #expect(text[4].hasPrefix("┌─") && text[rows - 5].hasSuffix("─┘"), "\(size)")
          #expect(text.joined().contains("model, not measurement"), "\(size)")
          for row in 5..<(rows - 5) {
            #expect(text[row].first == "│" || text[row].first == "├", "\(size)")
            #expect(text[row].last == "│" || text[row].last == "┤", "\(size)")
          }
          if !zoom.isEmpty { replay.press("z⎋") }
        }
      }
    }
  }
}
