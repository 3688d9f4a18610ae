import GRDB
import KapRecord
import KapTimeline

/// What can be checked of a chart's database without a key: pages, tables, people, the writer.
struct PlainVerification {
  let database: Database
  private(set) var findings: [Finding] = []

  init(database: Database) { self.database = database }

  mutating func run() {
    checkDatabase()
    checkSchema()
    checkPeople()
  }

  mutating func attempt(at place: Finding.Place, _ body: (inout Self) throws -> Void) {
    do {
      try body(&self)
    } catch {
      report(.damaged(ChartError.words(of: error)), at: place)
    }
  }

  mutating func report(_ fault: Finding.Fault, at place: Finding.Place, session: SessionID? = nil) {
    findings.append(Finding(fault, at: place, session: session))
  }

  /// SQLite's own check of its pages.
  private mutating func checkDatabase() {
    let place = Finding.Place.file(ChartDatabase.fileName)
    attempt(at: place) { check in
      let rows = try Row.fetchCursor(check.database, sql: "PRAGMA integrity_check(20)")
      while let row = try rows.next() {
        let words = String.fromDatabaseValue(row[0] as DatabaseValue) ?? ""
        if words != "ok" { check.report(.damaged(ChartError.oneLine(words)), at: place) }
      }
    }
  }

  private mutating func checkPeople() {
    attempt(at: .table("people")) { check in
      let people = try check.database.people()
      for (number, row) in people where row == nil {
        check.report(.changed, at: .row(table: "people", number: number))
      }
      if people.isEmpty { check.report(.absent, at: .table("people")) }
    }
    attempt(at: .table("identity")) { check in
      let rows = try Row.fetchAll(check.database, sql: "SELECT writer FROM identity")
      let writers = rows.map { String.fromDatabaseValue($0[0] as DatabaseValue) }
      if writers.count != 1 || writers.contains(where: { $0.flatMap { WriterID($0) } == nil }) {
        check.report(.malformed, at: .table("identity"))
      }
    }
  }
}
