import GRDB
package import KapTimeline

extension UnlockedChart {
  /// Holds the database, the chains, the heads and the heads file against each other, for one
  /// session or for all.
  ///
  /// Whatever is damaged is a finding. It throws where the chart cannot be looked at now: another
  /// process is busy, or there is no such session anywhere.
  package func verify(_ session: SessionID? = nil) throws -> ChartReport {
    // The heads file first: what is committed meanwhile would make it seem to lag, never to lead.
    let text = heads.read()
    return try database.direct { database in
      var verification = ChartVerification(
        database: database,
        chart: self,
        headsText: text,
        only: session
      )
      try database.inTransaction(.deferred) {
        try verification.run()
        return .commit
      }
      return verification.report
    }
  }
}
