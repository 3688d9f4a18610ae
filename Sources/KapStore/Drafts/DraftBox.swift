import Foundation
import GRDB
package import KapTimeline

/// Lines that somebody began to type, kept sealed so that a crash does not take them.
///
/// A draft is no part of the record: it is overwritten as it is typed and removed once it is entered.
package struct DraftBox: Sendable {
  let chart: UnlockedChart

  init(chart: UnlockedChart) { self.chart = chart }

  /// Which line a draft is of.
  package struct Place: Hashable, Sendable {
    /// The session, or nil for the start screen.
    package let session: SessionID?
    /// Who types.
    package let person: String
    /// The field's name.
    package let field: String

    /// Creates a place.
    package init(session: SessionID?, person: String, field: String) {
      self.session = session
      self.person = person
      self.field = field
    }

    fileprivate var columns: [String] { [session?.text ?? "", person, field] }

    fileprivate var context: Data { Self.context(of: columns) }

    static func context(of columns: [String]) -> Data {
      columns.reduce(into: Data("kap draft 1".utf8)) { context, column in
        context.append(Data(bigEndian: UInt32(clamping: column.utf8.count)))
        context.append(contentsOf: column.utf8)
      }
    }
  }

  /// Keeps `text` in the place of what was there.
  package func save(_ text: String, at place: Place) throws {
    let sealed = try chart.keys.drafts.closing(text: text, in: place.context)
    try chart.database.write { database in
      try database.cachedStatement(
        sql: """
          INSERT INTO drafts (session, person, field, sealed) VALUES (?, ?, ?, ?)
          ON CONFLICT DO UPDATE SET sealed = excluded.sealed
          """
      ).execute(arguments: StatementArguments(place.columns) + [sealed])
    }
  }

  /// What was kept, or nil when there is nothing, or nothing that can be read any more.
  package func draft(at place: Place) throws -> String? {
    let sealed = try chart.database.direct { database in
      try Data.fetchOne(
        database.cachedStatement(
          sql: "SELECT sealed FROM drafts WHERE session = ? AND person = ? AND field = ?"
        ),
        arguments: StatementArguments(place.columns)
      )
    }
    return sealed.flatMap { chart.keys.drafts.openingText($0, in: place.context) }
  }

  /// What was kept of a person in a session, by the field's name, but for what cannot be read.
  package func drafts(of session: SessionID?, by person: String) throws -> [String: String] {
    let rows = try chart.database.direct { database in
      try Row.fetchAll(
        database.cachedStatement(
          sql: "SELECT field, sealed FROM drafts WHERE session = ? AND person = ?"
        ),
        arguments: [session?.text ?? "", person]
      ).map { row in
        (try row.decode(String.self, atIndex: 0), try row.decode(Data.self, atIndex: 1))
      }
    }
    return rows.reduce(into: [:]) { texts, row in
      let place = Place(session: session, person: person, field: row.0)
      texts[row.0] = chart.keys.drafts.openingText(row.1, in: place.context)
    }
  }

  /// Removes what was kept.
  package func clear(_ place: Place) throws {
    try chart.database.write { database in
      try database.cachedStatement(
        sql: "DELETE FROM drafts WHERE session = ? AND person = ? AND field = ?"
      ).execute(arguments: StatementArguments(place.columns))
    }
  }
}
