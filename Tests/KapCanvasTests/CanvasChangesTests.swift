import KapCanvas
import KapTestSupport
import Testing

struct CanvasChangesTests {
  @Test func `without a canvas before, or with one of another size, everything is drawn`() {
    var canvas = Canvas(size: Size(rows: 2, columns: 5))
    canvas.write("HR", row: 0, column: 1, as: .strong)
    let everything = canvas.changes(from: nil)

    #expect(everything.map(\.text) == [" ", "HR", "  ", "     "])
    #expect(everything.map(\.columns) == [1, 2, 2, 5])
    #expect(canvas.changes(from: Canvas(size: Size(rows: 2, columns: 6))) == everything)
    #expect(canvas.changes(from: canvas) == [])
  }

  @Test func `a second that passes redraws one digit`() throws {
    let runs = clock("14:39:21").changes(from: clock("14:39:20"))
    let run = try #require(runs.first)

    #expect(runs.count == 1)
    #expect(run.row == 0 && run.column == 7 && run.text == "1" && run.columns == 1)
    #expect(run.role == .clock)
  }

  @Test(arguments: [
    ("14:39:59", "14:40:00", ["40:00"]), ("1----1", "2----2", ["2----2"]),
    ("1-----1", "2-----2", ["2", "2"]),
  ])
  func `a short gap is drawn again, a long one left alone`(
    old: String,
    new: String,
    runs: [String]
  ) {
    #expect(clock(new).changes(from: clock(old)).map(\.text) == runs)
  }

  @Test func `cells of two roles are two runs`() {
    var canvas = Canvas(size: Size(rows: 1, columns: 4))
    let before = canvas
    canvas.write("HR", row: 0, column: 0, as: .muted)
    canvas.write("98", row: 0, column: 2, as: .vitalNormal)

    #expect(canvas.changes(from: before).map(\.role) == [.muted, .vitalNormal])
  }

  @Test(arguments: 0..<40)
  func `the canvas before and the changes are the next canvas`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var previous = Canvas(size: Size(rows: 5, columns: 24))
    for _ in 0..<60 {
      var next = Bool.random(using: &generator) ? previous : Canvas(size: previous.size)
      for _ in 0..<Int.random(in: 0...4, using: &generator) { scribble(on: &next, &generator) }
      let runs = next.changes(from: previous)

      var painted = previous
      for run in runs {
        let end = painted.write(run.text, row: run.row, column: run.column, as: run.role)
        #expect(end == run.column + run.columns)
      }
      #expect(painted == next)
      #expect(runs.isEmpty == (previous == next))
      #expect(isInOrder(runs))
      previous = next
    }
  }

  private func clock(_ time: String) -> Canvas {
    var canvas = Canvas(size: Size(rows: 1, columns: 10))
    canvas.write(time, row: 0, column: 0, as: .clock)
    return canvas
  }

  private func scribble(on canvas: inout Canvas, _ generator: inout SeededGenerator) {
    let row = Int.random(in: 0..<5, using: &generator)
    let column = Int.random(in: -2..<24, using: &generator)
    let role = [Role.text, .note, .border].randomElement(using: &generator) ?? .text
    let extent = Int.random(in: 0...12, using: &generator)
    let region = Region(row: row, column: column, rows: 2, columns: extent)
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: canvas.fill(region, as: role)
    case 1: canvas.restyle(region, as: role)
    case 2: canvas.frame(region, title: HostileText.random(2, using: &generator))
    default:
      let text = HostileText.random(5, using: &generator)
      canvas.write(text, row: row, column: column, as: role, limit: extent)
    }
  }

  private func isInOrder(_ runs: [Run]) -> Bool {
    zip(runs, runs.dropFirst()).allSatisfy { first, second in
      first.columns > 0
        && (first.row, first.column + first.columns) <= (second.row, second.column)
    }
  }
}
