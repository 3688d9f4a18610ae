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
    drafts = ChartDrafts(chart.drafts, person: "ar", seat: SeatID("s1"))
  }

  deinit { try? FileManager.default.removeItem(atPath: directory) }

  private var seats: ChartSeats { ChartSeats(chart) }

  @Test func `it names the people of the chart`() throws {
    #expect(
      try seats.keyHolders() == [
        KeyHolder(name: "ar", role: .monitor), KeyHolder(name: "mk", role: .monitor),
      ]
    )
  }

  @Test(arguments: [("mk", "open sesame"), ("mk", ""), ("ar", "other"), ("zz", "other")])
  func `another's passphrase, or nobody's, lets nobody in`(name: String, words: String) throws {
    #expect(throws: ChartError.self) { try seats.admit(name, Secret(words)) }
  }

  @Test func `drafts are those of who writes them, and each is forgotten alone`() throws {
    func draft(_ field: String, _ text: String, _ person: String) -> KeptDraft {
      KeptDraft(field: field, openedAt: .init(milliseconds: 1), text: text, person: person)
    }
    try drafts.keep(draft("f#1", "old", "ar"), of: session)
    try drafts.keep(draft("f#2", "new", "mk"), of: session)
    let theirs = try chart.drafts.drafts(of: session, by: "mk").values
    #expect(theirs.map { $0.hasSuffix("new") } == [true])
    try drafts.forget("f#1", of: session)
    #expect(try chart.drafts.drafts(of: session, by: "ar") == [:])
  }

  private func worker() throws -> StoreWorker {
    StoreWorker(
      chart.journal,
      session: Session(),
      id: session,
      cursor: .start,
      drafts: drafts,
      seats: seats,
      wake: try WakePipe(),
      clock: { Instant(milliseconds: 0) }
    )
  }

  @Test func `somebody who is added while the console runs is told, once`() throws {
    let worker = try worker()
    func people() -> [[String]] {
      worker.look()
      worker.drain()
      return worker.take().map { message in
        if case .keyHolders(let people) = message { people.map(\.name) } else { [] }
      }
    }
    #expect(people() == [["ar", "mk"]])
    #expect(people() == [])
    let other = try Chart(at: directory).unlock(person: "mk", passphrase: "other")
    try other.add(Person(name: "zoe", role: .therapist), passphrase: "new", stretching: .weakest)
    #expect(people() == [["ar", "mk", "zoe"]])
    let place = DraftBox.Place(session: session, person: "mk", field: "f#1")
    try other.drafts.save("half a thought", at: place)
    #expect(people() == [])
  }

  @Test func `the store thread answers under the ticket`() throws {
    let worker = try worker()
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
