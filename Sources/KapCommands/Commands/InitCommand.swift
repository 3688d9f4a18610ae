package import KapStore
package import KapTimeline

/// `kap init`: creates the chart and its first person.
package struct InitCommand: Hashable, Sendable {
  /// The first person's name; asked when it is not given.
  package var name: String?
  /// What they do.
  package var role: CareRole
  /// How their passphrase is stretched.
  package var stretching: Stretching

  /// Creates the command.
  package init(
    name: String? = nil,
    role: CareRole = .monitor,
    stretching: Stretching = .standard
  ) {
    self.name = name
    self.role = role
    self.stretching = stretching
  }

  /// Creates the chart and prints its directory.
  package func run(in surroundings: Surroundings) throws -> ExitCode {
    let given = name ?? surroundings.options.person ?? surroundings.variable("KAP_PERSON")
    guard let name = try given ?? surroundings.ask("Your name or initials: ", false) else {
      throw CommandError(.usage, "Say who is the first person of the chart with --name NAME.")
    }
    let path = try surroundings.chartPath()
    let file = surroundings.options.passphraseFile ?? surroundings.variable("KAP_PASSPHRASE_FILE")
    let chart = try Chart.create(
      at: path,
      for: Person(name: name, role: role),
      passphrase: surroundings.newPassphrase(for: name, from: file),
      stretching: stretching
    )
    try chart.close()
    try surroundings.show(path)
    surroundings.say(
      "The chart is sealed. Nobody, we included, can read it without a passphrase of a person in it."
    )
    return .ok
  }
}

/// `kap person add`: lets somebody else into the chart.
package struct PersonAddCommand: Hashable, Sendable {
  /// Their name.
  package var name: String
  /// What they do.
  package var role: CareRole
  /// The file with their passphrase; asked when there is none.
  package var passphraseFile: String?
  /// How their passphrase is stretched.
  package var stretching: Stretching

  /// Creates the command.
  package init(
    name: String,
    role: CareRole,
    passphraseFile: String? = nil,
    stretching: Stretching = .standard
  ) {
    self.name = name
    self.role = role
    self.passphraseFile = passphraseFile
    self.stretching = stretching
  }

  /// Adds the person; somebody who is in the chart has to open it for them.
  package func run(in surroundings: Surroundings) throws -> ExitCode {
    let chart = try surroundings.unlockedChart()
    defer { try? chart.close() }
    try chart.add(
      Person(name: name, role: role),
      passphrase: surroundings.newPassphrase(for: name, from: passphraseFile),
      stretching: stretching
    )
    try surroundings.show(name)
    return .ok
  }
}

/// `kap person list`: says who is in the chart.
package struct PersonListCommand: Hashable, Sendable {
  /// Creates the command.
  package init() {}

  /// Prints each person with what they do; no passphrase is asked for that.
  package func run(in surroundings: Surroundings) throws -> ExitCode {
    let people = try surroundings.chart().people()
    var table = PlainTable()
    for person in people { table.add([person.name, person.role.rawValue]) }
    for line in table.lines { try surroundings.print(line) }
    return .ok
  }
}
