import ArgumentParser
import Foundation
import KapCommands
import KapConsole

/// A command that needs a screen.
protocol ScreenArguments: ParsableCommand {
  var common: CommonArguments { get }
  var command: ScreenCommand { get throws }
}

extension ScreenArguments {
  func run() throws { try show() }

  /// Shows the screen until it is left.
  func show() throws {
    let options = ScreenOptions(
      chart: common.chart,
      person: common.person,
      passphraseFile: common.passphraseFile,
      theme: common.theme
    )
    let status = Screens.run(try command, with: options)
    guard status != 0 else { return }
    throw ArgumentParser.ExitCode(status)
  }
}

struct Start: ScreenArguments {
  static let configuration = CommandConfiguration(
    commandName: "start",
    abstract: "The start screen: open sessions, new, write up, replay, practice.",
    shouldDisplay: false
  )

  @OptionGroup var common: CommonArguments

  var command: ScreenCommand { .start }
}

struct Live: ScreenArguments {
  static let configuration = CommandConfiguration(
    abstract: "Opens a session, resumes the open one, or joins it as a second seat.",
    discussion: """
      EXAMPLES:
        kap live --subject K-014 --protocol iv-infusion --weight 70
        kap live                                      resumes the open session
        kap live 7h2k --as jb                         joins it at a second terminal
      """
  )

  @OptionGroup var common: CommonArguments
  @Argument(help: "The session: its id, the beginning of it, or last.")
  var session: String?
  @OptionGroup var opening: OpeningArguments
  @Option(help: ArgumentHelp("The patient's code.", valueName: "code"))
  var subject: String?
  @Option(name: .customLong("protocol"), help: ArgumentHelp("The protocol.", valueName: "name"))
  var protocolName: String?

  func validate() throws {
    guard session == nil || subject == nil else {
      throw ValidationError("Name a session or a patient, not both: --subject opens a new session.")
    }
    guard (subject == nil) == (protocolName == nil) else {
      throw ValidationError("A new session needs both --subject CODE and --protocol NAME.")
    }
    try opening.validate()
  }

  var command: ScreenCommand {
    .live(
      ScreenCommand.Live(
        session: session,
        subject: subject,
        protocolName: protocolName,
        weightInKilograms: opening.weight,
        number: opening.course?.number,
        planned: opening.course?.planned,
        room: opening.room
      )
    )
  }
}

struct Replay: ScreenArguments {
  static let configuration = CommandConfiguration(
    abstract: "Replays a session: the same screen, another clock.",
    discussion: """
      EXAMPLES:
        kap replay last
        kap replay last --from +20m --speed 8
        kap replay session.log --as-known
      """
  )

  @OptionGroup var common: CommonArguments
  @Argument(help: "The session (its id, the beginning of it, or last), or a log file.")
  var session: String
  @Option(help: ArgumentHelp("How many times as fast as it happened.", valueName: "n"))
  var speed = 1
  @Option(help: ArgumentHelp("Where to begin: +20m, 14:05.", valueName: "moment"))
  var from: String?
  @Flag(help: "Only what had been written by the moment shown.")
  var asKnown = false

  func validate() throws {
    guard (1...60).contains(speed) else { throw ValidationError("--speed goes from 1 to 60.") }
  }

  var command: ScreenCommand {
    .replay(.init(subject: session, speed: speed, from: from, isAsKnown: asKnown))
  }
}

struct Demo: ScreenArguments {
  static let configuration = CommandConfiguration(
    abstract: "A practice session with a simulated patient; needs nothing, keeps nothing.",
    discussion: """
      EXAMPLES:
        kap demo
        kap demo --scenario im-uneventful --speed 20
        kap demo | less                               as plain lines
      """
  )

  @OptionGroup var common: CommonArguments
  @Option(help: ArgumentHelp("Which scenario.", valueName: "name"))
  var scenario: String?
  @Option(help: ArgumentHelp("How many times as fast as it would happen, 1 to 60.", valueName: "n"))
  var speed = 10

  func validate() throws {
    guard (1...60).contains(speed) else { throw ValidationError("--speed goes from 1 to 60.") }
  }

  var command: ScreenCommand { .demo(scenario: scenario, speed: speed) }

  func run() throws {
    guard !Surroundings.processHasScreen else { return try show() }
    let surroundings = Surroundings.ofProcess(with: common.options)
    let code = surroundings.run { try DemoCommand(scenario: scenario).run(in: surroundings) }
    guard code != .ok else { return }
    throw ArgumentParser.ExitCode(code.rawValue)
  }
}
