import KapCanvas
import KapTestSupport
import Testing

struct CanvasLinesTests {
  private static let whole = Region(row: 0, column: 0, rows: 9, columns: 80)

  /// The panes of the live console at 80 columns.
  private static let panes: [(region: Region, title: String, trailing: String)] = [
    (whole.top(3), "Phase  PEAK 20 min, declared +11", "stay until 15:48"),
    (whole.rows(from: 2, count: 4).left(41), "Vitals", "1 min ago"),
    (whole.rows(from: 5, count: 4).left(41), "Due", "9 of 16 done"),
    (whole.dropTop(2).dropLeft(40), "Notes", "newest below"),
  ]

  @Test(arguments: [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1], [1, 3, 0, 2]])
  func `panes that adjoin share their borders, in whatever order they are drawn`(order: [Int]) {
    var canvas = Canvas(size: Size(rows: 9, columns: 80))
    for index in order {
      let pane = Self.panes[index]
      canvas.frame(pane.region, title: pane.title, trailing: pane.trailing)
    }

    #expect(
      canvas.text == [
        "┌─ Phase  PEAK 20 min, declared +11 ──────────────────────── stay until 15:48 ─┐",
        "│                                                                              │",
        "├─ Vitals ────────────────── 1 min ago ─┬─ Notes ─────────────── newest below ─┤",
        "│                                       │                                      │",
        "│                                       │                                      │",
        "├─ Due ────────────────── 9 of 16 done ─┤                                      │",
        "│                                       │                                      │",
        "│                                       │                                      │",
        "└───────────────────────────────────────┴──────────────────────────────────────┘",
      ]
    )
  }

  @Test(arguments: [[0, 1], [1, 0]])
  func `the border of the pane with the focus wins`(order: [Int]) {
    var canvas = Canvas(size: Size(rows: 3, columns: 25))
    let panes = [canvas.region.left(13), canvas.region.dropLeft(12)]
    for index in order {
      canvas.frame(panes[index], title: index == 0 ? "Due" : "Notes", focused: index == 0)
    }

    #expect(
      screen(canvas) == """
        ┃┌─ ›Due ────┬─ Notes ───┐┃
        ┃│           │           │┃
        ┃└───────────┴───────────┘┃
        1:1-2 borderFocus
        1:3-8 titleFocus
        1:9-13 borderFocus
        1:14-14 border
        1:15-21 title
        1:22-25 border
        2:1-1 borderFocus
        2:13-13 borderFocus
        2:25-25 border
        3:1-13 borderFocus
        3:14-25 border
        """
    )
  }

  @Test func `a rule joins what it meets`() {
    var canvas = Canvas(size: Size(rows: 5, columns: 21))
    canvas.frame(canvas.region)
    canvas.rule(row: 2, across: canvas.region, title: "Jump")
    canvas.rule(column: 12, down: canvas.region)

    #expect(
      canvas.text == [
        "┌───────────┬───────┐",
        "│           │       │",
        "├─ Jump ────┼───────┤",
        "│           │       │",
        "└───────────┴───────┘",
      ]
    )
  }

  @Test(arguments: [
    "┌─ Phase  PEAK ─── 15:48 ─┐", "┌─ Phase  PEAK ─ 15:48 ─┐", "┌─ Phase  PEAK ───────┐",
    "┌─ Phase  PEAK ─┐", "┌─ Phase… ────┐", "┌─ … ─┐", "┌────┐", "┌┐",
  ])
  func `words that have no room give way`(row: String) {
    var canvas = Canvas(size: Size(rows: 2, columns: row.count))
    canvas.frame(canvas.region, title: "Phase  PEAK", trailing: "15:48")

    #expect(canvas.text.first == row)
  }

  @Test func `an ASCII terminal gets the same panes`() {
    var canvas = Canvas(size: Size(rows: 4, columns: 20), glyphs: .ascii)
    canvas.frame(canvas.region.left(11), title: "Due", focused: true)
    canvas.frame(canvas.region.dropLeft(10))
    canvas.write("◆ 1 “é”", row: 1, column: 1, as: .text)
    canvas.write("· 漢.", row: 1, column: 11, as: .text)

    #expect(
      canvas.text == [
        "+- >Due --+--------+",
        "|* 1 \"?\"  || ? .   |",
        "|         |        |",
        "+---------+--------+",
      ]
    )
  }

  @Test(arguments: 0..<10)
  func `no box of any size or title leaves its region`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      var canvas = Canvas(size: Size(rows: 8, columns: 24))
      let region = Region(
        row: Int.random(in: -2...9, using: &generator),
        column: Int.random(in: -2...25, using: &generator),
        rows: Int.random(in: -1...10, using: &generator),
        columns: Int.random(in: -1...30, using: &generator)
      )
      canvas.frame(
        region,
        title: HostileText.random(6, using: &generator),
        trailing: HostileText.random(3, using: &generator),
        focused: Bool.random(using: &generator)
      )

      #expect(isWellFormed(canvas))
      let drawn = (0..<8).flatMap { row in
        (0..<24).map { Point(row: row, column: $0) }.filter { canvas[row, $0.column] != .blank }
      }
      #expect(drawn.allSatisfy { region.contains($0) && !region.inset.contains($0) })
    }
  }
}
