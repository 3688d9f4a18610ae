package import KapCanvas

/// Turns the bytes of a terminal into keys: bytes and times in, keys out.
///
/// The decoding is our own and not ncurses', for three reasons. ncurses waits inside its reader to
/// tell Esc from an arrow key, and the loop may not wait. It hands on the pieces of a sequence that
/// it does not know, and those would be verbs here. And a value can be tested with every byte and
/// every split.
///
/// Feed bytes as they come; when ``nextDeadline`` is reached, call ``elapse(to:)``. Times are
/// milliseconds of any clock that does not go back.
package struct KeyDecoder: Sendable {
  /// How long the decoder waits for what.
  enum Patience {
    /// For what makes an Esc part of a longer key.
    static let escape = 50
    /// For the rest of a sequence or of a character; also how long after a lone Esc `[` and `O`
    /// are the rest of an arrow key that a slow line tore apart.
    static let sequence = 300
    /// For more of a terminal's report, which comes in one piece if at all.
    static let report = 100
    /// For more of a report in all, so that nothing typed can vanish in one for long.
    static let wholeReport = 1_000
    /// For more of a paste whose end never comes.
    static let paste = 1_000
    /// For more of a paste without marks.
    static let burst = 50
  }

  /// The fewest printable bytes in one read that nobody typed.
  static let burstLength = 8
  /// The most bytes of one paste that are kept.
  static let pasteLimit = 256 * 1024

  /// What the bytes so far have begun.
  enum State: Sendable {
    case ground
    /// After an Esc that may be alone.
    case escape(since: Int)
    /// After `Esc [`; a torn one gives no key.
    case control(parameters: [UInt8], isTorn: Bool)
    /// After `Esc O`.
    case single(parameters: [UInt8], isTorn: Bool)
    /// In a sequence of which this many bytes are still to come and none matters.
    case ignoring(Int)
    /// In a report that ends with BEL or `Esc \`.
    case report(since: Int, afterEscape: Bool)
    /// Between the marks of a paste, with this much of the closing mark seen.
    case paste(marked: Int)
    /// In a paste without marks.
    case burst
  }

  var state = State.ground
  /// When the last byte came.
  var lastByte = 0
  /// Until when `[` and `O` are torn from an Esc that was taken for a lone one.
  var tornUntil: Int?
  /// The text of a paste, or the first bytes of a character whose rest is awaited.
  var held: [UInt8] = []
  /// Whether the last byte was CR, whose LF says the same again.
  var followsReturn = false
  var keys: [Key] = []

  /// Creates a decoder that has seen nothing.
  package init() {}

  /// Returns the keys that are complete with `bytes`, which arrived together.
  package mutating func feed(_ bytes: [UInt8], at now: Int) -> [Key] {
    advance(to: now)
    guard !bytes.isEmpty else { return take() }
    lastByte = now
    if case .ground = state, Self.isBurst(bytes) { state = .burst }
    for byte in bytes { accept(byte, at: now) }
    if case .ground = state { writeHeld(keepingIncomplete: true) }
    return take()
  }

  /// Returns the keys that are certain now that `now` is reached without another byte.
  package mutating func elapse(to now: Int) -> [Key] {
    advance(to: now)
    return take()
  }

  /// When ``elapse(to:)`` will have something to say, or none while nothing is awaited.
  package var nextDeadline: Int? {
    switch state {
    case .ground: held.isEmpty ? nil : lastByte &+ Patience.sequence
    case .escape(let since): since &+ Patience.escape
    case .control, .single, .ignoring: lastByte &+ Patience.sequence
    case .report(let since, _):
      min(lastByte &+ Patience.report, since &+ Patience.wholeReport)
    case .paste: lastByte &+ Patience.paste
    case .burst: lastByte &+ Patience.burst
    }
  }

  private mutating func take() -> [Key] {
    let taken = keys
    keys.removeAll()
    return taken
  }

  /// Gives up on what has been awaited for too long.
  private mutating func advance(to now: Int) {
    if let deadline = nextDeadline, now >= deadline {
      switch state {
      case .ground: writeHeld(keepingIncomplete: false)
      case .escape(let since):
        keys.append(.escape)
        tornUntil = since &+ Patience.sequence
        state = .ground
      case .control(_, let isTorn), .single(_, let isTorn):
        if !isTorn { keys.append(.unknown) }
        state = .ground
      case .ignoring, .report: state = .ground
      case .paste: endPaste()
      case .burst: endBurst()
      }
    }
    if let until = tornUntil, now > until { tornUntil = nil }
  }

  /// Whether bytes that arrived together are a paste without marks.
  ///
  /// Nobody types eight characters between two reads. A key held down while the machine was busy
  /// does; it is always the same one.
  private static func isBurst(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= burstLength, !bytes.contains(0x1B) else { return false }
    let printable = bytes.lazy.filter { $0 >= 0x20 && $0 != 0x7F }
    guard let first = printable.first, printable.contains(where: { $0 != first }) else {
      return false
    }
    return printable.count >= burstLength
  }
}

