import KapCanvas
import KapTestSupport
import Testing

@testable import KapTerminal

extension TerminalTests {
  /// What frames say, and in how many bytes.
  struct PainterTests {
    private static let size = Size(rows: 12, columns: 40)

    /// A theme with colours of every kind, on a coloured ground or on the terminal's own.
    private static func theme(ground: Paint?) -> Theme {
      Theme(
        name: "test",
        title: "Test",
        isDark: true,
        styles: [
          .text: Style(foreground: .rgb(220, 220, 200), background: ground),
          .border: Style(foreground: .ansi(12)),
          .clock: Style(foreground: .rgb(200, 180, 120), attributes: .bold),
          .elapsed: Style(foreground: .rgb(200, 180, 120), attributes: .bold),
          .entry: Style(foreground: .rgb(255, 250, 200), attributes: .underline),
          .noticeUrgent: Style(
            foreground: .rgb(0, 0, 0),
            background: .rgb(255, 80, 60),
            attributes: [.bold, .reverse]
          ),
          .muted: Style(foreground: .standard, attributes: .dim),
        ]
      )
    }

    private static func write(on canvas: inout Canvas, using generator: inout SeededGenerator) {
      let row = Int.random(in: 0..<size.rows, using: &generator)
      let column = Int.random(in: -3..<size.columns, using: &generator)
      let role = [Role.text, .border, .clock, .entry, .noticeUrgent, .muted]
        .randomElement(using: &generator)
      let text = (0..<Int.random(in: 0...8, using: &generator)).map { _ in
        ["a", "bp 164/98", " ", "   ", "é", "漢字", "🙂", "─", "e\u{301}", "“"]
          .randomElement(using: &generator) ?? ""
      }.joined()
      canvas.write(text, row: row, column: column, as: role ?? .text)
      canvas.cursor =
        Bool.random(using: &generator)
        ? Point(row: Int.random(in: 0...12, using: &generator), column: column) : nil
    }

    @Test(
      arguments: ["xterm-256color", "screen-256color", "linux", "xterm", "ansi", "vt220"],
      0..<4 as Range<UInt64>
    )
    func `whatever was shown, the frame makes the canvas of it`(name: String, seed: UInt64) throws {
      var generator = SeededGenerator(seed: seed)
      let theme = Self.theme(ground: seed & 1 == 0 ? nil : .rgb(20, 20, 30))
      let environment = TerminalEnvironment(name: name, colours: seed & 2 == 0 ? "" : "truecolor")
      let description = try TerminalDescription(environment, descriptor: 1)
      defer { description.close() }
      var painter = Painter(description, theme: theme)
      var model = ScreenModel(Self.size)
      var canvas = Canvas(size: Self.size)
      for step in 0..<60 {
        if step % 20 == 19 { canvas = Canvas(size: Self.size) }
        if step % 17 == 16 { painter.forget() }
        Self.write(on: &canvas, using: &generator)
        model.accept(painter.frame(canvas))

        for row in 0..<Self.size.rows {
          for column in 0..<Self.size.columns where canvas[row, column].width > 0 {
            let cell = canvas[row, column]
            let isLast =
              row == Self.size.rows - 1 && column + Int(cell.width) == Self.size.columns
            if isLast, description.scrollsAtLastCell { continue }
            let pen = description.rendition.pen(for: theme[cell.role])
            let spot = model[row, column]
            #expect(spot.character == cell.character, "\(name) \(seed) \(step) \(row):\(column)")
            // A space shows nothing of the colour of its letters.
            #expect(spot.pen.behind == pen.behind, "\(name) \(seed) \(step) \(row):\(column)")
            if cell.character != " " { #expect(spot.pen == pen, "\(name) \(seed) \(step)") }
          }
        }
        let isWithin = canvas.cursor.map { Region(Self.size).contains($0) } == true
        if isWithin { #expect(model.cursor == canvas.cursor) }
        if name != "ansi" { #expect(model.showsCursor == isWithin) }
      }
    }

    @Test func `nothing changed is nothing sent`() throws {
      try withPainter { painter in
        var canvas = Canvas(size: Self.size)
        canvas.write("PEAK", row: 3, column: 3, as: .phaseCurrent)
        _ = painter.frame(canvas)

        #expect(painter.frame(canvas).isEmpty)
      }
    }

    @Test(arguments: ["", "truecolor"])
    func `a typed letter costs one byte, in colour too`(colours: String) throws {
      try withPainter(Self.theme(ground: .rgb(20, 20, 30)), colours: colours) { painter in
        var canvas = Canvas(size: Self.size)
        var costs: [Int] = []
        for (column, letter) in "bp 164/98 hr 74".enumerated() {
          canvas.write(String(letter), row: 9, column: 4 + column, as: .entry)
          canvas.cursor = Point(row: 9, column: 5 + column)
          costs.append(painter.frame(canvas).count)
        }

        #expect(costs.dropFirst().allSatisfy { $0 == 1 }, "\(costs)")
      }
    }

    @Test(arguments: ["", "truecolor"])
    func `two clocks tick within 24 bytes each, the cursor back in its field`(
      colours: String
    ) throws {
      try withPainter(Self.theme(ground: .rgb(20, 20, 30)), colours: colours) { painter in
        var canvas = Canvas(size: Size(rows: 36, columns: 120))
        canvas.cursor = Point(row: 32, column: 15)
        var costs: [Int] = []
        for second in 10..<20 {
          canvas.write("14:39:\(second)", row: 0, column: 98, as: .clock)
          canvas.write("T+0:31:\(second)", row: 0, column: 109, as: .elapsed)
          canvas.write("b", row: 32, column: 14, as: .entry)
          costs.append(painter.frame(canvas).count)
          canvas.write(second % 2 == 0 ? "p" : "q", row: 32, column: 14, as: .entry)
          _ = painter.frame(canvas)
          canvas.write("b", row: 32, column: 14, as: .entry)
          _ = painter.frame(canvas)
        }

        #expect(costs.dropFirst().allSatisfy { $0 <= 48 }, "\(costs)")
      }
    }

    @Test func `a run after a character that widths differ on is placed anew`() throws {
      try withPainter { painter in
        var canvas = Canvas(size: Self.size)
        _ = painter.frame(canvas)
        canvas.write("🙂", row: 2, column: 4, as: .text)
        canvas.write("next", row: 2, column: 6, as: .strong)
        let frame = String(decoding: painter.frame(canvas), as: UTF8.self)

        #expect(frame.contains("\u{1B}[3;7H"))
      }
    }

    private func withPainter(
      _ theme: Theme = .plain,
      colours: String = "",
      _ body: (inout Painter) throws -> Void
    ) throws {
      let environment = TerminalEnvironment(name: "xterm-256color", colours: colours)
      let description = try TerminalDescription(environment, descriptor: 1)
      defer { description.close() }
      var painter = Painter(description, theme: theme)
      try body(&painter)
    }
  }
}
