/// What a command ends with: one meaning each, as scripts rely on.
package enum ExitCode: Int32, Hashable, Sendable, CaseIterable {
  case ok = 0
  case general = 1
  /// The command line cannot be understood.
  case usage = 64
  /// A line, a file or a chart does not hold what it should.
  case badData = 65
  /// There is no such file, chart or session.
  case noInput = 66
  case cannotCreate = 73
  case inputOutput = 74
  /// Another process holds the chart; later it may do.
  case busy = 75
  case notAllowed = 77
  /// A protocol, theme or configuration file cannot be used.
  case badConfiguration = 78
  case interrupted = 130
}

/// Why a command cannot be done: what it ends with, and a sentence that says what to do.
///
/// No sentence holds anything of a patient.
package struct CommandError: Error, Hashable, Sendable {
  /// What the command ends with.
  package let code: ExitCode
  /// What failed, why, and what to do.
  package let message: String

  /// Creates an error.
  package init(_ code: ExitCode, _ message: String) {
    self.code = code
    self.message = message
  }
}
