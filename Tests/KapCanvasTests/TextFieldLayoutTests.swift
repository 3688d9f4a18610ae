import KapCanvas
import KapTestSupport
import Testing

struct TextFieldLayoutTests {
  @Test func `a long text stands in lines with the cursor where it is typed`() {
    var field = TextField("Her face softened and she turned.\nThen silence")

    let layout = field.layout(columns: 20)
    #expect(layout.lines == ["Her face softened ", "and she turned.", "Then silence"])
    #expect(layout.cursor == Point(row: 2, column: 12))

    field.move(by: -13)
    #expect(field.layout(columns: 20).cursor == Point(row: 1, column: 15))
    field.insert("\n")
    #expect(field.layout(columns: 20).cursor == Point(row: 2, column: 0))
  }

  @Test(arguments: [
    ("abcdefgh", 4, ["abc", "def", "gh"], Point(row: 2, column: 2)),
    ("abc", 4, ["abc"], Point(row: 0, column: 3)), ("", 4, [""], Point(row: 0, column: 0)),
    ("ab    ", 4, ["ab "], Point(row: 0, column: 3)),
    ("a\n", 4, ["a", ""], Point(row: 1, column: 0)),
    ("漢字漢", 5, ["漢字", "漢"], Point(row: 1, column: 2)),
    ("ab", 0, ["a", "b"], Point(row: 1, column: 1)),
    ("ab cd ef", 6, ["ab cd", "ef"], Point(row: 1, column: 2)),
  ])
  func `lines leave a column for the cursor`(
    text: String,
    columns: Int,
    lines: [String],
    cursor: Point
  ) {
    let layout = TextField(text).layout(columns: columns)

    #expect(layout.lines == lines)
    #expect(layout.cursor == cursor)
  }

  @Test func `the cursor moves by lines and keeps its column`() {
    var field = TextField("Her face softened and she turned.\nThen silence")
    field.move(byLines: -1, columns: 20)
    #expect(field.layout(columns: 20).cursor == Point(row: 1, column: 12))
    field.move(byLines: .min, columns: 20)
    #expect(field.layout(columns: 20).cursor == Point(row: 0, column: 12))
    field.move(byLines: .max, columns: 20)
    #expect(field.layout(columns: 20).cursor == Point(row: 2, column: 12))
  }

  @Test(arguments: 0..<20)
  func `every place of the cursor is in sight and lines keep their columns`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<30 {
      var field = TextField(HostileText.random(12, using: &generator))
      let columns = Int.random(in: 3...24, using: &generator)
      field.moveToStart()
      var places: [Point] = []
      for _ in 0...field.characters.count {
        let layout = field.layout(columns: columns)
        places.append(layout.cursor)
        #expect(layout.lines.allSatisfy { Text.width(of: $0) < columns })
        #expect(layout.lines.indices.contains(layout.cursor.row))
        #expect((0..<columns).contains(layout.cursor.column))
        field.move(by: 1)
      }
      let isForwards = zip(places, places.dropFirst()).allSatisfy { first, second in
        (first.row, first.column) <= (second.row, second.column)
      }
      #expect(isForwards)
    }
  }
}
