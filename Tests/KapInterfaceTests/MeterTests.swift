import KapCanvas
import KapPractice
import KapTimeline
import Testing

@testable import KapInterface

/// How much of what is due is done stands beside its title at every size that shows it.
@Suite struct MeterTests {
  /// The title of the list of what is due, and what stands beside it.
  private func title(_ seen: some Watching) throws -> String {
    let rows = seen.screen.split(separator: "\n").map(String.init)
    let row = try #require(rows.first { $0.contains("─ Due") || $0.contains("─ ›Due") })
    let from = try #require(row.firstRange(of: "Due")).lowerBound
    return String(row[from...].prefix { !"┤┬┼".contains($0) })
  }

  @Test func `it is shortened before anything of it is left out`() throws {
    let scenario = try #require(Scenario.named("panic"))
    let sitting = try PracticeSitting(scenario)
    sitting.press(":dose im 70mg⏎y")
    sitting.wait(seconds: 9 * 60)
    sitting.press("dx⏎")
    let small = try title(sitting)
    #expect(small.contains("0/13 done, 1 not, "), "\(small)")
    #expect(small.contains(" missed"), "\(small)")
    sitting.resize(Size(rows: 36, columns: 120))
    sitting.tick()
    let large = try title(sitting)
    #expect(large.contains("0 of 13 done, 1 not done, "), "\(large)")
  }

  @Test(arguments: Array(stride(from: 60, through: 120, by: 4)), [24, 36])
  func `it is never left out whole`(columns: Int, rows: Int) throws {
    let size = Size(rows: rows, columns: columns)
    let room = try Room.dosed()
    try room.enter("notdone scores+20 because asleep", at: "14:38")
    try room.enter("phase recovery", at: "15:30")
    let sitting = try Sitting(in: room, size: size)
    let replay = try Replaying(room, size: size, at: "15:25")
    for keys in ["", "⇥", "⇥"] {
      for title in [try title(sitting.press(keys)), try title(replay.press(keys))] {
        #expect(title.contains(/[0-9]+(\/| of )[0-9]+/), "\(title)")
        #expect(!title.contains("…"), "\(title)")
      }
    }
  }
}
