import ArgumentParser
import KapCommands

/// A command that needs a screen.
protocol ScreenArguments: PlainCommand {}

extension ScreenArguments {
  // What is wrong with the settings is said on the screen itself.
  func run() throws { try Surroundings.ofProcess(with: common.options).end(with: perform) }
}

struct Start: ScreenArguments {
  static let configuration = CommandConfiguration(
    commandName: "start",
    abstract: "The start screen: open sessions, new, write up, replay, practice.",
    shouldDisplay: false
  )

  @OptionGroup var common: CommonArguments

  func perform(in surroundings: Surroundings) throws -> KapCommands.ExitCode {
    try FirstScreen().run(in: surroundings)
  }
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
    guard subject != nil || opening.isEmpty else {
      throw ValidationError(
        "--weight, --number and --room are said of a new session: add --subject and --protocol."
      )
    }
    try opening.validate()
  }

  func perform(in surroundings: Surroundings) throws -> KapCommands.ExitCode {
    var screen = LiveScreen(session: session)
    if let subject, let protocolName {
      screen.opening = OpenCommand(
        subject: subject,
        protocolName: protocolName,
        saidWeight: opening.saidWeight,
        number: opening.course?.number,
        planned: opening.course?.planned,
        room: opening.room
      )
    }
    return try screen.run(in: surroundings)
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

  func perform(in surroundings: Surroundings) throws -> KapCommands.ExitCode {
    try ReplayScreen(record: session, speed: Double(speed), from: from, isAsKnown: asKnown)
      .run(in: surroundings)
  }
}

struct Demo: ScreenArguments {
  static let configuration = CommandConfiguration(
    abstract: "A practice session with a simulated patient; needs nothing, keeps nothing.",
    discussion: """
      EXAMPLES:
        kap demo
        kap demo --by-hand                            you record everything yourself
        kap demo --list
        kap demo --scenario hypertension-at-peak --speed 20
        kap demo | less                               as plain lines

      By hand a line above the entry line shows the bedside: what the simulated \
      patient reads, does and says. Minutes count from the dose you record.

      Typed in a practice session, :by-hand takes it over from the script, :speed N \
      lets its time pass N times as fast, and :debrief sets what was recorded beside \
      what happened so far.
      """
  )

  @OptionGroup var common: CommonArguments
  @Option(help: ArgumentHelp("Which scenario.", valueName: "name"))
  var scenario: String?
  @Flag(help: "Lists the scenarios.")
  var list = false
  @Flag(help: "Nobody types: you record everything, and read the patient at the bedside.")
  var byHand = false
  @Option(
    help: ArgumentHelp(
      "How many times as fast as it would happen, 1 to 60. (default: \(DemoScreen.usualSpeed); 1 by hand)",
      valueName: "n"
    )
  )
  var speed: Int?

  func validate() throws {
    guard speed.map((1...60).contains) ?? true else {
      throw ValidationError("--speed goes from 1 to 60.")
    }
  }

  func perform(in surroundings: Surroundings) throws -> KapCommands.ExitCode {
    guard !list else { return try DemoCommand.list(in: surroundings) }
    if byHand {
      try surroundings.requireTerminal(
        instead: "Without --by-hand kap demo prints the session as plain lines."
      )
    }
    guard Surroundings.processHasScreen else {
      return try DemoCommand(scenario: scenario).run(in: surroundings)
    }
    return try DemoScreen(scenario: scenario, speed: speed, isByHand: byHand).run(in: surroundings)
  }
}
