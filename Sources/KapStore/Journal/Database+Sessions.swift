import Foundation
import GRDB
import KapRecord
import KapTimeline

/// A session's row: its number in the chart and the sealed link of the chain of openings.
struct SessionRow {
  let number: Int64
  let session: SessionID
  let sealed: Data

  /// The link, or nil when the seal is broken.
  func link(_ seal: Seal) -> Link? {
    seal.opening(sealed, in: Self.context(number, session)).flatMap { Link(bytes: $0) }
  }

  /// What the chain of openings is made of: number and name of each session.
  static func content(_ number: Int64, _ session: SessionID) -> Data {
    Data("\(number) \(session.text)".utf8)
  }

  static func context(_ number: Int64, _ session: SessionID) -> Data {
    Data("kap opening 1 ".utf8) + content(number, session)
  }
}

extension Database {
  /// The sessions in the order in which they came.
  func sessions() throws -> [SessionRow] {
    var sessions: [SessionRow] = []
    let rows = try Row.fetchCursor(
      self,
      sql: "SELECT number, session, sealed FROM sessions ORDER BY number"
    )
    while let row = try rows.next() {
      sessions.append(try SessionRow(row))
    }
    return sessions
  }

  /// The number of a session in this chart, or nil when it is not here.
  func number(of session: SessionID) throws -> Int64? {
    try Int64.fetchOne(
      cachedStatement(sql: "SELECT number FROM sessions WHERE session = ?"),
      arguments: [session.text]
    )
  }

  /// Adds a session that follows `head` in the chain of openings, and returns the new head.
  func addSession(_ session: SessionID, after head: Head, seal: Seal) throws -> Head {
    let number = Int64(head.count) + 1
    guard number < 1 << 31 else { throw ChartError.damaged(cause: "sessions row \(number)") }
    let link = head.link.following(with: SessionRow.content(number, session))
    let context = SessionRow.context(number, session)
    try execute(
      sql: "INSERT INTO sessions (number, session, sealed) VALUES (?, ?, ?)",
      arguments: [number, session.text, try seal.closing(link.bytes, in: context)]
    )
    return Head(count: head.count + 1, link: link)
  }
}

extension SessionRow {
  init(_ row: Row) throws {
    number = try row.decode(Int64.self, atIndex: 0)
    guard let session = SessionID(try row.decode(String.self, atIndex: 1)) else {
      throw ChartError.damaged(cause: "sessions row \(number)")
    }
    self.session = session
    sealed = try row.decode(Data.self, atIndex: 2)
  }
}
