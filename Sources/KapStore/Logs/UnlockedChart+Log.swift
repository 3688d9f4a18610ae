package import Foundation
import GRDB
package import KapRecord
package import KapTimeline

extension UnlockedChart {
  /// Writes a session's log, line by line, as the records stand in this chart.
  package func writeLog(of session: SessionID, to sink: @escaping (Data) throws -> Void) throws {
    try database.read { database in
      guard let number = try database.number(of: session) else {
        throw JournalError.noSuchSession(session)
      }
      let places = EventPlace.all(of: number)
      let writers = try String.fetchAll(
        database,
        sql: "SELECT DISTINCT writer FROM events WHERE place BETWEEN ? AND ?",
        arguments: [places.lowerBound.rawValue, places.upperBound.rawValue]
      ).compactMap { WriterID($0) }
      var log = try LogWriter(session: session, writers: writers, to: sink)
      try database.forEachEvent(in: places) { row in
        try log.write(opened(row, of: session).record)
      }
      try log.finish()
    }
  }

  /// Adds what a log has and this chart has not; the records stay as they are, byte for byte.
  ///
  /// The same log again adds nothing. A log whose end is missing gives what it has; any other fault,
  /// and a record that differs from this chart's, refuses it as a whole.
  package func merge(_ log: LogReading, at now: Instant) throws -> Merged {
    if !log.isWholeButForItsEnd, let fault = log.findings.first {
      throw ChartError.faultyLog(fault)
    }
    var appender = Appender(chart: self, session: log.session)
    let merged = try database.write { database in
      let known = try database.number(of: log.session)
      guard let first = log.lines.first else { return Merged(added: 0, known: 0) }
      if known == nil, (try? first.event.get().event.kind) != .opened {
        throw JournalError.notAnOpening
      }
      let number = try known ?? appender.openSession(in: database)
      var rows: [EventID: EventRow] = [:]
      try database.forEachEvent(in: EventPlace.all(of: number)) { rows[$0.id] = $0 }
      var heads = MergedHeads(session: log.session, seal: keys.records)
      var added = 0
      for line in log.lines {
        try heads.take(line, in: database)
        if let row = rows[line.record.id] {
          guard try opened(row, of: log.session).record.link == line.record.link else {
            throw ChartError.conflict(line.record.id)
          }
        } else {
          try appender.insert(line.record, number: number, receivedAt: now, in: database)
          added += 1
        }
      }
      for (name, head) in heads.moved { try appender.set(head, of: name, in: database) }
      return Merged(added: added, known: log.lines.count - added)
    }
    appender.noteHeads()
    return merged
  }

  /// What came of a merge.
  package struct Merged: Hashable, Sendable {
    /// How many events are new to this chart.
    package let added: Int
    /// How many it had already.
    package let known: Int

    /// Creates a result.
    package init(added: Int, known: Int) {
      self.added = added
      self.known = known
    }
  }

  private func opened(_ row: EventRow, of session: SessionID) throws -> SealedRecord {
    let opened = SealedRecord(
      opening: row.sealed,
      with: keys.records,
      at: row.place,
      of: session,
      as: row.id
    )
    guard let opened else {
      throw ChartError.damaged(cause: "events row \(row.place.rawValue)")
    }
    return opened
  }
}

/// The heads of a session's chains as a log moves them on.
private struct MergedHeads {
  let session: SessionID
  let seal: Seal
  private var heads: [HeadName: StoredHead] = [:]
  private(set) var moved: [HeadName: StoredHead] = [:]

  init(session: SessionID, seal: Seal) {
    self.session = session
    self.seal = seal
  }

  mutating func take(_ line: LogReading.Line, in database: Database) throws {
    let record = line.record
    let name = HeadName.chain(ChainID(session: session, writer: record.id.writer))
    let known = try heads[name] ?? database.head(of: name, seal)
    if let known, record.id.sequence <= known.head.count {
      guard record.id.sequence < known.head.count || record.link == known.head.link else {
        throw ChartError.conflict(record.id)
      }
      heads[name] = known
      return
    }
    let recordedAt = (try? line.event.get().recordedAt) ?? Instant(milliseconds: 0)
    let head = StoredHead(
      Head(count: record.id.sequence, link: record.link),
      recordedAt: max(recordedAt, known?.recordedAt ?? recordedAt)
    )
    heads[name] = head
    moved[name] = head
  }
}
