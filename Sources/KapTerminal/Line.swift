import CTerminal
import KapCanvas

/// The line to the terminal: a descriptor for each direction.
///
/// They are our own openings of the terminal where that is possible, so that not to block is set for
/// us alone: a shell that shared the setting would find its reads failing after a sudden end of ours.
struct Line: Sendable {
  let input: Int32
  let output: Int32
  private let isInputPrivate: Bool

  /// Opens the terminal behind two descriptors, which stay the caller's.
  init(input: Int32, output: Int32) throws(TerminalError) {
    guard kap_terminal_is_terminal(input) == 1 else { throw .notATerminal("Standard input") }
    guard kap_terminal_is_terminal(output) == 1 else { throw .notATerminal("Standard output") }
    var (isInputPrivate, isOutputPrivate): (Int32, Int32) = (0, 0)
    self.input = kap_terminal_reopen(input, &isInputPrivate)
    self.output = kap_terminal_reopen(output, &isOutputPrivate)
    self.isInputPrivate = isInputPrivate == 1
    let outcome = min(self.input, self.output)
    guard outcome >= 0 else {
      close()
      throw .system("open the terminal", Int(outcome))
    }
  }

  /// Takes single keys from the line.
  func claim() throws(TerminalError) {
    let outcome = kap_terminal_claim(input, output)
    guard outcome == 0 else {
      throw .system("set the terminal to take single keys", Int(outcome))
    }
  }

  func close() {
    if input >= 0 { kap_close(input) }
    if output >= 0 { kap_close(output) }
  }

  /// The size that the line tells, or none; serial lines and some containers tell nothing.
  var size: Size? {
    var (rows, columns): (Int32, Int32) = (0, 0)
    guard kap_terminal_size(output, &rows, &columns) == 0, rows > 0, columns > 0 else { return nil }
    return Size(rows: Int(rows), columns: Int(columns))
  }

  /// Appends bytes that wait, and returns how many, 0 for none, a negative number for a line that is
  /// gone.
  func read(into bytes: inout [UInt8]) -> Int {
    var count = 0
    let piece = [UInt8](unsafeUninitializedCapacity: 4_096) { buffer, filled in
      guard let start = buffer.baseAddress else { return }
      count = kap_terminal_read(input, isInputPrivate ? 1 : 0, start, buffer.count)
      filled = min(max(count, 0), buffer.count)
    }
    bytes += piece
    return count
  }

  /// Writes what the line takes, and returns how many bytes, or a negative number for a line that is
  /// gone.
  func write(_ bytes: [UInt8]) -> Int { kap_terminal_write(output, bytes, bytes.count) }
}
