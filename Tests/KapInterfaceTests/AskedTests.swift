import KapCanvas
import KapTimeline
import Testing

@testable import KapInterface

/// Whatever is asked about can be read to its end before `y` says that it is so.
@Suite struct AskedTests {
  private static let yes = "y it is so"
  private static let sizes = [
    Size(rows: 16, columns: 60), Size(rows: 24, columns: 80), Size(rows: 36, columns: 120),
  ]

  /// What is said under the line, without the keys.
  private func said(by sitting: Sitting) -> String {
    [sitting.echo, sitting.saved].joined(separator: " ")
      .replacing(/y (it is so|reads on) · other: edit/, with: "")
      .replacing("…", with: "").replacing("?   ", with: "")
      .split(separator: " ").joined(separator: " ")
  }

  private func words(_ text: String) -> String {
    text.split(separator: " ").joined(separator: " ")
  }

  @Test(
    arguments: sizes,
    [
      "dose im 350mg", "dose iv bolus 350mg", "@09:00 dose im 350mg", "v231/104 98 78 15",
      "plan im 350mg because ordered so",
    ]
  )
  func `each question is whole before y is offered`(size: Size, line: String) throws {
    let room = try Room()
    room.pass(milliseconds: 600_000)
    let sitting = try Sitting(in: room, size: size)
    let count = sitting.count
    sitting.press(line.hasPrefix("v") ? "\(line)⏎" : ":\(line)⏎")
    let asked = try #require(sitting.interface.field?.asked)
    #expect(!asked.isEmpty, "\(sitting.screen)")
    var seen = said(by: sitting)
    for _ in 0..<9 where !sitting.screen.contains(Self.yes) {
      #expect(sitting.screen.contains("y reads on"), "\(sitting.screen)")
      sitting.wait(seconds: 1).press("⏎y")
      #expect(sitting.count == count)
      seen += " " + said(by: sitting)
    }
    for doubt in asked {
      #expect(words(seen).contains(words(doubt.question)), "\(doubt.question)\n\(seen)")
    }
    #expect(sitting.screen.contains(Self.yes), "\(sitting.screen)")
    sitting.wait(seconds: 1).press("y")
    #expect(sitting.count > count, "\(sitting.screen)")
  }

  @Test func `a held y does not run through what nobody has read`() throws {
    let sitting = try Sitting(in: try Room(), size: Size(rows: 16, columns: 60))
    sitting.press(":dose im 350mg⏎").wait(seconds: 2)
    #expect(sitting.screen.contains("y reads on"), "\(sitting.screen)")
    let count = sitting.count
    for _ in 0..<40 { sitting.press(.character("y"), after: 40) }
    #expect(sitting.count == count)
    #expect(sitting.interface.field?.asked.isEmpty == false)
  }

  @Test func `another key edits from wherever it was read, and the next Enter asks from the first`()
    throws
  {
    let sitting = try Sitting(in: try Room(), size: Size(rows: 16, columns: 60))
    sitting.press(":dose im 350mg⏎").wait(seconds: 1)
    let first = said(by: sitting)
    sitting.press("y")
    #expect(said(by: sitting) != first)
    sitting.press(" ⌫")
    #expect(sitting.interface.field?.asked.isEmpty == true)
    sitting.press("⏎")
    #expect(said(by: sitting) == first)
    // A larger screen has room for more of it at once.
    sitting.press("y").send(.resized(Size(rows: 36, columns: 120)))
    #expect(sitting.interface.field?.asked.isEmpty == false)
  }

  @Test func `the end asks about vials and doses that differ: y ends, Esc does not`() throws {
    let room = try Room.dosed()
    try room.enter("infusion stop", at: "14:39")
    try room.enter("vial drawn 80mg given 60mg wasted 20mg witness jb", at: "14:40")
    try room.enter("phase discharged because she left", at: "14:41")
    let sitting = try Sitting(in: room)
    let count = sitting.count
    sitting.press(":end⏎")
    #expect(sitting.echo.contains("The vials say 60 mg given, the doses "), "\(sitting.screen)")
    #expect(sitting.screen.contains(Self.yes))
    sitting.press("⏎⎋")
    #expect(sitting.count == count)
    #expect(sitting.interface.display.moment.state.isOpen)
    #expect(!sitting.screen.contains(Self.yes))
    sitting.press("⏎")
    #expect(sitting.screen.contains(Self.yes), "\(sitting.screen)")
    sitting.press("y")
    #expect(sitting.count == count + 1)
    #expect(!sitting.interface.display.moment.state.isOpen)
    #expect(sitting.screen.contains("ended 14:4"))
  }
}
