package import KapCanvas
package import KapInterface

/// What a console needs besides its session: themes and the clinic's wishes.
package struct ConsoleOptions: Sendable {
  /// The theme to begin with.
  package var theme: Theme
  /// Finds the one for a dim room, which `i` switches to.
  ///
  /// Throws what is wrong with it, in words.
  package var nightTheme: @Sendable () throws -> Theme
  /// What is wrong with the settings, to be said once the screen stands.
  package var warning: String?
  /// The names that `:theme` completes.
  package var themeNames: [String]
  /// Finds a theme by its name.
  package var themeNamed: @Sendable (String) -> Theme?
  /// What the clinic's settings ask of the screen.
  package var preferences: Interface.Preferences

  /// Creates options.
  package init(
    theme: Theme,
    nightTheme: @escaping @Sendable () throws -> Theme,
    themeNames: [String],
    themeNamed: @escaping @Sendable (String) -> Theme?,
    preferences: Interface.Preferences = Interface.Preferences(),
    warning: String? = nil
  ) {
    self.warning = warning
    self.theme = theme
    self.nightTheme = nightTheme
    self.themeNames = themeNames
    self.themeNamed = themeNamed
    self.preferences = preferences
  }
}

/// How a console ended.
package enum ConsoleOutcome: Hashable, Sendable {
  /// Somebody left it; the session is as it was.
  case left
  /// The terminal is gone, or the program was asked to end.
  case cutOff
}
