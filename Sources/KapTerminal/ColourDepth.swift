/// How many colours the terminal shows.
package enum ColourDepth: Int, Comparable, Hashable, Sendable {
  /// None, or none wanted: attributes only.
  case none
  /// Eight; the bright ones are had by heavier letters.
  case eight
  /// Sixteen.
  case sixteen
  /// xterm's palette of 256.
  case indexed
  /// Any by red, green and blue.
  case direct

  /// Whether the left one shows fewer colours.
  package static func < (left: ColourDepth, right: ColourDepth) -> Bool {
    left.rawValue < right.rawValue
  }
}
