import KapCanvas
import KapTestSupport
import KapTimeline
import Testing

@testable import KapInterface

@Suite struct LeavingTests {
  private static let sizes = [
    Size(rows: 24, columns: 80), Size(rows: 16, columns: 60), Size(rows: 5, columns: 20),
    Size(rows: 60, columns: 200), Size(rows: 1, columns: 1), Size(rows: 36, columns: 120),
  ]

  @Test(arguments: 0..<40)
  func `q always leaves a practice session, unless it is text in a field`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let room = try Room.dosed()
    let sitting = try Sitting(in: room, mode: .practice)
    let scripts = keys("vnosptxdacuwe!bizN?/'\\[]{}⎋⏎⇥↑↓kj:Q 5⌫")
    for _ in 0..<60 {
      switch Int.random(in: 0..<5, using: &generator) {
      case 0:
        let place = Int.random(in: Self.sizes.indices, using: &generator)
        sitting.send(.resized(Self.sizes[place]))
      case 1: sitting.wait(seconds: 1)
      default:
        guard let key = scripts.randomElement(using: &generator) else { continue }
        sitting.press(key)
      }
      guard sitting.interface.field == nil else { continue }
      var copy = sitting.interface
      let stamp = Stamp(now: room.now, ticks: room.ticks + 900, offset: Room.offset)
      #expect(copy.update(.key(.character("q"), stamp)) == [.leave], "\(sitting.screen)")
    }
  }

  @Test func `an end before imported rows says how many lie later, and until when`() throws {
    let room = try Room()
    try room.enter("124/78 72 98 14", at: "13:56")
    try room.enter("130/80 72 98 14", at: "15:30")
    try room.enter("128/80 72 98 14", at: "15:40")
    room.now = try Room.instant("14:40")
    let sitting = try Sitting(in: room)
    sitting.press(":end")
    #expect(sitting.screen.contains("2 rows lie later than that, to 15:40"))
    sitting.press("⏎")
    #expect(sitting.screen.contains("2 rows lie later than that, to 15:40: kept, and counted"))
    let alone = try Sitting(in: try Room())
    alone.press(":end")
    #expect(!alone.screen.contains("later than that"))
  }

  @Test(arguments: sizes)
  func `q says how to end while a session is recorded, and leaves a replay`(size: Size) throws {
    let room = try Room.dosed()
    let sitting = try Sitting(in: room)
    sitting.send(.resized(size))
    for script in ["q", "?q", "zq", "iq"] {
      sitting.press(script)
      #expect(!sitting.asked.contains(.leave))
      #expect(sitting.interface.remark?.text.contains(":end") == true, "\(script)")
    }
    for script in ["q", "?q", "bq", "zq", " q"] {
      let replay = try Replaying(room)
      _ = replay.interface.update(.resized(size))
      replay.press(script)
      #expect(replay.asked.last == .leave, "\(script)")
    }
  }

  @Test func `a night theme that cannot be had is said, and the next i tries again`() throws {
    let sitting = try Sitting()
    sitting.press("i")
    #expect(sitting.asked.last == .dim(true))
    sitting.send(.notDimmed("There is no theme `nigth`."))
    #expect(sitting.echo.contains("Not dimmed: There is no theme `nigth`."))
    sitting.press("i")
    #expect(sitting.asked.last == .dim(true))
  }

  @Test func `after a restart a person still reaches their own entries`() throws {
    let room = try Room.dosed()
    let first = try Sitting(in: room, seat: "one")
    first.press("nbefore the crash⏎")
    let second = try Sitting(in: room, seat: "two")
    second.press("c")
    #expect(second.line.contains("before the crash"))
    second.press("⎋nafter it⏎")
    second.press("c↑")
    #expect(second.line.contains("before the crash"))
    second.press("⎋u⏎u⏎")
    #expect(
      !second.entries.contains { $0.hasPrefix("AR before the crash") && !$0.contains("error") }
    )
  }

  @Test func `of two seats of a person each reaches its own`() throws {
    let room = try Room.dosed()
    let one = try Sitting(in: room, seat: "one")
    one.press("nfrom one⏎")
    let two = try Sitting(in: room, seat: "two")
    two.press("nfrom two⏎")
    one.wait(seconds: 1)
    one.press("nagain one⏎")
    two.wait(seconds: 1)
    two.press("c")
    #expect(two.line.contains("from two"))
    two.press("↑")
    #expect(!two.line.contains("one"))
  }
}
