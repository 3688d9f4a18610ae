package import KapTimeline

/// Something a practice session does at the keyboard.
package enum PracticeAct: Hashable, Sendable {
  /// A character appears in the line of `author`.
  case type(Character, author: String)
  /// `author` presses Enter: the line happened at `occurredAt` from the opening, its first key.
  ///
  /// What it says is asked of ``ScriptedLine/text(in:)`` with the session as it stands then.
  case submit(ScriptedLine, occurredAt: Span, author: String)
}

/// Goes through a scenario as session time passes, and says what is to be typed and recorded.
package struct PracticePlayer: Sendable {
  /// What is played.
  package let scenario: Scenario
  /// Whether a person is typing along, so that no characters are shown.
  package private(set) var isHeld = false

  private var elapsed = Span(milliseconds: -1)
  private var next = 0
  private var typing: Typing?

  /// A line that has begun.
  private struct Typing {
    let line: ScriptedLine
    let strokes: [Keystroke]
    var next = 0
    var isShown: Bool
  }

  /// Creates a player at the beginning.
  package init(_ scenario: Scenario) { self.scenario = scenario }

  /// Whether every line has been submitted.
  package var isFinished: Bool { typing == nil && next >= scenario.lines.count }

  /// When there is something to do next, from the opening; nil at the end.
  package var nextAt: Span? {
    guard let typing else {
      return next < scenario.lines.count ? scenario.lines[next].typingStartedAt : nil
    }
    return typing.isShown ? typing.strokes[typing.next].at : typing.strokes.last?.at
  }

  /// What is done up to `elapsed` from the opening and was not done before, in order.
  ///
  /// However far it steps, every line is submitted, once. Going back does nothing. `session` gives
  /// the names for characters that mention an entry.
  package mutating func advance(to elapsed: Span, in session: Session) -> [PracticeAct] {
    guard elapsed > self.elapsed else { return [] }
    self.elapsed = elapsed
    var acts: [PracticeAct] = []
    while true {
      if typing == nil {
        guard next < scenario.lines.count, scenario.lines[next].typingStartedAt <= elapsed
        else { return acts }
        let line = scenario.lines[next]
        let strokes = scenario.keystrokes(for: line, as: line.text(in: session))
        typing = Typing(line: line, strokes: strokes, isShown: !isHeld)
        next += 1
      }
      guard var current = typing else { return acts }
      while current.next < current.strokes.count, current.strokes[current.next].at <= elapsed {
        let stroke = current.strokes[current.next]
        if !stroke.isEnter, current.isShown {
          acts.append(.type(stroke.character, author: current.line.author))
        }
        current.next += 1
      }
      guard current.next >= current.strokes.count else {
        typing = current
        return acts
      }
      typing = nil
      let line = current.line
      acts.append(.submit(line, occurredAt: line.typingStartedAt, author: line.author))
    }
  }

  /// Shows no more characters, since a person is typing along; lines still arrive whole.
  package mutating func hold() {
    isHeld = true
    typing?.isShown = false
  }

  /// Shows characters again, from the next line on: the rest of one alone would be no sentence.
  package mutating func release() { isHeld = false }
}
