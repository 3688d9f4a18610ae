import Foundation
import KapCommands
import KapConsole
import KapTimeline

extension Surroundings {
  /// The world as this process finds it.
  static func ofProcess(with options: CommonOptions) -> Surroundings {
    Surroundings(
      input: { try Self.bytes(from: STDIN_FILENO) },
      output: { try Self.write($0, to: STDOUT_FILENO) },
      talk: { try? Self.write($0, to: STDERR_FILENO) },
      environment: ProcessInfo.processInfo.environment,
      clocks: { SessionClock.reading },
      ask: { try TerminalQuestion.ask($0, isSecret: $1) },
      workingDirectory: FileManager.default.currentDirectoryPath,
      options: options
    )
  }

  /// Whether there is a terminal to draw on.
  static var processHasScreen: Bool {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { return false }
    let term = ProcessInfo.processInfo.environment["TERM"] ?? ""
    return !term.isEmpty && term != "dumb"
  }

  private static func bytes(from file: Int32) throws -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(file, &buffer, buffer.count)
      if count >= 0 { return Array(buffer.prefix(count)) }
      guard errno == EINTR else {
        throw CommandError(.inputOutput, "Standard input cannot be read.")
      }
    }
  }

  private static func write(_ text: String, to file: Int32) throws {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw CommandError(.inputOutput, "Standard output cannot be written.")
      }
    }
  }
}
