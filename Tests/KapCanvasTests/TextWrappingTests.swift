import KapCanvas
import KapTestSupport
import Testing

struct TextWrappingTests {
  @Test(arguments: [
    ("silence, tears, breath slow", 12, ["silence,", "tears,", "breath slow"]),
    ("a  b", 10, ["a  b"]), ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
    ("to abcdefghij", 4, ["to", "abcd", "efgh", "ij"]),
    ("one\ntwo\n\nfour", 10, ["one", "two", "", "four"]), ("one\r\ntwo", 10, ["one", "two"]),
    ("  step", 10, ["  step"]), ("漢字漢字", 5, ["漢字", "漢字"]), ("ab漢字", 5, ["ab漢", "字"]),
    ("漢", 1, ["\u{FFFD}"]), ("", 5, [""]), ("   ", 2, [""]), ("abcd efgh", 4, ["abcd", "efgh"]),
    ("      a", 4, ["a"]), ("a\tb", 5, ["a b"]), ("x\u{1B}[2Jy", 3, ["x\u{FFFD}[", "2Jy"]),
    ("word", 0, []), ("word", -1, []),
  ])
  func `a text is broken at words`(text: String, columns: Int, lines: [String]) {
    #expect(Text.wrapped(text, to: columns) == lines)
  }

  @Test func `no more lines are made than are asked for`() {
    #expect(Text.wrapped("a b c d", to: 1, limit: 2) == ["a", "b"])
    #expect(Text.wrapped("a b", to: 1, limit: 0) == [])
  }

  @Test(arguments: 0..<20)
  func `lines fit and nothing but spaces is lost`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let text = HostileText.random(20, using: &generator)
      let columns = Int.random(in: 2...30, using: &generator)
      let lines = Text.wrapped(text, to: columns)

      #expect(lines.allSatisfy { Text.width(of: $0) <= columns })
      #expect(scalars(lines.joined()) == scalars(Text.sanitized(text)))
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `a megabyte is wrapped in one pass, and no more than is needed is read`() {
    let word = String(repeating: "x", count: 1_000_000)
    let words = String(repeating: "late ", count: 200_000)

    #expect(Text.wrapped(word, to: 80).count == 12_500)
    #expect(Text.wrapped(words, to: 79).count == 12_500)
    for _ in 0..<1_000 { #expect(Text.wrapped(words, to: 80, limit: 3).count == 3) }
  }

  private func scalars(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { $0 != " " }
  }
}
