import GRDB
import KapRecord
import KapTimeline

/// Follows the numbers of sessions and events, which stand in the clear, where no key opens the
/// seals.
struct NumberCheck {
  private var plain: PlainVerification
  private let writer: WriterID
  private let headsText: HeadsText?

  init(database: Database, writer: WriterID, headsText: HeadsText?) {
    plain = PlainVerification(database: database)
    self.writer = writer
    self.headsText = headsText
  }

  var findings: [Finding] { plain.findings + (headsText?.findings ?? []) }

  mutating func run() {
    if headsText == nil { plain.report(.absent, at: .file(HeadsFile.name)) }
    let sessions = readSessions()
    let counts = readEvents(of: sessions)
    for (name, head) in (headsText?.heads ?? [:]).sorted(by: { $0.key < $1.key }) {
      let count = counts[name] ?? 0
      guard head.count > count else { continue }
      switch name {
      case .openings: plain.report(.missing(count + 1...head.count), at: .table("sessions"))
      case .chain(let chain):
        plain.report(.missing(count + 1...head.count), at: .table("events"), session: chain.session)
      }
    }
  }

  private mutating func readSessions() -> [Int64: SessionID] {
    var sessions: [Int64: SessionID] = [:]
    plain.attempt(at: .table("sessions")) { check in
      let rows = try Row.fetchCursor(
        check.database,
        sql: "SELECT number, session FROM sessions ORDER BY number"
      )
      var last: Int64 = 0
      while let row = try rows.next() {
        let number = Int64.fromDatabaseValue(row[0] as DatabaseValue) ?? 0
        let session = String.fromDatabaseValue(row[1] as DatabaseValue).flatMap { SessionID($0) }
        guard let session, number > last else {
          check.report(.malformed, at: .row(table: "sessions", number: number))
          continue
        }
        if number > last + 1 {
          check.report(.missing(Int(last) + 1...Int(number) - 1), at: .table("sessions"))
        }
        sessions[number] = session
        last = number
      }
    }
    return sessions
  }

  private mutating func readEvents(of sessions: [Int64: SessionID]) -> [HeadName: Int] {
    var counts: [HeadName: Int] = [.openings: Int(clamping: sessions.keys.max() ?? 0)]
    plain.attempt(at: .table("events")) { check in
      let rows = try Row.fetchCursor(
        check.database,
        sql: "SELECT place >> 32, writer, count(*), min(sequence), max(sequence), min(place) "
          + "FROM events GROUP BY 1, 2 ORDER BY 1, 2"
      )
      while let row = try rows.next() {
        let numbers = [0, 2, 3, 4, 5].map { Int64.fromDatabaseValue(row[$0] as DatabaseValue) ?? 0 }
        let writer = String.fromDatabaseValue(row[1] as DatabaseValue).flatMap { WriterID($0) }
        guard let writer, let session = sessions[numbers[0]] else {
          check.report(.foreign, at: .row(table: "events", number: numbers[4]))
          continue
        }
        let last = Int(clamping: numbers[3])
        counts[.chain(ChainID(session: session, writer: writer))] = last
        if numbers[2] != 1 || numbers[1] != numbers[3] {
          check.report(.misplaced, at: .table("events"), session: session)
        }
      }
    }
    return counts
  }
}
