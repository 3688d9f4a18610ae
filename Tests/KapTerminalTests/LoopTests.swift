#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif
import KapCanvas
import Testing

@testable import KapTerminal

extension TerminalTests {
  /// What the loop waits on.
  struct LoopTests {
    // The system drops a waiting SIGCONT when SIGTSTP comes, and the other way round.
    @Test(
      arguments: [
        (
          [SIGWINCH, SIGWINCH, SIGHUP, SIGTERM, SIGINT],
          [.resized, .hungUp, .terminate, .interrupt]
        ),
        ([SIGTSTP], .stop), ([SIGCONT], .continued),
      ] as [([Int32], Signals.Set)]
    )
    func `signals are told once each`(numbers: [Int32], all: Signals.Set) throws {
      let signals = try Signals()
      #expect(signals.take().isEmpty)
      for number in numbers { kill(getpid(), number) }
      var told: Signals.Set = []
      let deadline = SystemClock.sinceBoot + 2_000
      while told != all, SystemClock.sinceBoot < deadline {
        _ = Poll.wait(on: [.init(signals.descriptor)], until: deadline)
        told.formUnion(signals.take())
      }

      #expect(told == all)
      #expect(signals.take().isEmpty)
    }

    @Test func `signals are one's at a time`() throws {
      let signals = try Signals()

      #expect(throws: TerminalError.self) { _ = try Signals() }
      #expect(signals.take().isEmpty)
    }

    @Test func `another thread wakes the loop once, however often it calls`() async throws {
      let pipe = try WakePipe()
      await withTaskGroup { group in
        for _ in 0..<8 { group.addTask { for _ in 0..<20_000 { pipe.notify() } } }
      }

      #expect(Poll.wait(on: [.init(pipe.descriptor)], until: nil) == [.readable])
      pipe.drain()
      #expect(Poll.wait(on: [.init(pipe.descriptor)], until: SystemClock.sinceBoot) == [[]])
      pipe.notify()
      #expect(Poll.wait(on: [.init(pipe.descriptor)], until: nil) == [.readable])
    }

    @Test func `waiting ends when the time is up and not before`() throws {
      let pipe = try WakePipe()
      let deadline = SystemClock.sinceBoot + 20

      #expect(Poll.wait(on: [.init(pipe.descriptor)], until: deadline) == [[]])
      #expect(SystemClock.sinceBoot >= deadline)
      #expect(Poll.wait(on: [.init(pipe.descriptor)], until: .min) == [[]])
    }

    @Test func `what is ready is told in the order asked`() throws {
      let quiet = try WakePipe()
      let called = try WakePipe()
      called.notify()

      let ready = Poll.wait(
        on: [.init(quiet.descriptor), .init(called.descriptor)],
        until: .max
      )
      #expect(ready == [[], .readable])
    }

    @Test func `clocks go on, and the next whole second is never early`() throws {
      let boot = SystemClock.sinceBoot
      for _ in 0..<100 {
        let before = SystemClock.wall / 1_000
        let deadline = SystemClock.nextWholeSecond
        let offset = SystemClock.wall - SystemClock.sinceBoot
        #expect((deadline + offset) / 1_000 >= before)
        #expect(deadline - SystemClock.sinceBoot <= 1_001)
      }
      #expect(SystemClock.sinceBoot >= boot)
      #expect(SystemClock.wall > 1_700_000_000_000)
      #expect(SystemClock.bootIdentifier?.count == 36)
      #expect(SystemClock.bootIdentifier == SystemClock.bootIdentifier)
    }

    @Test func `widths are the system's`() {
      #expect(glyphWidth("a") == 1)
      #expect(glyphWidth("\u{7}") == -1)
      if isUnicodeLocale {
        #expect(glyphWidth("漢") == 2)
        #expect(glyphWidth("─") == 1)
        #expect(glyphWidth("e\u{301}") == 1)
      } else {
        #expect(glyphWidth("─") == -1)
      }
    }
  }
}
