import Foundation
import Synchronization
import Testing

/// The program itself, as its own process.
final class Program {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private let talk = Pipe()

  /// Starts the program in a directory, which is also the user's home.
  init(_ arguments: [String], in directory: String, environment: [String: String] = [:]) throws {
    // What is fed to a program that was killed must not kill the tests.
    signal(SIGPIPE, SIG_IGN)
    // The tests' resources lie beside what was built with them.
    let place = Bundle.module.bundleURL.deletingLastPathComponent()
    process.executableURL = place.appendingPathComponent("kap")
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: directory)
    process.environment = ["HOME": directory, "TERM": "dumb"].merging(environment) { $1 }
    process.standardInput = input
    process.standardOutput = output
    process.standardError = talk
    try process.run()
  }

  /// Runs the program to its end.
  static func run(
    _ arguments: [String],
    in directory: String,
    input: String = ""
  ) throws -> (code: Int32, output: String, talk: String) {
    let program = try Program(arguments, in: directory)
    program.feed(input)
    return try program.end()
  }

  /// Gives all of standard input, while the program runs.
  func feed(_ text: String) {
    let handle = input.fileHandleForWriting
    let bytes = Data(text.utf8)
    Thread.detachNewThread {
      try? handle.write(contentsOf: bytes)
      try? handle.close()
    }
  }

  /// Waits until so many lines have come, or the end; gives all that came.
  func lines(atLeast count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count(where: { $0 == 0x0A }) < count {
      let piece = output.fileHandleForReading.availableData
      if piece.isEmpty { break }
      bytes += piece
    }
    return bytes
  }

  /// Ends the program as the machine's death would, and gives what it had still said.
  func kill() -> [UInt8] {
    Foundation.kill(process.processIdentifier, SIGKILL)
    let rest = Array(output.fileHandleForReading.readDataToEndOfFile())
    process.waitUntilExit()
    return rest
  }

  /// Waits for the end.
  func end() throws -> (code: Int32, output: String, talk: String) {
    let errors = talk.fileHandleForReading
    let said = Box()
    let reader = Thread { said.finish(errors.readDataToEndOfFile()) }
    reader.start()
    let written = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (
      process.terminationStatus, String(decoding: written, as: UTF8.self),
      String(decoding: said.wait(), as: UTF8.self)
    )
  }
}

/// Bytes that another thread brings.
private final class Box: Sendable {
  private let bytes = Mutex(Data())
  private let ready = DispatchSemaphore(value: 0)

  func finish(_ data: Data) {
    bytes.withLock { $0 = data }
    ready.signal()
  }

  func wait() -> Data {
    ready.wait()
    return bytes.withLock { $0 }
  }
}
