import KapCanvas
import KapTestSupport
import Testing

@testable import KapTerminal

struct PasteTests {
  private static let begin = "\u{1B}[200~"
  private static let end = "\u{1B}[201~"

  @Test func `a marked paste is one text, whatever is in it`() {
    let pasted = "p\rv 120/80\r\nq\u{3}\u{1B}[A\u{1B}[20x\ttab\u{9B}\u{85}"

    #expect(
      keys([Arrival("a" + Self.begin + pasted + Self.end + "b")])
        == [.character("a"), .paste("p\nv 120/80\nq[A[20x\ttab"), .character("b")]
    )
  }

  @Test func `an empty paste is nothing`() {
    #expect(keys([Arrival(Self.begin + Self.end)]).isEmpty)
  }

  @Test func `a marked paste torn anywhere is the same text`() {
    let whole = Array((Self.begin + "jb: “hand” \u{1B}[201 on\r" + Self.end + "n").utf8)
    for cut in 0...whole.count {
      let torn = [
        Arrival(bytes: Array(whole[..<cut])), Arrival(bytes: Array(whole[cut...]), at: 40),
      ]

      #expect(keys(torn) == [.paste("jb: “hand” [201 on\n"), .character("n")], "cut at \(cut)")
    }
  }

  @Test func `a marked paste without an end ends after a pause`() {
    var decoder = KeyDecoder()

    #expect(decoder.feed(Array((Self.begin + "hand").utf8), at: 0).isEmpty)
    #expect(decoder.feed(Array("n".utf8), at: 900).isEmpty)
    #expect(decoder.elapse(to: 1_899).isEmpty)
    #expect(decoder.elapse(to: 1_900) == [.paste("handn")])
    #expect(decoder.feed(Array("n".utf8), at: 1_901) == [.character("n")])
  }

  @Test func `a paste is bounded`() {
    let flood = [UInt8](repeating: 0x61, count: 3 * KeyDecoder.pasteLimit)
    let pressed = keys([
      Arrival(Self.begin), Arrival(bytes: flood), Arrival(Self.end + "n"),
    ])

    #expect(
      pressed == [.paste(String(repeating: "a", count: KeyDecoder.pasteLimit)), .character("n")]
    )
  }

  @Test(arguments: [
    ("12345678", "12345678"), ("hand on\rshoulder\n", "hand on\nshoulder\n"),
    ("ää ää ä", "ää ää ä"),
  ])
  func `eight printable bytes in one read are a paste`(text: String, pasted: String) {
    #expect(keys([Arrival(text)]) == [.paste(pasted)])
  }

  @Test func `seven are keys`() {
    #expect(keys([Arrival("1234567")]) == "1234567".map { .character($0) })
  }

  @Test func `the end of a long paste without marks is no key either`() {
    #expect(
      keys([Arrival("hand on\rthe "), Arrival("q\r", at: 30), Arrival("n", at: 100)])
        == [.paste("hand on\nthe q\n"), .character("n")]
    )
  }

  @Test func `a key held while nobody read is that key many times`() {
    #expect(keys([Arrival(String(repeating: "j", count: 500))]).count == 500)
    #expect(keys([Arrival(String(repeating: "\u{1B}[B", count: 500))]).count == 500)
  }

  @Test func `a burst of one line keeps its Enter as a key, a page does not`() {
    var decoder = KeyDecoder()
    _ = decoder.feed(Array("164/98 88 97 14".utf8), at: 0)
    _ = decoder.feed([0x0D], at: 10)
    #expect(decoder.elapse(to: 200) == [.paste("164/98 88 97 14"), .enter])

    _ = decoder.feed(Array("first line\rsecond line\r".utf8), at: 300)
    #expect(decoder.elapse(to: 500) == [.paste("first line\nsecond line\n")])
  }

  @Test func `a burst with an Esc in it is keys`() {
    #expect(keys([Arrival("123456789\u{1B}[A")]).last == .up)
    #expect(keys([Arrival("123456789\u{1B}[A")]).count == 10)
  }
}

/// What holds for all bytes, tried with thousands of them.
struct KeyDecoderPropertyTests {
  private static let pieces: [[UInt8]] = [
    "a", "[", "O", "q", " ", "\r", "\t", "\u{1B}", "\u{1B}[", "\u{1B}O", "\u{1B}]", "\u{1B}P",
    "\u{1B}[A", "\u{1B}[1;", "~", "\u{1B}[200~", "\u{1B}[201~", "\u{7}", "\u{1B}\\", "\u{18}",
    "\u{1B}[M", "\u{1B}[[", "5", ";", "ä", "漢字", "🙂", "\u{0}", "\u{7F}", "bp 128/82 hr 74",
  ].map { Array($0.utf8) }

  private static func bytes(_ generator: inout SeededGenerator) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0...30, using: &generator) {
      bytes +=
        Int.random(in: 0..<5, using: &generator) == 0
        ? [UInt8.random(in: .min ... .max, using: &generator)]
        : pieces.randomElement(using: &generator) ?? []
    }
    return bytes
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `no bytes trap, and every decoder comes to rest`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<250 {
      var decoder = KeyDecoder()
      var now = 0
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        _ = decoder.feed(Self.bytes(&generator), at: now)
        now += Int.random(in: 0...400, using: &generator)
      }
      var rounds = 0
      while let deadline = decoder.nextDeadline, rounds < 4 {
        _ = decoder.elapse(to: max(deadline, now))
        rounds += 1
      }

      #expect(decoder.nextDeadline == nil, "seed \(seed)")
      #expect(decoder.feed([0x6E], at: now + 10_000) == [.character("n")], "seed \(seed)")
    }
  }

  /// Keys and text that no split may change; text is compared joined, since marks over a letter
  /// cannot wait for more.
  private static func told(_ keys: [Key]) -> [String] {
    var told: [String] = []
    var text = ""
    for key in keys {
      if case .character(let character) = key {
        text.append(character)
      } else {
        told += [text, "\(key)"]
        text = ""
      }
    }
    return told + [text]
  }

  @Test(arguments: 100..<140 as Range<UInt64>)
  func `however bytes are split, the keys are the same`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      // An Esc in front keeps what is typed from being taken for a paste when it comes at once.
      let bytes = [0x1B, 0x5B, 0x41] + Self.bytes(&generator)
      var split: [Arrival] = []
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Int.random(in: 1...rest.count, using: &generator)
        let piece = Array(rest.prefix(min(count, 7)))
        split.append(Arrival(bytes: piece))
        rest = rest.dropFirst(piece.count)
      }

      #expect(
        Self.told(keys(split)) == Self.told(keys([Arrival(bytes: bytes)])),
        "seed \(seed): \(bytes)"
      )
    }
  }
}
