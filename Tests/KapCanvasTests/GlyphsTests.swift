import KapCanvas
import Testing

struct GlyphsTests {
  @Test func `a sign that is not one column wide gets its twin, and only that`() {
    let glyphs = Glyphs { "·•◆“".contains($0) ? 2 : 1 }

    #expect(glyphs[.vitals] == "o")
    #expect(glyphs[.pin] == "*")
    #expect(glyphs[.separator] == "|")
    #expect(glyphs[.openQuote] == "\"")
    #expect(glyphs[.closeQuote] == "”")
    #expect(glyphs[.dose] == "▼")
    #expect(glyphs.showsUnicode)
  }

  @Test func `the twins are ASCII and every sign is one column wide`() {
    for glyph in Glyph.allCases {
      #expect(glyph.ascii.isASCII && Text.width(of: glyph.ascii) == 1)
      #expect(Text.width(of: glyph.unicode) == 1)
      #expect(Glyphs.unicode[glyph] == glyph.unicode)
      #expect(Glyphs.ascii[glyph] == glyph.ascii)
    }
    #expect(!Glyphs.ascii.showsUnicode)
  }

  @Test func `a theme's sign is drawn where it fits`() {
    let glyphs = Glyphs(overriding: [.pin: "★", .dose: "💊", .gap: "\u{1B}"]) { _ in 1 }

    #expect(glyphs[.pin] == "★")
    #expect(glyphs[.dose] == "▼")
    #expect(glyphs[.gap] == "░")
    #expect(Glyphs(overriding: [.pin: "★"]) { $0.isASCII ? 1 : 2 }[.pin] == "*")
  }

  @Test func `quotes and dashes of a text are shown by their twins too`() {
    var canvas = Canvas(size: Size(rows: 1, columns: 14), glyphs: Glyphs { $0.isASCII ? 1 : 0 })
    canvas.write("“it’s” – 36.8°", row: 0, column: 0, as: .text)

    #expect(canvas.text == ["\"it's\" - 36.8o"])
  }
}

struct KeyTests {
  @Test(arguments: [
    (Key.character(" "), "Space"), (.character("v"), "v"), (.enter, "Enter"), (.left, "←"),
    (.control("c"), "Ctrl-C"), (.backTab, "Shift-Tab"), (.character("\u{1B}"), "\u{FFFD}"),
  ])
  func `a key has the name that help uses`(key: Key, name: String) {
    #expect(key.name == name)
  }
}
