import ArgumentParser
import Foundation

@main
struct Main {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    // The whole tree of commands takes milliseconds to build: what people wait for goes first.
    if var command = Self.quick(arguments) {
      Kap.conclude { try command.run() }
    }
    Kap.conclude {
      var command = try Kap.parseAsRoot(arguments)
      try command.run()
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
