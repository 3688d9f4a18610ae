import Foundation
import GRDB
import KapTimeline

extension Database {
  /// Who is in the chart by the number of their row, in the order they came; a row that was damaged
  /// has nobody.
  func people() throws -> [(number: Int64, row: PersonRow?)] {
    var people: [(Int64, PersonRow?)] = []
    let rows = try Row.fetchCursor(self, sql: "SELECT * FROM people ORDER BY id")
    while let row = try rows.next() {
      people.append((try row.decode(Int64.self, atIndex: 0), PersonRow(row)))
    }
    return people
  }

  /// Adds somebody.
  func add(_ row: PersonRow) throws {
    try execute(
      sql: """
        INSERT INTO people (name, role, rounds, blockSize, parallelism, salt, dataKey, verifyingKey,
          signingKey, secondKey, digest)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        row.person.name, row.person.role.rawValue, row.stretching.rounds, row.stretching.blockSize,
        row.stretching.parallelism, row.salt, row.dataKey, row.verifyingKey, row.signingKey,
        row.secondKey, row.digest,
      ]
    )
  }
}

extension PersonRow {
  fileprivate init?(_ row: Row) {
    // A bit that turned in the table's own text leaves a column under another name.
    func value<Value: DatabaseValueConvertible>(_ name: String) -> Value? {
      guard row.hasColumn(name) else { return nil }
      return Value.fromDatabaseValue(row[name] as DatabaseValue)
    }
    guard let name: String = value("name"), let roleName: String = value("role"),
      let role = CareRole(rawValue: roleName),
      let rounds: Int = value("rounds"), let blockSize: Int = value("blockSize"),
      let parallelism: Int = value("parallelism"),
      let stretching = Stretching(
        rounds: rounds,
        blockSize: blockSize,
        parallelism: parallelism
      ),
      let salt: Data = value("salt"), let dataKey: Data = value("dataKey"),
      let verifyingKey: Data = value("verifyingKey"), let signingKey: Data = value("signingKey"),
      let digest: Data = value("digest")
    else { return nil }
    self.init(
      person: Person(name: name, role: role),
      stretching: stretching,
      salt: salt,
      dataKey: dataKey,
      verifyingKey: verifyingKey,
      signingKey: signingKey,
      secondKey: value("secondKey")
    )
    guard digest == self.digest else { return nil }
  }
}
