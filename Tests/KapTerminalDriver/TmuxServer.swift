import Foundation

/// A private tmux server, spoken to through its control mode.
///
/// One long-lived client takes commands as lines and answers each with a block; between the blocks
/// it tells when a pane's output came. So nothing has to be asked again and again.
final class TmuxServer {
  private let client: Child
  private let commands = Pipe()
  private let answers = Pipe()
  private var buffer: [UInt8] = []
  private var hasOutput = false
  private var hasEnded = false

  /// What tmux said against a command, or that it is gone.
  struct Refusal: Error, CustomStringConvertible {
    let description: String
  }

  /// Starts a server whose one window runs a shell line.
  init(columns: Int, rows: Int, running line: String, in directory: String) throws {
    // A server that is gone must not take the tests with it.
    signal(SIGPIPE, SIG_IGN)
    let name = "kap-\(UUID().uuidString.prefix(13))"
    client = try Child(
      [
        "/usr/bin/env", "tmux", "-u", "-L", name, "-f", "/dev/null", "-C", "new-session", "-x",
        "\(columns)", "-y", "\(rows)", "/bin/sh", "-c", "read -r start; \(line)",
      ],
      environment: [
        "HOME": directory, "LC_ALL": "C.UTF-8", "TMUX_TMPDIR": directory, "SHELL": "/bin/sh",
        "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
      ],
      files: .pipes(
        input: commands.fileHandleForReading.fileDescriptor,
        output: answers.fileHandleForWriting.fileDescriptor
      )
    )
    try answers.fileHandleForWriting.close()
    for setting in [
      "set -g window-size manual", "set -g remain-on-exit on", "set -s escape-time 0",
      "set -g status off", "set -s set-clipboard off", "resize-window -x \(columns) -y \(rows)",
      // What runs begins only now that the window has its size.
      "send-keys Enter",
    ] { try ask(setting) }
  }

  deinit { end() }

  /// Ends the server, and with it the line to whatever runs in its window.
  func end() {
    guard !hasEnded else { return }
    _ = try? ask("kill-server")
    hasEnded = true
    client.endAtOnce()
  }

  /// Gives a command and returns the lines of its answer.
  @discardableResult
  func ask(_ command: String) throws -> [String] {
    guard !hasEnded else { throw Refusal(description: "the server has ended") }
    try commands.fileHandleForWriting.write(contentsOf: Data("\(command)\n".utf8))
    var block: [String]?
    while true {
      guard let line = nextLine(until: nil) else {
        throw Refusal(description: "tmux is gone after \(command)")
      }
      // The last word of a mark tells a block that was asked for here from one that was not.
      let isOurs = line.hasSuffix(" 1")
      if line.hasPrefix("%begin "), isOurs, block == nil {
        block = []
      } else if let lines = block, line.hasPrefix("%end "), isOurs {
        return lines
      } else if let lines = block, line.hasPrefix("%error "), isOurs {
        throw Refusal(description: "\(command): \(lines.joined(separator: " "))")
      } else if block != nil {
        block?.append(line)
      } else {
        note(line)
      }
    }
  }

  /// Waits until a pane's output came since the last call, or `moment` comes.
  func waitForOutput(until moment: Moment) {
    defer { hasOutput = false }
    while !hasOutput, let line = nextLine(until: moment) { note(line) }
  }

  /// Forgets what output came.
  func forgetOutput() { hasOutput = false }

  private func note(_ line: String) {
    if line.hasPrefix("%output ") || line.hasPrefix("%exit") { hasOutput = true }
  }

  /// The next whole line, or nil at `moment` or the end.
  private func nextLine(until moment: Moment?) -> String? {
    let descriptor = answers.fileHandleForReading.fileDescriptor
    while true {
      if let end = buffer.firstIndex(of: 0x0A) {
        defer { buffer.removeFirst(end + 1) }
        return String(decoding: buffer[..<end], as: UTF8.self)
      }
      guard Readiness.wait(on: descriptor, until: moment) else { return nil }
      var bytes = [UInt8](repeating: 0, count: 65_536)
      let count = read(descriptor, &bytes, bytes.count)
      guard count > 0 else { return nil }
      buffer += bytes.prefix(count)
    }
  }
}
