package import KapTimeline

/// The protocols there are: those of the program, and those of the clinic, which come first.
///
/// A clinic's file `NAME.yaml` adds a protocol, or takes the place of the program's own of that
/// name. Nothing is read before it is asked for.
package struct ProtocolLibrary: Sendable {
  private let shelf: Shelf

  /// Creates a library with the clinic's own files from `userDirectory`, if there is such.
  package init(userDirectory: String? = nil) {
    shelf = Shelf(builtIn: BuiltIn.protocols, userDirectory: userDirectory)
  }

  /// The names by which protocols are chosen: the program's own, then the clinic's.
  package var names: [String] { shelf.names(hiding: [BuiltIn.base]) }

  /// Where the protocol of that name comes from: a path, or nil for the program's own.
  package func path(named name: String) -> String? { shelf.path(named: name) }

  /// The protocol of that name.
  package func `protocol`(named name: String) throws(SettingsError) -> ClinicProtocol {
    guard names.contains(name) else {
      throw .unknown(kind: "protocol", name: name, known: names)
    }
    let file = try shelf.item(named: name, visited: [])
    let rules = try assembled(file).clinicProtocol()
    guard rules.name == name else {
      throw .invalid([
        SettingsProblem(
          file: file.name,
          line: 1,
          column: 1,
          key: "name",
          message: "the file is called `\(name)` and names itself `\(rules.name)`",
          remedy: "Let both be the same"
        )
      ])
    }
    return rules
  }

  /// The protocol that a file states, wherever the file is.
  package func `protocol`(
    reading bytes: [UInt8],
    named file: String
  ) throws(SettingsError)
    -> ClinicProtocol
  {
    try assembled(Shelf.Item(name: file, stem: nil, isUser: true, bytes: bytes)).clinicProtocol()
  }

  /// What is wrong with the clinic's own files.
  package var problems: [SettingsProblem] {
    shelf.userNames.flatMap { name -> [SettingsProblem] in
      do throws(SettingsError) {
        _ = try self.protocol(named: name)
        return []
      } catch {
        return error.problems
      }
    }
  }

  /// A file with all that it inherits.
  private func assembled(_ item: Shelf.Item) throws(SettingsError) -> ProtocolFile {
    var chain = [try ProtocolFile(item.bytes, named: item.name)]
    var visited: Set<Shelf.Mark> = [item.mark]
    while let last = chain.last, let parent = last.inherits {
      guard let next = try shelf.parent(named: parent, visited: visited) else {
        throw last.inheritanceProblem(parent, known: names + [BuiltIn.base])
      }
      visited.insert(next.mark)
      chain.append(try ProtocolFile(next.bytes, named: next.name))
    }
    var result = chain.removeLast()
    while let file = chain.popLast() { result = file.laid(over: result) }
    return result
  }
}

extension ProtocolFile {
  /// The problem of naming a file to inherit from that is not there, or that leads back here.
  fileprivate func inheritanceProblem(_ parent: String, known: [String]) -> SettingsError {
    let place = tree.part("inherits")?.value.place ?? tree.place
    let near = nearest(to: parent, among: known).map { "Did you mean `\($0)`?" }
    return .invalid([
      SettingsProblem(
        file: place.file,
        line: place.line,
        column: place.column,
        key: "inherits",
        message: "there is nothing `\(parent)` to inherit from, or it inherits from this file",
        remedy: near ?? "There are: \(known.joined(separator: ", "))"
      )
    ])
  }
}
