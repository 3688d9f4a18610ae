/// A key as the console sees it, whatever bytes the terminal sent for it.
package enum Key: Hashable, Sendable {
  /// A printable character, Space among them.
  case character(Character)
  case enter
  /// Enter with Alt, which sends what a composer holds.
  case alternateEnter
  case escape
  case tab
  case backTab
  case backspace
  case delete
  case up
  case down
  case left
  case right
  case pageUp
  case pageDown
  case home
  case end
  /// A letter with Control, always lower-case.
  case control(Character)
  /// A function key, by its number.
  case function(Int)
  /// Text that came in one piece: a bracketed paste, or eight or more printable bytes in one read.
  case paste(String)
  /// A sequence that means nothing here.
  case unknown
}

extension Key {
  /// The name of the key as help and hints write it, such as `Space`, `Enter` or `←`.
  package var name: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): Text.sanitized(String(character))
    case .enter: "Enter"
    case .alternateEnter: "Alt-Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .backspace: "Backspace"
    case .delete: "Delete"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .home: "Home"
    case .end: "End"
    case .control(let letter): "Ctrl-" + Text.sanitized(letter.uppercased())
    case .function(let number): "F\(number)"
    case .paste: "paste"
    case .unknown: "unknown key"
    }
  }
}
