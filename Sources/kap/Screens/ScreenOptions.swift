import KapCanvas
import KapCommands
import KapConsole
import KapInterface
import KapSettings
import KapTimeline

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

extension Surroundings {
  /// What a screen needs besides its session: themes and the clinic's wishes.
  ///
  /// The theme is `--theme`, else `KAP_THEME`, else what the configuration says, else `dark`; under
  /// `NO_COLOR` it is `mono`, unless a theme is asked for in so many words.
  func consoleOptions() throws -> ConsoleOptions {
    let settings = try settings()
    let themes = themes()
    let isPlain = variable("NO_COLOR") != nil
    let name =
      options.theme ?? variable("KAP_THEME") ?? (isPlain ? "mono" : settings.theme ?? "dark")
    var preferences = Interface.Preferences()
    preferences.hidesNotes = settings.privacy.notes == .hidden
    preferences.subjectWord = settings.words.patient
    preferences.bell =
      switch settings.bell {
      case .off: nil
      case .notice: .notice
      case .urgent: .urgent
      }
    let night = isPlain ? "mono" : settings.nightTheme ?? "night-red"
    return ConsoleOptions(
      theme: try themes.theme(named: name),
      nightTheme: { try themes.theme(named: night) },
      themeNames: themes.names,
      themeNamed: { try? themes.theme(named: $0) },
      preferences: preferences,
      warning: settingsWarning()
    )
  }

  /// Refuses a screen where there is no terminal, and says what works without one.
  func requireTerminal(instead: String) throws {
    guard isatty(0) == 1, isatty(1) == 1 else {
      throw CommandError(.usage, "There is no terminal here. \(instead)")
    }
  }
}
