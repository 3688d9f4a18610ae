import Foundation
import KapInterface
import KapStore
import KapTestSupport
import KapTimeline
import Testing

@testable import KapConsole

final class ChartDraftsTests {
  private let directory = NSTemporaryDirectory() + "kap-drafts-\(UUID().uuidString)"
  private let session: SessionID
  private let chart: UnlockedChart

  init() throws {
    var generator = SeededGenerator(seed: 12)
    session = SessionID(using: &generator)
    chart = try Chart.create(
      at: directory,
      for: Person(name: "ar", role: .monitor),
      passphrase: "open sesame",
      stretching: .weakest
    )
  }

  deinit { try? FileManager.default.removeItem(atPath: directory) }

  private var drafts: ChartDrafts { ChartDrafts(chart.drafts, person: "ar") }

  private func draft(_ field: String, _ text: String, after seconds: Int = 0) -> KeptDraft {
    KeptDraft(field: field, openedAt: Instant(milliseconds: 1) + .seconds(seconds), text: text)
  }

  @Test func `drafts of any name come back after the program ended`() throws {
    let all = [
      draft("line:note:#1", "half a sentence"), draft("line:note:#2", "another\nof two lines"),
      draft("line::ack a14: #1", "", after: 3), draft("vitals#1", "128/82 74", after: -3),
    ]
    for draft in all { try drafts.keep(draft, of: session) }
    let keeper = drafts
    for draft in all { try keeper.keep(draft, of: session) }

    #expect(try Set(drafts.drafts(of: session)) == Set(all))
  }

  @Test func `a draft takes the place of the one of its name, and is forgotten alone`() throws {
    let keeper = drafts
    try keeper.keep(draft("line:note:#1", "ha"), of: session)
    try keeper.keep(draft("vitals#1", "128/82"), of: session)
    try keeper.keep(draft("line:note:#1", "half"), of: session)
    try keeper.forget("vitals#1", of: session)
    try keeper.forget("never kept", of: session)

    #expect(try drafts.drafts(of: session) == [draft("line:note:#1", "half")])
  }

  @Test func `a draft that came back is forgotten by its name`() throws {
    try drafts.keep(draft("line:note:#1", "half"), of: session)
    let keeper = drafts
    _ = try keeper.drafts(of: session)
    try keeper.forget("line:note:#1", of: session)

    #expect(try drafts.drafts(of: session) == [])
  }

  @Test func `neither text nor name lies open on the disk`() throws {
    try drafts.keep(draft("line::phase peak because #1", "she weeps quietly"), of: session)

    for name in ["chart.db", "chart.db-wal"] {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(directory)/\(name)"))
      for words in ["peak because", "weeps"] {
        #expect(bytes.range(of: Data(words.utf8)) == nil)
      }
    }
  }
}
