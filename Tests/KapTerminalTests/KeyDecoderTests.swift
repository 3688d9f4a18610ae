import KapCanvas
import Testing

@testable import KapTerminal

/// Bytes that arrive together, at a time.
struct Arrival: Sendable {
  let time: Int
  let bytes: [UInt8]

  init(_ text: String, at time: Int = 0) {
    (self.time, bytes) = (time, Array(text.utf8))
  }
}

/// Returns the keys of arrivals, with deadlines kept as the loop keeps them.
func keys(_ arrivals: [Arrival], until end: Int = 100_000) -> [Key] {
  var decoder = KeyDecoder()
  var keys: [Key] = []
  func elapse(to time: Int) {
    while let deadline = decoder.nextDeadline, deadline <= time {
      keys += decoder.elapse(to: deadline)
    }
  }
  for arrival in arrivals {
    elapse(to: arrival.time)
    keys += decoder.feed(arrival.bytes, at: arrival.time)
  }
  elapse(to: end)
  return keys
}

struct KeyDecoderTests {
  @Test(arguments: [
    ("a", [Key.character("a")]),
    ("ä€", [.character("ä"), .character("€")]), ("🙂", [.character("🙂")]),
    ("e\u{301}", [.character("e\u{301}")]),
    (" ", [.character(" ")]),
    ("\r", [.enter]), ("\n", [.enter]), ("\r\n", [.enter]), ("\r\r", [.enter, .enter]),
    ("\n\n", [.enter, .enter]), ("\r\n\n", [.enter, .enter]),
    ("\t", [.tab]), ("\u{8}\u{7F}", [.backspace, .backspace]),
    ("\u{1}\u{3}\u{1A}", [.control("a"), .control("c"), .control("z")]),
    ("\u{0}", [.unknown]), ("\u{1C}", [.unknown]),
    ("\u{1B}\r", [.alternateEnter]), ("\u{1B}\n", [.alternateEnter]),
    ("\u{1B}\r\n", [.alternateEnter]),
    ("\u{1B}", [.escape]), ("\u{1B}\u{1B}", [.escape, .escape]),
    ("\u{1B} ", [.escape, .character(" ")]), ("\u{1B}n", [.escape, .character("n")]),
    ("\u{1B}[A\u{1B}[B\u{1B}[C\u{1B}[D", [.up, .down, .right, .left]),
    ("\u{1B}OA\u{1B}OB\u{1B}OC\u{1B}OD", [.up, .down, .right, .left]),
    ("\u{1B}[1;2A\u{1B}[1;5C\u{1B}O5D", [.up, .right, .left]),
    ("\u{1B}[H\u{1B}[F\u{1B}OH\u{1B}OF", [.home, .end, .home, .end]),
    ("\u{1B}[1~\u{1B}[4~\u{1B}[7~\u{1B}[8~", [.home, .end, .home, .end]),
    ("\u{1B}[3~\u{1B}[5~\u{1B}[6~", [.delete, .pageUp, .pageDown]),
    ("\u{1B}[3;5~", [.delete]),
    ("\u{1B}[Z", [.backTab]),
    ("\u{1B}OP\u{1B}[11~\u{1B}[15~", [.function(1), .function(1), .function(5)]),
    ("\u{1B}[20~\u{1B}[20;2~\u{1B}[24~", [.function(9), .function(9), .function(12)]),
    (
      "\u{1B}OM\u{1B}Ok\u{1B}Op\u{1B}Oy",
      [.enter, .character("+"), .character("0"), .character("9")]
    ),
    ("\u{1B}[27;3;13~", [.alternateEnter]), ("\u{1B}[13;3u", [.alternateEnter]),
    ("\u{1B}[97;5u", [.control("a")]), ("\u{1B}[27u", [.escape]), ("\u{1B}[9;2u", [.backTab]),
    ("\u{1B}[228u", [.character("ä")]),
    ("\u{1B}[155u\u{1B}[99999999999999999999u", [.unknown, .unknown]),
  ])
  func `bytes of a key give that key`(text: String, expected: [Key]) {
    #expect(keys([Arrival(text)]) == expected)
  }

