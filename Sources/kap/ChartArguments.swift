import ArgumentParser
import KapCommands
import KapTimeline

struct Initialise: PlainCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Creates the chart and its first person.",
    discussion: """
      EXAMPLES:
        kap init --name ar --role monitor
        kap init --chart /srv/kap --name ar --passphrase-file ar.pass
      """
  )

  @OptionGroup var common: CommonArguments
  @Option(help: "The first person's name or initials.")
  var name: String?
  @Option(help: "What they do: monitor, therapist, prescriber or supervisor.")
  var role = CareRole.monitor

  func perform(in surroundings: Surroundings) throws -> KapCommands.ExitCode {
    try InitCommand(name: name, role: role).run(in: surroundings)
  }
}

struct PersonGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "person",
    abstract: "Who is in the chart.",
    subcommands: [Add.self, List.self]
  )

  struct Add: PlainCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lets somebody else into the chart, with a passphrase of their own.",
      discussion: """
        EXAMPLES:
          kap person add --name jb --role therapist
          kap person add --name jb --role therapist --new-passphrase-file jb.pass
        """
    )

    @OptionGroup var common: CommonArguments
    @Option(help: "Their name or initials.")
    var name: String
    @Option(help: "What they do: monitor, therapist, prescriber or supervisor.")
    var role: CareRole
    @Option(
      help: ArgumentHelp(
        "A file whose first line is their passphrase (else asked).",
        valueName: "file"
      )
    )
    var newPassphraseFile: String?

    func perform(in surroundings: Surroundings) throws -> KapCommands.ExitCode {
      try PersonAddCommand(name: name, role: role, passphraseFile: newPassphraseFile)
        .run(in: surroundings)
    }
  }

  struct List: PlainCommand {
    static let configuration = CommandConfiguration(abstract: "Says who is in the chart.")

    @OptionGroup var common: CommonArguments

    func perform(in surroundings: Surroundings) throws -> KapCommands.ExitCode {
      try PersonListCommand().run(in: surroundings)
    }
  }
}

struct Verify: PlainCommand {
  static let configuration = CommandConfiguration(
    abstract: "Holds the chart, a session, or a log file against its chains.",
    discussion: """
      EXAMPLES:
        kap verify                                    the whole chart
        kap verify last
        kap verify session.log                        a file; needs no chart
      """
  )

  @OptionGroup var common: CommonArguments
  @Argument(help: "A session (its id, the beginning of it, or last), or a log file.")
  var subject: String?

  func perform(in surroundings: Surroundings) throws -> KapCommands.ExitCode {
    try VerifyCommand(subject: subject).run(in: surroundings)
  }
}

struct Paths: PlainCommand {
  static let configuration = CommandConfiguration(abstract: "Says where files lie.")

  @OptionGroup var common: CommonArguments

  func perform(in surroundings: Surroundings) throws -> KapCommands.ExitCode {
    try PathsCommand().run(in: surroundings)
  }
}

struct Completions: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints a completion script for a shell.",
    discussion: """
      EXAMPLES:
        kap completions bash > /etc/bash_completion.d/kap
        kap completions fish > ~/.config/fish/completions/kap.fish
      """
  )

  @OptionGroup var common: CommonArguments
  @Argument(help: "bash, zsh or fish.")
  var shell: String

  func validate() throws {
    guard CompletionShell(rawValue: shell) != nil else {
      throw ValidationError("The shell is bash, zsh or fish.")
    }
  }

  func run() throws {
    guard let shell = CompletionShell(rawValue: shell) else { return }
    try Surroundings.ofProcess(with: common.options).print(Kap.completionScript(for: shell))
  }
}
