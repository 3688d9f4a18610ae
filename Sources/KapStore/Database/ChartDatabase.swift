import Foundation
import GRDB

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The chart's database: one connection, whose commits are on disk when they return.
struct ChartDatabase: Sendable {
  static let fileName = "chart.db"

  let directory: String
  let queue: DatabaseQueue

  /// How long to wait for another process.
  static let patience: TimeInterval = 5

  /// Opens the database in a directory and brings its form up to date.
  init(in directory: String, patience: TimeInterval) throws(ChartError) {
    self.directory = directory
    let path = directory + "/" + Self.fileName
    try Self.checkFile(at: path, of: directory)
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience)
    configuration.label = "kap chart"
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.writeWithoutTransaction(Self.makeDurable)
      try Self.migrate(queue)
    } catch {
      throw ChartError(error, in: directory)
    }
  }

  /// Creates the database's file and its tables; there must be no such file.
  static func create(in directory: String) throws(ChartError) {
    let path = directory + "/" + fileName
    do {
      try Files.createPrivateFile(at: path)
    } catch {
      throw ChartError.creating(directory, error)
    }
    do {
      let queue = try DatabaseQueue(path: path)
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA application_id = \(ChartSchema.applicationID)")
        try makeDurable(database)
      }
      try ChartSchema.migrator.migrate(queue)
      try queue.close()
    } catch {
      throw ChartError(error, in: directory)
    }
  }

  /// Reads in one transaction, so that all of it belongs together.
  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try mapping {
      try queue.writeWithoutTransaction { database in
        var value: Value?
        try database.inTransaction(.deferred) {
          value = try body(database)
          return .commit
        }
        guard let value else { throw ChartError.inputOutput(cause: "no answer") }
        return value
      }
    }
  }

  /// Writes in one transaction that holds the lock from its beginning.
  func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try mapping {
      try queue.writeWithoutTransaction { database in
        var value: Value?
        try database.inTransaction(.immediate) {
          value = try body(database)
          return .commit
        }
        guard let value else { throw ChartError.inputOutput(cause: "no answer") }
        return value
      }
    }
  }

  /// Runs a body outside any transaction.
  func direct<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try mapping { try queue.writeWithoutTransaction(body) }
  }

  private func mapping<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch  where ChartError.isOfDatabase(error) {
      throw ChartError(error, in: directory)
    }
  }

  /// Sets what makes a commit durable, and reads it back: SQLite ignores a pragma it cannot obey.
  ///
  /// GRDB's own way to WAL also sets `synchronous` to NORMAL, under which the last commits are lost
  /// with the power; so it is not taken.
  private static func makeDurable(_ database: Database) throws {
    let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
    try database.execute(sql: "PRAGMA synchronous = FULL")
    try database.execute(sql: "PRAGMA fullfsync = ON")
    try database.execute(sql: "PRAGMA checkpoint_fullfsync = ON")
    let level = try Int.fetchOne(database, sql: "PRAGMA synchronous")
    guard mode == "wal", level == 2 else {
      throw ChartError.inputOutput(cause: "the file system cannot make a commit durable")
    }
  }

  private static func migrate(_ queue: DatabaseQueue) throws {
    let migrator = ChartSchema.migrator
    let (isNewer, isCurrent) = try queue.writeWithoutTransaction { database in
      (try migrator.hasBeenSuperseded(database), try migrator.hasCompletedMigrations(database))
    }
    guard !isNewer else { throw ChartError.newerForm }
    if !isCurrent { try migrator.migrate(queue) }
  }

  /// Looks at the file before SQLite does: it would make a database of an empty file, and says the
  /// same of a missing right and a missing file.
  private static func checkFile(at path: String, of directory: String) throws(ChartError) {
    guard access(path, F_OK) == 0 || errno == EACCES else { throw .absent(path: directory) }
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw .notPermitted(path: directory, cause: "permission denied")
    }
    defer { try? file.close() }
    guard let start = try? file.read(upToCount: 100), start.count == 100,
      start.starts(with: Data("SQLite format 3\0".utf8)),
      start.dropFirst(68).bigEndian(Int32.self) == ChartSchema.applicationID
    else { throw .notAChart(path: directory) }
  }
}
