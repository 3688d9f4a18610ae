import Foundation

/// The files of the project, as the rules read them.
enum House {
  /// The directory of the manifest.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Every Swift file of the sources, the tests and the manifest.
  static let swiftFiles: [SwiftFile] = (paths(under: "Sources") + paths(under: "Tests"))
    .filter { $0.hasSuffix(".swift") }
    .map { SwiftFile(path: $0, text: text(of: $0)) }

  /// Those of the sources alone.
  static let sources = swiftFiles.filter { $0.path.hasPrefix("Sources/") }

  /// The manifest.
  static let manifest = SwiftFile(path: "Package.swift", text: text(of: "Package.swift"))

  /// What the stranger reads first.
  static let readme = text(of: "README.md")

  /// The text of a file; empty when there is none, so that the rule about it fails and says so.
  static func text(of path: String) -> String {
    (try? String(contentsOf: root.appending(path: path), encoding: .utf8)) ?? ""
  }

  /// The names in a directory, hidden ones among them.
  static func names(in directory: String) -> [String] {
    let path = root.appending(path: directory).path
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  /// The files under a directory, as paths from the root.
  static func paths(under directory: String) -> [String] {
    let path = root.appending(path: directory).path
    let below = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    return below.map { "\(directory)/\($0)" }
      .filter { !URL(filePath: $0, relativeTo: root).hasDirectoryPath && isFile($0) }
      .sorted()
  }

  private static func isFile(_ path: String) -> Bool {
    var isDirectory = ObjCBool(false)
    let isThere = FileManager.default.fileExists(
      atPath: root.appending(path: path).path,
      isDirectory: &isDirectory
    )
    return isThere && !isDirectory.boolValue
  }
}
