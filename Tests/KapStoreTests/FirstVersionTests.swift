import Foundation
import KapStore
import KapTimeline
import Testing

/// A chart that the first version wrote opens for ever, and says what it said.
struct FirstVersionTests {
  private let scratch = ScratchChart()

  @Test func `its people open it, and its session comes out as it was written`() throws {
    let fixtures = try #require(Bundle.module.url(forResource: "Fixtures", withExtension: nil))
    try FileManager.default.createDirectory(
      atPath: scratch.directory,
      withIntermediateDirectories: true
    )
    try FileManager.default.copyItem(
      at: fixtures.appendingPathComponent("version-1"),
      to: URL(fileURLWithPath: scratch.path)
    )
    let chart = try Chart(at: scratch.path)
    #expect(
      try chart.people() == [
        Person(name: "Ana Reyes", role: .monitor), Person(name: "J. Bell", role: .therapist),
      ]
    )
    for (name, passphrase) in [("Ana Reyes", "correct horse"), ("J. Bell", "battery staple")] {
      let unlocked = try chart.unlock(person: name, passphrase: passphrase)
      #expect(try unlocked.verify().findings.isEmpty)
      let session = try #require(try unlocked.journal.sessions().first)
      let log = Collected()
      try unlocked.writeLog(of: session) { log.bytes += $0 }
      let file = fixtures.appendingPathComponent("version-1.log")
      #expect(try log.bytes == Data(contentsOf: file))
      let place = DraftBox.Place(session: session, person: "Ana Reyes", field: "line")
      #expect(try unlocked.drafts.draft(at: place) == "note she hu")
    }
  }
}
