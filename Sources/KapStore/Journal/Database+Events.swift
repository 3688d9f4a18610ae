import Foundation
import GRDB
import KapRecord
import KapTimeline

/// A row of events as the database gives it, with nothing believed yet.
struct EventRow: Sendable {
  let place: EventPlace
  let id: EventID
  let sealed: Data
}

extension Database {
  /// The event that arrived first at the places of a range.
  func firstEvent(in places: ClosedRange<EventPlace>) throws -> EventRow? {
    let statement = try cachedStatement(
      sql: """
        SELECT place, writer, sequence, sealed FROM events WHERE place BETWEEN ? AND ?
        ORDER BY place LIMIT 1
        """
    )
    let row = try Row.fetchOne(
      statement,
      arguments: [places.lowerBound.rawValue, places.upperBound.rawValue]
    )
    return try row.map { try EventRow($0) }
  }

  /// Calls `body` with the events at the places of a range, in the order of arrival.
  func forEachEvent(
    in places: ClosedRange<EventPlace>,
    _ body: (EventRow) throws -> Void
  ) throws {
    let statement = try cachedStatement(
      sql: "SELECT place, writer, sequence, sealed FROM events WHERE place BETWEEN ? AND ?"
    )
    let rows = try Row.fetchCursor(
      statement,
      arguments: [places.lowerBound.rawValue, places.upperBound.rawValue]
    )
    while let row = try rows.next() {
      try body(EventRow(row))
    }
  }

  /// The last place of a range that is taken.
  func lastPlace(in places: ClosedRange<EventPlace>) throws -> EventPlace? {
    let statement = try cachedStatement(
      sql: "SELECT place FROM events WHERE place BETWEEN ? AND ? ORDER BY place DESC LIMIT 1"
    )
    return try Int64.fetchOne(
      statement,
      arguments: [places.lowerBound.rawValue, places.upperBound.rawValue]
    ).map(EventPlace.init(rawValue:))
  }

  /// Adds an event.
  func insert(
    _ record: SealedRecord,
    at place: EventPlace,
    of session: SessionID,
    seal: Seal
  ) throws {
    let statement = try cachedStatement(
      sql: "INSERT INTO events (place, writer, sequence, sealed) VALUES (?, ?, ?, ?)"
    )
    try statement.execute(
      arguments: [
        place.rawValue, record.record.id.writer.text, record.record.id.sequence,
        try record.sealed(by: seal, at: place, of: session),
      ]
    )
  }
}

extension EventRow {
  init(_ row: Row) throws {
    let place = try row.decode(Int64.self, atIndex: 0)
    let writer = WriterID(try row.decode(String.self, atIndex: 1))
    let sequence = try row.decode(Int.self, atIndex: 2)
    guard let writer, sequence > 0 else {
      throw ChartError.damaged(cause: "events row \(place)")
    }
    self.place = EventPlace(rawValue: place)
    id = EventID(writer: writer, sequence: sequence)
    sealed = try row.decode(Data.self, atIndex: 3)
  }
}
