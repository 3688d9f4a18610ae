import GRDB

extension Chart {
  /// What makes a commit durable, as the database has it now.
  package struct Durability: Hashable, Sendable {
    /// `wal`.
    package let journalMode: String
    /// 2, which is FULL: each commit is flushed.
    package let synchronous: Int

    /// Creates a reading.
    package init(journalMode: String, synchronous: Int) {
      self.journalMode = journalMode
      self.synchronous = synchronous
    }
  }

  /// Reads back what makes a commit durable.
  package func durability() throws -> Durability {
    try database.direct { database in
      Durability(
        journalMode: try String.fetchOne(database, sql: "PRAGMA journal_mode") ?? "",
        synchronous: try Int.fetchOne(database, sql: "PRAGMA synchronous") ?? -1
      )
    }
  }

  /// Lets this connection's database grow to so many pages, as if the disk were full then.
  package func limitPages(to count: Int) throws {
    try database.direct { try $0.execute(sql: "PRAGMA max_page_count = \(count)") }
  }
}
