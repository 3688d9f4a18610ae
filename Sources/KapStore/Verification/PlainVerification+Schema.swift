import GRDB
import KapRecord

extension PlainVerification {
  /// Holds tables and triggers against those of a new chart: a trigger that was taken away would
  /// let events be changed.
  mutating func checkSchema() {
    attempt(at: .table("sqlite_schema")) { check in
      let (tables, forms) = try Self.pattern.get()
      let found = try Self.schema(check.database)
      for name in Set(tables.keys).union(found.keys).sorted() where tables[name] != found[name] {
        check.report(tables[name] == nil ? .malformed : .changed, at: .table(name))
      }
      if try Self.forms(check.database) != forms {
        check.report(.malformed, at: .table("grdb_migrations"))
      }
    }
  }

  private typealias Pattern = (tables: [String: [String]], forms: [DatabaseValue])

  /// Tables and forms of a new chart; making one takes longer than all the rest of a small chart.
  private static let pattern = Result { () throws -> Pattern in
    let pattern = try DatabaseQueue()
    try ChartSchema.migrator.migrate(pattern)
    return try pattern.writeWithoutTransaction { (try schema($0), try forms($0)) }
  }

  private static func forms(_ database: Database) throws -> [DatabaseValue] {
    try Row.fetchAll(database, sql: "SELECT identifier FROM grdb_migrations").map { $0[0] }
  }

  private static func schema(_ database: Database) throws -> [String: [String]] {
    var schema: [String: [String]] = [:]
    let rows = try Row.fetchCursor(
      database,
      sql: "SELECT name, type, tbl_name, sql FROM sqlite_schema"
    )
    while let row = try rows.next() {
      let texts = (0..<4).map { String.fromDatabaseValue(row[$0] as DatabaseValue) ?? "" }
      // A name that was changed may hold anything, and ends on a terminal.
      let isPlain = texts[0].unicodeScalars.allSatisfy { (0x20..<0x7F).contains($0.value) }
      schema[isPlain ? texts[0] : "?"] = Array(texts.dropFirst())
    }
    return schema
  }
}
