/// A key as the keyboard of an xterm sends it.
package enum Keystroke: Hashable, Sendable {
  case enter, escape, tab, backTab, backspace, space
  case up, down, left, right, home, end, pageUp, pageDown
  case character(Character)
  /// A letter with Ctrl, or one of `[\]^_`.
  case control(Character)

  /// The bytes of it.
  package var bytes: [UInt8] {
    switch self {
    case .enter: [0x0D]
    case .escape: [0x1B]
    case .tab: [0x09]
    case .backTab: Array("\u{1B}[Z".utf8)
    case .backspace: [0x7F]
    case .space: [0x20]
    case .up: Array("\u{1B}[A".utf8)
    case .down: Array("\u{1B}[B".utf8)
    case .right: Array("\u{1B}[C".utf8)
    case .left: Array("\u{1B}[D".utf8)
    case .home: Array("\u{1B}[H".utf8)
    case .end: Array("\u{1B}[F".utf8)
    case .pageUp: Array("\u{1B}[5~".utf8)
    case .pageDown: Array("\u{1B}[6~".utf8)
    case .character(let character): Array(String(character).utf8)
    case .control(let character): character.asciiValue.map { [$0 & 0x1F] } ?? []
    }
  }
}
