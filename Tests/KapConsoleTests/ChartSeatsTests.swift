import Foundation
import KapInterface
import KapStore
import KapTerminal
import KapTestSupport
import KapTimeline
import Testing

@testable import KapConsole

/// Passphrases that are tried on a real chart while its journal goes on.
final class ChartSeatsTests {
  private let directory = NSTemporaryDirectory() + "kap-seats-\(UUID().uuidString)"
  private let session: SessionID
  private let chart: UnlockedChart
  private let drafts: ChartDrafts

  init() throws {
    var generator = SeededGenerator(seed: 29)
    session = SessionID(using: &generator)
    chart = try Chart.create(
      at: directory,
      for: Person(name: "ar", role: .monitor),
      passphrase: "open sesame",
      stretching: .weakest
    )
    try chart.add(Person(name: "mk", role: .monitor), passphrase: "other", stretching: .weakest)
    drafts = ChartDrafts(chart.drafts, person: "ar")
  }

  deinit { try? FileManager.default.removeItem(atPath: directory) }

  private func seats() throws -> ChartSeats { try ChartSeats(chart, drafts: drafts) }

  @Test func `it names the people of the chart`() throws {
    #expect(
      try seats().keyHolders == [
        KeyHolder(name: "ar", role: .monitor), KeyHolder(name: "mk", role: .monitor),
      ]
    )
  }

  @Test(arguments: [("mk", "open sesame"), ("mk", ""), ("ar", "other"), ("zz", "other")])
  func `another's passphrase, or nobody's, lets nobody in`(name: String, words: String) throws {
    #expect(throws: ChartError.self) { try seats().admit(name, Secret(words)) }
    try drafts.keep(
      KeptDraft(field: "f#1", openedAt: .init(milliseconds: 1), text: "x"),
      of: session
    )
    #expect(try chart.drafts.drafts(of: session, by: "ar").count == 1)
  }

  @Test func `drafts follow the seat, and those of the one before are still forgotten`() throws {
    let old = KeptDraft(field: "f#1", openedAt: .init(milliseconds: 1), text: "old")
    let new = KeptDraft(field: "f#2", openedAt: .init(milliseconds: 2), text: "new")
    try drafts.keep(old, of: session)
    try seats().admit("mk", Secret("other"))
    try drafts.keep(new, of: session)
    let theirs = try chart.drafts.drafts(of: session, by: "mk").values
    #expect(theirs.map { $0.hasSuffix("new") } == [true])
    try drafts.forget("f#1", of: session)
    #expect(try chart.drafts.drafts(of: session, by: "ar") == [:])
  }

  @Test func `the store thread answers under the ticket`() throws {
    let worker = StoreWorker(
      chart.journal,
      session: Session(),
      id: session,
      cursor: .start,
      drafts: drafts,
      seats: try seats(),
      wake: try WakePipe(),
      clock: { Instant(milliseconds: 0) }
    )
    worker.unlock(Ticket(1), "mk", Secret("wrong"))
    worker.unlock(Ticket(2), "mk", Secret("other"))
    worker.drain()
    let answers = worker.take().map { message -> String in
      switch message {
      case .unlocked(let ticket): "unlocked \(ticket.number)"
      case .notUnlocked(let ticket, let reason): "not \(ticket.number): \(reason.prefix(14))"
      default: "other"
      }
    }
    #expect(answers == ["not 1: The passphrase", "unlocked 2"])
  }
}
