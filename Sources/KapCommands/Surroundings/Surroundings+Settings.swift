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

  /// The protocols: the program's own and the clinic's.
  package func protocols() -> ProtocolLibrary {
    ProtocolLibrary(userDirectory: Directories(environment: environment)?.protocols)
  }

  /// The themes: the program's own and the user's.
  package func themes() -> ThemeLibrary {
    ThemeLibrary(userDirectory: Directories(environment: environment)?.themes)
  }
}
