import Foundation
import KapRecord
import KapStore
import KapTestSupport
import KapTimeline
import Testing

/// The charts that earlier versions wrote open for ever, and say what they said.
struct EarlierVersionTests {
  private let scratch = ScratchChart()

  @Test(arguments: [1, 2])
  func `its people open it, and its session comes out as it was written`(version: Int) throws {
    let fixtures = try #require(Bundle.module.url(forResource: "Fixtures", withExtension: nil))
    try FileManager.default.createDirectory(
      atPath: scratch.directory,
      withIntermediateDirectories: true
    )
    try FileManager.default.copyItem(
      at: fixtures.appendingPathComponent("version-\(version)"),
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
      let file = fixtures.appendingPathComponent("version-\(version).log")
      #expect(try log.bytes == Data(contentsOf: file))
      let place = DraftBox.Place(session: session, person: "Ana Reyes", field: "line")
      #expect(try unlocked.drafts.draft(at: place) == "note she hu")
    }
  }

  @Test func `a session of the first version goes on under the schema of today`() throws {
    let fixtures = try #require(Bundle.module.url(forResource: "Fixtures", withExtension: nil))
    try FileManager.default.createDirectory(
      atPath: scratch.directory,
      withIntermediateDirectories: true
    )
    try FileManager.default.copyItem(
      at: fixtures.appendingPathComponent("version-1"),
      to: URL(fileURLWithPath: scratch.path)
    )
    let chart = try scratch.open()
    let session = try #require(try chart.journal.sessions().first)
    let before = try chart.journal.events(of: session, after: .start)
    var random = RandomEvents(seed: 16)
    let draft = random.draft(of: random.event(of: .later))
    let now = try #require(before.events.map(\.recordedAt).max())
    _ = try chart.journal.append(to: session, from: before.cursor, now: { now }) { _ in [draft] }
    #expect(try chart.verify().findings.isEmpty)
    let log = Collected()
    try chart.writeLog(of: session) { log.bytes += $0 }
    let reading = try LogReading(log.bytes)
    #expect(reading.findings.isEmpty)
    #expect(reading.events.dropLast() == before.events[...])
    #expect(reading.events.last?.event == draft.event)
  }
}
