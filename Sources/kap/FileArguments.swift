import ArgumentParser
import KapCommands

extension ExportCommand.Format: ExpressibleByArgument {}

struct Export: PlainCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes a session as a file.",
    discussion: """
      EXAMPLES:
        kap export last --format log -o session.log    the whole record, chained
        kap export last --format log | kap verify /dev/stdin
      """
  )

  @OptionGroup var common: CommonArguments
  @Argument(help: "The session: its id, the beginning of it, or last.")
  var session: String
  @Option(help: "log; csv, json, md, html and fhir are still to come.")
  var format: ExportCommand.Format
  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The file (else standard output).", valueName: "file")
  )
  var output: String?

  func perform(in surroundings: Surroundings) throws -> KapCommands.ExitCode {
    try ExportCommand(session: session, format: format, file: output).run(in: surroundings)
  }
}

struct Import: PlainCommand {
  static let configuration = CommandConfiguration(
    abstract: "Adds a log of kap, or a monitor's recording of vital signs.",
    discussion: """
      EXAMPLES:
        kap import session.log
        kap import --vitals monitor.csv --session last
        kap import --vitals monitor.csv --session last --start 14:05
        kap import --vitals monitor.csv --session last --map columns.yaml

      Columns of a recording are known by name and unit. Seconds count from the \
      session's start unless --start says when the recording began. The same file \
      again adds nothing.
      """
  )

  @OptionGroup var common: CommonArguments
  @Argument(help: "A log file, or - for standard input.")
  var file: String?
  @Option(help: ArgumentHelp("A recording of vital signs, as CSV.", valueName: "file"))
  var vitals: String?
  @Option(help: "The session it is of: its id, the beginning of it, or last.")
  var session: String?
  @Option(
    help: ArgumentHelp(
      "When it began: 14:05, +0m (from the session's start), or a timestamp.",
      valueName: "time"
    )
  )
  var start: String?
  @Option(
    help: ArgumentHelp(
      "What its columns are, as YAML: `\"Channel 3\": heartRate`.",
      valueName: "file"
    )
  )
  var map: String?

  func validate() throws {
    if vitals != nil {
      guard file == nil else {
        throw ValidationError("Give a log FILE or --vitals FILE, not both.")
      }
      guard session != nil else {
        throw ValidationError("--vitals needs --session ID: the session the recording is of.")
      }
    } else {
      guard file != nil else {
        throw ValidationError("Give a log FILE, or --vitals FILE --session ID.")
      }
      guard session == nil, start == nil, map == nil else {
        throw ValidationError("--session, --start and --map belong to --vitals FILE.")
      }
    }
  }

  func perform(in surroundings: Surroundings) throws -> KapCommands.ExitCode {
    if let vitals, let session {
      return try ImportVitalsCommand(file: vitals, session: session, start: start, map: map)
        .run(in: surroundings)
    }
    return try ImportLogCommand(file: file ?? "-").run(in: surroundings)
  }
}
