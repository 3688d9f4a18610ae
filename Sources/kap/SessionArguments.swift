import ArgumentParser
import Foundation
import KapCommands
import KapTimeline

struct Open: PlainCommand {
  static let configuration = CommandConfiguration(
    abstract: "Opens a session without a screen and prints its id.",
    discussion: """
      EXAMPLES:
        kap open --subject K-014 --protocol iv-infusion --weight 70
        kap open --subject K-014 --protocol im --number 3/6 --room 2
      """
  )

  @OptionGroup var common: CommonArguments
  @Option(help: ArgumentHelp("The patient's pseudonymous code.", valueName: "code"))
  var subject: String
  @Option(
    name: .customLong("protocol"),
    help: ArgumentHelp("The protocol; `kap protocol list` shows them.", valueName: "name")
  )
  var protocolName: String
  @Option(help: "dosing, evaluation, preparation, integration or follow-up.")
  var kind = SessionKind.dosing
  @OptionGroup var opening: OpeningArguments

  func perform(in surroundings: Surroundings) throws -> KapCommands.ExitCode {
    try OpenCommand(
      subject: subject,
      protocolName: protocolName,
      saidWeight: opening.saidWeight,
      kind: kind,
      number: opening.course?.number,
      planned: opening.course?.planned,
      room: opening.room
    ).run(in: surroundings)
  }
}

struct Enter: PlainCommand {
  static let configuration = CommandConfiguration(
    abstract: "Records entry lines; each event's id is printed once it is on disk.",
    discussion: """
      EXAMPLES:
        kap enter last                                lines from standard input
        kap enter 7h2k < evening.txt
        kap enter last 'bp 128/82 hr 74 spo2 98'      other users can see it in `ps`

      A refused line is said on standard error with its number, column and remedy; \
      the others go on. Nobody is asked: an unusual value is kept and waits to be \
      confirmed.

      SENTENCES:
      \(EnterCommand.sentences)
      """
  )

  @OptionGroup var common: CommonArguments
  @Argument(help: "The session: its id, the beginning of it, or last.")
  var session: String
  @Argument(help: "One entry line, or - for those of standard input.")
  var line: String?
  @Option(help: "How it comes in: typed, transcribed or device.")
  var source = Source.typed

  func validate() throws {
    guard [.typed, .transcribed, .device].contains(source) else {
      throw ValidationError("--source is typed, transcribed or device.")
    }
  }

  func perform(in surroundings: Surroundings) throws -> KapCommands.ExitCode {
    if line == nil || line == "-", isatty(STDIN_FILENO) == 1 {
      surroundings.say("Type entry lines, each ended with Enter. Ctrl-D ends.")
    }
    return try EnterCommand(session: session, line: line, source: source).run(in: surroundings)
  }
}

struct Sessions: PlainCommand {
  static let configuration = CommandConfiguration(abstract: "Lists the sessions of the chart.")

  @OptionGroup var common: CommonArguments
  @Flag(help: "For scripts.")
  var json = false

  func perform(in surroundings: Surroundings) throws -> KapCommands.ExitCode {
    try SessionsCommand(isJSON: json).run(in: surroundings)
  }
}

struct Show: PlainCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows a session as text, or for scripts.",
    discussion: """
      EXAMPLES:
        kap show last
        kap show last --at +20m               as it stood 20 minutes after the dose
        kap show last --at 14:05 --as-known   with what had been written by then
        kap show last --json | jq '.events[].kind'
      """
  )

  @OptionGroup var common: CommonArguments
  @Argument(help: "The session: its id, the beginning of it, or last.")
  var session: String
  @Option(help: ArgumentHelp("The moment: +20m, 14:05, or a timestamp.", valueName: "moment"))
  var at: String?
  @Flag(help: "Only what had been written by that moment.")
  var asKnown = false
  @Flag(help: "For scripts.")
  var json = false

  func perform(in surroundings: Surroundings) throws -> KapCommands.ExitCode {
    try ShowCommand(session: session, at: at, isAsKnown: asKnown, isJSON: json)
      .run(in: surroundings)
  }
}
