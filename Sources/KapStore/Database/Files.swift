import Foundation

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The few things that Foundation does not do with files: modes from the first moment, and
/// flushing to disk.
enum Files {
  /// What the system said, with its number.
  struct SystemError: Error {
    let number: Int32

    var words: String { String(cString: strerror(number)) }
  }

  /// Creates a directory that only its owner may enter, with those above it.
  static func createPrivateDirectory(at path: String) throws(SystemError) {
    let above = (path as NSString).deletingLastPathComponent
    if !above.isEmpty, access(above, F_OK) != 0 { try createPrivateDirectory(at: above) }
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw SystemError(number: errno) }
  }

  /// Creates an empty file that only its owner may read, where there is none.
  static func createPrivateFile(at path: String) throws(SystemError) {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw SystemError(number: errno) }
    close(file)
  }

  /// Whether this thread may use a file in the ways of `mode`.
  static func isAccessible(_ path: String, _ mode: Int32) -> Bool {
    faccessat(AT_FDCWD, path, mode, AT_EACCESS) == 0
  }

  /// Flushes a file's bytes to disk.
  static func flush(_ file: Int32) throws(SystemError) {
    #if canImport(Darwin)
    guard fcntl(file, F_FULLFSYNC) == 0 || fsync(file) == 0 else {
      throw SystemError(number: errno)
    }
    #else
    guard fdatasync(file) == 0 else { throw SystemError(number: errno) }
    #endif
  }

  /// Flushes the names in a directory to disk.
  static func flushDirectory(at path: String) {
    let directory = open(path, O_RDONLY | O_CLOEXEC)
    guard directory >= 0 else { return }
    // Some file systems cannot flush a directory; there is nothing better to do then.
    _ = fsync(directory)
    close(directory)
  }

  /// Writes all bytes, or throws with some of them written.
  static func write(_ bytes: Data, to file: Int32) throws(SystemError) {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glue.write(file, $0) }
      guard count >= 0 || errno == EINTR else { throw SystemError(number: errno) }
      rest = rest.dropFirst(max(0, count))
    }
  }

  /// Puts a file in the place of another in one step that is on disk when it returns.
  static func replace(_ path: String, with bytes: Data) throws(SystemError) {
    let draft = path + ".new"
    let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw SystemError(number: errno) }
    defer { close(file) }
    try write(bytes, to: file)
    try flush(file)
    guard rename(draft, path) == 0 else { throw SystemError(number: errno) }
    flushDirectory(at: (path as NSString).deletingLastPathComponent)
  }

  private enum Glue {
    static func write(_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
      #if canImport(Darwin)
      Darwin.write(file, bytes.baseAddress, bytes.count)
      #else
      Glibc.write(file, bytes.baseAddress, bytes.count)
      #endif
    }
  }
}
