import KapTestSupport
import KapTimeline
import Testing

struct QuantitiesTests {
  @Test(arguments: [
    (0.0, "0"), (-0.0, "0"), (35, "35"), (36.6, "36.6"), (0.5, "0.5"), (0.005, "0.01"),
    (0.004, "0.004"), (-0.004, "-0.004"), (0.000_5, "0.001"), (0.000_001, "0.000001"),
    (1e-9, "0"), (-1.25, "-1.25"), (1e15, "?"),
    (999_999_999_999_999, "999999999999999"),
    (.nan, "?"), (.infinity, "?"), (-.infinity, "?"), (.leastNonzeroMagnitude, "0"),
  ])
  func `a number is written as people write it`(value: Double, text: String) {
    #expect(plain(value) == text)
  }

  @Test(arguments: [0, 1, 2, 3]) func `what is not nothing does not read as 0`(places: Int) {
    #expect(plain(0.035, places: places) != "0")
    #expect(plain(0.001, places: places) == "0.001")
    #expect(plain(0.04, places: 1) == "0.04")
  }

  @Test(arguments: [(0, "2"), (1, "1.5"), (3, "1.506"), (-4, "2")])
  func `as many decimals as asked for`(places: Int, text: String) {
    #expect(plain(1.5061, places: places) == text)
  }

  @Test(arguments: [1e3, 1e9, 999_999_999_999_999.0, -5e14, 0.1], [4, 9, 17, 300, Int.max])
  func `however many decimals, nothing traps`(value: Double, places: Int) {
    #expect(!plain(value, places: places).isEmpty)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, 1e300, -1e300, 1e10])
  func `what cannot be an amount is none`(milligrams: Double) {
    #expect(Mass(milligrams: milligrams) == nil)
  }

  @Test func `sums of masses stay within a tonne`() {
    let tonne = Mass(nanograms: .max)
    #expect(tonne.nanograms == 1_000_000_000_000_000)
    #expect(tonne + tonne == tonne)
    #expect(Mass(nanograms: .min) - tonne == Mass(nanograms: .min))
    #expect(Mass(milligrams: 0.1)?.nanograms == 100_000)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, -5, 1e300])
  func `a rate is a finite number that is not negative`(rate: Double) {
    let rate = DoseRate(milligramsPerHour: rate)
    #expect(rate.milligramsPerHour.isFinite && rate >= .zero)
    let flow = Mass.flowing(at: rate, for: Span(milliseconds: .max))
    #expect(flow >= .zero)
    #expect(Mass.flowing(at: rate, for: Span(milliseconds: .min)) <= .zero)
  }

  @Test(arguments: [
    ("Ana Reyes", "AR"), ("jb", "JB"), ("ana", "ANA"), ("dr-l", "DL"), ("Dr. Lee", "DL"),
    ("dr", "DR"), ("drx b", "DB"), ("a 2c 3 d", "A23"), ("", "--"), ("  ", "--"), ("--", "--"),
    ("a b c d", "ABC"), ("é", "É"),
    ("Örs Ünal", "ÖÜ"), ("MK2", "MK2"), ("李 明", "李明"),
  ])
  func `a person's initials`(name: String, expected: String) {
    #expect(initials(of: name) == expected)
  }

  @Test(arguments: [
    (["jb", "ar"], ["jb": "JB", "ar": "AR"]),
    (["Ana Reyes", "Al Ross"], ["Ana Reyes": "ARE", "Al Ross": "ARO"]),
    (["Ana Reyes", "Al Reed"], ["Ana Reyes": "ANR", "Al Reed": "ALR"]),
    (["anna", "anne"], ["anna": "ANA", "anne": "ANE"]),
    (["dr-l", "Dr Lee"], ["dr-l": "DL", "Dr Lee": "DLE"]),
    (["a b", "a-b"], ["a b": "AB1", "a-b": "AB2"]),
    (["jb", "JB"], ["jb": "JB", "JB": "JB"]), ([], [:]),
  ])
  func `people with the same initials are told apart`(names: [String], told: [String: String]) {
    #expect(initials(telling: names) == told)
    #expect(initials(telling: names.reversed()) == told)
  }

  @Test func `a doctor is called one in a sentence`() {
    #expect(callName(of: "dr-l") == "Dr L" && callName(of: "Dr. Lee") == "Dr Lee")
    #expect(callName(of: "jb") == "JB" && callName(of: "Dr Lang") != callName(of: "Dr Long"))
    #expect(callName(of: "Mary Kay") == "Mary Kay")
  }

  @Test func `a flood of combining marks stays short`() {
    let flood = "a" + String(repeating: "\u{301}", count: 10_000)
    #expect(initials(of: flood).unicodeScalars.count <= 6)
    #expect(initials(of: "\(flood) \(flood) \(flood)").unicodeScalars.count <= 6)
  }

  @Test func `identities read back, and nothing else is one`() throws {
    var generator = SeededGenerator(seed: 4)
    let session = SessionID(using: &generator)
    #expect(SessionID(session.text) == session)
    let writer = WriterID(using: &generator)
    #expect(WriterID(writer.text) == writer)
    let event = EventID(writer: writer, sequence: 12)
    #expect(EventID(event.text) == event)
    for text in [
      "", "-", "\(writer.text)-", "\(writer.text)-0", "\(writer.text)-01", "\(writer.text)-+1",
      "\(writer.text)--1", "\(writer.text)-1-1", "\(writer.text)-99999999999999999999",
      "\(writer.text) 1",
      "iiiiiiii-1", "ABCDEFGH-1", "12345é7-1",
    ] {
      #expect(EventID(text) == nil, "\(text)")
    }
    #expect(SessionID(session.text + "0") == nil)
    #expect(SessionID(String(repeating: "é", count: 8)) == nil)
  }
}
