import ArgumentParser
import Foundation
import KapCommands
import KapCanvas
import KapCommands

@main
struct Main {
  static func main() {
    // A file that may not grow is a failure like a full disk, to be said; not a reason to die.
    signal(SIGXFSZ, SIG_IGN)
    let arguments = Array(CommandLine.arguments.dropFirst())
    // The whole tree of commands takes milliseconds to build: what people wait for goes first, and
    // what is said in a word needs no parsing at all.
    if let screen = Self.plain(arguments) {
      Kap.conclude { try Surroundings.ofProcess(with: CommonOptions()).end(with: screen) }
    }
    if var command = Self.quick(arguments) {
      Kap.conclude { try command.run() }
    }
    Kap.conclude {
      try Kap.checkName(in: arguments)
      var command = try Kap.parseAsRoot(arguments)
      try command.run()
    }
  }

  /// A screen that is asked for without a single option.
  private static func plain(
    _ arguments: [String]
  ) -> ((Surroundings) throws -> KapCommands.ExitCode)? {
    guard Surroundings.processHasScreen else { return nil }
    return switch arguments {
    case []: { try FirstScreen().run(in: $0) }
    case ["live"]: { try LiveScreen().run(in: $0) }
    case ["demo"]: { try DemoScreen().run(in: $0) }
    default: nil
    }
  }

  /// The command, where it is one that must start at once and its arguments are understood.
  private static func quick(_ arguments: [String]) -> (any ParsableCommand)? {
    let rest = Array(arguments.dropFirst())
    guard !rest.contains(where: { $0.hasPrefix("--help") || $0 == "-h" || $0 == "--version" })
    else { return nil }
    return switch arguments.first {
    case nil: try? Start.parse([])
    case "live": try? Live.parse(rest)
    case "enter": try? Enter.parse(rest)
    case "replay": try? Replay.parse(rest)
    case "demo": try? Demo.parse(rest)
    default: nil
    }
  }
}

extension Kap {
  /// Refuses a first word that is no command, with the one that was probably meant: without this it
  /// would be taken for an argument of the start screen.
  static func checkName(in arguments: [String]) throws {
    let names = configuration.subcommands.map { $0._commandName } + ["help"]
    guard let word = arguments.first, !word.hasPrefix("-"), !names.contains(word) else { return }
    let shown = Text.sanitized(word.prefix(40))
    let near = suggestion(for: word, among: names).map { " Did you mean '\($0)'?" } ?? ""
    throw ValidationError("There is no command '\(shown)'.\(near)")
  }

  /// Runs a command and ends the process with its status.
  static func conclude(_ run: () throws -> Void) -> Never {
    do {
      try run()
    } catch {
      Self.exit(withError: error)
    }
    Self.exit()
  }
}
