import Foundation

/// Files by name: those of the program, and those of a directory of the user, which come first.
struct Shelf: Sendable {
  /// The program's own, in order.
  let builtIn: [BuiltIn.File]
  let userDirectory: String?

  /// A file and what it says.
  struct Item {
    /// The file, as it is named in problems.
    var name: String
    /// The name it goes by, or nil for a file from elsewhere.
    var stem: String?
    var isUser: Bool
    var bytes: [UInt8]

    /// Which file it is, so that nothing inherits from itself.
    var mark: Mark { Mark(stem: stem, isUser: isUser) }
  }

  /// Which file it is.
  struct Mark: Hashable {
    var stem: String?
    var isUser: Bool
  }

  /// The names of the user's files; those that begin with `_` are only to inherit from.
  var userNames: [String] {
    ((try? userFiles()) ?? []).filter { !$0.hasPrefix("_") }
  }

  /// The user's files by name.
  ///
  /// A directory that is there and cannot be read is an error: to go on without it would be to
  /// take the program's rules for the user's.
  private func userFiles() throws(SettingsError) -> [String] {
    guard let userDirectory else { return [] }
    do {
      return try FileManager.default.contentsOfDirectory(atPath: userDirectory)
        .filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }
        .map { String($0.dropLast(5)) }.sorted()
    } catch CocoaError.fileReadNoSuchFile {
      return []
    } catch {
      throw .unreadable(file: userDirectory, reason: error.localizedDescription)
    }
  }

  /// All names: the program's own in their order, then the user's.
  func names(hiding hidden: [String]) -> [String] {
    let own = builtIn.map(\.name)
    return (own + userNames.filter { !own.contains($0) }).filter { !hidden.contains($0) }
  }

  /// The path of the user's file of that name, if there is one.
  func path(named name: String) throws(SettingsError) -> String? {
    guard let userDirectory, try userFiles().contains(name) else { return nil }
    return "\(userDirectory)/\(name).yaml"
  }

  /// The file of that name: the user's, else the program's own.
  ///
  /// `heirs` are the files that inherit from it: none of them is found again, and the program's own
  /// inherit from the program's own only, so that a version of theirs always says the same.
  func file(named name: String, heirs: [Mark] = []) throws(SettingsError) -> Item? {
    if heirs.allSatisfy(\.isUser), !heirs.contains(Mark(stem: name, isUser: true)),
      let path = try path(named: name)
    {
      return Item(name: path, stem: name, isUser: true, bytes: try Self.read(path))
    }
    guard !heirs.contains(Mark(stem: name, isUser: false)),
      let file = builtIn.first(where: { $0.name == name })
    else { return nil }
    return Item(name: "built-in \(name).yaml", stem: name, isUser: false, bytes: file.bytes())
  }

  /// The bytes of a file.
  ///
  /// One that is larger than any settings file is cut: reading its beginning is enough to refuse it.
  static func read(_ path: String) throws(SettingsError) -> [UInt8] {
    do {
      let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? handle.close() }
      return Array(try handle.read(upToCount: 1 << 20) ?? Data())
    } catch {
      throw .unreadable(file: path, reason: error.localizedDescription)
    }
  }
}
