import Foundation
import KapRecord
import KapStore
import KapTestSupport
import KapTimeline
import Testing

struct ChartJournalTests {
  private let scratch = ScratchChart()

  @Test func `events come back as they were written, in another process too`() throws {
    let chart = try scratch.create()
    let (session, events) = try chart.fill(seed: 41, count: 60)
    #expect(try chart.journal.events(of: session, after: .start).events == events)
    #expect(try chart.journal.opening(of: session) == events[0])
    try chart.close()
    let again = try scratch.open()
    #expect(try again.journal.sessions() == [session])
    #expect(try again.journal.events(of: session, after: .start).events == events)
    #expect(try again.verify().isWhole)
  }

  @Test func `the time of writing never goes back`() throws {
    let chart = try scratch.create()
    let (_, events) = try chart.fill(seed: 42, count: 30)
    #expect(events.map(\.recordedAt) == events.map(\.recordedAt).sorted())
    #expect(events.map(\.id.sequence) == Array(1...30))
  }

  @Test func `a cursor gives only what came after it`() throws {
    let chart = try scratch.create()
    let (session, events) = try chart.fill(seed: 43, count: 5)
    let page = try chart.journal.events(of: session, after: JournalCursor(position: 3))
    #expect(page.events == Array(events.dropFirst(3)))
    let end = try chart.journal.events(of: session, after: page.cursor)
    #expect(end == JournalPage(events: [], cursor: page.cursor))
    let far = JournalCursor(position: .max)
    #expect(try chart.journal.events(of: session, after: far).events.isEmpty)
  }

  @Test func `a long session comes back whole and in order`() throws {
    let chart = try scratch.create()
    let (session, events) = try chart.fill(seed: 51, count: 1)
    var random = RandomEvents(seed: 51)
    let drafts = (0..<2500).map { random.draft(of: .note(Note("\($0)"))) }
    let now = events[0].recordedAt
    let written = try chart.journal.append(to: session, from: .start, now: { now }) { _ in drafts }
    #expect(written.written.count == 2500)
    let page = try chart.journal.events(of: session, after: .start)
    #expect(page.events == events + written.written)
    #expect(page.cursor == written.cursor)
  }

  @Test func `both journals keep what they promise`() throws {
    var random = RandomEvents(seed: 44)
    let writer = WriterID(using: &random.generator)
    let journals: [any Journal] = [
      InMemoryJournal(writer: writer), try scratch.create().journal,
    ]
    struct Refused: Error {}
    for journal in journals {
      var random = RandomEvents(seed: 45)
      let session = SessionID(using: &random.generator)
      let opening = random.draft(of: random.event(of: .opened))
      let note = random.draft(of: random.event(of: .note))
      let now = random.instant()
      #expect(throws: JournalError.noSuchSession(session)) {
        try journal.events(of: session, after: .start)
      }
      #expect(throws: JournalError.notAnOpening) {
        try journal.append(to: session, from: .start, now: { now }) { _ in [note] }
      }
      let opened = try journal.append(to: session, from: .start, now: { now }) { _ in [opening] }
      #expect(opened.written.map(\.event) == [opening.event])
      #expect(throws: JournalError.alreadyOpened(session)) {
        try journal.append(to: session, from: .start, now: { now }) { _ in [opening] }
      }
      #expect(throws: Refused.self) {
        try journal.append(to: session, from: .start, now: { now }) { _ in throw Refused() }
      }
      let nothing = try journal.append(to: session, from: .start, now: { now }) { arrived in
        #expect(arrived == opened.written)
        return []
      }
      #expect(nothing.written.isEmpty && nothing.arrived == opened.written)
      let two = try journal.append(to: session, from: nothing.cursor, now: { now }) { arrived in
        #expect(arrived.isEmpty)
        return [note, note]
      }
      #expect(two.written.map(\.id.sequence) == [2, 3])
      let all = try journal.events(of: session, after: .start)
      #expect(all == JournalPage(events: opened.written + two.written, cursor: two.cursor))
      #expect(try journal.sessions() == [session])
    }
  }

  @Test func `a refused command writes nothing and leaves the chart whole`() throws {
    let chart = try scratch.create()
    let (session, events) = try chart.fill(seed: 46, count: 3)
    struct Refused: Error {}
    #expect(throws: Refused.self) {
      try chart.journal.append(to: session, from: .start, now: { events[0].recordedAt }) { _ in
        throw Refused()
      }
    }
    #expect(try chart.journal.events(of: session, after: .start).events == events)
    #expect(try chart.verify().isWhole)
  }

  @Test func `an entry that cannot be read back is refused, not kept`() throws {
    let chart = try scratch.create()
    let (session, events) = try chart.fill(seed: 47, count: 3)
    var random = RandomEvents(seed: 47)
    let drafts = [
      random.draft(of: .score(Score(scale: "distress", value: .infinity))),
      random.draft(of: .vitals(Vitals(heartRate: 1e9))),
    ]
    for draft in drafts {
      #expect(throws: ChartError.self) {
        try chart.journal.append(to: session, from: .start, now: { events[0].recordedAt }) { _ in
          [draft]
        }
      }
    }
    #expect(try chart.contents() == [session: events])
  }

  @Test func `two connections decide one after the other, each knowing what the other wrote`()
    async throws
  {
    let (session, _) = try scratch.create().fill(seed: 48, count: 1)
    let charts = [try scratch.open(), try scratch.open()]
    // Each counts the notes so far, and writes the next number: a lost update would repeat one.
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (place, chart) in charts.enumerated() {
        group.addTask {
          var random = RandomEvents(seed: UInt64(place))
          var seen = 0
          var cursor = JournalCursor(position: 1)
          for _ in 0..<40 {
            let appended = try chart.journal.append(
              to: session,
              from: cursor,
              now: { Instant(milliseconds: 1_762_265_226_125) }
            ) { arrived in
              [random.draft(of: .note(Note("\(seen + arrived.count)")))]
            }
            seen += appended.arrived.count + appended.written.count
            cursor = appended.cursor
          }
        }
      }
      try await group.waitForAll()
    }
    let events = try charts[0].journal.events(of: session, after: .start).events.dropFirst()
    let numbers = events.map { event -> String in
      if case .note(let note) = event.event { note.text } else { "" }
    }
    #expect(numbers == (0..<80).map(String.init))
    #expect(try charts[1].verify().isWhole)
  }

  @Test func `another connection's commit changes the token`() throws {
    let chart = try scratch.create()
    let before = try chart.journal.changeToken()
    #expect(try chart.journal.changeToken() == before)
    try scratch.open().fill(seed: 49, count: 1)
    #expect(try chart.journal.changeToken() != before)
  }

  @Test func `drafts are kept from one process to the next, each in its place`() throws {
    let chart = try scratch.create()
    let (session, _) = try chart.fill(seed: 50, count: 1)
    let line = DraftBox.Place(session: session, person: "Ana", field: "line")
    let other = DraftBox.Place(session: nil, person: "Ana", field: "line")
    try chart.drafts.save("note she hu", at: line)
    try chart.drafts.save("note she hums", at: line)
    #expect(try chart.drafts.draft(at: other) == nil)
    let again = try scratch.open()
    #expect(try again.drafts.draft(at: line) == "note she hums")
    try again.drafts.clear(line)
    #expect(try chart.drafts.draft(at: line) == nil)
    #expect(try chart.verify().isWhole)
  }
}
