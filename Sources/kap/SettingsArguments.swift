import ArgumentParser
import KapCommands

struct ProtocolGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "protocol",
    abstract: "The clinic's rules: what there is, what they say, what is wrong with a file.",
    discussion: """
      EXAMPLES:
        kap protocol list
        kap protocol show iv-infusion
        kap protocol lint ours.yaml
      """,
    subcommands: [List.self, Show.self, Lint.self]
  )

  struct List: PlainCommand {
    static let configuration = CommandConfiguration(abstract: "Lists the protocols.")

    @OptionGroup var common: CommonArguments

    func perform(in surroundings: Surroundings) throws -> KapCommands.ExitCode {
      try ProtocolListCommand().run(in: surroundings)
    }
  }

  struct Show: PlainCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shows a protocol's rules, every number with its source."
    )

    @OptionGroup var common: CommonArguments
    @Argument(help: "The protocol.")
    var name: String

    func perform(in surroundings: Surroundings) throws -> KapCommands.ExitCode {
      try ProtocolShowCommand(name: name).run(in: surroundings)
    }
  }

  struct Lint: PlainCommand {
    static let configuration = CommandConfiguration(
      abstract: "Says what is wrong with protocol files: file, line, column and key."
    )

    @OptionGroup var common: CommonArguments
    @Argument(help: "The files (else the clinic's own in `kap paths`).")
    var files: [String] = []

    func perform(in surroundings: Surroundings) throws -> KapCommands.ExitCode {
      try ProtocolLintCommand(files: files).run(in: surroundings)
    }
  }
}

struct ThemeGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "theme",
    abstract: "How the screen looks: what there is, how it looks, what people could not read.",
    discussion: """
      EXAMPLES:
        kap theme list
        kap theme show night-red
        kap theme lint mine.yaml
      """,
    subcommands: [List.self, Show.self, Lint.self]
  )

  struct List: PlainCommand {
    static let configuration = CommandConfiguration(abstract: "Lists the themes.")

    @OptionGroup var common: CommonArguments

    func perform(in surroundings: Surroundings) throws -> KapCommands.ExitCode {
      try ThemeListCommand().run(in: surroundings)
    }
  }

  struct Show: PlainCommand {
    static let configuration = CommandConfiguration(abstract: "Shows how each role looks.")

    @OptionGroup var common: CommonArguments
    @Argument(help: "The theme.")
    var name: String

    func perform(in surroundings: Surroundings) throws -> KapCommands.ExitCode {
      try ThemeShowCommand(name: name).run(in: surroundings)
    }
  }

  struct Lint: PlainCommand {
    static let configuration = CommandConfiguration(
      abstract: "Says what is wrong with theme files, and what in them people could not read."
    )

    @OptionGroup var common: CommonArguments
    @Argument(help: "The files (else every theme there is).")
    var files: [String] = []

    func perform(in surroundings: Surroundings) throws -> KapCommands.ExitCode {
      try ThemeLintCommand(files: files).run(in: surroundings)
    }
  }
}
