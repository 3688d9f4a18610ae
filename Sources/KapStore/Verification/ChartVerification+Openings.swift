import Foundation
import GRDB
import KapRecord
import KapTimeline

extension ChartVerification {
  /// Follows the chain of openings, which sees that a whole session was taken out.
  mutating func checkOpenings() {
    var follower = Follower(head: HeadName.openings.origin(in: chart.chart.writer))
    attempt(at: .table("sessions")) { check in
      let rows = try Row.fetchCursor(
        check.database,
        sql: "SELECT number, session, sealed FROM sessions ORDER BY number"
      )
      while let row = try rows.next() {
        check.follow(row, &follower)
      }
    }
    for expectation in expectations(of: .openings) {
      if expectation.head.count > follower.head.count {
        let range = follower.head.count + 1...expectation.head.count
        report(.missing(range), at: .table("sessions"))
      } else if expectation.isFinal, expectation.head.count < follower.head.count {
        report(.contradicted, at: expectation.place)
      }
    }
    if follower.head.count > 0, storedHeads[.openings] == nil {
      report(.absent, at: .table("heads"))
    }
  }

  private struct Follower {
    var head: Head
    /// Whether the link of the head is known: behind a row that was changed it is not.
    var isSure = true
  }

  private mutating func follow(_ row: Row, _ follower: inout Follower) {
    guard let number = Int.fromDatabaseValue(row[0] as DatabaseValue),
      number > follower.head.count, number < 1 << 31
    else { return report(.malformed, at: .table("sessions")) }
    let place = Finding.Place.row(table: "sessions", number: Int64(number))
    if number > follower.head.count + 1 {
      report(.missing(follower.head.count + 1...number - 1), at: .table("sessions"))
      follower.isSure = false
    }
    let before = follower
    follower.head = Head(count: number, link: before.head.link)
    follower.isSure = false
    guard let text = String.fromDatabaseValue(row[1] as DatabaseValue),
      let session = SessionID(text), let sealed = Data.fromDatabaseValue(row[2] as DatabaseValue)
    else { return report(.malformed, at: place) }
    sessions[Int64(number)] = session
    let stored = SessionRow(number: Int64(number), session: session, sealed: sealed)
    guard let link = stored.link(seal) else {
      return report(.sealBroken, at: place, session: session)
    }
    let content = SessionRow.content(Int64(number), session)
    if before.isSure, before.head.link.following(with: content) != link {
      report(.changed, at: place, session: session)
    }
    follower = Follower(head: Head(count: number, link: link))
    for expectation in expectations(of: .openings)
    where expectation.head.count == number && expectation.head.link != link {
      report(.contradicted, at: place, session: session)
    }
  }
}
