import KapCanvas
import KapTestSupport
import Testing

struct TextFieldTests {
  @Test func `what is typed stands before the cursor`() {
    var field = TextField("bp 128")
    field.move(by: -3)
    field.insert("99/")
    field.moveToEnd()
    field.insert(" ")

    #expect(field.text == "bp 99/128 ")
    #expect(field.cursor == 10)
  }

  @Test func `characters and words are deleted around the cursor`() {
    var field = TextField("hand on  shoulder")
    field.deleteWord()
    #expect(field.text == "hand on  ")
    field.deleteWord()
    #expect(field.text == "hand ")
    field.deleteBackwards()
    #expect(field.text == "hand")
    field.moveToStart()
    field.deleteBackwards()
    field.deleteForwards()
    #expect(field.text == "and")
    #expect(field.cursor == 0)
    field.clear()
    field.deleteForwards()
    #expect(field.isEmpty)
  }

  @Test(arguments: [(Int.min, 0), (-1, 1), (0, 2), (1, 3), (Int.max, 3)])
  func `the cursor stays in the text`(count: Int, cursor: Int) {
    var field = TextField("abc")
    field.move(by: -1)
    field.move(by: count)

    #expect(field.cursor == cursor)
    #expect(field.text == "abc")
  }

  @Test func `a mark joins the letter before it and goes with it`() {
    var field = TextField("e")
    field.insert("\u{301}")

    #expect(field.characters == ["é"])
    #expect(field.cursor == 1)
    field.deleteBackwards()
    #expect(field.isEmpty)
  }

  @Test(.timeLimit(.minutes(1)))
  func `a text that is too long is refused and the rest untouched`() {
    var field = TextField("note ", maximumLength: 20)
    let before = field

    let refused = [
      field.insert(String(repeating: "x", count: 1_000_000)),
      field.insert("a" + String(repeating: "\u{301}", count: 500_000)),
      field.insert(String(repeating: "x", count: 16)),
    ]
    #expect(refused == [false, false, false])
    #expect(field == before)

    let taken = [field.insert(String(repeating: "x", count: 15)), field.insert("x")]
    field.deleteBackwards()
    let takenAfterDeletion = field.insert("y")
    #expect(taken == [true, false])
    #expect(takenAfterDeletion)
  }

  @Test(arguments: [
    (16, 17, "hand on shoulder", 16, false, false), (0, 8, "hand on ", 0, false, true),
    (16, 8, "lder", 4, true, false), (7, 8, "hand on ", 7, false, true),
    (8, 8, " on shou", 4, true, true), (16, 0, "", 0, true, false),
  ])
  func `the cursor is always in sight`(
    cursor: Int,
    columns: Int,
    text: String,
    column: Int,
    hidesStart: Bool,
    hidesEnd: Bool
  ) {
    var field = TextField("hand on shoulder")
    field.moveToStart()
    field.move(by: cursor)
    let window = field.window(columns: columns)

    #expect(window.text == text)
    #expect(window.cursorColumn == column)
    #expect(window.hidesStart == hidesStart)
    #expect(window.hidesEnd == hidesEnd)
  }

  @Test(.timeLimit(.minutes(1)))
  func `a megabyte is typed into and shown without delay`() {
    var field = TextField(String(repeating: "late ", count: 200_000), maximumLength: 1_100_000)
    for _ in 0..<5 {
      field.insert("é")
      field.move(by: -10_000)
      #expect(Text.width(of: field.window(columns: 80).text) <= 80)
    }
    #expect(field.characters.count == 1_000_005)
  }

  @Test(arguments: 0..<20)
  func `any keys leave a text that a plain string would have`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var field = TextField(maximumLength: 120)
    for _ in 0..<150 {
      let before = String(field.characters[..<field.cursor])
      let after = String(field.characters[field.cursor...])
      switch Int.random(in: 0..<8, using: &generator) {
      case 0: field.move(by: Int.random(in: -5...5, using: &generator))
      case 1: field.deleteBackwards()
      case 2: field.deleteForwards()
      case 3: field.deleteWord()
      default:
        let text = HostileText.random(2, using: &generator)
        let whole = scalars(before + text + after)
        let isTaken = field.insert(text)
        #expect(isTaken == (whole.count <= 120))
        #expect(scalars(field.text) == (isTaken ? whole : scalars(before + after)))
      }
      let columns = Int.random(in: 2...20, using: &generator)
      let window = field.window(columns: columns)
      #expect((0...field.characters.count).contains(field.cursor))
      #expect(scalars(field.text).count <= 120)
      #expect(Text.width(of: window.text) <= columns)
      #expect((0..<columns).contains(window.cursorColumn))
    }
  }

  private func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }
}
