import KapCanvas
import KapTestSupport
import Testing

struct CanvasTests {
  @Test func `text is written by role and the column after it returned`() {
    var canvas = Canvas(size: Size(rows: 2, columns: 12))
    let next = canvas.write(" LIVE ", row: 0, column: 0, as: .stateLive)
    canvas.write("K-014", row: 0, column: next, as: .subject)
    canvas.write("quiet", row: 1, column: 2, as: .text)
    canvas.cursor = Point(row: 1, column: 7)

    #expect(
      screen(canvas) == """
        ┃ LIVE K-014 ┃
        ┃  quiet     ┃
        1:1-6 stateLive
        1:7-11 subject
        cursor 2:8
        """
    )
  }

  @Test(arguments: [
    (0, nil, "12345678"), (3, nil, "   12345"), (-2, nil, "34567890"), (7, nil, "       1"),
    (8, nil, "        "), (0, 3, "123     "), (6, 3, "      12"), (0, 0, "        "),
    (0, -1, "        "), (-2, 4, "34      "), (.min, nil, "        "), (.max, .max, "        "),
    (1, .max, " 1234567"),
  ])
  func `text is cut at the edges and at its limit`(column: Int, limit: Int?, row: String) {
    var canvas = Canvas(size: Size(rows: 1, columns: 8))
    canvas.write("1234567890", row: 0, column: column, as: .text, limit: limit)

    #expect(canvas.text == [row])
  }

  @Test(arguments: [-1, 1, Int.min, Int.max])
  func `nothing is written above or below`(row: Int) {
    var canvas = Canvas(size: Size(rows: 1, columns: 4))
    let end = canvas.write("text", row: row, column: 0, as: .text)

    #expect(end == 0)
    #expect(canvas == Canvas(size: Size(rows: 1, columns: 4)))
    #expect(canvas[row, 0] == .blank)
  }

  @Test(arguments: [(0, "漢字漢字"), (1, " 漢字漢 "), (-1, " 字漢字漢"), (-2, "字漢字漢")])
  func `a wide character is never split`(column: Int, row: String) {
    var canvas = Canvas(size: Size(rows: 1, columns: column == -1 ? 9 : 8))
    canvas.write("漢字漢字漢", row: 0, column: column, as: .text)

    #expect(canvas.text == [row])
    #expect(isWellFormed(canvas))
  }

  @Test(arguments: [(0, "a 字"), (1, " a字"), (2, "漢a "), (3, "漢 a")])
  func `half of a wide character that is written over is blanked`(column: Int, row: String) {
    var canvas = Canvas(size: Size(rows: 1, columns: 4))
    canvas.write("漢字", row: 0, column: 0, as: .text)
    canvas.write("a", row: 0, column: column, as: .text)

    #expect(canvas.text == [row])
    #expect(isWellFormed(canvas))
  }

  @Test func `a wide character written between two blanks a half of both`() {
    var canvas = Canvas(size: Size(rows: 1, columns: 4))
    canvas.write("漢字", row: 0, column: 0, as: .text)
    canvas.write("漢", row: 0, column: 1, as: .text)

    #expect(canvas.text == [" 漢 "])
    #expect(isWellFormed(canvas))
  }

  @Test func `a region is filled and restyled within the canvas only`() {
    var canvas = Canvas(size: Size(rows: 2, columns: 6))
    canvas.fill(Region(row: 0, column: 4, rows: 9, columns: 9), with: "░", as: .gap)
    canvas.write("ab", row: 0, column: 0, as: .text)
    canvas.restyle(Region(row: 0, column: 1, rows: 1, columns: 1), as: .selection)
    canvas.fill(Region(row: 1, column: 0, rows: 1, columns: 2), with: "漢", as: .quiet)

    #expect(
      screen(canvas) == """
        ┃ab  ░░┃
        ┃    ░░┃
        1:2-2 selection
        1:5-6 gap
        2:1-2 quiet
        2:5-6 gap
        """
    )
  }

  @Test func `restyling half of a wide character restyles both`() {
    var canvas = Canvas(size: Size(rows: 1, columns: 6))
    canvas.write(" 漢字 ", row: 0, column: 0, as: .text)
    canvas.restyle(Region(row: 0, column: 2, rows: 1, columns: 2), as: .selection)

    #expect(canvas.legend == ["1:2-5 selection"])
  }

  @Test func `text in a region stays in it`() {
    var canvas = Canvas(size: Size(rows: 2, columns: 10))
    let region = Region(row: 1, column: 2, rows: 1, columns: 5)

    let ends = [
      canvas.write("overflow", in: region, column: 1, as: .text),
      canvas.write("below", in: region, row: 1, as: .text),
    ]
    #expect(ends == [5, 0])
    #expect(canvas.text == ["          ", "   over   "])

    let written = [
      canvas.writeTrailing("too long", in: region, as: .text),
      canvas.writeTrailing("ago", in: region, from: 3, as: .muted),
      canvas.writeTrailing("ago", in: region, from: 2, as: .muted),
    ]
    #expect(written == [false, false, true])
    #expect(canvas.text == ["          ", "   oago   "])
  }

  @Test func `what a terminal claims of its size is held to what a screen can be`() {
    let canvas = Canvas(size: Size(rows: -5, columns: .max))

    #expect(canvas.size == Size(rows: 0, columns: 2_000))
    #expect(canvas.text == [])
    #expect(canvas[0, 0] == .blank)
  }

  @Test(arguments: 0..<20)
  func `hostile text keeps to its cells`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var canvas = Canvas(size: Size(rows: 4, columns: 30))
    for _ in 0..<100 {
      let text = HostileText.random(10, using: &generator)
      let row = Int.random(in: -1...4, using: &generator)
      let column = Int.random(in: -4...31, using: &generator)
      let limit = Bool.random(using: &generator) ? Int.random(in: 0...12, using: &generator) : nil
      let before = canvas.text
      let next = canvas.write(text, row: row, column: column, as: .note, limit: limit)

      #expect(isWellFormed(canvas))
      if let limit { #expect(next <= column + limit) }
      for other in 0..<4 where other != row { #expect(canvas.text[other] == before[other]) }
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `of a megabyte only the cells in sight are looked at`() {
    let line = String(repeating: "é", count: 500_000)
    var canvas = Canvas(size: Size(rows: 1, columns: 80))
    for _ in 0..<1_000 { canvas.write(line, row: 0, column: 0, as: .text) }

    #expect(canvas.text == [String(repeating: "é", count: 80)])
  }
}

/// Whether every cell is as wide as its character, and every wide one has its second half.
func isWellFormed(_ canvas: Canvas) -> Bool {
  (0..<canvas.size.rows).allSatisfy { row in
    (0..<canvas.size.columns).allSatisfy { column in
      let cell = canvas[row, column]
      switch cell.width {
      case 0:
        return column > 0 && canvas[row, column - 1].width == 2 && cell.character == " "
      case 1, 2:
        let next = canvas[row, column + 1]
        let isWhole = column + 1 < canvas.size.columns && next.width == 0 && next.role == cell.role
        return Text.width(of: cell.character) == Int(cell.width) && (cell.width == 1 || isWhole)
      default:
        return false
      }
    }
  }
}
