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

  /// The names of the user's files.
  var userNames: [String] {
    guard let userDirectory else { return [] }
    let files = (try? FileManager.default.contentsOfDirectory(atPath: userDirectory)) ?? []
    return files.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }
      .map { String($0.dropLast(5)) }.sorted()
  }

  /// All names: the program's own in their order, then the user's.
  func names(hiding hidden: [String]) -> [String] {
    let own = builtIn.map(\.name)
    return (own + userNames.filter { !own.contains($0) }).filter { !hidden.contains($0) }
  }

  /// The path of the user's file of that name, if there is one.
  func path(named name: String) -> String? {
    guard let userDirectory, userNames.contains(name) else { return nil }
    return "\(userDirectory)/\(name).yaml"
  }

  /// The file of that name: the user's, else the program's own.
  func item(named name: String, visited: Set<Mark>) throws(SettingsError) -> Item {
    guard let item = try parent(named: name, visited: visited) else {
      throw .unknown(kind: "file", name: name, known: names(hiding: []))
    }
    return item
  }

  /// The file of that name that is not among those visited, or nil when there is none.
  func parent(named name: String, visited: Set<Mark>) throws(SettingsError) -> Item? {
    if !visited.contains(Mark(stem: name, isUser: true)), let path = path(named: name) {
      return Item(name: path, stem: name, isUser: true, bytes: try Self.read(path))
    }
    guard !visited.contains(Mark(stem: name, isUser: false)),
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
      let reason = (error as NSError).localizedDescription
      throw .unreadable(file: path, reason: reason)
    }
  }
}

extension SettingsError {
  /// The error as problems of files.
  var problems: [SettingsProblem] {
    switch self {
    case .invalid(let problems): problems
    case .unreadable(let file, let reason):
      [
        SettingsProblem(
          file: file,
          line: 1,
          column: 1,
          key: "",
          message: "the file cannot be read: \(reason)",
          remedy: "Check who may read it"
        )
      ]
    case .unknown(let kind, let name, let known):
      [
        SettingsProblem(
          file: name,
          line: 1,
          column: 1,
          key: "",
          message: "there is no \(kind) of that name",
          remedy: "There are: \(known.joined(separator: ", "))"
        )
      ]
    }
  }
}
