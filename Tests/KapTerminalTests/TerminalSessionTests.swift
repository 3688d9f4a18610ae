import KapCanvas
import Testing

@testable import KapTerminal

/// ncurses' description and the claim of the terminal are the process's own: one test at a time.
@Suite(.serialized) struct TerminalTests {}

extension TerminalTests {
  /// The wire itself, on a real pseudo-terminal.
  struct TerminalSessionTests {
    private static func canvas(_ size: Size, _ words: String = "PEAK") -> Canvas {
      var canvas = Canvas(size: size)
      canvas.frame(canvas.region, title: "Phase")
      canvas.write(words, row: 2, column: 4, as: .phaseCurrent)
      canvas.write("14:39:20", row: 0, column: size.columns - 12, as: .clock)
      canvas.cursor = Point(row: 3, column: 4)
      return canvas
    }

    @Test func `everything is given back as it was`() throws {
      let pseudo = try PseudoTerminal()
      let before = pseudo.modes
      var model = ScreenModel(Size(rows: 24, columns: 80))
      do {
        var session = try pseudo.session()
        #expect(pseudo.modes != before)
        #expect(session.paint(Self.canvas(session.size)) == .painted)
        model.accept(pseudo.shown())
        #expect(model.isAlternate && model.marksPastes && model.showsCursor)
        try session.close()
      }
      model.accept(pseudo.shown())

      #expect(pseudo.modes == before)
      #expect(!model.isAlternate && !model.marksPastes && model.showsCursor)
    }

    @Test func `a session that goes out of scope gives everything back`() throws {
      let pseudo = try PseudoTerminal()
      let before = pseudo.modes
      func show() throws {
        var session = try pseudo.session()
        _ = session.paint(Self.canvas(session.size))
      }
      try show()

      #expect(pseudo.modes == before)
      #expect(String(decoding: pseudo.shown(), as: UTF8.self).hasSuffix("\u{1B}[23;0;0t"))
    }

    @Test func `a session that showed nothing leaves the screen alone`() throws {
      let pseudo = try PseudoTerminal()
      try pseudo.session().close()

      #expect(pseudo.shown().isEmpty)
    }

    @Test func `every frame is one write, the first too`() throws {
      guard writeCount() != nil else { return }
      let pseudo = try PseudoTerminal(rows: 60, columns: 200)
      var session = try pseudo.session()
      var counts: [Int] = []
      for words in ["PEAK", "RETURN", "RETURN", "RECOVERY"] {
        let canvas = Self.canvas(session.size, words)
        let before = try #require(writeCount())
        #expect(session.paint(canvas) == .painted)
        counts.append(try #require(writeCount()) - before)
        _ = pseudo.shown()
      }

      #expect(counts == [1, 1, 0, 1])
    }

    @Test func `a tick and a key cost what they must`() throws {
      let pseudo = try PseudoTerminal(rows: 36, columns: 120)
      var session = try pseudo.session(colours: "truecolor")
      var canvas = Self.canvas(session.size)
      canvas.cursor = Point(row: 30, column: 10)
      _ = session.paint(canvas)
      _ = pseudo.shown()

      canvas.write("14:39:21", row: 0, column: 108, as: .clock)
      #expect(session.paint(canvas) == .painted)
      let tick = pseudo.shown()
      canvas.write("b", row: 30, column: 10, as: .text)
      canvas.cursor = Point(row: 30, column: 11)
      #expect(session.paint(canvas) == .painted)
      let key = pseudo.shown()

      #expect((1...41).contains(tick.count), "\(tick)")
      #expect((1...16).contains(key.count), "\(key)")
    }

    @Test func `another size repaints all, and so does Ctrl-L`() throws {
      let pseudo = try PseudoTerminal()
      var session = try pseudo.session()
      _ = session.paint(Self.canvas(session.size))
      _ = pseudo.shown()
      pseudo.resize(rows: 16, columns: 60)
      session.refreshSize()
      #expect(session.size == Size(rows: 16, columns: 60))
      let canvas = Self.canvas(session.size)
      _ = session.paint(canvas)
      let resized = pseudo.shown()
      session.redraw()
      _ = session.paint(canvas)
      let redrawn = pseudo.shown()

      for bytes in [resized, redrawn] {
        var model = ScreenModel(session.size)
        model.accept(bytes)
        #expect(model.spots.map(\.character) == Array(canvas.text.joined()))
      }
    }

    @Test func `a size of nothing is taken for the usual one`() throws {
      let pseudo = try PseudoTerminal(rows: 0, columns: 0)
      let session = try pseudo.session()

      #expect(session.size == Size(rows: 24, columns: 80))
    }

    @Test(arguments: [
      ("", TerminalError.Code.unnamed), ("dumb", .tooSimple), ("unknown", .tooSimple),
      ("no-such-terminal\u{1B}[31m", .unknown),
    ])
    func `a terminal that cannot show a screen is refused`(
      name: String,
      code: TerminalError.Code
    ) throws {
      let pseudo = try PseudoTerminal()
      let before = pseudo.modes
      var refusal: TerminalError?
      do {
        _ = try pseudo.session(name: name)
      } catch {
        refusal = error
      }

      #expect(refusal?.code == code)
      #expect(refusal?.description.hasSuffix(".") == true)
      #expect(refusal?.description.contains("\u{1B}") == false)
      #expect(pseudo.modes == before)
      #expect(pseudo.shown().isEmpty)
    }

    @Test func `what is no terminal is refused`() throws {
      let pipe = try WakePipe()
      var refusal: TerminalError?
      do {
        _ = try TerminalSession(
          theme: .plain,
          input: pipe.descriptor,
          output: pipe.descriptor,
          environment: TerminalEnvironment(name: "xterm")
        )
      } catch {
        refusal = error
      }

      #expect(refusal?.code == .notATerminal)
    }

    @Test func `a second claim is refused and leaves the first alone`() throws {
      let first = try PseudoTerminal()
      let second = try PseudoTerminal()
      var session = try first.session()
      var refusal: TerminalError?
      do {
        _ = try second.session()
      } catch {
        refusal = error
      }

      #expect(refusal?.code == .busy)
      #expect(session.paint(Self.canvas(session.size)) == .painted)
    }

    @Test(arguments: [
      ("xterm-256color", "", ColourDepth.indexed), ("xterm-256color", "truecolor", .direct),
      ("screen", "truecolor", .eight), ("linux", "", .eight), ("vt220", "truecolor", .none),
    ])
    func `colours are as many as the terminal has`(
      name: String,
      says: String,
      depth: ColourDepth
    ) throws {
      let pseudo = try PseudoTerminal()

      #expect(try pseudo.session(name: name, colours: says).colours == depth)
    }

    @Test func `a refusal of colour leaves attributes`() throws {
      let pseudo = try PseudoTerminal()
      var environment = TerminalEnvironment(name: "xterm-256color", colours: "truecolor")
      environment.refusesColour = true
      let session = try TerminalSession(
        theme: .plain,
        input: pseudo.terminal,
        output: pseudo.terminal,
        environment: environment
      )

      #expect(session.colours == .none)
    }
  }
}
