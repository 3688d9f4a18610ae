package import KapTimeline

/// How fast a person types.
package struct TypingPace: Hashable, Sendable {
  /// From key to key, in milliseconds, at the quickest and the slowest.
  package var key: ClosedRange<Int>
  /// How much longer it takes after a space.
  package var afterSpace: ClosedRange<Int>
  /// How much longer before Enter, to read what stands there.
  package var beforeEnter: ClosedRange<Int>

  /// Creates a pace; a person with a keyboard beside the couch unless told.
  package init(
    key: ClosedRange<Int> = 120...260,
    afterSpace: ClosedRange<Int> = 20...140,
    beforeEnter: ClosedRange<Int> = 250...600
  ) {
    self.key = key
    self.afterSpace = afterSpace
    self.beforeEnter = beforeEnter
  }

  /// The longest that `count` characters and Enter can take.
  package func longest(for count: Int) -> Span {
    let keys = count &* (key.upperBound &+ afterSpace.upperBound)
    return Span(milliseconds: Int64(keys &+ key.upperBound &+ beforeEnter.upperBound))
  }
}

/// A key pressed in a practice session.
package struct Keystroke: Hashable, Sendable {
  /// When, from the opening of the session.
  package let at: Span
  /// Which; a newline for Enter.
  package let character: Character

  /// Whether it is Enter.
  package var isEnter: Bool { character == "\n" }
}

extension TypingPace {
  /// `text` and Enter, key by key; the first falls at `start`.
  func keystrokes(of text: String, from start: Span, seed: UInt64) -> [Keystroke] {
    var generator = SplitMix64(seed: seed ^ UInt64(bitPattern: start.milliseconds))
    var at = start
    var last: Character?
    var strokes: [Keystroke] = []
    for character in text + "\n" {
      if let last {
        var pause = Int.random(in: key, using: &generator)
        if last == " " { pause &+= Int.random(in: afterSpace, using: &generator) }
        if character == "\n" { pause &+= Int.random(in: beforeEnter, using: &generator) }
        at = at + Span(milliseconds: Int64(pause))
      }
      strokes.append(Keystroke(at: at, character: character))
      last = character
    }
    return strokes
  }
}
