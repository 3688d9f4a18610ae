import Foundation
import KapEntry
import KapTestSupport
import KapTimeline
import Testing

struct FuzzTests {
  /// Whether an error lies within its line and can be shown.
  private func isSound(_ error: EntryError, in line: String) -> Bool {
    let count = line.count
    return error.column >= 0 && error.length >= 0 && error.column + error.length <= count
      && !error.message.isEmpty && !error.remedy.isEmpty
      && error.message.unicodeScalars.count < 300
      && !error.message.unicodeScalars.contains { $0.value < 0x20 }
      && !error.remedy.unicodeScalars.contains { $0.value < 0x20 }
  }

  private func tryAll(_ line: String, in context: EntryContext, as verb: Verb? = nil) {
    switch reading(line, as: verb, in: context) {
    case .failure(let error): #expect(isSound(error, in: line), "\(line) \(error)")
    case .success(let command):
      if let sentence = try? Entry.parse(line, as: verb, in: context) {
        #expect(!Entry.echo(sentence, in: context).isEmpty)
      }
      if let quoted = Entry.quote(command, in: context) {
        #expect(reading(quoted, in: context) == .success(command), "\(line) → \(quoted)")
      }
    }
  }

  @Test(arguments: 0..<10 as Range<UInt64>) func `random bytes never trap`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var unsound: [String] = []
    for _ in 0..<10_000 {
      let bytes = (0..<Int(generator.next() % 24)).map { _ in
        UInt8(truncatingIfNeeded: generator.next())
      }
      let line = String(decoding: bytes, as: UTF8.self)
      if let error = failure(line), !isSound(error, in: line) { unsound.append(line) }
    }
    #expect(unsound.isEmpty)
  }

  static let pieces: [String] =
    Entry.vocabulary.flatMap(\.forms) + [
      "128/82", "74", "98", "-", "/", ":", "@", "@14:05", "@-3m", "@+12m", "because", "for", "by",
      "a14", "12", "0", "1e9", "NaN", "٣", "１２", "mg", "75mg", "40m", "1h30", "over", "iv", "in",
      "jb:", "jb", "dr", "mild", "end", "start", "“", "”", "\"", "«", "on", "o2", "2l", "air",
      "\u{0}",
      "\u{301}", "\u{200D}", "\u{FEFF}", "\u{A0}", "e\u{301}", "👩‍👩‍👧", ",", ";", ".", "..", "-5", "−5",
      "999999", "0.000001", "read", "back", "as", "peak", "nausea", "guided-imagery", "phq9",
      "diss6",
      "50mg", "10mg/ml", "conc", "lot", "exp", "2027-03", "drawn", "wasted", "witness", "step",
      "step:", "n/a", "no", "yes", "by mistake", "cover", "1=1", "=", "identity", "identity:",
      "consent:", "above", "below", "serious", "related", "probable", "action", "outcome",
      "response", "systolic", "170/105", "readytime:", "95",
      "hr74", "hr:", "=", "%", "°f", "kg", "lb", "mg/h", "\r\n", "\t", "²", "½", "Ⅷ", "ß", "İ",
    ]

  @Test(arguments: 0..<8 as Range<UInt64>) func `words of the language in any order never trap`(
    _ seed: UInt64
  ) {
    var generator = SeededGenerator(seed: 1000 + seed)
    for _ in 0..<1500 {
      var line = ""
      for _ in 0..<Int(generator.next() % 7) {
        line += Self.pieces[Int(generator.next() % UInt64(Self.pieces.count))]
        if generator.next() % 4 != 0 { line += " " }
      }
      let verb =
        generator.next() % 3 == 0 ? Verb.allCases.randomElement(using: &generator) : nil
      tryAll(line, in: generator.next() % 2 == 0 ? Room.live : Room.bare, as: verb)
    }
  }

  @Test(arguments: Verb.allCases) func `every beginning of a sentence is answered`(_ verb: Verb) {
    let example = Array("@14:05 " + verb.example + " because “x")
    for count in 0...example.count {
      let line = String(example.prefix(count))
      tryAll(line, in: Room.live)
      tryAll(line, in: Room.live, as: verb)
      for completion in Entry.completions(of: line, at: count, in: Room.live) {
        #expect(completion.range.upperBound <= count)
      }
    }
  }

  @Test(arguments: [
    "a", " ", "1", "٣", "\u{301}", "\u{0}", "\"", "“", ":", ",", "@", "/", "bp 1/1 ", "because ",
    "hr 74 ", "12/", "\u{200D}", "👩‍👩‍👧", "1h", "a1 ", "-", "diss 6 ", "by for ", "read back ",
  ]) func `a megabyte of anything is refused at once, and the bound is read in time`(
    _ piece: String
  ) {
    let megabyte = String(repeating: piece, count: (1 << 20) / piece.utf8.count)
    #expect(failure(megabyte)?.problem == .tooLong)
    let full = String(repeating: piece, count: (Entry.longestLine - 20) / piece.utf8.count)
    if let error = failure(full) { #expect(isSound(error, in: full)) }
    let page = String(repeating: piece, count: 2000 / piece.utf8.count)
    for verb in Verb.allCases {
      if let error = failure(page, as: verb) { #expect(isSound(error, in: page)) }
    }
  }

  @Test(arguments: Verb.allCases) func `the work grows with the length and nothing else`(
    _ verb: Verb
  ) {
    /// The least this thread has worked on the line: what others do meanwhile does not count.
    func work(_ line: String) -> UInt64 {
      (0..<5).reduce(.max) { least, _ in
        let before = Self.threadTime
        _ = failure(line)
        return min(least, Self.threadTime - before)
      }
    }
    for tail in ["a ", "1 ", "“", ": ", "because ", "hr 1 "] {
      func spent(_ count: Int) -> UInt64 {
        work(verb.name + " " + String(repeating: tail, count: count))
      }
      // Eight times the line; work that grew with its square would take sixty-four times as long.
      // Caches that another has emptied may spoil some of the tries, but not all of them.
      let isLinear = (0..<10).contains { _ in spent(2000) < spent(250) * 24 }
      #expect(isLinear, "\(tail)")
    }
  }

  /// The nanoseconds this thread has worked so far, without those it waited for a processor.
  private static var threadTime: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}
