import CTerminal
package import KapCanvas

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The terminal, while it is ours: the screen, the keyboard, and the duty to give both back.
///
/// Claiming puts the line into raw mode (no echo, no signals from keys, no flow control). The first
/// painted frame takes the alternate screen and switches on marks around pastes. All of that is
/// undone exactly by ``close()``, when the value goes, by `exit()`, and by a fatal signal; only
/// `SIGKILL` leaves no time.
///
/// Nothing here blocks. A terminal that takes no bytes makes ``paint(_:)`` answer
/// ``PaintOutcome/waiting``; one that is gone sets ``hasHungUp``. Nothing is ever asked of the
/// terminal, so nothing waits for its answers either.
package struct TerminalSession: ~Copyable {
  /// What became of a frame.
  package enum PaintOutcome: Hashable, Sendable {
    /// The terminal has all of it.
    case painted
    /// The terminal takes no more at present.
    ///
    /// Paint what is right by then once ``outputDescriptor`` is writable; frames in between are
    /// rightly lost.
    case waiting
    /// Nobody is there any more.
    case hungUp
  }

  /// Whether characters beyond ASCII can be shown.
  package let isUnicode: Bool
  /// The size as it was last asked for.
  package private(set) var size: Size
  /// Whether the line to the terminal is gone; then the loop must end, for nothing will come.
  package private(set) var hasHungUp = false

  private let line: Line
  private let description: TerminalDescription
  private var painter: Painter
  private var decoder = KeyDecoder()
  /// Bytes that the terminal did not take yet.
  private var pending: [UInt8] = []
  private var stage = Stage.claimed

  private enum Stage {
    /// The line is ours, the screen not yet.
    case claimed
    /// Screen and line are ours.
    case shown
    /// Both are given back, until ``resume()`` or for good.
    case givenBack
  }

  /// Claims the terminal that standard input and standard output are.
  package init(theme: Theme) throws(TerminalError) {
    try self.init(theme: theme, input: 0, output: 1, environment: .current)
  }

  /// Claims the terminal behind two descriptors, which stay the caller's.
  init(
    theme: Theme,
    input: Int32,
    output: Int32,
    environment: TerminalEnvironment
  ) throws(TerminalError) {
    guard kap_terminal_is_claimed() == 0 else { throw .busy }
    let line = try Line(input: input, output: output)
    let description: TerminalDescription
    do {
      description = try TerminalDescription(environment, descriptor: output)
    } catch {
      line.close()
      throw error
    }
    do {
      try line.claim()
    } catch {
      description.close()
      line.close()
      throw error
    }
    self.line = line
    self.description = description
    isUnicode = isUnicodeLocale
    painter = Painter(description, theme: theme)
    size = line.size ?? description.usualSize
  }

  deinit {
    _ = kap_terminal_release()
    description.close()
    line.close()
  }
}

extension TerminalSession {
  /// Readable when keys wait.
  package var inputDescriptor: Int32 { line.input }

  /// Writable when a terminal that was ``PaintOutcome/waiting`` takes bytes again.
  package var outputDescriptor: Int32 { line.output }

  /// How many colours are used.
  package var colours: ColourDepth { description.rendition.depth }

  /// Shows `canvas`: what differs from the canvas before, in one write.
  package mutating func paint(_ canvas: Canvas) -> PaintOutcome {
    guard stage != .givenBack else { return .waiting }
    guard pending.isEmpty || flush() == .painted else { return hasHungUp ? .hungUp : .waiting }
    if stage == .claimed {
      pending = description.enter
      stage = .shown
      _ = kap_terminal_farewell(description.leave, Int32(description.leave.count))
    }
    pending += painter.frame(canvas)
    return flush()
  }

  /// Draws everything with the next frame, as after something else wrote on the screen.
  package mutating func redraw() { painter.forget() }

  /// Draws in other colours, everything with the next frame.
  package mutating func setTheme(_ theme: Theme) { painter.use(theme) }

  /// Rings the terminal's bell once, with the next bytes that go to it.
  package mutating func ring() {
    guard stage == .shown, !hasHungUp else { return }
    pending.append(7)
    _ = flush()
  }

  /// Asks for the size, after ``Signals/Set/resized``; the next frame is a whole one.
  package mutating func refreshSize() {
    size = line.size ?? description.usualSize
    painter.forget()
  }

  private mutating func flush() -> PaintOutcome {
    guard !hasHungUp else { return .hungUp }
    guard !pending.isEmpty else { return .painted }
    let count = line.write(pending)
    guard count >= 0 else {
      hasHungUp = true
      pending.removeAll()
      return .hungUp
    }
    pending.removeFirst(min(count, pending.count))
    return pending.isEmpty ? .painted : .waiting
  }
}

extension TerminalSession {
  /// The most bytes that are read before what they mean is answered.
  private static let readingLimit = 64 * 1024

  /// Returns all keys that wait, without blocking.
  ///
  /// The time is that of ``SystemClock/sinceBoot``.
  package mutating func readKeys(at nowMilliseconds: Int) -> [Key] {
    var bytes: [UInt8] = []
    while bytes.count < Self.readingLimit, !hasHungUp, stage != .givenBack {
      let count = line.read(into: &bytes)
      if count < 0 { hasHungUp = true }
      if count <= 0 { break }
    }
    return decoder.feed(bytes, at: nowMilliseconds)
  }

  /// When ``readKeys(at:)`` is to be called though nothing came: what was begun is then certain.
  package var nextDeadline: Int? { decoder.nextDeadline }

  /// Gives the terminal back for a while, to a shell or an editor.
  package mutating func suspend() throws(TerminalError) {
    guard stage != .givenBack else { return }
    stage = .givenBack
    pending.removeAll()
    decoder = KeyDecoder()
    let outcome = kap_terminal_release()
    // A line that is gone has nothing left to give back.
    if outcome == -EIO { hasHungUp = true }
    guard outcome == 0 || hasHungUp else { throw .system("give the terminal back", Int(outcome)) }
  }

  /// Claims the terminal again after ``suspend()``; the next frame is a whole one.
  package mutating func resume() throws(TerminalError) {
    guard stage == .givenBack else { return }
    try line.claim()
    stage = .claimed
    refreshSize()
  }

  /// Gives the terminal back for good.
  ///
  /// Happens also when the value goes; this one tells whether it worked.
  package consuming func close() throws(TerminalError) { try suspend() }
}
