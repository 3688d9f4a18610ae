import KapCanvas
import KapTimeline
import Testing

@testable import KapInterface

/// A command of the console that Enter would refuse is refused in the echo, in the same words.
@Suite struct SaidBeforeEnterTests {
  @Test(arguments: [
    ("seat ar", "The seat is yours."), ("seat zz", "is not a person of this chart"),
    ("goto nowhere", "That is no place in the session."),
    ("goto 25:10", "That is no place in the session."), ("goto", "Where to?"),
    ("speed 10", "speed belongs to a practice session."),
    ("by-hand", "by-hand belongs to a practice session."),
  ])
  func `in a live session`(line: String, said: String) throws {
    let sitting = try Sitting.inPeak(size: Size(rows: 36, columns: 120))
    sitting.press(":\(line)")
    #expect(sitting.echo.contains(said), "\(sitting.echo)")
    #expect(!sitting.echo.contains("Enter records"), "\(sitting.echo)")
    let before = sitting.count
    sitting.press("⏎")
    #expect(sitting.interface.field?.problem?.message.contains(said) ?? false)
    #expect(sitting.count == before)
  }

  @Test(arguments: [("speed 99", "How fast? 1 to 60 times."), ("speed", "How fast?")])
  func `in practice`(line: String, said: String) throws {
    let size = Size(rows: 36, columns: 120)
    let sitting = try Sitting(in: try Room.dosed(), size: size, mode: .practice)
    sitting.press(":\(line)")
    #expect(sitting.echo.contains(said), "\(sitting.echo)")
    sitting.press("⏎")
    #expect(sitting.interface.field?.problem?.message.contains(said) ?? false)
  }

  @Test(arguments: ["seat jb", "plan", "checks"])
  func `in a replay`(line: String) throws {
    let replay = try Replaying(try Room.dosed(), size: Size(rows: 36, columns: 120), at: "14:30")
    replay.press(":\(line)")
    #expect(replay.echo.contains("A replay changes nothing."), "\(replay.screen)")
    replay.press("⏎")
    #expect(replay.interface.field?.problem?.message == "A replay changes nothing.")
  }

  @Test(arguments: [
    "seat j", "goto 14", "goto 14:0", "goto +", "seat jb", "goto 14:05", "goto +40",
  ])
  func `nobody is told off in the middle of a word, nor where it is done`(line: String) throws {
    let sitting = try Sitting.inPeak(size: Size(rows: 36, columns: 120))
    sitting.press(":\(line)")
    for said in ["is not a person", "no place"] {
      #expect(!sitting.echo.contains(said), "\(sitting.echo)")
    }
  }

  @Test func `words for a notice that came back by an arrow leave nothing aside`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press("v172/104 98 96 15⏎")
    // Of a time before its notice it is refused; the words stay, and are put aside.
    sitting.press("a@14:20 cuff moved⏎")
    #expect(sitting.isWriting)
    sitting.press("⎋")
    #expect(sitting.line.contains("put aside: ack"))
    sitting.press("a↑").press(.home)
    for _ in 0..<7 { sitting.press(.delete) }
    sitting.press("⏎")
    #expect(sitting.newest.contains("cuff moved"), "\(sitting.newest)")
    #expect(!sitting.line.contains("put aside"), "\(sitting.line)")
  }

  @Test func `the same words about the same leave nothing aside, those of a note do`() throws {
    let sitting = try Sitting.inPeak()
    sitting.press("v172/104 98 96 15⏎")
    sitting.press("acuff moved⎋acuff moved⏎")
    #expect(!sitting.line.contains("put aside"), "\(sitting.line)")
    sitting.press("nshe weeps⎋nshe weeps⏎")
    #expect(sitting.line.contains("put aside: note"), "\(sitting.line)")
  }
}
