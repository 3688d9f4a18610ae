import Foundation
import KapCommands

/// Asks a person on the terminal, whatever standard input and output are.
enum TerminalQuestion {
  /// The answer, or nil where there is no terminal or the person gave none.
  ///
  /// A secret is not shown, and of anything else only what is a letter. Esc and Ctrl-C end the
  /// question and the command, and leaves the terminal as it was: while echo is off the terminal's
  /// own signals would not.
  static func ask(_ prompt: String, isSecret: Bool) throws -> String? {
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
    guard terminal >= 0 else { return nil }
    defer { close(terminal) }
    var usual = termios()
    guard tcgetattr(terminal, &usual) == 0 else { return nil }
    var quiet = usual
    quiet.c_lflag &= ~tcflag_t(ICANON | ISIG | ECHO)
    guard tcsetattr(terminal, TCSAFLUSH, &quiet) == 0 else { return nil }
    defer { tcsetattr(terminal, TCSAFLUSH, &usual) }
    put(prompt, on: terminal)
    defer { put("\n", on: terminal) }
    let answer = try line(from: terminal, isShown: !isSecret)
    return answer
  }

  private static func line(from terminal: Int32, isShown: Bool) throws -> String? {
    var typed: [UInt8] = []
    while true {
      var byte: UInt8 = 0
      let count = read(terminal, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count == 1 else { return nil }
      switch byte {
      case 0x0A, 0x0D: return String(decoding: typed, as: UTF8.self)
      case 0x1B:
        // An arrow or another key that is no letter says nothing.
        guard !skipsRest(ofKeyFrom: terminal) else { continue }
        throw CommandError(.interrupted, "Left, and nothing was done.")
      case 0x03, 0x1C: throw CommandError(.interrupted, "Interrupted.")
      case 0x04: return typed.isEmpty ? nil : String(decoding: typed, as: UTF8.self)
      case 0x08, 0x7F: erase(&typed, on: terminal, isShown: isShown)
      case 0x15: while !typed.isEmpty { erase(&typed, on: terminal, isShown: isShown) }
      case 0x00..<0x20: continue
      default:
        typed.append(byte)
        if isShown { put([byte], on: terminal) }
      }
    }
  }

  /// Reads what a key sends after its Esc; false where Esc was pressed alone.
  private static func skipsRest(ofKeyFrom terminal: Int32) -> Bool {
    var isKey = false
    var waiting = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    while poll(&waiting, 1, isKey ? 0 : 50) > 0 {
      var byte: UInt8 = 0
      guard read(terminal, &byte, 1) == 1 else { break }
      isKey = true
    }
    return isKey
  }

  /// Takes the last character back.
  private static func erase(_ typed: inout [UInt8], on terminal: Int32, isShown: Bool) {
    guard !typed.isEmpty else { return }
    while let last = typed.popLast(), last & 0xC0 == 0x80 {}
    if isShown { put("\u{8} \u{8}", on: terminal) }
  }

  private static func put(_ text: String, on terminal: Int32) {
    put(Array(text.utf8), on: terminal)
  }

  private static func put(_ bytes: [UInt8], on terminal: Int32) {
    _ = bytes.withUnsafeBytes { write(terminal, $0.baseAddress, $0.count) }
  }
}
