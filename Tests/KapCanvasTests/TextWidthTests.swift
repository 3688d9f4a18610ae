import KapCanvas
import KapTestSupport
import Testing

struct TextWidthTests {
  @Test(arguments: [
    ("a", 1), ("é", 1), ("e\u{301}", 1), ("漢", 2), ("ｱ", 1), ("Ａ", 2), ("한", 2),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("🙂", 2), ("▼", 1), ("─", 1), ("“", 1), ("\u{3000}", 2),
    ("का", 2), ("क्षि", 3), ("สำ", 2), ("½", 1), ("\u{301}", 1), ("\u{200B}", 1), ("\t", 1),
    ("\u{1B}", 1), ("\r\n", 1), ("", 0),
  ])
  func `a text takes the columns that terminals give it`(text: String, columns: Int) {
    #expect(Text.width(of: text) == columns)
  }

  @Test(arguments: [
    ("👩\u{200D}💻", "👩"), ("👍🏽", "👍"), ("❤\u{FE0F}", "❤"), ("🙂", "🙂"), ("✌🏿", "✌"),
    ("👨\u{200D}👩\u{200D}👧", "👨"), ("\u{1F3F4}\u{E0067}\u{E0062}\u{E007F}", "\u{1F3F4}"),
    ("🇩🇪", "\u{FFFD}"), ("🇩", "\u{FFFD}"), ("\u{1F3FD}", "\u{FFFD}"),
    ("1\u{FE0F}\u{20E3}", "1\u{20E3}"),
  ])
  func `an emoji sequence is shown by its first scalar`(text: String, shown: String) {
    #expect(Array(Text.sanitized(text).unicodeScalars) == Array(shown.unicodeScalars))
  }

  @Test(arguments: [
    ("\u{1B}[31mred", "\u{FFFD}[31mred"), ("a\u{9B}b", "a\u{FFFD}b"),
    ("a\u{0}b\u{7F}", "a\u{FFFD}b\u{FFFD}"), ("10\u{202E}57", "10\u{FFFD}57"),
    ("\u{2066}x\u{2069}", "\u{FFFD}x\u{FFFD}"), ("a\u{200B}b", "a·b"), ("\u{FEFF}a", "·a"),
    ("a\u{AD}b", "a·b"), ("\u{3164}", "·"), ("a\tb\nc\r\nd\u{2028}e", "a b c d e"),
    ("\u{301}a", "·a"), ("a\u{FE0F}b", "ab"), ("\u{E000}\u{378}", "\u{FFFD}\u{FFFD}"),
    ("می\u{200C}خواهم", "می·خواهم"), ("plain 172/104", "plain 172/104"),
  ])
  func `what could hide or command is made visible`(text: String, shown: String) {
    #expect(Array(Text.sanitized(text).unicodeScalars) == Array(shown.unicodeScalars))
  }

  @Test func `of a flood of marks the first four stay`() {
    let flood = "o" + String(repeating: "\u{30A}", count: 1_000)

    #expect(Text.sanitized(flood).unicodeScalars.count == 5)
    #expect(Text.width(of: flood) == 1)
  }

  @Test(arguments: 0..<20)
  func `a sanitized text holds nothing that is not drawn`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let text = HostileText.random(12, using: &generator)
      let shown = Text.sanitized(text)

      #expect(Text.width(of: shown) == Text.width(of: text))
      #expect(Array(Text.sanitized(shown).unicodeScalars) == Array(shown.unicodeScalars))
      #expect(shown.unicodeScalars.allSatisfy(isDrawn))
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `a megabyte is measured and sanitized in one pass`() {
    let size = 1_000_000
    let marks = "a" + String(repeating: "\u{301}", count: size / 2)
    let escapes = String(repeating: "\u{1B}", count: size)
    let spacing = "\u{915}" + String(repeating: "\u{903}", count: size / 3)

    #expect(Text.width(of: marks) == 1)
    #expect(Text.sanitized(escapes).unicodeScalars.count == size)
    #expect(Text.width(of: spacing) == size / 3 + 1)
    #expect(Text.width(of: String(repeating: "é", count: size / 2)) == size / 2)
  }

  private func isDrawn(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .lineSeparator, .paragraphSeparator: false
    default: true
    }
  }
}
