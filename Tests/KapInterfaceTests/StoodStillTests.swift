import KapCanvas
import KapTimeline
import Testing

@testable import KapInterface

/// Once a session is over nothing in it goes on.
@Suite struct StoodStillTests {
  private static let sizes = [
    Size(rows: 24, columns: 80), Size(rows: 36, columns: 120), Size(rows: 60, columns: 200),
  ]

  private func ended(_ size: Size) throws -> Sitting {
    let room = try Room.dosed()
    for line in ["technique eye-mask start", "dose iv bolus 10mg", "infusion stop"] {
      try room.enter(line, at: "14:39")
    }
    try room.enter("phase recovery", at: "15:50")
    try room.enter("end", at: "16:02")
    return try Sitting(in: room, size: size)
  }

  /// The lines in which something counts: the header, the dose and the title of the phase.
  private func counting(_ sitting: Sitting) -> [String] {
    let lines = sitting.screen.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.filter { line in
      line.contains("Phase  ") || line.contains(" mg") || line.contains("eye-mask")
        || line.contains(" seen ")
    }.map(String.init)
  }

  @Test(arguments: sizes)
  func `the clocks of a session that is over stand still at its end`(size: Size) throws {
    let sitting = try ended(size)
    let before = counting(sitting)
    #expect(before.contains { $0.contains("RECOVERY") && $0.contains(" 12 min,") }, "\(before)")
    try sitting.at("16:40")
    sitting.press("⎋")
    #expect(counting(sitting) == before)
    #expect(sitting.header.contains("16:40:") && sitting.header.hasSuffix("ended 16:02"))
    #expect(!sitting.header.contains("T+"))
    #expect(sitting.screen.contains("▶ end") && !sitting.screen.contains("▶ now"))
  }

  @Test(arguments: sizes)
  func `what the keeper kept of it holds`(size: Size) throws {
    let sitting = try ended(size)
    var keeper = FrameKeeper()
    #expect(keeper.draw(sitting.interface).text == sitting.interface.draw().text)
    sitting.wait(minutes: 3)
    #expect(keeper.draw(sitting.interface).text == sitting.interface.draw().text)
  }

  @Test func `reopened, it goes on`() throws {
    let sitting = try ended(Size(rows: 24, columns: 80))
    try sitting.at("16:10").press("⎋:reopen because she came back⏎")
    #expect(sitting.screen.contains("RECOVERY 20 min"), "\(sitting.screen)")
    #expect(sitting.header.contains("T+2:02"))
  }
}
