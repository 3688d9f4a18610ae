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
  package var names: [String] { shelf.names(hiding: BuiltIn.common) }

  /// Where the protocol of that name comes from: a path, or nil for the program's own.
  package func path(named name: String) throws(SettingsError) -> String? {
    try shelf.path(named: name)
  }

  /// The protocol of that name.
  package func `protocol`(named name: String) throws(SettingsError) -> ClinicProtocol {
    guard !BuiltIn.common.contains(name), let file = try shelf.file(named: name) else {
      throw .unknown(kind: "protocol", name: name, known: names)
    }
    let rules = try rules(of: file)
    if rules.name != name { throw file.misnamed(rules.name) }
    return rules
  }

  /// The protocol that a file states, wherever the file is.
  package func `protocol`(
    reading bytes: [UInt8],
    named file: String
  ) throws(SettingsError)
    -> ClinicProtocol
  {
    try rules(of: Shelf.Item(name: file, stem: nil, isUser: true, bytes: bytes))
  }

  /// What is wrong with the clinic's own files.
  package var problems: [SettingsProblem] {
    shelf.userNames.filter { !BuiltIn.common.contains($0) }.flatMap { name -> [SettingsProblem] in
      do throws(SettingsError) {
        _ = try self.protocol(named: name)
        return []
      } catch {
        return error.problems
      }
    }
  }

  /// The rules of a file with all that it inherits.
  ///
  /// Whose rules they are and which version is never inherited: whoever changes a number states
  /// both.
  private func rules(of item: Shelf.Item) throws(SettingsError) -> ClinicProtocol {
    let tree = try shelf.assembled(item, owning: ["name", "version"], depth: .max)
    return try ProtocolFile(tree: tree).clinicProtocol()
  }
}
