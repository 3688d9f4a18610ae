import GRDB
import KapRecord
package import KapTimeline

extension UnlockedChart {
  /// Holds the database, the chains, the heads and the heads file against each other, for one
  /// session or for all.
  ///
  /// Whatever is damaged is a finding. It throws where the chart cannot be looked at now: another
  /// process is busy, or there is no such session anywhere.
  ///
  /// What ``Chart/inspect(at:patience:)`` looks at is left out where that was done before.
  package func verify(
    _ session: SessionID? = nil,
    isInspected: Bool = false
  ) throws -> ChartReport {
    // The heads file first: what is committed meanwhile would make it seem to lag, never to lead.
    let text = heads.read()
    do {
      return try database.direct { database in
        var verification = ChartVerification(
          database: database,
          chart: self,
          headsText: text,
          only: session,
          isInspected: isInspected
        )
        try database.inTransaction(.deferred) {
          try verification.run()
          return .commit
        }
        return verification.report
      }
    } catch ChartError.damaged(let cause) {
      // So damaged that not even a transaction can begin.
      let finding = Finding(.damaged(cause), at: .file(ChartDatabase.fileName))
      return ChartReport(sessions: 0, events: 0, findings: [finding])
    }
  }
}
