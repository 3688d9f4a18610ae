import Crypto
package import Foundation
import GRDB
import KapRecord
import KapTimeline

/// A chart whose seals are open to one person.
package final class UnlockedChart: Sendable {
  /// The chart.
  package let chart: Chart
  /// Who unlocked it.
  package let person: Person

  let keys: ChartKeys
  let heads: HeadsFile
  private let signingKey: Curve25519.Signing.PrivateKey

  init(
    chart: Chart,
    person: Person,
    keys: ChartKeys,
    signingKey: Curve25519.Signing.PrivateKey
  ) {
    self.chart = chart
    self.person = person
    self.keys = keys
    self.signingKey = signingKey
    heads = HeadsFile(in: chart.path, writer: chart.writer, keys: keys)
  }

  deinit { heads.settle() }

  var database: ChartDatabase { chart.database }

  /// The journal that is kept in this chart.
  package var journal: ChartJournal { ChartJournal(chart: self) }

  /// The unfinished lines that are kept in this chart.
  package var drafts: DraftBox { DraftBox(chart: self) }

  /// Adds somebody, who gets a passphrase of their own to the same records.
  package func add(
    _ person: Person,
    passphrase: String,
    stretching: Stretching = .standard
  ) throws(ChartError) {
    try Chart.check(person, passphrase)
    do {
      let row = try PersonRow(
        person,
        passphrase: passphrase,
        stretching: stretching,
        dataKey: keys.dataKey
      )
      try database.write { database in
        let names = try database.people().compactMap(\.row?.person.name)
        guard !names.contains(where: { $0.lowercased() == person.name.lowercased() }) else {
          throw ChartError.nameTaken
        }
        try database.add(row)
      }
    } catch {
      throw ChartError(error, in: chart.path)
    }
  }

  /// Signs bytes in this person's name.
  package func signature(of bytes: Data) throws -> Data {
    try signingKey.signature(for: bytes)
  }

  /// Brings the heads file up to the last commit and flushes it, as a quiet moment allows.
  package func settle() { heads.settle() }

  /// Flushes what lags behind and lets go of the files; nothing may be asked of the chart after.
  package func close() throws(ChartError) {
    heads.settle()
    do {
      try database.queue.close()
    } catch {
      throw ChartError(error, in: chart.path)
    }
  }
}
