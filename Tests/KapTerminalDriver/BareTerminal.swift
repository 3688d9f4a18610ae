import Foundation
import KapCanvas

/// A line to a screen and a keyboard that the tests are themselves: every byte the program writes
/// is seen, and nothing stands between.
package final class BareTerminal: DrivenTerminal {
  package var lastEnter: Moment?
  /// What the bytes so far show.
  package private(set) var painted: PaintedScreen
  /// The program's process.
  package var processIdentifier: Int32 { child.processIdentifier }
  /// All that was written, as text.
  package var bytes: String { String(decoding: written, as: UTF8.self) }
  /// What is called with the screen after each piece that came.
  package var onPiece: ((ScreenText) -> Void)?

  private let child: Child
  private let controller: Int32
  private let terminal: Int32
  private var status: Int32?
  private var written: [UInt8] = []

  /// Starts `kap` with arguments, at home in a directory, with an environment of its own.
  ///
  /// `prefix` is what starts it, if not the system itself: it gets the program and its arguments.
  package init(
    _ arguments: [String],
    in directory: String,
    environment: [String: String] = [:],
    columns: Int = 80,
    rows: Int = 24,
    startedBy prefix: [String] = []
  ) throws {
    let (controller, path) = try Self.openController()
    self.controller = controller
    let size = Size(rows: rows, columns: columns)
    painted = PaintedScreen(size)
    terminal = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard terminal >= 0 else { throw Child.Refusal(words: "no terminal at \(path)") }
    Self.resize(controller, size)
    let usual = [
      "HOME": directory, "PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "LC_ALL": "C.UTF-8",
    ]
    child = try Child(
      prefix + [ProgramPlace.path] + arguments,
      environment: usual.merging(environment) { $1 }.filter { !$0.value.isEmpty },
      files: .terminal(path)
    )
  }

  deinit {
    if status == nil { child.endAtOnce() }
    close(terminal)
    close(controller)
  }

  package func send(_ bytes: [UInt8]) throws {
    take()
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(controller, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else {
        guard errno == EAGAIN || errno == EINTR else {
          throw Child.Refusal(words: "the line is gone")
        }
        // A full line is emptied by the program, which may wait for us to read first.
        waitForChange(until: .now + .milliseconds(20))
      }
    }
  }

  package func look() throws -> ScreenText {
    take()
    return painted.text
  }

  package func waitForChange(until moment: Moment) {
    if Readiness.wait(on: controller, until: moment) { take() }
  }

  package func waitUntilTaken(until moment: Moment) {
    while Readiness.bytesWaiting(in: terminal) > 0, Moment.now < moment {
      waitForChange(until: min(moment, .now + .milliseconds(1)))
    }
  }

  /// Gives the window another size.
  package func resize(columns: Int, rows: Int) {
    take()
    let size = Size(rows: rows, columns: columns)
    painted.resize(size)
    Self.resize(controller, size)
  }

  /// Sends the program a signal.
  package func signal(_ number: Int32) { kill(processIdentifier, number) }

  /// Takes screen and keyboard away, as when a connection breaks, and waits for the program's end.
  package func hangUp() -> Int32 {
    take()
    // The number stays taken, by nothing of use, so that closing it once more is harmless.
    let nothing = open("/dev/null", O_RDONLY | O_CLOEXEC)
    dup2(nothing, controller)
    close(nothing)
    close(terminal)
    return end()
  }

  /// Ends the program as the machine's death would; what it had painted by then is shown.
  package func killAtOnce() {
    kill(processIdentifier, SIGKILL)
    _ = end()
  }

  /// Waits for the program's end; returns what it ended with, or the signal, negative.
  package func end() -> Int32 {
    while true {
      if let status { return status }
      status = child.status()
      waitForChange(until: .now + .milliseconds(status == nil ? 5 : 0))
    }
  }

  /// Shows what has been written so far.
  private func take() {
    var bytes = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(controller, &bytes, bytes.count)
      guard count > 0 else { return }
      painted.accept(bytes.prefix(count))
      written += bytes.prefix(count)
      onPiece?(painted.text)
    }
  }
}
