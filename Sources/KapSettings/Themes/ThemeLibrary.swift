package import KapCanvas

/// The themes there are: those of the program, and the user's own, which come first.
///
/// A user's file `NAME.yaml` adds a theme, or takes the place of the program's own of that name.
/// Nothing is read before it is asked for.
package struct ThemeLibrary: Sendable {
  private let shelf: Shelf

  /// Creates a library with the user's own files from `userDirectory`, if there is such.
  package init(userDirectory: String? = nil) {
    shelf = Shelf(builtIn: BuiltIn.themes, userDirectory: userDirectory)
  }

  /// The names by which themes are chosen: the program's own, then the user's.
  package var names: [String] { shelf.names(hiding: []) }

  /// Where the theme of that name comes from: a path, or nil for the program's own.
  package func path(named name: String) throws(SettingsError) -> String? {
    try shelf.path(named: name)
  }

  /// The theme of that name.
  package func theme(named name: String) throws(SettingsError) -> Theme {
    guard let file = try shelf.file(named: name) else {
      throw .unknown(kind: "theme", name: name, known: names)
    }
    let theme = try theme(of: file)
    if theme.name != name { throw file.misnamed(theme.name) }
    return theme
  }

  /// The theme that a file states, wherever the file is.
  package func theme(
    reading bytes: [UInt8],
    named file: String
  ) throws(SettingsError) -> Theme {
    try theme(of: Shelf.Item(name: file, stem: nil, isUser: true, bytes: bytes))
  }

  /// What is wrong with the user's own files.
  package var problems: [SettingsProblem] {
    shelf.userNames.flatMap { name -> [SettingsProblem] in
      do throws(SettingsError) {
        _ = try theme(named: name)
        return []
      } catch {
        return error.problems
      }
    }
  }

  /// The theme of a file with all that it inherits.
  ///
  /// Colours are joined by their names and styles by their roles, but a style is taken whole.
  private func theme(of item: Shelf.Item) throws(SettingsError) -> Theme {
    let tree = try shelf.assembled(item, owning: ["name", "title"], depth: 2)
    return try ThemeFile(tree: tree).theme()
  }
}
