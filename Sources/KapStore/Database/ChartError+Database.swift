import Foundation
import GRDB

extension ChartError {
  /// Whether an error came from the database, and not from what was done with it.
  static func isOfDatabase(_ error: any Error) -> Bool {
    error is DatabaseError || error is RowDecodingError
  }

  /// What an error of the database means for the chart in a directory.
  init(_ error: any Error, in directory: String) {
    switch error {
    case let error as ChartError: self = error
    case let error as DatabaseError: self = Self.meaning(of: error, in: directory)
    case is RowDecodingError: self = .damaged(cause: "a row holds what is never written there")
    default: self = .inputOutput(cause: "\(type(of: error))")
    }
  }

  /// What the system's refusal to create something means.
  static func creating(_ directory: String, _ error: Files.SystemError) -> ChartError {
    switch error.number {
    case EEXIST: .alreadyThere(path: directory)
    case ENOSPC, EDQUOT: .diskFull
    case EACCES, EPERM, EROFS: .notPermitted(path: directory, cause: error.words)
    default: .cannotCreate(path: directory, cause: error.words)
    }
  }

  private static func meaning(of error: DatabaseError, in directory: String) -> ChartError {
    let words = words(of: error)
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: return .busy
    case .SQLITE_FULL: return .diskFull
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_CANTOPEN:
      // A database whose header was changed calls itself read-only too.
      let isOurs =
        Files.isAccessible(directory, R_OK | W_OK | X_OK)
        && Files.isAccessible(directory + "/" + ChartDatabase.fileName, R_OK | W_OK)
      return isOurs
        ? .damaged(cause: words) : .notPermitted(path: directory, cause: words)
    case .SQLITE_IOERR: return .inputOutput(cause: words)
    case .SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_ERROR, .SQLITE_MISMATCH, .SQLITE_FORMAT,
      .SQLITE_CONSTRAINT, .SQLITE_SCHEMA:
      return .damaged(cause: words)
    default: return .inputOutput(cause: words)
    }
  }
}

extension ChartError {
  /// An error of the database in words that a terminal can show, on one line.
  static func words(of error: any Error) -> String {
    switch error {
    case let error as DatabaseError:
      oneLine(error.message ?? "SQLite error \(error.resultCode.rawValue)")
    case ChartError.damaged(let cause): cause
    case let error as ChartError: error.code
    default: "it holds what is never written there"
    }
  }

  /// SQLite's words on one line; they may quote a name that was changed.
  static func oneLine(_ words: String) -> String {
    let plain = words.replacing("*** in database main ***", with: "").unicodeScalars.map {
      (0x20..<0x7F).contains($0.value) ? Character($0) : " "
    }
    return String(plain).split(separator: " ").joined(separator: " ")
  }
}
