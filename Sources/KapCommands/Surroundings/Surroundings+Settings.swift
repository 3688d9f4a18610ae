package import KapSettings

extension Surroundings {
  /// Where files lie for whoever runs the command.
  package func directories() throws -> Directories {
    guard let directories = Directories(environment: environment) else {
      throw CommandError(
        .badConfiguration,
        "The environment names no home directory. Set HOME, or the XDG directories."
      )
    }
    return directories
  }

  /// What the user chose in the configuration file.
  package func settings() throws -> Settings {
    guard let directories = Directories(environment: environment) else { return Settings() }
    return try Settings(path: directories.configFile)
  }

  /// What is wrong with the settings and stops nothing, in words: a night theme that is not there.
  package func settingsWarning() -> String? {
    guard variable("NO_COLOR") == nil, let night = try? settings().nightTheme else { return nil }
    do {
      _ = try themes().theme(named: night)
      return nil
    } catch {
      return "The night theme \(night) of the configuration cannot be had: \(error)"
    }
  }

  /// The protocols: the program's own and the clinic's.
  package func protocols() -> ProtocolLibrary {
    ProtocolLibrary(userDirectory: Directories(environment: environment)?.protocols)
  }

  /// The themes: the program's own and the user's.
  package func themes() -> ThemeLibrary {
    ThemeLibrary(userDirectory: Directories(environment: environment)?.themes)
  }
}
