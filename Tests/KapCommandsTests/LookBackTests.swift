import KapInterface
import KapSettings
import KapTimeline
import Testing

@testable import KapCommands

struct LookBackTests {
  private let journal: InMemoryJournal

  init() {
    var generator = SystemRandomNumberGenerator()
    journal = InMemoryJournal(writer: WriterID(using: &generator))
  }

  /// A session of `subject` that was opened `days` after the first, with one dose unless none.
  private func session(
    of subject: String,
    day: Int,
    number: Int? = nil,
    dose: String?,
    isPractice: Bool = false
  ) throws -> SessionID {
    let wall = Instant(milliseconds: 1_762_250_400_000) + .minutes(day * 1440)
    let reading = ClockReading(
      boot: "test",
      wall: wall,
      monotonic: Int64(day) * 86_400_000,
      offset: .utc
    )
    let id = try OpenCommand(subject: subject, protocolName: "im", number: number).open(
      in: journal,
      under: try ProtocolLibrary().protocol(named: "im"),
      by: "ar",
      as: .monitor,
      at: reading,
      isPractice: isPractice
    ).id
    guard let dose else { return id }
    var scribe = try Scribe(
      journal: journal,
      session: id,
      author: "ar",
      role: .monitor,
      source: .typed,
      clocks: { reading }
    )
    _ = try scribe.write(dose)
    return id
  }

  @Test func `the newest earlier dose of the same person is found, and no other`() throws {
    let first = try session(of: "K-014", day: 0, number: 1, dose: "dose im 50mg")
    _ = try session(of: "K-014", day: 7, number: 2, dose: "dose im 60mg")
    _ = try session(of: "K-014", day: 8, dose: nil)
    _ = try session(of: "K-015", day: 9, dose: "dose im 90mg")
    _ = try session(of: "K-014", day: 10, dose: "dose im 95mg", isPractice: true)
    let today = try session(of: "K-014", day: 14, number: 3, dose: nil)
    _ = try session(of: "K-014", day: 21, dose: "dose im 99mg")

    let found = try #require(journal.lookBack(from: today)?.dose)

    #expect(found.amount == Mass(milligrams: 60))
    #expect(found.number == 2)
    #expect(found.date == "2025-11-11")
    #expect(journal.lookBack(from: first) == LookBack())
  }

  @Test func `what ran when somebody wrote last ran in to its end`() throws {
    _ = try session(of: "K-014", day: 0, dose: "dose iv 35mg over 40m")
    let today = try session(of: "K-014", day: 7, dose: nil)

    #expect(journal.lookBack(from: today)?.dose?.amount == Mass(milligrams: 35))
  }

  @Test func `the first score of each session is found, the oldest first, and the end is obeyed`()
    throws
  {
    for (day, score) in [(0, 30), (7, 20)] {
      _ = try session(of: "K-014", day: day, dose: "scale madrs \(score)")
    }
    let today = try session(of: "K-014", day: 14, dose: nil)
    var reads = 0

    #expect(try #require(journal.lookBack(from: today)).scores.map(\.value) == [30, 20])
    #expect(
      journal.lookBack(from: today) {
        reads += 1
        return reads < 3
      } == nil
    )
    #expect(reads == 3)
  }
}
