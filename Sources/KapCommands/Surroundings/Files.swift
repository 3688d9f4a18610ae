package import Foundation
import KapTimeline

extension Surroundings {
  /// Whether what a person named is a file and not a session.
  package func namesFile(_ name: String) -> Bool {
    guard SessionID(name.lowercased()) == nil, name != "last" else { return false }
    return name.contains("/") || FileManager.default.fileExists(atPath: path(name))
  }

  /// The bytes of a file that a person named, at most `limit` of them.
  package func contents(of path: String, limit: Int = 1 << 30) throws -> Data {
    let full = self.path(path)
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: full, isDirectory: &isDirectory) else {
      throw CommandError(.noInput, "There is no file \(path).")
    }
    guard !isDirectory.boolValue else {
      throw CommandError(.noInput, "\(path) is a directory. Name a file.")
    }
    do {
      let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: full))
      defer { try? file.close() }
      let data = try file.read(upToCount: limit) ?? Data()
      if data.count == limit { throw CommandError(.badData, "\(path) is too large to be read.") }
      return data
    } catch let error as CommandError {
      throw error
    } catch {
      throw CommandError(.noInput, "\(path) cannot be read. Check who may read it.")
    }
  }

  /// All of standard input, at most `limit` bytes.
  func wholeInput(limit: Int = 1 << 30) throws -> Data {
    var data = Data()
    while true {
      let piece = try input()
      if piece.isEmpty { return data }
      data.append(contentsOf: piece)
      if data.count >= limit { throw CommandError(.badData, "Standard input is too large.") }
    }
  }

  /// Writes a new file that only this user may read; one that is there is never touched.
  func create(_ path: String, _ contents: Data) throws {
    let full = self.path(path)
    let file = open(full, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      throw errno == EEXIST
        ? CommandError(.cannotCreate, "\(path) is there already. Name another file.")
        : CommandError(
          .cannotCreate,
          "\(path) cannot be created: \(String(cString: strerror(errno)))."
        )
    }
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    do {
      try handle.write(contentsOf: contents)
      try handle.synchronize()
      try handle.close()
    } catch {
      throw CommandError(.inputOutput, "\(path) cannot be written whole. Is the disk full?")
    }
  }
}
