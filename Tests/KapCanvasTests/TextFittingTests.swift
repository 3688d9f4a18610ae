import KapCanvas
import KapTestSupport
import Testing

struct TextFittingTests {
  @Test(arguments: [
    ("calm", 10, "calm"), ("calm", 4, "calm"), ("calmer", 4, "cal…"), ("calm", 1, "…"),
    ("calm", 0, ""), ("calm", -3, ""), ("漢字漢", 6, "漢字漢"), ("漢字漢", 5, "漢字…"),
    ("漢字漢", 4, "漢…"), ("漢字", 1, "…"), ("a\u{1B}bc", 3, "a\u{FFFD}…"), ("क्षि", 2, "…"), ("", 3, ""),
  ])
  func `a text too long ends in an ellipsis`(text: String, columns: Int, clipped: String) {
    #expect(Text.clipped(text, to: columns) == clipped)
  }

  @Test(arguments: [
    (80, "Calm: slower music · Touch: hand · Stop: palm"),
    (45, "Calm: slower music · Touch: hand · Stop: palm"),
    (44, "Calm: slower music · Touch: hand"), (32, "Calm: slower music · Touch: hand"),
    (31, "Calm: slower music"), (18, "Calm: slower music"), (17, "Calm: slower…"), (0, ""),
  ])
  func `a strip is cut at a whole item`(columns: Int, clipped: String) {
    let strip = "Calm: slower music · Touch: hand · Stop: palm"

    #expect(Text.clippedAtItem(strip, to: columns) == clipped)
  }

  @Test(
    arguments: [
      (40, "BP, weight, escort phone, pulse ox"), (33, "BP, weight, escort phone +1 more"),
      (25, "BP, weight +2 more"), (9, "… +3 more"), (10, "BP +3 more"), (2, "BP"), (0, ""),
    ]
  )
  func `of a list the rest is counted`(columns: Int, counted: String) {
    let items = ["BP", "weight", "escort phone", "pulse ox"]
    #expect(Text.counted(items, separator: ", ", to: columns) == counted)
  }

  @Test(
    arguments: [
      (66, 0), (60, 1), (49, 2), (30, 2), (20, 2), (8, 2),
    ]
  )
  func `an item that must stay is never one that is only counted`(columns: Int, more: Int) {
    let items = ["Calm: slower music, a hand", "Touch: hands", "Allergy: penicillin"]
    let text = Text.counted(items, separator: " · ", keeping: 2, to: columns)
    #expect(Text.width(of: text) <= columns)
    #expect(text.contains("Allergy: penicillin") || columns < 28)
    #expect(text.hasSuffix(more == 0 ? "penicillin" : " +\(more) more") || columns < 9)
  }

  @Test func `a text is padded on the side that is asked for`() {
    #expect(Text.padded("HR", to: 5) == "HR   ")
    #expect(Text.alignedRight("98", to: 5) == "   98")
    #expect(Text.centered("now", to: 6) == " now  ")
    #expect(Text.padded("漢", to: 3) == "漢 ")
    #expect(Text.alignedRight("172/104", to: 5) == "172/…")
    #expect(Text.padded("HR", to: -1) == "")
  }

  @Test(arguments: 0..<20)
  func `no fitting exceeds its columns`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let text = HostileText.random(16, using: &generator)
      let columns = Int.random(in: -1...40, using: &generator)
      let clipped = Text.clipped(text, to: columns)

      #expect(Text.width(of: clipped) <= max(columns, 0))
      if Text.width(of: text) <= columns { #expect(clipped == Text.sanitized(text)) }
      #expect(Text.width(of: Text.clippedAtItem(text, to: columns)) <= max(columns, 0))
      #expect(Text.width(of: Text.padded(text, to: columns)) == max(columns, 0))
      #expect(Text.width(of: Text.alignedRight(text, to: columns)) == max(columns, 0))
      #expect(Text.width(of: Text.centered(text, to: columns)) == max(columns, 0))
    }
  }

  @Test(.timeLimit(.minutes(1)), arguments: [80, 2_000, 1_000_000, Int.max])
  func `a megabyte is cut in one pass`(columns: Int) {
    let line = String(repeating: "late · ", count: 150_000)

    #expect(Text.width(of: Text.clipped(line, to: columns)) == min(columns, 1_050_000))
    #expect(Text.width(of: Text.clippedAtItem(line, to: columns)) <= columns)
    #expect(Text.width(of: Text.padded(line, to: columns)) <= columns)
  }
}
