import Crypto
import GRDB

extension UnlockedChart {
  /// Returns a person of this chart whose passphrase it is, which takes about half a second.
  ///
  /// Nothing else is opened by it: the chart stays unlocked as it was.
  package func person(
    named name: String,
    passphrase: String
  ) throws(ChartError) -> Person {
    do {
      let rows = try database.direct { try $0.people() }
      guard let row = rows.compactMap(\.row).first(where: { $0.person.name == name }) else {
        throw chart.absence(of: name)
      }
      guard let (dataKey, _) = try row.unlock(passphrase), dataKey == keys.dataKey else {
        throw ChartError.wrongPassphrase
      }
      return row.person
    } catch {
      throw ChartError(error, in: chart.path)
    }
  }
}
