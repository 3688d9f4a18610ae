import Foundation
import GRDB
import KapRecord
import KapTimeline

extension ChartVerification {
  /// Reads the heads of the database and looks at those of the heads file.
  mutating func readHeads() {
    attempt(at: .table("heads")) { check in
      let rows = try Row.fetchCursor(
        check.database,
        sql: "SELECT session, writer, sealed FROM heads"
      )
      var number: Int64 = 0
      while let row = try rows.next() {
        number += 1
        check.take(row, number: number)
      }
    }
    guard let headsText else { return report(.absent, at: .file(HeadsFile.name)) }
    findings += headsText.findings
  }

  private mutating func take(_ row: Row, number: Int64) {
    let place = Finding.Place.row(table: "heads", number: number)
    guard let session = String.fromDatabaseValue(row[0] as DatabaseValue),
      let writer = String.fromDatabaseValue(row[1] as DatabaseValue),
      let sealed = Data.fromDatabaseValue(row[2] as DatabaseValue),
      let name = HeadName(session: session, writer: writer)
    else { return report(.malformed, at: place) }
    guard let head = StoredHead(opening: sealed, name, seal) else {
      return report(.sealBroken, at: place, session: SessionID(session))
    }
    storedHeads[name] = head.head
  }

  /// The heads that other places have for a chain.
  func expectations(of name: HeadName) -> [ChainCheck.Expectation] {
    var expectations: [ChainCheck.Expectation] = []
    if let head = storedHeads[name] {
      expectations.append(.init(head, at: .table("heads"), isFinal: true))
    }
    if let headsText, let head = headsText.heads[name] {
      let place = Finding.Place.file(HeadsFile.name, line: headsText.lines[name])
      expectations.append(.init(head, at: place, isFinal: false))
    }
    return expectations
  }

  /// The chains of sessions that anything vouches for.
  var vouchedChains: Set<ChainID> {
    var chains: Set<ChainID> = []
    for name in Array(storedHeads.keys) + Array((headsText?.heads ?? [:]).keys) {
      if case .chain(let chain) = name { chains.insert(chain) }
    }
    return chains
  }

  func isVouchedFor(_ session: SessionID) -> Bool {
    vouchedChains.contains { $0.session == session }
  }
}
