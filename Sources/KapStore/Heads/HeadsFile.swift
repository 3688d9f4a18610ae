import Dispatch
import Foundation
import KapRecord
import KapTimeline
import Synchronization

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The heads once more, in a file beside the database.
///
/// The database alone cannot know that its newest commits are gone: SQLite takes a log of commits
/// that was cut or changed for one that ends there. So each append is followed by a line here. The
/// line is written after the commit, so this file may lag the database but never leads it: where it
/// leads, events were lost. Of appends that follow each other within milliseconds the last ones share
/// a line. Lines are not flushed with each append, which would cost a second flush; the system does
/// that within seconds, and this file at every 64th line, at a session's end and at close.
final class HeadsFile: Sendable {
  static let name = "heads"
  private static let linesBetweenFlushes = 64
  private static let restMilliseconds = 10
  private static let compactionSize = 1 << 18

  private let path: String
  private let writer: WriterID
  private let keys: ChartKeys
  private let state = Mutex(State())
  /// Of its own: see ``SideBySide``.
  private let queue = DispatchQueue(label: "heads")

  private struct State {
    var file: Int32 = -1
    /// What the file said when it was first looked at.
    var first: [HeadName: Head]?
    /// Heads whose line could not be written; the next time will do.
    var pending: [HeadName: Head] = [:]
    var linesSinceFlush = 0
    /// Whether a line was written just now, so that the next ones wait and share one.
    var isResting = false
  }

  init(in directory: String, writer: WriterID, keys: ChartKeys) {
    path = directory + "/" + Self.name
    self.writer = writer
    self.keys = keys
  }

  deinit {
    let file = state.withLock { $0.file }
    if file >= 0 { Glue.close(file) }
  }

  /// Creates the file of a new chart.
  static func create(in directory: String, writer: WriterID) throws(Files.SystemError) {
    let header = Data(HeadsText.header(of: writer).utf8)
    try Files.replace(directory + "/" + name, with: header)
  }

  /// What the file says now, or nil when it is not there.
  func read() -> HeadsText? { Self.read(path, writer: writer, keys: keys) }

  /// What the file in a directory says, its lines taken at their word.
  static func readPlain(in directory: String, writer: WriterID) -> HeadsText? {
    read(directory + "/" + name, writer: writer, keys: nil)
  }

  private static func read(_ path: String, writer: WriterID, keys: ChartKeys?) -> HeadsText? {
    guard let bytes = FileManager.default.contents(atPath: path) else { return nil }
    return HeadsText(bytes, writer: writer, keys: keys)
  }

  /// Whether there is such a file in a directory, by its first word.
  static func isThere(in directory: String) -> Bool {
    guard let file = FileHandle(forReadingAtPath: directory + "/" + name) else { return false }
    defer { try? file.close() }
    return (try? file.read(upToCount: 9)) == Data("kap-heads".utf8)
  }

  /// The head that the file had for a chain when this process began, so that what the database lost
  /// is not numbered again.
  func headAtStart(of name: HeadName) -> Head? {
    state.withLock { state in
      if let first = state.first { return first[name] }
      let text = read()
      state.first = text?.heads ?? [:]
      return text?.heads[name]
    }
  }

  /// Takes heads that are durable in the database, and writes them now or within milliseconds.
  ///
  /// Whether it succeeds or not, the commit stands: a failure only leaves the file behind, and is
  /// made up for by the next line of that chain.
  func note(_ heads: [HeadName: Head], flushing: Bool) {
    let startsRest = state.withLock { state in
      for (name, head) in heads { state.pending[name] = head }
      guard flushing || !state.isResting else { return false }
      writeLines(&state, flushing: flushing)
      let starts = !state.isResting
      state.isResting = true
      return starts
    }
    guard startsRest else { return }
    queue.asyncAfter(deadline: .now() + .milliseconds(Self.restMilliseconds)) {
      [self] in
      state.withLock { state in
        state.isResting = false
        if !state.pending.isEmpty { writeLines(&state, flushing: false) }
      }
    }
  }

  private func writeLines(_ state: inout State, flushing: Bool) {
    do {
      try write(&state)
      state.linesSinceFlush += 1
      guard flushing || state.linesSinceFlush >= Self.linesBetweenFlushes else { return }
      try Files.flush(state.file)
      state.linesSinceFlush = 0
    } catch {
      // The next line or the close tries again.
    }
  }

  /// Flushes the file and makes it short again where it has grown; at close and at a session's end.
  func settle() {
    state.withLock { state in
      do {
        try write(&state)
        guard state.file >= 0 else { return }
        try Files.flush(state.file)
        state.linesSinceFlush = 0
        try compact(&state)
      } catch {
        // A file that could not be made shorter is as true as before.
      }
    }
  }

  private func write(_ state: inout State) throws(Files.SystemError) {
    guard !state.pending.isEmpty else { return }
    try lock(&state, LOCK_SH)
    defer { if state.file >= 0 { flock(state.file, LOCK_UN) } }
    var lines = Data()
    for (name, head) in state.pending.sorted(by: { $0.key < $1.key }) {
      lines.append(contentsOf: HeadsText.line(name, head, keys: keys).utf8)
    }
    do {
      try Files.write(lines, to: state.file)
      state.pending = [:]
    } catch {
      // A line may stand there in part: opening the file again mends that.
      Glue.close(state.file)
      state.file = -1
      throw error
    }
  }

  private func compact(_ state: inout State) throws(Files.SystemError) {
    var status = stat()
    guard fstat(state.file, &status) == 0, status.st_size > Self.compactionSize else { return }
    try lock(&state, LOCK_EX)
    defer { flock(state.file, LOCK_UN) }
    // A line that somebody changed is evidence: such a file is left as it is.
    guard let text = read(), text.findings.isEmpty else { return }
    try Files.replace(path, with: text.compacted(writer: writer, keys: keys))
  }

  /// Opens the file where it is not open, and locks it; another process may have put a shorter one
  /// in its place.
  private func lock(_ state: inout State, _ kind: Int32) throws(Files.SystemError) {
    while true {
      if state.file < 0 { state.file = try openMended() }
      guard flock(state.file, kind) == 0 else { throw Files.SystemError(number: errno) }
      var status = stat()
      if fstat(state.file, &status) == 0, status.st_nlink > 0 { return }
      Glue.close(state.file)
      state.file = -1
    }
  }

  /// Opens the file for appending, without what a power cut left of a last line.
  private func openMended() throws(Files.SystemError) -> Int32 {
    if access(path, F_OK) != 0 { try Self.create(in: directory, writer: writer) }
    let file = Glue.open(path)
    guard file >= 0 else { throw Files.SystemError(number: errno) }
    guard flock(file, LOCK_EX) == 0 else { throw Files.SystemError(number: errno) }
    defer { flock(file, LOCK_UN) }
    var status = stat()
    if let text = read(), text.remainder > 0, fstat(file, &status) == 0 {
      ftruncate(file, status.st_size - off_t(text.remainder))
    }
    return file
  }

  private var directory: String { (path as NSString).deletingLastPathComponent }

  private enum Glue {
    static func open(_ path: String) -> Int32 {
      #if canImport(Darwin)
      Darwin.open(path, O_RDWR | O_APPEND | O_CLOEXEC)
      #else
      Glibc.open(path, O_RDWR | O_APPEND | O_CLOEXEC)
      #endif
    }

    static func close(_ file: Int32) {
      #if canImport(Darwin)
      _ = Darwin.close(file)
      #else
      _ = Glibc.close(file)
      #endif
    }
  }
}
