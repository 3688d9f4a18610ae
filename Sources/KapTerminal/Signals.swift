import CTerminal

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The signals that the console answers, told through a descriptor.
///
/// A signal arrives between any two instructions; nothing useful may be done there. So each writes a
/// byte into a pipe, and the loop reads them where it waits anyway. One at a time in a process; the
/// dispositions from before come back when it goes.
package struct Signals: ~Copyable {
  /// Readable while a signal waits to be taken.
  package let descriptor: Int32

  /// Starts telling signals.
  package init() throws(TerminalError) {
    let outcome = kap_signals_open()
    guard outcome >= 0 else { throw .system("watch for signals", Int(outcome)) }
    descriptor = outcome
  }

  deinit { kap_signals_close(descriptor) }

  /// Returns the signals that came since the last call; several of one kind count once.
  package func take() -> Set {
    Set(rawValue: kap_signals_take(descriptor))
  }

  /// Stops this program and what it was started with, as Ctrl-Z does, until it is continued.
  ///
  /// The terminal must have been given back with ``TerminalSession/suspend()``. Returns at once
  /// where no shell is left that could continue the program.
  package static func stopProcess() { kap_signals_stop_process() }

  /// A set of signals.
  package struct Set: OptionSet, Hashable, Sendable {
    package let rawValue: UInt64

    /// Creates a set with a bit for each signal number.
    package init(rawValue: UInt64) { self.rawValue = rawValue }

    private init(number: Int32) { rawValue = 1 << UInt64(number & 63) }

    /// The terminal has another size.
    package static let resized = Set(number: SIGWINCH)
    /// The line to the terminal is gone.
    package static let hungUp = Set(number: SIGHUP)
    /// Somebody asks the program to end.
    package static let terminate = Set(number: SIGTERM)
    /// Somebody interrupts the program; Ctrl-C is a key, and does not come this way.
    package static let interrupt = Set(number: SIGINT)
    /// The program goes on after it was stopped.
    package static let continued = Set(number: SIGCONT)
    /// Somebody asks the program to stop for a while; Ctrl-Z is a key.
    package static let stop = Set(number: SIGTSTP)
  }
}
