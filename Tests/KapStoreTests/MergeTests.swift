import Foundation
import KapRecord
import KapStore
import KapTestSupport
import KapTimeline
import Testing

struct MergeTests {
  private let here = ScratchChart()
  private let there = ScratchChart()

  private func log(of session: SessionID, in chart: UnlockedChart) throws -> Data {
    let collected = Collected()
    try chart.writeLog(of: session) { collected.bytes += $0 }
    return collected.bytes
  }

  @Test func `a log goes from chart to chart and comes out byte for byte`() throws {
    let first = try here.create()
    let (session, events) = try first.fill(seed: 101, count: 30)
    let bytes = try log(of: session, in: first)
    #expect(try LogReading(bytes).findings.isEmpty)
    let second = try there.create()
    let now = events[29].recordedAt
    let merged = try second.merge(try LogReading(bytes), at: now)
    #expect(merged == UnlockedChart.Merged(added: 30, known: 0))
    #expect(try second.journal.events(of: session, after: .start).events == events)
    #expect(try log(of: session, in: second) == bytes)
    #expect(try second.verify().isWhole)
    // The same log again adds nothing.
    let again = try second.merge(try LogReading(bytes), at: now)
    #expect(again == UnlockedChart.Merged(added: 0, known: 30))
  }

  @Test func `two charts that went on apart come together as a union`() throws {
    let first = try here.create()
    let (session, events) = try first.fill(seed: 102, count: 5)
    let second = try there.create()
    let now = events[4].recordedAt
    _ = try second.merge(try LogReading(try log(of: session, in: first)), at: now)
    var random = RandomEvents(seed: 102)
    for chart in [first, second, second] {
      let draft = random.draft(of: random.event())
      _ = try chart.journal.append(to: session, from: .start, now: { now }) { _ in [draft] }
    }
    let before = try first.journal.events(of: session, after: .start)
    _ = try first.merge(try LogReading(try log(of: session, in: second)), at: now)
    _ = try second.merge(try LogReading(try log(of: session, in: first)), at: now)
    #expect(try first.journal.events(of: session, after: before.cursor).events.count == 2)
    let all = [first, second].map { try? Set($0.journal.events(of: session, after: .start).events) }
    #expect(all[0] == all[1] && all[0]?.count == 8)
    #expect(try first.verify().isWhole && second.verify().isWhole)
  }

  @Test func `a log cut off gives what it has`() throws {
    let first = try here.create()
    let (session, events) = try first.fill(seed: 103, count: 9)
    let bytes = try log(of: session, in: first)
    let second = try there.create()
    let cut = try LogReading(Data(bytes.prefix(bytes.count * 2 / 3)))
    let merged = try second.merge(cut, at: events[8].recordedAt)
    #expect(merged.added == cut.lines.count && (1..<9).contains(merged.added))
    #expect(try second.verify().isWhole)
    let rest = try second.merge(try LogReading(bytes), at: events[8].recordedAt)
    #expect(rest.added == 9 - merged.added)
    #expect(try second.verify().isWhole)
  }

  @Test func `a log that was changed is refused as a whole`() throws {
    let first = try here.create()
    let (session, events) = try first.fill(seed: 104, count: 9)
    var bytes = try log(of: session, in: first)
    bytes[bytes.count / 2] ^= 1
    let second = try there.create()
    let error = #expect(throws: ChartError.self) {
      try second.merge(try LogReading(bytes), at: events[8].recordedAt)
    }
    #expect(error?.code == "log-faulty")
    #expect(try second.journal.sessions().isEmpty)
  }

  @Test func `a log that says otherwise than the chart is refused as a whole`() throws {
    let first = try here.create()
    let (session, events) = try first.fill(seed: 105, count: 4)
    try first.close()
    let copy = try here.crashed()
    var random = RandomEvents(seed: 105)
    let now = events[3].recordedAt
    let charts = try [here.open(), copy.open()]
    for chart in charts {
      let draft = random.draft(of: .note(Note(random.words())))
      _ = try chart.journal.append(to: session, from: .start, now: { now }) { _ in [draft] }
    }
    let other = try LogReading(try log(of: session, in: charts[1]))
    let conflict = EventID(writer: charts[0].journal.writer, sequence: 5)
    #expect(throws: ChartError.conflict(conflict)) { try charts[0].merge(other, at: now) }
    #expect(try charts[0].verify().isWhole)
  }
}
