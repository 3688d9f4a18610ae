import Foundation
import GRDB
import KapRecord
import KapTimeline

/// One pass over a chart that finds what is wrong with it and goes on.
struct ChartVerification {
  let database: Database
  let chart: UnlockedChart
  let headsText: HeadsText?
  /// The one session to look at, or nil for all.
  let only: SessionID?

  /// Whether what needs no key was looked at already.
  let isInspected: Bool

  let codec = RecordCodec()

  var findings: [Finding] = []
  var sessions: [Int64: SessionID] = [:]
  var storedHeads: [HeadName: Head] = [:]
  var eventCount = 0

  init(
    database: Database,
    chart: UnlockedChart,
    headsText: HeadsText?,
    only: SessionID?,
    isInspected: Bool
  ) {
    self.isInspected = isInspected
    self.database = database
    self.chart = chart
    self.headsText = headsText
    self.only = only
  }

  var seal: Seal { chart.keys.records }

  var report: ChartReport {
    let count = sessions.values.filter { only == nil || only == $0 }.count
    return ChartReport(sessions: count, events: eventCount, findings: findings)
  }

  mutating func run() throws {
    if !isInspected {
      var plain = PlainVerification(database: database)
      plain.run()
      findings += plain.findings
    }
    readHeads()
    checkOpenings()
    if let only, !sessions.values.contains(only), !isVouchedFor(only) {
      throw JournalError.noSuchSession(only)
    }
    checkEvents()
    checkDrafts()
  }

  /// Runs a part; what the database cannot give is a finding there.
  mutating func attempt(at place: Finding.Place, _ body: (inout Self) throws -> Void) {
    do {
      try body(&self)
    } catch {
      findings.append(Finding(.damaged(ChartError.words(of: error)), at: place))
    }
  }

  mutating func report(
    _ fault: Finding.Fault,
    at place: Finding.Place,
    session: SessionID? = nil,
    event: EventID? = nil
  ) {
    findings.append(Finding(fault, at: place, session: session, event: event))
  }

  private mutating func checkDrafts() {
    attempt(at: .table("drafts")) { check in
      let rows = try Row.fetchCursor(
        check.database,
        sql: "SELECT session, person, field, sealed FROM drafts"
      )
      var number: Int64 = 0
      while let row = try rows.next() {
        number += 1
        let columns = (0..<3).compactMap { String.fromDatabaseValue(row[$0] as DatabaseValue) }
        let sealed = Data.fromDatabaseValue(row[3] as DatabaseValue)
        guard columns.count == 3, let sealed, check.opensDraft(sealed, columns) else {
          check.report(.sealBroken, at: .row(table: "drafts", number: number))
          continue
        }
      }
    }
  }

  private func opensDraft(_ sealed: Data, _ columns: [String]) -> Bool {
    let context = DraftBox.Place.context(of: columns)
    return chart.keys.drafts.openingText(sealed, in: context) != nil
  }
}
