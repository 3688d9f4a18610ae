package import KapInterface
package import KapStore

/// Where passphrases are tried when a seat changes hands.
package protocol SeatKeeper: Sendable {
  /// Who may sit down.
  var keyHolders: [KeyHolder] { get }
  /// Lets a person in; throws where the passphrase is not theirs.
  func admit(_ person: String, _ passphrase: Secret) throws
}

/// The people of a chart at one terminal: drafts follow whoever has the seat.
package struct ChartSeats: SeatKeeper {
  /// The people of the chart when the console began.
  package let keyHolders: [KeyHolder]
  private let chart: UnlockedChart
  private let drafts: ChartDrafts?

  /// Keeps the seat of a chart; `drafts` go to whoever is let in.
  package init(_ chart: UnlockedChart, drafts: ChartDrafts?) throws(ChartError) {
    self.chart = chart
    self.drafts = drafts
    keyHolders = try chart.chart.people().map { KeyHolder(name: $0.name, role: $0.role) }
  }

  package func admit(_ person: String, _ passphrase: Secret) throws {
    let admitted = try chart.person(named: person, passphrase: passphrase.text)
    drafts?.handOver(to: admitted.name)
  }
}
