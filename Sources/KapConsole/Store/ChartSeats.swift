package import KapInterface
package import KapStore

/// Where passphrases are tried when a seat changes hands.
package protocol SeatKeeper: Sendable {
  /// Who may sit down now.
  func keyHolders() throws -> [KeyHolder]
  /// Lets a person in; throws where the passphrase is not theirs.
  func admit(_ person: String, _ passphrase: Secret) throws
}

/// The people of a chart at one terminal.
package struct ChartSeats: SeatKeeper {
  private let chart: UnlockedChart

  /// Keeps the seat of a chart.
  package init(_ chart: UnlockedChart) { self.chart = chart }

  package func keyHolders() throws -> [KeyHolder] {
    try chart.chart.people().map { KeyHolder(name: $0.name, role: $0.role) }
  }

  package func admit(_ person: String, _ passphrase: Secret) throws {
    _ = try chart.person(named: person, passphrase: passphrase.text)
  }
}
