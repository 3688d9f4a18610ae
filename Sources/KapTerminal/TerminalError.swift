/// Why the terminal could not be had.
package struct TerminalError: Error, Hashable, Sendable {
  /// What kind of reason it was.
  package enum Code: Hashable, Sendable {
    /// Standard input or standard output is not a terminal.
    case notATerminal
    /// `TERM` is not set.
    case unnamed
    /// The system has no description of this kind of terminal.
    case unknown
    /// The terminal cannot move its cursor.
    case tooSimple
    /// This process has the terminal already.
    case busy
    /// The system refused.
    case system
  }

  /// Which failure it is.
  package let code: Code
  /// The number of the system's error, where there is one.
  package let cause: Int32?
  /// What failed, why, and what to do, in a sentence or two.
  package let description: String

  init(_ code: Code, cause: Int32? = nil, _ description: String) {
    self.code = code
    self.cause = cause
    self.description = description
  }
}

extension TerminalError: CustomStringConvertible {
  /// The way out that always exists.
  private static let withoutScreen = "`kap show` and `kap enter` work without a screen."

  static func notATerminal(_ stream: String) -> TerminalError {
    TerminalError(.notATerminal, "\(stream) is not a terminal. \(withoutScreen)")
  }

  static let unnamed = TerminalError(
    .unnamed,
    "TERM is not set, so the kind of terminal is not known. Set it, for example to xterm-256color."
  )

  static func unknown(_ name: String) -> TerminalError {
    TerminalError(
      .unknown,
      "This system does not know the terminal “\(shown(name))”. "
        + "Set TERM to one that it knows, for example xterm-256color."
    )
  }

  static func tooSimple(_ name: String) -> TerminalError {
    TerminalError(
      .tooSimple,
      "The terminal “\(shown(name))” cannot show a full screen. \(withoutScreen)"
    )
  }

  static let noDescriptions = TerminalError(
    .unknown,
    "The terminal descriptions (terminfo) are missing. Install the package ncurses-base."
  )

  static let busy = TerminalError(.busy, "The terminal is already in use by this process.")

  /// `attempt` completes “could not …”.
  static func system(_ attempt: String, _ outcome: Int) -> TerminalError {
    let cause = Int32(truncatingIfNeeded: 0 &- outcome)
    return TerminalError(
      .system,
      cause: cause,
      "Could not \(attempt) (system error \(cause)). Another terminal window may help."
    )
  }

  /// The name without anything that a terminal could obey.
  private static func shown(_ name: String) -> String {
    String(
      name.unicodeScalars.prefix(40).map { $0.value > 32 && $0.value < 127 ? Character($0) : "?" }
    )
  }
}
