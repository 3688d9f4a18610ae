#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif
import KapCanvas
import Testing

@testable import KapTerminal

extension TerminalTests {
  /// Keys, floods and hang-ups on a real pseudo-terminal.
  struct KeyboardTests {
    /// Reads until the keys asked for are there, or half a second passed without one.
    private static func read(
      _ session: inout TerminalSession,
      atLeast count: Int
    ) -> [Key] {
      var keys: [Key] = []
      var quiet = SystemClock.sinceBoot + 500
      while keys.count < count, SystemClock.sinceBoot < quiet, !session.hasHungUp {
        let deadline = min(session.nextDeadline ?? quiet, quiet)
        _ = Poll.wait(on: [.init(session.inputDescriptor)], until: deadline)
        let more = session.readKeys(at: SystemClock.sinceBoot)
        if !more.isEmpty { quiet = SystemClock.sinceBoot + 500 }
        keys += more
      }
      return keys
    }

    @Test func `keys come as typed, the commands of the line among them`() throws {
      let pseudo = try PseudoTerminal()
      var session = try pseudo.session()
      pseudo.type("v\u{3}\u{11}\u{13}\u{1A}\u{1C}\u{1B}[A\r")

      #expect(
        Self.read(&session, atLeast: 8) == [
          .character("v"), .control("c"), .control("q"), .control("s"), .control("z"), .unknown,
          .up, .enter,
        ]
      )
      #expect(session.readKeys(at: SystemClock.sinceBoot).isEmpty)
      #expect(pseudo.shown().isEmpty, "nothing is echoed")
    }

    @Test func `a lone Esc comes by its deadline`() throws {
      let pseudo = try PseudoTerminal()
      var session = try pseudo.session()
      pseudo.type("\u{1B}")

      #expect(Self.read(&session, atLeast: 1) == [.escape])
      let deadline = session.nextDeadline
      #expect(deadline == nil)
    }

    @Test func `a held key is read whole before anything is painted`() throws {
      let pseudo = try PseudoTerminal()
      var session = try pseudo.session()
      pseudo.type(String(repeating: "\u{1B}[B", count: 500))
      _ = Poll.wait(on: [.init(session.inputDescriptor)], until: SystemClock.sinceBoot + 500)

      #expect(Self.read(&session, atLeast: 500) == Array(repeating: .down, count: 500))
    }

    @Test func `a terminal that takes nothing holds nothing up, and gets the last frame`() throws {
      let pseudo = try PseudoTerminal(rows: 200, columns: 500)
      var session = try pseudo.session()
      var canvas = Canvas(size: session.size)
      var outcome = TerminalSession.PaintOutcome.painted
      var frames = 0
      while outcome == .painted, frames < 200 {
        let letter: Character = frames % 2 == 0 ? "a" : "b"
        canvas.fill(canvas.region, with: letter, as: .text)
        outcome = session.paint(canvas)
        frames += 1
      }
      #expect(outcome == .waiting)

      canvas.fill(canvas.region, with: "z", as: .text)
      var model = ScreenModel(session.size)
      var bytes: [UInt8] = []
      for _ in 0..<200 {
        bytes += pseudo.shown()
        outcome = session.paint(canvas)
        if outcome == .painted { break }
      }
      bytes += pseudo.shown()
      model.accept(bytes)

      #expect(outcome == .painted)
      #expect(model.spots.allSatisfy { $0.character == "z" })
    }

    @Test func `a line that hung up is known at the next key and at the next frame`() throws {
      let pseudo = try PseudoTerminal()
      // The far end is closed early: the near one must stay for the session to ask.
      let terminal = dup(pseudo.terminal)
      defer { close(terminal) }
      var session = try pseudo.session()
      pseudo.hangUp()

      #expect(session.readKeys(at: 0).isEmpty)
      let hasHungUp = session.hasHungUp
      #expect(hasHungUp)
      #expect(session.paint(Canvas(size: session.size)) == .hungUp)
      try session.close()
    }

    @Test func `given back for an editor, and claimed again`() throws {
      let pseudo = try PseudoTerminal()
      let before = pseudo.modes
      var session = try pseudo.session()
      let claimed = pseudo.modes
      var canvas = Canvas(size: session.size)
      canvas.write("PEAK", row: 2, column: 4, as: .phaseCurrent)
      _ = session.paint(canvas)
      var model = ScreenModel(session.size)
      model.accept(pseudo.shown())
      try session.suspend()
      model.accept(pseudo.shown())
      #expect(pseudo.modes == before)
      #expect(!model.isAlternate)
      #expect(session.readKeys(at: 0).isEmpty)

      try session.resume()
      #expect(session.paint(canvas) == .painted)
      var again = ScreenModel(session.size)
      again.accept(pseudo.shown())
      #expect(pseudo.modes == claimed)
      #expect(again.isAlternate && again.marksPastes)
      #expect(again[2, 4].character == "P")
    }
  }
}
