import GRDB

/// The tables of a chart, and how an older form becomes this one, in place.
///
/// A migration that was released is never changed; the next form gets the next one.
enum ChartSchema {
  /// Marks the database as a chart: `kapc`.
  static let applicationID: Int32 = 0x6B61_7063

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("v1") { database in
      for statement in first { try database.execute(sql: statement) }
    }
    return migrator
  }

  private static let first = [
    """
    CREATE TABLE identity (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      writer TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE people (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      role TEXT NOT NULL,
      rounds INTEGER NOT NULL,
      blockSize INTEGER NOT NULL,
      parallelism INTEGER NOT NULL,
      salt BLOB NOT NULL,
      dataKey BLOB NOT NULL,
      verifyingKey BLOB NOT NULL,
      signingKey BLOB NOT NULL,
      secondKey BLOB,
      digest BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE sessions (
      number INTEGER PRIMARY KEY,
      session TEXT NOT NULL UNIQUE,
      sealed BLOB NOT NULL
    ) STRICT
    """,
    // The place is the session's number and the arrival in it, so that a session lies together,
    // in the order in which it is read, and an append touches one page.
    """
    CREATE TABLE events (
      place INTEGER PRIMARY KEY,
      writer TEXT NOT NULL,
      sequence INTEGER NOT NULL,
      sealed BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE heads (
      session TEXT NOT NULL,
      writer TEXT NOT NULL,
      sealed BLOB NOT NULL,
      PRIMARY KEY (session, writer)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE drafts (
      session TEXT NOT NULL,
      person TEXT NOT NULL,
      field TEXT NOT NULL,
      sealed BLOB NOT NULL,
      PRIMARY KEY (session, person, field)
    ) STRICT, WITHOUT ROWID
    """,
    refusal(of: "UPDATE", on: "events"),
    refusal(of: "DELETE", on: "events"),
    refusal(of: "UPDATE", on: "sessions"),
    refusal(of: "DELETE", on: "sessions"),
    refusal(of: "DELETE", on: "heads"),
    // INSERT OR REPLACE deletes without asking the triggers of DELETE.
    """
    CREATE TRIGGER events_replace BEFORE INSERT ON events
    WHEN EXISTS (SELECT 1 FROM events WHERE place = NEW.place)
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END
    """,
    """
    CREATE TRIGGER sessions_replace BEFORE INSERT ON sessions
    WHEN EXISTS (SELECT 1 FROM sessions WHERE number = NEW.number OR session = NEW.session)
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END
    """,
  ]

  private static func refusal(of action: String, on table: String) -> String {
    """
    CREATE TRIGGER \(table)_\(action.lowercased()) BEFORE \(action) ON \(table)
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END
    """
  }
}
