import Foundation

/// A real terminal, by tmux, in which the program runs under a shell.
///
/// The shell keeps the modes of the line from before and after, and how the program ended.
package final class Terminal: DrivenTerminal {
  package var lastEnter: Moment?

  private let server: TmuxServer
  private let folder: String
  /// The line to the pane, to see what the program has not read yet.
  private let line: Int32

  /// Starts `kap` with arguments in a directory, with an environment of its own.
  ///
  /// `preparation` is for the shell, before it starts the program. `afterwards` is what it does
  /// when the program has ended or was stopped, once somebody presses Enter.
  package init(
    _ arguments: [String],
    in directory: String,
    environment: [String: String] = [:],
    columns: Int = 80,
    rows: Int = 24,
    preparation: String = "",
    afterwards: String = ""
  ) throws {
    folder = NSTemporaryDirectory() + "kap-terminal-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let usual = [
      "HOME": directory, "PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "TERM": "tmux-256color",
      "LC_ALL": "C.UTF-8",
    ]
    let variables = usual.merging(environment) { $1 }.filter { !$0.value.isEmpty }
    let assignments = variables.map { "\($0.key)=\($0.value)".quotedForShell }.sorted()
    let program = ([ProgramPlace.path] + arguments).map(\.quotedForShell).joined(separator: " ")
    let place = folder
    // In a file, so that what a person would type at a shell is never parsed twice.
    let script = """
      cd \(directory.quotedForShell)
      \(preparation)
      stty -a > \(place)/before
      sh -c 'echo $$ > \(place)/pid; exec "$0" "$@"' \(program)
      code=$?
      stty -a > \(place)/after
      \(afterwards.isEmpty ? "" : "echo paused; read -r go; \(afterwards); code=$?")
      echo $code > \(place)/code
      echo "ended with $code"
      """
    try Data(script.utf8).write(to: URL(fileURLWithPath: place + "/start"))
    let start = "exec env -i \(assignments.joined(separator: " ")) /bin/sh \(place)/start"
    server = try TmuxServer(columns: columns, rows: rows, running: start, in: directory)
    let path = try server.ask("display-message -p '#{pane_tty}'").first ?? ""
    line = open(path, O_RDONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
  }

  deinit {
    if line >= 0 { close(line) }
    server.end()
    try? FileManager.default.removeItem(atPath: folder)
  }

  package func send(_ bytes: [UInt8]) throws {
    server.forgetOutput()
    let codes = bytes.map { String($0, radix: 16) }.joined(separator: " ")
    try server.ask("send-keys -H \(codes)")
  }

  package func look() throws -> ScreenText {
    ScreenText(try server.ask("capture-pane -p"))
  }

  package func waitForChange(until moment: Moment) { server.waitForOutput(until: moment) }

  package func waitUntilTaken(until moment: Moment) {
    if line >= 0 { Readiness.waitUntilRead(line, until: moment) }
  }
}

extension Terminal {
  /// What is shown, with the terminal's own codes for how it looks.
  package func lookStyled() throws -> [String] { try server.ask("capture-pane -p -e") }

  /// What is shown, rows that the terminal had to break joined again.
  package func lookJoined() throws -> [String] { try server.ask("capture-pane -p -J") }

  /// Pastes a text, between marks where the program asked for them and `isMarked`.
  package func paste(_ text: String, isMarked: Bool = true) throws {
    let file = folder + "/paste"
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    try server.ask("load-buffer \(file.quotedForShell)")
    try server.ask("paste-buffer -r\(isMarked ? " -p" : "")")
  }

  /// Gives the window another size.
  package func resize(columns: Int, rows: Int) throws {
    try server.ask("resize-window -x \(columns) -y \(rows)")
  }

  /// Takes the window away, as when a connection breaks.
  package func hangUp() { server.end() }

  /// The program's process, once it has begun.
  package func processIdentifier() throws -> Int32 {
    guard let number = Int32(try written("pid")) else { throw CocoaError(.fileReadCorruptFile) }
    return number
  }

  /// Sends the program a signal.
  package func signal(_ number: Int32) throws { kill(try processIdentifier(), number) }

  /// Waits for the program's end and returns what it ended with.
  package func end(within limit: Duration = .seconds(20)) throws -> Int32 {
    try wait(for: "ended with", within: limit)
    return Int32(try written("code")) ?? -1
  }

  /// The modes of the line before the program began and after it ended.
  package func modes() throws -> (before: String, after: String) {
    (try written("before"), try written("after"))
  }

  private func written(_ name: String) throws -> String {
    try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