  @Test(arguments: [
    "\u{1B}[I", "\u{1B}[O",  // focus
    "\u{1B}[?64;1;2c", "\u{1B}[>41;354;0c", "\u{1B}[24;80R", "\u{1B}[0n", "\u{1B}[?2026;2$y",
    "\u{1B}[<0;10;20M", "\u{1B}[<0;10;20m", "\u{1B}[M !!", "\u{1B}[32;10;20M",
    "\u{1B}]11;rgb:0000/0000/0000\u{7}", "\u{1B}]10;rgb:ffff/ffff/ffff\u{1B}\\",
    "\u{1B}P1+r544e=787465726D\u{1B}\\", "\u{1B}_Gi=1;OK\u{1B}\\", "\u{1B}[201~",
  ])
  func `what a terminal says of itself is swallowed whole`(text: String) {
    #expect(keys([Arrival(text + "x")]) == [.character("x")])
  }

  @Test(arguments: ["\u{1B}OE", "\u{1B}[16~", "\u{1B}[[A", "\u{1B}[1;5P", "\u{1B}[2~", "\u{1B}[E"])
  func `keys without a meaning run nothing`(text: String) {
    let pressed = keys([Arrival(text + "x")])

    #expect(pressed.last == .character("x"))
    #expect(pressed.dropLast().allSatisfy { $0 == .unknown })
  }

  @Test func `a lone Esc is certain after 50 ms and not before`() {
    var decoder = KeyDecoder()

    #expect(decoder.feed([0x1B], at: 1_000).isEmpty)
    #expect(decoder.nextDeadline == 1_050)
    #expect(decoder.elapse(to: 1_049).isEmpty)
    #expect(decoder.elapse(to: 1_050) == [.escape])
    #expect(decoder.nextDeadline == nil)
  }

  @Test(arguments: [("[", "A"), ("O", "A"), ("[", "5~"), ("[", "1;2B")])
  func `an arrow key torn by a slow line is an Esc and no jump`(head: String, tail: String) {
    #expect(
      keys([Arrival("\u{1B}"), Arrival(head, at: 200), Arrival(tail + "n", at: 250)])
        == [.escape, .character("n")]
    )
  }

  @Test(arguments: ["[", "O"])
  func `the same letters 301 ms after Esc are themselves`(letter: Character) {
    #expect(
      keys([Arrival("\u{1B}"), Arrival(String(letter), at: 301)])
        == [.escape, .character(letter)]
    )
  }

  @Test func `another key after Esc ends the watch for a torn arrow`() {
    #expect(
      keys([Arrival("\u{1B}"), Arrival("n", at: 100), Arrival("[", at: 150)])
        == [.escape, .character("n"), .character("[")]
    )
  }

  @Test func `a sequence whose end never comes holds nothing up for long`() {
    #expect(
      keys([Arrival("\u{1B}[1;"), Arrival("n", at: 301)]) == [.unknown, .character("n")]
    )
    #expect(keys([Arrival("\u{1B}]11"), Arrival("n", at: 101)]) == [.character("n")])
    #expect(keys([Arrival("\u{1B}]11"), Arrival("\r", at: 50)]) == [.enter])
    #expect(keys([Arrival("\u{1B}[M!"), Arrival("n", at: 301)]) == [.character("n")])
  }

  @Test func `a character torn between two reads is whole, and one never ended is replaced`() {
    #expect(
      keys([Arrival(""), .init(bytes: [0xE2, 0x82]), .init(bytes: [0xAC], at: 200)]) == [
        .character("€")
      ]
    )
    #expect(
      keys([.init(bytes: [0xE2, 0x82]), Arrival("n", at: 400)]) == [
        .character("\u{FFFD}"), .character("n"),
      ]
    )
    #expect(keys([.init(bytes: [0xFF, 0x61])]) == [.character("\u{FFFD}"), .character("a")])
    #expect(keys([.init(bytes: [0xC2, 0x9B])]) == [.unknown])
  }
}

extension Arrival {
  init(bytes: [UInt8], at time: Int = 0) { (self.time, self.bytes) = (time, bytes) }
}
