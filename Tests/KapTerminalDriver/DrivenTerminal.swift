/// A terminal with a program in it, driven as a person would: keys in, words out.
package protocol DrivenTerminal: AnyObject {
  /// Sends bytes as the keyboard would, and returns once the program has been given them.
  func send(_ bytes: [UInt8]) throws

  /// What is shown.
  func look() throws -> ScreenText

  /// Waits until the program has written since the last ``send(_:)``, look or wait, or `moment`
  /// comes.
  func waitForChange(until moment: Moment)

  /// Waits until the program has taken all that was sent, or `moment` comes.
  func waitUntilTaken(until moment: Moment)

  /// When Enter was pressed last.
  var lastEnter: Moment? { get set }
}

/// A moment on a clock that never steps.
package typealias Moment = ContinuousClock.Instant

/// What a terminal never came to show.
package struct NeverShown: Error, CustomStringConvertible {
  /// What was waited for.
  package let wanted: String
  /// What was shown at last.
  package let screen: ScreenText

  /// The words waited for, above the screen.
  package var description: String { "never shown: \(wanted)\n\(screen)" }
}

extension DrivenTerminal {
  /// Types a text key by key, each answered before the next: nobody's typing is a paste.
  package func type(_ text: String) throws {
    for character in text { try press(.character(character)) }
  }

  /// Presses keys, one after the other.
  ///
  /// The console takes an Enter within 400 ms of another for a key held down. A person's finger
  /// takes longer than that, and so does this one.
  package func press(_ keys: Keystroke...) throws {
    for key in keys {
      if key == .enter, let lastEnter {
        while Moment.now < lastEnter + .milliseconds(430) {
          waitForChange(until: lastEnter + .milliseconds(430))
        }
      }
      try send(key.bytes)
      waitUntilTaken(until: .now + .seconds(10))
      // Nearly every key changes something; one that does not has been given its time.
      waitForChange(until: .now + .milliseconds(80))
      if key == .enter { lastEnter = .now }
    }
  }

  /// Presses Enter on a field or list that has just opened, once a person could have read it: the
  /// console ignores one that comes sooner.
  package func agree() throws {
    let readable = Moment.now + .milliseconds(430)
    while Moment.now < readable { waitForChange(until: readable) }
    try press(.enter)
  }

  /// Waits until the screen is as wanted, and returns it.
  @discardableResult
  package func wait(
    for wanted: String,
    within limit: Duration = .seconds(20),
    until isReached: (ScreenText) throws -> Bool
  ) throws -> ScreenText {
    let end = Moment.now + limit
    while true {
      let screen = try look()
      if try isReached(screen) { return screen }
      guard Moment.now < end else { throw NeverShown(wanted: wanted, screen: screen) }
      waitForChange(until: end)
    }
  }

  /// Waits until the words stand in one row.
  @discardableResult
  package func wait(
    for words: String,
    within limit: Duration = .seconds(20)
  ) throws -> ScreenText {
    try wait(for: words, within: limit) { $0.says(words) }
  }

  /// Types a sentence into the free line and sends it.
  ///
  /// A screen that cannot be read is not waited for.
  package func enter(_ sentence: String, waiting waits: Bool = true) throws {
    try press(.character(":"))
    if waits { try wait(for: "LINE") }
    try type(sentence)
    try press(.enter)
  }
}
