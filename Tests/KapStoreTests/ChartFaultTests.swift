import Foundation
import GRDB
import KapRecord
import KapStore
import KapTestSupport
import KapTimeline
import Testing

struct ChartFaultTests {
  private let scratch = ScratchChart()

  /// Changes the database behind the chart's back, triggers and all.
  private func tamper(_ statements: String...) throws {
    let queue = try DatabaseQueue(path: scratch.path + "/chart.db")
    try queue.writeWithoutTransaction { database in
      let triggers = try Row.fetchAll(
        database,
        sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
      )
      for trigger in triggers {
        try database.execute(sql: "DROP TRIGGER \(trigger["name"] as String)")
      }
      for statement in statements { try database.execute(sql: statement) }
      for trigger in triggers { try database.execute(sql: trigger["sql"]) }
    }
    try queue.close()
  }

  private func findings() throws -> [Finding] { try scratch.open().verify().findings }

  @Test func `a changed row is named by table, row, session and event`() throws {
    let (session, events) = try scratch.create().fill(seed: 71, count: 9)
    try tamper("UPDATE events SET sealed = zeroblob(length(sealed)) WHERE sequence = 4")
    let place = Finding.Place.row(table: "events", number: 1 << 32 | 4)
    #expect(
      try findings() == [Finding(.sealBroken, at: place, session: session, event: events[3].id)]
    )
  }

  @Test func `a removed row is named`() throws {
    let (session, events) = try scratch.create().fill(seed: 72, count: 9)
    try tamper("DELETE FROM events WHERE sequence = 4")
    let expected = Finding(
      .missing(4...4),
      at: .table("events"),
      session: session,
      event: events[3].id
    )
    #expect(try findings() == [expected])
  }

  @Test func `rows that changed places are named`() throws {
    let (_, events) = try scratch.create().fill(seed: 73, count: 9)
    try tamper(
      "UPDATE events SET place = 7 WHERE sequence = 4",
      "UPDATE events SET place = 4 + (1 << 32) WHERE sequence = 6",
      "UPDATE events SET place = 6 + (1 << 32) WHERE place = 7"
    )
    #expect(try Set(findings().map(\.event)) == [events[3].id, events[5].id])
  }

  @Test func `contents that changed places are named`() throws {
    let (_, events) = try scratch.create().fill(seed: 74, count: 9)
    try tamper(
      "CREATE TABLE copy AS SELECT sequence, sealed FROM events",
      "UPDATE events SET sealed = (SELECT sealed FROM copy WHERE copy.sequence = 6) WHERE sequence = 4",
      "UPDATE events SET sealed = (SELECT sealed FROM copy WHERE copy.sequence = 4) WHERE sequence = 6",
      "DROP TABLE copy"
    )
    #expect(try Set(findings().map(\.event)) == [events[3].id, events[5].id])
  }

  @Test func `a doubled row is named`() throws {
    let (_, events) = try scratch.create().fill(seed: 75, count: 9)
    try tamper(
      "INSERT INTO events SELECT place + 100, writer, sequence, sealed FROM events WHERE sequence = 4"
    )
    #expect(try findings().map(\.event) == [events[3].id])
  }

  @Test func `a missing tail is named by the heads`() throws {
    let (session, events) = try scratch.create().fill(seed: 76, count: 9)
    try tamper("DELETE FROM events WHERE sequence > 6")
    let found = try findings()
    #expect(Set(found.map(\.fault)) == [.missing(7...9)])
    #expect(found.allSatisfy { $0.session == session && $0.event == events[6].id })
  }

  @Test func `a tail taken out with its head is named by the heads file`() throws {
    let chart = try scratch.create()
    let (session, _) = try chart.fill(seed: 77, count: 6)
    try chart.close()
    let earlier = try scratch.bytes(of: "chart.db")
    let again = try scratch.open()
    var random = RandomEvents(seed: 77)
    let draft = random.draft(of: .note(Note("gone")))
    let now = random.instant()
    _ = try again.journal.append(to: session, from: .start, now: { now }) { _ in [draft, draft] }
    try again.close()
    try scratch.write(earlier, to: "chart.db")
    let found = try findings()
    #expect(found.map(\.fault) == [.missing(7...8)])
    #expect(found.first?.session == session)
  }

  @Test func `what was lost is not numbered again`() throws {
    let chart = try scratch.create()
    let (session, _) = try chart.fill(seed: 78, count: 6)
    try chart.close()
    let earlier = try scratch.bytes(of: "chart.db")
    var random = RandomEvents(seed: 78)
    let draft = random.draft(of: .note(Note("words")))
    let now = random.instant()
    let lost = try scratch.open()
    let log = Collected()
    _ = try lost.journal.append(to: session, from: .start, now: { now }) { _ in [draft, draft] }
    try lost.writeLog(of: session) { log.bytes += $0 }
    try lost.close()
    try scratch.write(earlier, to: "chart.db")
    let after = try scratch.open()
    let appended = try after.journal.append(to: session, from: .start, now: { now }) { _ in [draft]
    }
    #expect(appended.written.map(\.id.sequence) == [9])
    #expect(try after.verify().findings.map(\.fault) == [.missing(7...8)])
    // A log that was exported in time brings back what was lost.
    let merged = try after.merge(try LogReading(log.bytes), at: now)
    #expect(merged == UnlockedChart.Merged(added: 2, known: 6))
    #expect(try after.verify().isWhole)
  }

  @Test func `a removed session is named, whatever of it was removed`() throws {
    let chart = try scratch.create()
    try chart.fill(seed: 79, count: 3)
    let (session, _) = try chart.fill(seed: 80, count: 3)
    try chart.fill(seed: 81, count: 3)
    try tamper(
      "DELETE FROM events WHERE place >> 32 = 2",
      "DELETE FROM sessions WHERE number = 2",
      "DELETE FROM heads WHERE session = '\(session.text)'"
    )
    let found = try findings()
    #expect(found.contains { $0.place == .table("sessions") && $0.fault == .missing(2...2) })
    #expect(found.contains { $0.session == session })
  }

  @Test func `the last session, removed without a trace in the database, is named`() throws {
    let chart = try scratch.create()
    try chart.fill(seed: 82, count: 3)
    try chart.close()
    let earlier = try scratch.bytes(of: "chart.db")
    let again = try scratch.open()
    let (session, _) = try again.fill(seed: 83, count: 3)
    try again.close()
    try scratch.write(earlier, to: "chart.db")
    let found = try findings()
    #expect(found.contains { $0.place == .table("sessions") && $0.fault == .missing(2...2) })
    #expect(found.contains { $0.session == session && $0.fault == .missing(1...3) })
    #expect(throws: Never.self) { try scratch.open().verify(session) }
  }

  @Test func `a trigger that was taken away is missed`() throws {
    try scratch.create().fill(seed: 84, count: 3)
    let queue = try DatabaseQueue(path: scratch.path + "/chart.db")
    try queue.writeWithoutTransaction { try $0.execute(sql: "DROP TRIGGER events_update") }
    try queue.close()
    #expect(try findings().map(\.place) == [.table("events_update")])
  }

  @Test func `a heads file that is gone, changed or cut is told apart`() throws {
    let chart = try scratch.create()
    try chart.fill(seed: 85, count: 5)
    try chart.close()
    let whole = try scratch.bytes(of: "heads")
    try scratch.write(whole.dropLast(30), to: "heads")
    #expect(try findings().isEmpty)
    try scratch.write(whole + Data(count: 100), to: "heads")
    #expect(try findings().isEmpty)
    var changed = whole
    changed[whole.count / 2] ^= 1
    try scratch.write(changed, to: "heads")
    #expect(try findings().map(\.fault) == [.malformed])
    try FileManager.default.removeItem(atPath: scratch.path + "/heads")
    #expect(try findings().map(\.fault) == [.absent])
  }

  @Test func `a heads file cut by a power failure is mended and goes on`() throws {
    let chart = try scratch.create()
    let (session, events) = try chart.fill(seed: 86, count: 5)
    try chart.close()
    try scratch.write(try scratch.bytes(of: "heads").dropLast(30) + Data(count: 9), to: "heads")
    let again = try scratch.open()
    var random = RandomEvents(seed: 86)
    let draft = random.draft(of: .note(Note("on")))
    let now = events[4].recordedAt
    _ = try again.journal.append(to: session, from: .start, now: { now }) { _ in [draft] }
    try again.close()
    #expect(try findings().isEmpty)
    #expect(!(try scratch.bytes(of: "heads").contains(0)))
  }
}

final class Collected {
  var bytes = Data()
}
