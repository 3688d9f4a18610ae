import ArgumentParser
import KapCommands
import KapTerminal

/// The whole tree of commands.
struct Kap: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kap",
    abstract: "A console for ketamine-assisted psychotherapy sessions.",
    discussion: """
      EXAMPLES:
        kap demo                                  a practice session; needs nothing
        kap init --name ar --role monitor         creates your chart
        kap live --subject K-014 --protocol iv-infusion --weight 70
        kap enter last                            entry lines from standard input
        kap enter last 'bp 128/82 hr 74 spo2 98'  one line; others see it in `ps`
        kap show last --json                      a session for scripts
        kap replay last                           the same screen, another clock

      kap documents. It does not monitor the patient, and it clears nobody to leave.
      """,
    version: version,
    subcommands: [
      Start.self, Demo.self, Initialise.self, PersonGroup.self, Open.self, Live.self, Replay.self,
      Enter.self, Sessions.self, Show.self, Export.self, Import.self, Verify.self,
      ProtocolGroup.self, ThemeGroup.self, Paths.self, Completions.self,
    ],
    defaultSubcommand: Start.self
  )
}

/// The options that every command takes.
struct CommonArguments: ParsableArguments {
  @Option(help: ArgumentHelp("The chart (else KAP_CHART).", valueName: "dir"))
  var chart: String?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("Who you are (else KAP_PERSON).", valueName: "name")
  )
  var person: String?

  @Option(
    help: ArgumentHelp(
      "A file whose first line is your passphrase (else KAP_PASSPHRASE_FILE, else asked).",
      valueName: "file"
    )
  )
  var passphraseFile: String?

  @Option(help: ArgumentHelp("The theme of the screen (else KAP_THEME).", valueName: "name"))
  var theme: String?

  var options: CommonOptions {
    CommonOptions(
      chart: chart,
      person: person,
      passphraseFile: passphraseFile,
      theme: theme
    )
  }
}

/// A command that needs no screen.
protocol PlainCommand: ParsableCommand {
  var common: CommonArguments { get }

  /// Does what the command is for.
  func perform(in surroundings: Surroundings) throws -> KapCommands.ExitCode
}

extension PlainCommand {
  func run() throws {
    let surroundings = Surroundings.ofProcess(with: common.options)
    if let warning = surroundings.settingsWarning() { surroundings.say(warning) }
    try surroundings.end(with: perform)
  }
}

extension Surroundings {
  /// Runs a command, says what went wrong if something did, and throws what the process ends with.
  func end(with command: (Surroundings) throws -> KapCommands.ExitCode) throws {
    let code = run {
      do {
        return try command(self)
      } catch let error as TerminalError {
        // Nothing below knows of terminals, so nobody else can put it in words.
        throw CommandError(error.code == .system ? .inputOutput : .usage, error.description)
      }
    }
    guard code != .ok else { return }
    throw ArgumentParser.ExitCode(code.rawValue)
  }
}
