import KapSettings

/// `kap paths`: says where files lie.
package struct PathsCommand: Hashable, Sendable {
  /// Creates the command.
  package init() {}

  /// Prints a line for each place: its name and its path.
  package func run(in surroundings: Surroundings) throws -> ExitCode {
    let directories = try surroundings.directories()
    var table = PlainTable()
    table.add(["chart", try surroundings.chartPath()])
    table.add(["config", directories.configFile])
    table.add(["protocols", directories.protocols])
    table.add(["themes", directories.themes])
    table.add(["state", directories.state])
    table.add(["cache", directories.cache])
    for line in table.lines { try surroundings.print(line) }
    return .ok
  }
}