extension KeyDecoder {
  private mutating func accept(_ byte: UInt8, at now: Int) {
    switch state {
    case .ground: acceptPlain(byte, at: now)
    case .escape: acceptAfterEscape(byte, at: now)
    case .control(let parameters, let isTorn):
      acceptControl(byte, after: parameters, isTorn: isTorn, at: now)
    case .single(let parameters, let isTorn):
      acceptSingle(byte, after: parameters, isTorn: isTorn, at: now)
    case .ignoring(let count): state = count > 1 ? .ignoring(count - 1) : .ground
    case .report(let since, let afterEscape):
      acceptInReport(byte, since: since, afterEscape: afterEscape, at: now)
    case .paste(let marked): acceptInPaste(byte, marked: marked)
    case .burst:
      if byte == 0x1B {
        endBurst()
        acceptPlain(byte, at: now)
      } else {
        hold(byte)
      }
    }
  }

  /// Accepts a byte that begins something.
  mutating func acceptPlain(_ byte: UInt8, at now: Int) {
    let repeatsReturn = followsReturn && byte == 0x0A
    followsReturn = byte == 0x0D
    if byte >= 0x20, byte != 0x7F {
      if let until = tornUntil, now <= until, byte == 0x5B || byte == 0x4F {
        tornUntil = nil
        state =
          byte == 0x5B
          ? .control(parameters: [], isTorn: true) : .single(parameters: [], isTorn: true)
        return
      }
      tornUntil = nil
      held.append(byte)
      return
    }
    writeHeld(keepingIncomplete: false)
    tornUntil = nil
    switch byte {
    case 0x1B: state = .escape(since: now)
    case 0x0D: keys.append(.enter)
    case 0x0A: if !repeatsReturn { keys.append(.enter) }
    case 0x09: keys.append(.tab)
    case 0x08, 0x7F: keys.append(.backspace)
    case 0x01...0x1A: keys.append(.control(Character(Unicode.Scalar(byte | 0x60))))
    default: keys.append(.unknown)
    }
  }

  private mutating func acceptAfterEscape(_ byte: UInt8, at now: Int) {
    state = .ground
    switch byte {
    case 0x5B: state = .control(parameters: [], isTorn: false)
    case 0x4F: state = .single(parameters: [], isTorn: false)
    case 0x50, 0x58, 0x5D, 0x5E, 0x5F: state = .report(since: now, afterEscape: false)
    case 0x0D, 0x0A:
      keys.append(.alternateEnter)
      followsReturn = byte == 0x0D
    default:
      // Esc and a key in one read are both: `Esc Space` typed fast is put aside, then a pin.
      keys.append(.escape)
      acceptPlain(byte, at: now)
    }
  }

  private mutating func acceptInReport(_ byte: UInt8, since: Int, afterEscape: Bool, at now: Int) {
    switch byte {
    case 0x5C where afterEscape: state = .ground
    case _ where afterEscape:
      state = .escape(since: now)
      acceptAfterEscape(byte, at: now)
    case 0x07, 0x18, 0x1A: state = .ground
    case 0x1B: state = .report(since: since, afterEscape: true)
    case 0..<0x20, 0x7F:
      // No report holds a control character; somebody is typing.
      state = .ground
      acceptPlain(byte, at: now)
    default: break
    }
  }
}
