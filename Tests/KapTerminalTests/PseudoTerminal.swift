#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif
import KapCanvas
@testable import KapTerminal

/// A terminal without a screen: what is written to one end is read at the other.
struct PseudoTerminal: ~Copyable {
  /// The end that a program under test has as its standard input and output.
  let terminal: Int32
  /// The end that the screen and the keyboard would have.
  let controller: Int32

  /// Where another process finds ``terminal``.
  let path: String

  struct Failure: Error {}

  init(rows: Int = 24, columns: Int = 80) throws {
    let controller = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    guard controller >= 0, let path = Self.path(controller) else { throw Failure() }
    let terminal = open(path, O_RDWR | O_NOCTTY)
    guard terminal >= 0 else { throw Failure() }
    (self.terminal, self.controller, self.path) = (terminal, controller, path)
    _ = fcntl(controller, F_SETFL, O_NONBLOCK)
    resize(rows: rows, columns: columns)
  }

  /// Unlocks the other end and says where it is.
  private static func path(_ controller: Int32) -> String? {
    #if canImport(Darwin)
    guard grantpt(controller) == 0, unlockpt(controller) == 0 else { return nil }
    return ptsname(controller).map { String(cString: $0) }
    #else
    // glibc hides `unlockpt` and `ptsname` from Swift; these are what they ask of Linux:
    // TIOCSPTLCK and TIOCGPTN.
    var (lock, number): (Int32, Int32) = (0, 0)
    guard ioctl(controller, 0x4004_5431, &lock) == 0, ioctl(controller, 0x8004_5430, &number) == 0
    else { return nil }
    return "/dev/pts/\(number)"
    #endif
  }

  deinit {
    close(terminal)
    close(controller)
  }

  func resize(rows: Int, columns: Int) {
    var size = winsize()
    size.ws_row = UInt16(rows)
    size.ws_col = UInt16(columns)
    _ = ioctl(controller, UInt(TIOCSWINSZ), &size)
  }

  /// The modes of the line, field by field.
  var modes: [UInt64] {
    var modes = termios()
    guard tcgetattr(terminal, &modes) == 0 else { return [] }
    let flags = [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag].map { UInt64($0) }
    let speeds = [UInt64(cfgetispeed(&modes)), UInt64(cfgetospeed(&modes))]
    return flags + speeds + withUnsafeBytes(of: &modes.c_cc) { $0.map { UInt64($0) } }
  }

  /// Takes the screen and the keyboard away.
  ///
  /// The number stays taken, by nothing of use, so that closing it once more is harmless.
  func hangUp() {
    let nothing = open("/dev/null", O_RDONLY)
    dup2(nothing, controller)
    close(nothing)
  }

  func type(_ text: String) { type(Array(text.utf8)) }

  func type(_ bytes: [UInt8]) {
    var bytes = bytes
    _ = write(controller, &bytes, bytes.count)
  }

  /// Returns what the screen was sent, once nothing more comes.
  func shown() -> [UInt8] {
    var shown: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    // The kernel hands bytes over in its own time, a fraction of a millisecond.
    while Poll.wait(on: [.init(controller)], until: SystemClock.sinceBoot + 40)
      .first?.contains(.readable) == true
    {
      let count = read(controller, &buffer, buffer.count)
      guard count > 0 else { break }
      shown += buffer.prefix(count)
    }
    return shown
  }

  /// Claims the terminal for a session, as `xterm-256color` in its own colours unless told.
  func session(
    _ theme: Theme = .plain,
    name: String = "xterm-256color",
    colours: String = ""
  ) throws(TerminalError) -> TerminalSession {
    try TerminalSession(
      theme: theme,
      input: terminal,
      output: terminal,
      environment: TerminalEnvironment(name: name, colours: colours)
    )
  }
}

/// How many times this thread has written so far, by the system's own count, or none.
func writeCount() -> Int? {
  guard let file = fopen("/proc/thread-self/io", "r") else { return nil }
  defer { fclose(file) }
  var line = [CChar](repeating: 0, count: 128)
  while fgets(&line, Int32(line.count), file) != nil {
    let text = String(
      decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) },
      as: UTF8.self
    )
    if text.hasPrefix("syscw: ") { return Int(text.dropFirst(7).filter(\.isNumber)) }
  }
  return nil
}
