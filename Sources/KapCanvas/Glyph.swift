/// A sign that the console draws, whatever the terminal can show of it.
///
/// The raw values are the keys of theme files.
package enum Glyph: String, CaseIterable, Hashable, Sendable {
  // What stands for an event or a stretch of time.
  case dose, vitals, pin, notice, later, gap, medicine, tick, playHead = "play-head"
  // The ribbon: what was seen and what the protocol expects.
  case seen, seenStart = "seen-start", seenEnd = "seen-end"
  case plan, planStart = "plan-start", planEnd = "plan-end"
  // Where the eye should go.
  case chosen, chosenEnd = "chosen-end", cursor, left, right, up, down
  // Letters.
  case ellipsis, openQuote = "open-quote", closeQuote = "close-quote", separator, times
  case replacement
  // Lines between panes.
  case horizontal, vertical
  case topLeft = "top-left", topRight = "top-right"
  case bottomLeft = "bottom-left", bottomRight = "bottom-right"
  case joinRight = "join-right", joinLeft = "join-left", joinDown = "join-down"
  case joinUp = "join-up", cross
  // Trends, from the lowest step to the highest.
  case level1, level2, level3, level4, level5, level6, level7, level8
  case limit
}

extension Glyph {
  /// The sign as it should look.
  package var unicode: Character { signs.unicode }

  /// The sign for a terminal that cannot show the right one in one column.
  package var ascii: Character { signs.ascii }

  private var signs: (unicode: Character, ascii: Character) {
    switch self {
    case .dose: ("▼", "D")
    case .vitals: ("•", "o")
    case .pin: ("◆", "*")
    case .notice: ("!", "!")
    case .later: ("◂", "<")
    case .gap: ("░", ".")
    case .medicine: ("+", "+")
    case .tick: ("✓", "x")
    case .playHead: ("●", "O")
    case .seen: ("━", "=")
    case .seenStart: ("┣", "[")
    case .seenEnd: ("▶", ">")
    case .plan: ("─", "-")
    case .planStart: ("├", "[")
    case .planEnd: ("┤", "]")
    case .chosen: ("›", ">")
    case .chosenEnd: ("‹", "<")
    case .cursor: ("▏", "_")
    case .left: ("←", "<")
    case .right: ("→", ">")
    case .up: ("↑", "^")
    case .down: ("↓", "v")
    case .ellipsis: ("…", "~")
    case .openQuote: ("“", "\"")
    case .closeQuote: ("”", "\"")
    case .separator: ("·", "|")
    case .times: ("×", "x")
    case .replacement: ("\u{FFFD}", "?")
    case .horizontal: ("─", "-")
    case .vertical: ("│", "|")
    case .topLeft: ("┌", "+")
    case .topRight: ("┐", "+")
    case .bottomLeft: ("└", "+")
    case .bottomRight: ("┘", "+")
    case .joinRight: ("├", "+")
    case .joinLeft: ("┤", "+")
    case .joinDown: ("┬", "+")
    case .joinUp: ("┴", "+")
    case .cross: ("┼", "+")
    case .level1: ("▁", "_")
    case .level2: ("▂", ".")
    case .level3: ("▃", ":")
    case .level4: ("▄", "-")
    case .level5: ("▅", "=")
    case .level6: ("▆", "+")
    case .level7: ("▇", "*")
    case .level8: ("█", "#")
    case .limit: ("┄", "-")
    }
  }
}
