import KapCanvas
package import KapTimeline

/// What a command is given of the world: streams, clocks, environment and places.
///
/// Nothing in this module reads any of it elsewhere, so that tests run commands as they are.
package struct Surroundings {
  /// Gives the next bytes of standard input, none at its end.
  package var input: () throws -> [UInt8]
  /// Writes data to standard output; what was written is with the reader when it returns.
  package var output: (String) throws -> Void
  /// Writes talk to standard error.
  package var talk: (String) -> Void
  /// The environment.
  package var environment: [String: String]
  /// Reads the clocks.
  package var clocks: () -> ClockReading
  /// Asks a person on the terminal for a line, unseen where it is secret; nil without a terminal.
  package var ask: (_ prompt: String, _ isSecret: Bool) throws -> String?
  /// The directory that relative paths count from.
  package var workingDirectory: String
  /// The options that every command takes.
  package var options: CommonOptions

  /// Creates surroundings.
  package init(
    input: @escaping () throws -> [UInt8],
    output: @escaping (String) throws -> Void,
    talk: @escaping (String) -> Void,
    environment: [String: String],
    clocks: @escaping () -> ClockReading,
    ask: @escaping (_ prompt: String, _ isSecret: Bool) throws -> String?,
    workingDirectory: String,
    options: CommonOptions = CommonOptions()
  ) {
    self.input = input
    self.output = output
    self.talk = talk
    self.environment = environment
    self.clocks = clocks
    self.ask = ask
    self.workingDirectory = workingDirectory
    self.options = options
  }

  /// Writes a line of data as it is.
  package func print(_ line: String) throws { try output(line + "\n") }

  /// Writes a line of plain text, without anything that a terminal could obey.
  package func show(_ line: some StringProtocol) throws { try output(Text.sanitized(line) + "\n") }

  /// Says a sentence to the person, without anything that a terminal could obey.
  package func say(_ sentence: some StringProtocol) {
    for line in sentence.split(separator: "\n", omittingEmptySubsequences: false) {
      talk("kap: \(Text.sanitized(line))\n")
    }
  }

  /// A path as the system takes it.
  package func path(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    if path == "~" || path.hasPrefix("~/"), let home = variable("HOME") {
      return home + path.dropFirst()
    }
    return workingDirectory + "/" + path
  }

  /// A variable of the environment that is set to something.
  package func variable(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}

/// The options that every command takes, as far as they were given.
package struct CommonOptions: Hashable, Sendable {
  /// The chart's directory.
  package var chart: String?
  /// Who writes.
  package var person: String?
  /// The file with the passphrase.
  package var passphraseFile: String?
  /// The theme.
  package var theme: String?

  /// Creates options.
  package init(
    chart: String? = nil,
    person: String? = nil,
    passphraseFile: String? = nil,
    theme: String? = nil
  ) {
    self.chart = chart
    self.person = person
    self.passphraseFile = passphraseFile
    self.theme = theme
  }
}
