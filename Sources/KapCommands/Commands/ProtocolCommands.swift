import KapSettings
import KapTimeline

/// `kap protocol list`: the protocols there are.
package struct ProtocolListCommand: Hashable, Sendable {
  /// Creates the command.
  package init() {}

  /// Prints each protocol with its title, its version, and where it comes from.
  package func run(in surroundings: Surroundings) throws -> ExitCode {
    let library = surroundings.protocols()
    return try surroundings.list(library.names) { name in
      let rules = try library.protocol(named: name)
      let origin = try library.path(named: name) ?? "built in"
      return [name, rules.title, "version \(rules.version)", origin]
    }
  }
}

/// `kap protocol show`: a protocol's rules, every number with its source.
package struct ProtocolShowCommand: Hashable, Sendable {
  /// The protocol.
  package var name: String

  /// Creates the command.
  package init(name: String) { self.name = name }

  /// Prints the rules.
  package func run(in surroundings: Surroundings) throws -> ExitCode {
    let rules = try surroundings.protocols().rules(named: name)
    for line in describe(rules) { try surroundings.show(line) }
    return .ok
  }
}

/// `kap protocol lint`: what is wrong with protocol files.
package struct ProtocolLintCommand: Hashable, Sendable {
  /// The files; the clinic's own where there are none.
  package var files: [String]

  /// Creates the command.
  package init(files: [String] = []) { self.files = files }

  /// Prints each problem with its file, line, column and key.
  package func run(in surroundings: Surroundings) throws -> ExitCode {
    let library = surroundings.protocols()
    guard !files.isEmpty else {
      return try surroundings.report(library.problems.map(\.description))
    }
    return try surroundings.lint(files) { bytes, file in
      _ = try library.protocol(reading: bytes, named: file)
      return []
    }
  }
}
