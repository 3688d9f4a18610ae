import Crypto
import Foundation
import GRDB
package import KapTimeline

/// A clinic's record on this machine: a directory with a database that nobody reads without a
/// passphrase.
///
/// A chart that was opened tells who is in it. Everything else asks for a person's passphrase:
/// ``unlock(person:passphrase:)``.
package struct Chart: Sendable {
  /// The directory.
  package let path: String
  /// Who numbers the events that are written in this chart.
  package let writer: WriterID

  let database: ChartDatabase

  /// Opens the chart in a directory and brings its form up to date.
  ///
  /// Another process is waited for up to `patience` seconds, now and with every later call.
  package init(
    at path: String,
    patience: Double = ChartDatabase.patience
  ) throws(ChartError) {
    try self.init(at: path, patience: patience, isReadOnly: false)
  }

  init(at path: String, patience: Double, isReadOnly: Bool) throws(ChartError) {
    self.path = path
    database = try ChartDatabase(in: path, patience: patience, isReadOnly: isReadOnly)
    do {
      let name = try database.direct { database in
        try String.fetchOne(database, sql: "SELECT writer FROM identity")
      }
      guard let writer = name.flatMap({ WriterID($0) }) else {
        throw ChartError.damaged(cause: "identity row 1")
      }
      self.writer = writer
    } catch {
      throw ChartError(error, in: path)
    }
  }

  /// Creates a chart with its first person, and unlocks it.
  ///
  /// The directory is created where it is not there; there must be no chart in it.
  package static func create(
    at path: String,
    for person: Person,
    passphrase: String,
    stretching: Stretching = .standard
  ) throws(ChartError) -> UnlockedChart {
    try check(person, passphrase)
    var random = SystemRandomNumberGenerator()
    let writer = WriterID(using: &random)
    let dataKey = SymmetricKey(size: .bits256)
    do {
      try Files.createPrivateDirectory(at: path)
      try ChartDatabase.create(in: path)
      try HeadsFile.create(in: path, writer: writer)
      let database = try ChartDatabase(in: path, patience: ChartDatabase.patience)
      let row = try PersonRow(
        person,
        passphrase: passphrase,
        stretching: stretching,
        dataKey: dataKey
      )
      try database.write { database in
        try database.execute(
          sql: "INSERT INTO identity (id, writer) VALUES (1, ?)",
          arguments: [writer.text]
        )
        try database.add(row)
      }
      // The form and the people lie in the database itself from now on, not in its log.
      try database.direct { _ = try $0.checkpoint(.truncate) }
      Files.flushDirectory(at: path)
    } catch let error as Files.SystemError {
      throw .creating(path, error)
    } catch {
      throw ChartError(error, in: path)
    }
    return try Chart(at: path).unlock(person: person.name, passphrase: passphrase)
  }

  /// Who may open the chart, in the order in which they came.
  package func people() throws(ChartError) -> [Person] {
    do {
      return try database.direct { try $0.people().compactMap(\.row?.person) }
    } catch {
      throw ChartError(error, in: path)
    }
  }

  /// Why nobody of that name is found: there is none, or the row that may be theirs is damaged.
  package func absence(of name: String) -> ChartError {
    do {
      return Self.absence(of: name, from: try database.direct { try $0.people() })
    } catch {
      return ChartError(error, in: path)
    }
  }

  private static func absence(
    of name: String,
    from rows: [(number: Int64, row: PersonRow?)]
  ) -> ChartError {
    guard let damaged = rows.first(where: { $0.row == nil }) else {
      return rows.isEmpty ? .damaged(cause: "table people is empty") : .noSuchPerson(name: name)
    }
    return .damaged(cause: "people row \(damaged.number)")
  }

  /// Opens the chart's seals with a person's passphrase, which takes about half a second.
  package func unlock(
    person name: String,
    passphrase: String
  ) throws(ChartError) -> UnlockedChart {
    do {
      let rows = try database.direct { try $0.people() }
      guard let row = rows.compactMap(\.row).first(where: { $0.person.name == name }) else {
        throw Self.absence(of: name, from: rows)
      }
      guard let (dataKey, signingKey) = try row.unlock(passphrase) else {
        throw ChartError.wrongPassphrase
      }
      return UnlockedChart(
        chart: self,
        person: row.person,
        keys: ChartKeys(dataKey: dataKey),
        signingKey: signingKey
      )
    } catch {
      throw ChartError(error, in: path)
    }
  }

  static func check(_ person: Person, _ passphrase: String) throws(ChartError) {
    guard !passphrase.isEmpty else { throw .emptyPassphrase }
    let scalars = person.name.unicodeScalars
    guard person.name.count <= 64, scalars.contains(where: \.properties.isAlphabetic),
      scalars.allSatisfy({ scalar in
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: false
        default: true
        }
      })
    else { throw .unusableName }
  }
}
