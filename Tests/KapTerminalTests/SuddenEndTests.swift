#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif
import KapCanvas
import Testing

@testable import KapTerminal

extension TerminalTests {
  /// What is left of the terminal when the program had no time to give it back.
  struct SuddenEndTests {
    /// Claims the terminal at `path`, shows something, and ends as `ending` says.
    private static func claim(_ path: String, then ending: (Int32) -> Void, _ number: Int32) throws
    {
      let terminal = open(path, O_RDWR | O_NOCTTY)
      var session = try TerminalSession(
        theme: .plain,
        input: terminal,
        output: terminal,
        environment: TerminalEnvironment(name: "xterm-256color")
      )
      _ = session.paint(Canvas(size: session.size))
      ending(number)
      // Reached only if the ending was none; then the exit code tells.
      exit(session.hasHungUp ? 90 : 91)
    }

    /// Sends a signal to this process and waits for it to strike.
    ///
    /// To the process and not the thread: those that run tests have signals blocked.
    private static func send(_ number: Int32) {
      kill(getpid(), number)
      _ = Poll.wait(on: [], until: SystemClock.sinceBoot + 5_000)
    }

    private static func expectGivenBack(
      _ pseudo: borrowing PseudoTerminal,
      _ before: [UInt64]
    ) {
      var model = ScreenModel(Size(rows: 24, columns: 80))
      let shown = pseudo.shown()
      model.accept(shown)

      #expect(pseudo.modes == before)
      #expect(!model.isAlternate && !model.marksPastes && model.showsCursor)
      #expect(String(decoding: shown, as: UTF8.self).contains("\u{1B}[?1049l"))
    }

    @Test(arguments: [SIGSEGV, SIGABRT, SIGTERM, SIGILL, SIGTRAP, SIGBUS, SIGFPE, SIGHUP, SIGINT])
    func `a fatal signal gives the terminal back and stays fatal`(number: Int32) async throws {
      let pseudo = try PseudoTerminal()
      let before = pseudo.modes
      let path = pseudo.path
      await #expect(processExitsWith: .signal(number)) { [path = path as String, number] in
        try Self.claim(path, then: Self.send, number)
      }

      Self.expectGivenBack(pseudo, before)
    }

    @Test func `a trap gives the terminal back`() async throws {
      let pseudo = try PseudoTerminal()
      let before = pseudo.modes
      let path = pseudo.path
      await #expect(processExitsWith: .failure) { [path = path as String] in
        try Self.claim(path, then: { number in precondition(number < 0, "on purpose") }, 1)
      }

      Self.expectGivenBack(pseudo, before)
    }

    @Test func `exit gives the terminal back`() async throws {
      let pseudo = try PseudoTerminal()
      let before = pseudo.modes
      let path = pseudo.path
      await #expect(processExitsWith: .exitCode(3)) { [path = path as String] in
        try Self.claim(path, then: { exit($0) }, 3)
      }

      Self.expectGivenBack(pseudo, before)
    }

    @Test func `a full stack gives the terminal back`() async throws {
      let pseudo = try PseudoTerminal()
      let before = pseudo.modes
      let path = pseudo.path
      await #expect(processExitsWith: .failure) { [path = path as String] in
        func deeper(_ count: Int32) -> Int32 { count < 0 ? 0 : deeper(count &+ 1) &+ count }
        try Self.claim(path, then: { if deeper($0) == 7 { exit(0) } }, 1)
      }

      Self.expectGivenBack(pseudo, before)
    }

    @Test func `an end asked for while signals are told comes as a signal told`() async throws {
      let pseudo = try PseudoTerminal()
      let path = pseudo.path
      await #expect(processExitsWith: .exitCode(4)) { [path = path as String] in
        let signals = try Signals()
        let ending = { (number: Int32) in
          kill(getpid(), number)
          _ = Poll.wait(on: [.init(signals.descriptor)], until: SystemClock.sinceBoot + 5_000)
          if signals.take() == .terminate { exit(4) }
        }
        try Self.claim(path, then: ending, SIGTERM)
      }
    }
  }
}
