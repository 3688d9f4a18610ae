import KapSettings
import KapTestSupport
import Testing

/// Nothing that a file says may stop the program: each of these either loads or is refused.
struct HostileFileTests {
  private func read(_ bytes: [UInt8]) {
    _ = try? ProtocolLibrary().protocol(reading: bytes, named: "x.yaml")
    _ = try? ThemeLibrary().theme(reading: bytes, named: "x.yaml")
    _ = try? Settings(reading: bytes, named: "x.yaml")
  }

  private func isRefused(_ text: String) -> Bool {
    (try? ProtocolLibrary().protocol(reading: Array(text.utf8), named: "x.yaml")) == nil
  }

  @Test(arguments: 0..<40)
  func `random bytes`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 0..<400, using: &random)
    read((0..<count).map { _ in UInt8.random(in: 0...255, using: &random) })
  }

  @Test(arguments: 0..<40)
  func `random YAML`(seed: Int) {
    let pieces = [
      "name", "inherits", "iv-infusion", "dark", ":", " ", "\n", "\n  ", "\n    ", "- ", "[", "]",
      "{", "}", ",", "\"", "'", "|", ">", "?", "&a", "*a", "!!set", "!x", "#", "%YAML", "---",
      "...", "~", "-15", "1e999", "\u{FEFF}", "\u{2028}", "\u{85}", "\r", "\t", "é", "styles",
      "limits", "source", "<<",
    ]
    var random = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 1..<120, using: &random)
    let text = (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }
    read(Array(text.joined().utf8))
  }

  @Test(arguments: 0..<60)
  func `a good file with some bytes changed`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var bytes = Array(
      """
      name: ours
      inherits: iv-infusion
      version: "2"
      phases:
        peak: { from: 12, to: 40, source: ours }
      limits:
        systolic-high:
          { rule: blood-pressure, sign: systolic, atLeast: 150, urgency: notice, source: ours }
      scales:
        sud: { aliases: [s], label: SUD, from: 0, to: 10, meanings: { 0: none }, source: ours }
      strip:
        - { phases: [peak], items: { calming: Calm } }
      codes:
        z: { name: bells, group: music, lasts: true }
      """.utf8
    )
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: place)
      default:
        bytes.insert(Array(" \n:,{}[]-&*?\"'".utf8).randomElement(using: &random) ?? 0, at: place)
      }
    }
    read(bytes)
  }

  @Test func `aliases cannot grow without end`() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<12 {
      let inner = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(inner)]\n"
    }
    #expect(isRefused(text))
    #expect(isRefused(text + "? *a11\n: 1\n"))
    #expect(isRefused("# a comment\r" + text.replacing("\n", with: "\r")))
  }

  @Test(arguments: [
    String(repeating: "[", count: 900),
    String(repeating: "[", count: 200_000),
    String(repeating: "{a: ", count: 900) + String(repeating: "}", count: 900),
    String(repeating: "- ", count: 950) + "x",
    String(repeating: "- ", count: 100_000) + "x",
    String(repeating: "? ", count: 950) + "x",
    String(repeating: "[", count: 950) + String(repeating: "]", count: 950),
    String(repeating: "? [", count: 400) + String(repeating: "]", count: 400),
    (0..<300).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
  ])
  func `nesting has an end`(text: String) {
    #expect(isRefused(text))
    read(Array(text.utf8))
  }

  @Test(arguments: [
    String(repeating: "a", count: 300_000),
    (0..<30_000).map { "k\($0): 1\n" }.joined(),
    "name: " + String(repeating: "x", count: 100_000),
    "name: \"" + String(repeating: "\\n", count: 50_000) + "\"",
  ])
  func `a file has an end`(text: String) {
    #expect(isRefused(text))
    read(Array(text.utf8))
  }
}
