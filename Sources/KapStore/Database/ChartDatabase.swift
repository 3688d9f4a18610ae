import Foundation
import GRDB
import KapRecord

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
  private let room: CommitLogRoom

  /// How long to wait for another process.
  static let patience: TimeInterval = 5

  /// Opens the database in a directory and brings its form up to date.
  ///
  /// One that is opened for reading alone keeps its form, and its log of commits stays when it is
  /// closed.
  init(
    in directory: String,
    patience: TimeInterval,
    isReadOnly: Bool = false
  ) throws(ChartError) {
    self.directory = directory
    room = CommitLogRoom(in: directory)
    let path = directory + "/" + Self.fileName
    try Self.checkFile(at: path, of: directory)
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience)
    configuration.label = "kap chart"
    configuration.readonly = isReadOnly
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.writeWithoutTransaction(Self.makeDurable)
      try Self.migrate(queue)
    } catch {
      let error = ChartError(error, in: directory)
      guard case .damaged = error, let finding = Self.headerFindings(in: directory).first else {
        throw error
      }
      throw .damaged(cause: finding.place.words)
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
          room.make()
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
    guard let (header, _) = readHeader(at: path) else {
      throw .notPermitted(path: directory, cause: "permission denied")
    }
    if header.hasSignOfChart { return }
    guard HeadsFile.isThere(in: directory), let first = header.findings(withLog: true).first else {
      throw .notAChart(path: directory)
    }
    throw .damaged(cause: first.place.words)
  }

  /// The file's header and size, or nil when this user may not read it.
  static func readHeader(at path: String) -> (header: DatabaseHeader, size: Int)? {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? file.close() }
    let start = (try? file.read(upToCount: DatabaseHeader.length)) ?? Data()
    let size = (try? file.seekToEnd()).flatMap { Int(exactly: $0) } ?? 0
    return (DatabaseHeader(start, size: size), size)
  }

  /// What is wrong with the file's header and size.
  static func headerFindings(in directory: String) -> [Finding] {
    guard let (header, _) = readHeader(at: directory + "/" + fileName) else { return [] }
    let log = try? FileManager.default.attributesOfItem(
      atPath: directory + "/" + CommitLog.fileName
    )
    return header.findings(withLog: (log?[.size] as? Int ?? 0) > 0)
  }
}
