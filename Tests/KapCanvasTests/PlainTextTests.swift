@testable import KapCanvas
import KapTestSupport
import Testing

/// Plain text takes a short way; here it is held to the long one.
struct PlainTextTests {
  @Test func `a plain scalar is drawn as it is in one column`() {
    let plain = (0...0x10FFFF).compactMap { Unicode.Scalar($0) }.filter(PlainScalars.isPlain)

    #expect(plain.count > 1_000)
    for scalar in plain {
      var pieces: [(Character, Int)] = []
      Text.show(Character(scalar)) { pieces.append(($0, $1)) }
      #expect(pieces.count == 1 && pieces[0].0.unicodeScalars.elementsEqual([scalar]))
      #expect(pieces[0].1 == 1)
      #expect(scalar.value < 0x10000)
    }
  }

  @Test(arguments: 0..<10)
  func `plain scalars never join`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let plain = (0...0xFFFF).compactMap { Unicode.Scalar($0) }.filter(PlainScalars.isPlain)
    for _ in 0..<20 {
      let scalars = plain.shuffled(using: &generator)
      #expect(String(String.UnicodeScalarView(scalars)).count == scalars.count)
    }
  }

  @Test(arguments: [
    ("plain", 5), ("e\u{301}", 0), ("ae\u{301}", 1), ("• dose ▼ 漢", 12), ("a\r\n", 0), ("", 0),
    ("é─", 5), ("ab👍🏽", 1), ("©\u{FE0F}", 0), ("ab\u{600}c", 1),
  ])
  func `the plain beginning ends before what may join it`(text: String, length: Int) {
    var scalars = PlainScalars(text)
    let isPlain = scalars.readAll()

    #expect(scalars.length == length)
    #expect(isPlain == (length == text.utf8.count))
  }

  @Test(arguments: 0..<40)
  func `a text is treated alike whatever its type`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      let text = words(using: &generator)
      let columns = Int.random(in: 0...30, using: &generator)
      // Too long for the short way, were it not cut.
      let long = text + String(repeating: " ", count: 5_000)

      #expect(Text.width(of: text) == text.reduce(0) { $0 + Text.width(of: $1) })
      #expect(scalars(Text.sanitized(text)) == text.flatMap { scalars(Text.sanitized("\($0)")) })
      #expect(Text.clipped(long, to: columns) == Text.clipped(long[...], to: columns))
      for limit in [1, 3, 400] {
        #expect(
          Text.wrapped(long, to: columns, limit: limit)
            == Text.wrapped(long[...], to: columns, limit: limit)
        )
      }
      #expect(row(long, columns) == row(long[...], columns))
    }
  }

  @Test(arguments: [
    (-10, 4, -6), (-10, 12, -5), (-2, 0, -2), (-9, nil, -4), (-3, nil, 2), (0, nil, 5), (4, 3, 7),
    (22, nil, 24), (30, nil, 30), (.min, nil, .min + 5),
  ])
  func `the column after a text is the same for every way of writing it`(
    column: Int,
    limit: Int?,
    next: Int
  ) {
    var canvas = Canvas(size: Size(rows: 1, columns: 24))
    for text in ["plain", "pl─in", "plai\u{300}n"] {
      canvas.write("漢字漢字漢字漢字漢字漢字", row: 0, column: 0, as: .text)
      let end = canvas.write(text, row: 0, column: column, as: .note, limit: limit)

      #expect(end == next)
      #expect(isWellFormed(canvas))
    }
  }

  private func row(_ text: some StringProtocol, _ column: Int) -> [String] {
    var canvas = Canvas(size: Size(rows: 1, columns: 24))
    canvas.write(text, row: 0, column: column - 10, as: .text, limit: 30)
    return canvas.text
  }

  private func row(_ text: String, _ column: Int) -> [String] {
    var canvas = Canvas(size: Size(rows: 1, columns: 24))
    canvas.write(text, row: 0, column: column - 10, as: .text, limit: 30)
    return canvas.text
  }

  private func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }

  /// Words of which most are plain.
  private func words(using generator: inout SeededGenerator) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...8, using: &generator) {
      let plain = ["calm", " ", "  ", "frightened, ", "· ", "“quote” ", "─", "é", "BP 172/104 "]
      text +=
        Int.random(in: 0..<12, using: &generator) > 0
        ? plain.randomElement(using: &generator) ?? "" : HostileText.random(1, using: &generator)
    }
    return text
  }
}
