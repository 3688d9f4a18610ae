import Foundation
import GRDB
import KapRecord
import KapTimeline

extension ChartVerification {
  /// Follows every chain of every session, in the order of its numbers, whatever the rows' order.
  mutating func checkEvents() {
    let rows = readPlaces()
    for (number, session) in sessions.sorted(by: { $0.key < $1.key }) where isWanted(session) {
      checkChains(of: session, rows: rows[number] ?? [])
    }
    for (number, rows) in rows.sorted(by: { $0.key < $1.key })
    where sessions[number] == nil && only == nil {
      for row in rows {
        report(.foreign, at: .row(table: "events", number: row.place.rawValue), event: row.id)
      }
    }
    let gone = Set(vouchedChains.map(\.session)).subtracting(sessions.values)
    for session in gone.sorted() where isWanted(session) {
      report(.absent, at: .table("sessions"), session: session)
      checkChains(of: session, rows: [])
    }
  }

  private func isWanted(_ session: SessionID) -> Bool { only == nil || only == session }

  /// A row by what stands in it in the clear.
  private struct PlacedRow {
    let place: EventPlace
    let id: EventID
  }

  private mutating func readPlaces() -> [Int64: [PlacedRow]] {
    var rows: [Int64: [PlacedRow]] = [:]
    attempt(at: .table("events")) { check in
      let cursor = try Row.fetchCursor(
        check.database,
        sql: "SELECT place, writer, sequence FROM events ORDER BY place"
      )
      while let row = try cursor.next() {
        let place = EventPlace(rawValue: Int64.fromDatabaseValue(row[0] as DatabaseValue) ?? 0)
        let writer = String.fromDatabaseValue(row[1] as DatabaseValue).flatMap { WriterID($0) }
        guard let writer, let sequence = Int.fromDatabaseValue(row[2] as DatabaseValue),
          sequence > 0
        else {
          let session = check.sessions[place.session]
          check.report(.malformed, at: Self.row(place), session: session)
          continue
        }
        let id = EventID(writer: writer, sequence: sequence)
        rows[place.session, default: []].append(PlacedRow(place: place, id: id))
      }
    }
    return rows
  }

  private mutating func checkChains(of session: SessionID, rows: [PlacedRow]) {
    let byWriter = Dictionary(grouping: rows) { $0.id.writer }
    let vouched = vouchedChains.filter { $0.session == session }.map(\.writer)
    for writer in Set(byWriter.keys).union(vouched).sorted() {
      let chain = ChainID(session: session, writer: writer)
      var check = ChainCheck(chain, expecting: expectations(of: .chain(chain)))
      let ordered = (byWriter[writer] ?? []).sorted {
        ($0.id.sequence, $0.place) < ($1.id.sequence, $1.place)
      }
      for row in ordered { follow(row, of: session, in: &check) }
      findings += check.finish(at: .table("events"))
      if !ordered.isEmpty, storedHeads[.chain(chain)] == nil {
        report(.absent, at: .table("heads"), session: session)
      }
    }
  }

  private mutating func follow(
    _ row: PlacedRow,
    of session: SessionID,
    in check: inout ChainCheck
  ) {
    eventCount += 1
    let place = Self.row(row.place)
    do {
      let sealed = try DatabaseValue.fetchOne(
        database.cachedStatement(sql: "SELECT sealed FROM events WHERE place = ?"),
        arguments: [row.place.rawValue]
      )
      let opened = sealed.flatMap { Data.fromDatabaseValue($0) }.flatMap {
        SealedRecord(opening: $0, with: seal, at: row.place, of: session, as: row.id)
      }
      guard let opened else {
        report(.sealBroken, at: place, session: session, event: row.id)
        return check.skip(row.id.sequence)
      }
      check.take(opened.record, at: place)
      if let fault = fault(in: opened.record, of: session) {
        report(fault, at: place, session: session, event: row.id)
      }
    } catch {
      report(.damaged(ChartError.words(of: error)), at: place, session: session, event: row.id)
      check.skip(row.id.sequence)
    }
  }

  private static func row(_ place: EventPlace) -> Finding.Place {
    .row(table: "events", number: place.rawValue)
  }

  private func fault(in record: ChainedRecord, of session: SessionID) -> Finding.Fault? {
    do {
      let read = try codec.read(record.bytes)
      return read.session == session && read.recorded.id == record.id ? nil : .foreign
    } catch {
      return error.isOfAnotherProgram ? nil : .unreadable(error)
    }
  }
}
