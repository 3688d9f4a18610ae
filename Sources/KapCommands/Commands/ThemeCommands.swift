import KapCanvas
import KapSettings

/// `kap theme list`: the themes there are.
package struct ThemeListCommand: Hashable, Sendable {
  /// Creates the command.
  package init() {}

  /// Prints each theme with its title and where it comes from; the chosen one is marked.
  package func run(in surroundings: Surroundings) throws -> ExitCode {
    let library = surroundings.themes()
    let chosen =
      try surroundings.options.theme ?? surroundings.variable("KAP_THEME")
      ?? surroundings.settings().theme
    return try surroundings.list(library.names) { name in
      let theme = try library.theme(named: name)
      let origin = try library.path(named: name) ?? "built in"
      return [
        name, theme.title, theme.isDark ? "dark" : "light", origin,
        name == chosen ? "chosen" : "",
      ]
    }
  }
}

/// `kap theme show`: how each role looks in a theme, in words.
package struct ThemeShowCommand: Hashable, Sendable {
  /// The theme.
  package var name: String

  /// Creates the command.
  package init(name: String) { self.name = name }

  /// Prints each role with its paints and attributes.
  package func run(in surroundings: Surroundings) throws -> ExitCode {
    let theme: Theme
    do throws(SettingsError) {
      theme = try surroundings.themes().theme(named: name)
    } catch {
      guard case .unknown = error else { throw error }
      throw CommandError(.noInput, error.description)
    }
    try surroundings.show(
      "\(theme.name)  \(theme.title), for a \(theme.isDark ? "dark" : "light") ground"
    )
    var table = PlainTable()
    for role in Role.allCases {
      let style = theme[role]
      table.add([
        role.rawValue, words(style.foreground), "on " + words(style.background),
        words(style.attributes),
      ])
    }
    for line in table.lines { try surroundings.print(line) }
    return .ok
  }

  private func words(_ paint: Paint?) -> String {
    switch paint {
    case .rgb(let red, let green, let blue): "#" + [red, green, blue].map(hexadecimal).joined()
    case .ansi(let number): "ansi \(number)"
    case .standard, nil: "standard"
    }
  }

  private func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }

  private func words(_ attributes: Style.Attributes) -> String {
    let known: [(Style.Attributes, String)] = [
      (.bold, "bold"), (.dim, "dim"), (.underline, "underline"), (.reverse, "reverse"),
    ]
    return known.filter { attributes.contains($0.0) }.map(\.1).joined(separator: " ")
  }
}

/// `kap theme lint`: what is wrong with theme files, and what in them people could not read.
package struct ThemeLintCommand: Hashable, Sendable {
  /// The files; every theme there is where there are none.
  package var files: [String]

  /// Creates the command.
  package init(files: [String] = []) { self.files = files }

  /// Prints each problem and each finding.
  package func run(in surroundings: Surroundings) throws -> ExitCode {
    let library = surroundings.themes()
    guard files.isEmpty else {
      return try surroundings.lint(files) { bytes, file in
        ThemeLint.findings(try library.theme(reading: bytes, named: file)).map(\.description)
      }
    }
    var lines = library.problems.map(\.description)
    for name in library.names {
      guard let theme = try? library.theme(named: name) else { continue }
      lines += ThemeLint.findings(theme).map { "\(name): \($0.description)" }
    }
    return try surroundings.report(lines)
  }
}
