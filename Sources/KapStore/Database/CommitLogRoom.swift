import Foundation
import Synchronization

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Keeps room in SQLite's log of commits ahead of the commits.
///
/// A flush of a file that grew has to write its new size and extent as well, which nearly doubles its
/// time. So a log that grows commit by commit is lengthened by many commits' worth of zeros at once.
/// To SQLite they are a log that ends before them. They are written under the chart's write lock, and
/// only for who goes on writing: a single entry is not worth them.
final class CommitLogRoom: Sendable {
  private static let step = 1 << 19
  /// SQLite begins the log anew about there.
  private static let most = 1 << 22
  private static let growthsBefore = 3

  private let path: String
  private let state = Mutex(State())

  private struct State {
    var size = 0
    var growths = 0
  }

  init(in directory: String) { path = directory + "/" + CommitLog.fileName }

  /// Makes room where the last commits made the log grow; the caller holds the write lock.
  func make() {
    state.withLock { state in
      var status = stat()
      guard stat(path, &status) == 0, let size = Int(exactly: status.st_size) else { return }
      guard size > state.size else { return }
      state.size = size
      state.growths += 1
      guard state.growths > Self.growthsBefore, size < Self.most else { return }
      guard let file = FileHandle(forWritingAtPath: path) else { return }
      defer { try? file.close() }
      do {
        try file.seekToEnd()
        try file.write(contentsOf: Data(count: Self.step))
        try Files.flush(file.fileDescriptor)
        state.size = size + Self.step
      } catch {
        // Without room a commit takes longer, and a full disk is said by the commit itself.
        try? file.truncate(atOffset: UInt64(size))
      }
    }
  }
}
