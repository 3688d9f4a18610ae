/// Where the program's files are, by the XDG base directory specification.
package struct Directories: Hashable, Sendable {
  /// What the user sets: `config.yaml`, `protocols`, `themes`.
  package var config: String
  /// What must not be lost: the chart.
  package var data: String
  /// What may be lost with regret.
  package var state: String
  /// What may be lost at any time.
  package var cache: String

  /// Finds them in an environment, or nil when it names no home.
  ///
  /// As the specification wants it, a path that is not absolute is as good as none.
  package init?(environment: [String: String]) {
    func absolute(_ name: String) -> String? {
      guard var path = environment[name], path.hasPrefix("/"), !path.utf8.contains(0) else {
        return nil
      }
      while path.count > 1, path.hasSuffix("/") { path.removeLast() }
      return path == "/" ? "" : path
    }
    let home = absolute("HOME")
    func directory(_ name: String, _ usual: String) -> String? {
      (absolute(name) ?? home.map { "\($0)/\(usual)" }).map { "\($0)/kap" }
    }
    guard let config = directory("XDG_CONFIG_HOME", ".config"),
      let data = directory("XDG_DATA_HOME", ".local/share"),
      let state = directory("XDG_STATE_HOME", ".local/state"),
      let cache = directory("XDG_CACHE_HOME", ".cache")
    else { return nil }
    self.config = config
    self.data = data
    self.state = state
    self.cache = cache
  }

  /// The configuration file.
  package var configFile: String { "\(config)/config.yaml" }
  /// The clinic's own protocols.
  package var protocols: String { "\(config)/protocols" }
  /// The user's own themes.
  package var themes: String { "\(config)/themes" }
}
