#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// What the environment says about the terminal.
struct TerminalEnvironment: Hashable, Sendable {
  /// The kind of terminal, `TERM`.
  var name: String
  /// `COLORTERM`, in which terminals tell of direct colours since their descriptions do not.
  var colours = ""
  /// Whether `NO_COLOR` is set to something.
  var refusesColour = false
  /// Whether tmux stands between, whose `TERM` may be that of GNU screen.
  var isTmux = false
}

extension TerminalEnvironment {
  /// The environment of this process.
  static var current: TerminalEnvironment {
    TerminalEnvironment(
      name: value("TERM"),
      colours: value("COLORTERM"),
      refusesColour: !value("NO_COLOR").isEmpty,
      isTmux: !value("TMUX").isEmpty
    )
  }

  private static func value(_ name: String) -> String {
    getenv(name).map { String(cString: $0) } ?? ""
  }
}
