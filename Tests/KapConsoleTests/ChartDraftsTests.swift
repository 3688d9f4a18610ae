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

  /// What a program does with its drafts between its start and its end.
  private func program<Result>(_ work: (ChartDrafts) throws -> Result) rethrows -> Result {
    try work(ChartDrafts(chart.drafts, person: "ar", seat: SeatID("s1")))
  }

  private func draft(_ field: String, _ text: String, after seconds: Int = 0) -> KeptDraft {
    KeptDraft(
      field: field,
      openedAt: Instant(milliseconds: 1) + .seconds(seconds),
      text: text,
      person: "ar"
    )
  }

  @Test func `drafts of any name come back after the program ended`() throws {
    let all = [
      draft("line:note:#1", "half a sentence"), draft("line:note:#2", "another\nof two lines"),
      draft("line::ack a14: #1", "", after: 3), draft("vitals#1", "128/82 74", after: -3),
    ]
    try program { drafts in for draft in all { try drafts.keep(draft, of: session) } }

    #expect(try Set(program { try $0.drafts(of: session) }) == Set(all))
  }

  @Test func `who sits at a desk is known while they do`() throws {
    func sitting(_ name: String) -> ChartDrafts {
      ChartDrafts(chart.drafts, person: "ar", seat: SeatID(name))
    }
    let first = sitting("s1")
    #expect(try first.sitDown() == [])
    #expect(try first.sitDown() == [])
    do {
      let second = sitting("s2")
      #expect(try second.sitDown() == [SeatID("s1")])
      #expect(try first.sitDown() == [SeatID("s2")])
    }
    #expect(try first.sitDown() == [])
    // The next one at that desk is another.
    #expect(try sitting("s3").sitDown() == [SeatID("s1")])
  }

  @Test func `a draft takes the place of the one of its name, and is forgotten alone`() throws {
    try program { drafts in
      try drafts.keep(draft("line:note:#1", "ha"), of: session)
      try drafts.keep(draft("vitals#1", "128/82"), of: session)
      try drafts.keep(draft("line:note:#1", "half"), of: session)
      try drafts.forget("vitals#1", of: session)
      try drafts.forget("never kept", of: session)
    }

    #expect(try program { try $0.drafts(of: session) } == [draft("line:note:#1", "half")])
  }

  @Test func `a draft that came back is forgotten by its name`() throws {
    try program { try $0.keep(draft("line:note:#1", "half"), of: session) }
    try program { drafts in
      _ = try drafts.drafts(of: session)
      try drafts.forget("line:note:#1", of: session)
    }

    #expect(try program { try $0.drafts(of: session) } == [])
  }

  @Test func `what another program still has in hand is not taken up`() throws {
    let (first, second) = (draft("vitals#1", "128/82"), draft("vitals#1", "131/84", after: 60))
    try program { live in
      try live.keep(first, of: session)
      try program { replay in
        #expect(try replay.drafts(of: session) == [])
        try replay.keep(second, of: session)
      }
      #expect(try program { try $0.drafts(of: session) } == [second])
    }

    #expect(try program { try $0.drafts(of: session).count } == 2)
  }

  @Test func `drafts of one name from two programs come back as two, each forgotten alone`() throws
  {
    let (first, second) = (draft("vitals#1", "128/82"), draft("vitals#1", "131/84", after: 60))
    try program { one in
      try one.keep(first, of: session)
      try program { other in try other.keep(second, of: session) }
    }
    try program { drafts in
      let both = try drafts.drafts(of: session)
      #expect(Set(both.map(\.field)).count == 2)
      #expect(Set(both.map(\.text)) == ["128/82", "131/84"])
      for draft in both where draft.text == "128/82" { try drafts.forget(draft.field, of: session) }
    }

    #expect(try program { try $0.drafts(of: session).map(\.text) } == ["131/84"])
  }

  @Test func `a draft from before there were desks is offered, and forgotten`() throws {
    try chart.drafts.save(
      "1\nvitals#1\n128/82",
      at: DraftBox.Place(session: session, person: "ar", field: "3")
    )
    try program { drafts in
      #expect(try drafts.drafts(of: session) == [draft("vitals#1", "128/82")])
      try drafts.forget("vitals#1", of: session)
    }
    #expect(try chart.drafts.drafts(of: session, by: "ar") == [:])
  }

  @Test func `who sits down writes over nothing of theirs that lay there`() throws {
    try program { try $0.keep(draft("vitals#1", "128/82"), of: session) }
    try program { try $0.keep(draft("line:note:#1", "half"), of: session) }

    #expect(try program { try $0.drafts(of: session).count } == 2)
  }

  @Test func `neither text nor name lies open on the disk`() throws {
    try program {
      try $0.keep(draft("line::phase peak because #1", "she weeps quietly"), of: session)
    }

    for name in ["chart.db", "chart.db-wal"] {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(directory)/\(name)"))
      for words in ["peak because", "weeps"] {
        #expect(bytes.range(of: Data(words.utf8)) == nil)
      }
    }
  }
}
