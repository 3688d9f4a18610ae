import Foundation
import GRDB
package import KapRecord
import KapTimeline

extension Chart {
  /// What was seen of a chart without anybody's passphrase.
  package struct Inspection: Sendable {
    /// What is wrong.
    package let findings: [Finding]
    /// The chart, where it can be opened at all.
    package let chart: Chart?
  }

  /// Looks at everything that needs no passphrase: header and size of the database, its log of
  /// commits, pages, tables, people.
  ///
  /// Nothing is changed where something is wrong: a log that is not whole stays as it is. It throws
  /// where there is no chart, or where it cannot be looked at now.
  package static func inspect(
    at path: String,
    patience: Double = ChartDatabase.patience
  ) throws(ChartError) -> Inspection {
    let log = CommitLog(
      FileManager.default.contents(atPath: path + "/" + CommitLog.fileName) ?? Data()
    )
    var findings = ChartDatabase.headerFindings(in: path) + log.findings
    let chart: Chart
    do {
      let isReadOnly = log.isBroken || !findings.isEmpty
      chart = try Chart(at: path, patience: patience, isReadOnly: isReadOnly)
    } catch {
      guard case .damaged(let cause) = error else { throw error }
      if findings.isEmpty {
        let place = Finding.Place.file(ChartDatabase.fileName)
        findings.append(Finding(.damaged(cause), at: place))
      }
      return Inspection(findings: findings, chart: nil)
    }
    do {
      findings += try chart.database.direct { database in
        var verification = PlainVerification(database: database)
        verification.run()
        return verification.findings
      }
    } catch {
      let error = ChartError(error, in: path)
      guard case .damaged(let cause) = error else { throw error }
      findings.append(Finding(.damaged(cause), at: .file(ChartDatabase.fileName)))
    }
    return Inspection(findings: findings, chart: chart)
  }

  /// What can be said of numbers without a passphrase: rows that are missing, doubled, or of no
  /// session, by the tables and the heads file.
  package func inspectNumbers() throws(ChartError) -> [Finding] {
    let text = HeadsFile.readPlain(in: path, writer: writer)
    do {
      return try database.direct { database in
        var check = NumberCheck(database: database, writer: writer, headsText: text)
        check.run()
        return check.findings
      }
    } catch {
      throw ChartError(error, in: path)
    }
  }
}
