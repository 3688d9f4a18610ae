import Foundation
import KapRecord
import KapStore
import KapTestSupport
import KapTimeline
import Testing

/// A bit flipped anywhere is reported, or changed nothing that is kept; and nothing ever traps.
struct FlippedBitTests {
  private let scratch = ScratchChart()

  private enum Outcome: Equatable { case reported, harmless, silent }

  private func outcome(
    of bytes: Data,
    in name: String,
    expecting contents: [SessionID: [Recorded]]
  ) throws -> Outcome {
    let copy = try scratch.crashed()
    try copy.write(bytes, to: name)
    do {
      let chart = try copy.open()
      _ = try chart.drafts.drafts(of: nil, by: scratch.person.name)
      if !(try chart.verify().isWhole) { return .reported }
      return try chart.contents() == contents ? .harmless : .silent
    } catch {
      #expect(error is ChartError, "\(error)")
      return .reported
    }
  }

  private func outcomes(
    in name: String,
    seed: UInt64,
    count: Int,
    expecting contents: [SessionID: [Recorded]]
  ) throws -> [Outcome] {
    let whole = try name.hasSuffix("-wal") ? scratch.commitLog() : scratch.bytes(of: name)
    var random = SeededGenerator(seed: seed)
    return try (0..<count).map { place in
      // Every bit of the first bytes matters more than its share.
      let range = place < count / 4 ? 0..<min(800, whole.count * 8) : 0..<whole.count * 8
      let bit = Int.random(in: range, using: &random)
      var bytes = whole
      bytes[bit / 8] ^= 1 << (bit % 8)
      let outcome = try outcome(of: bytes, in: name, expecting: contents)
      #expect(outcome != .silent, "bit \(bit) of \(name)")
      return outcome
    }
  }

  @Test func `in the database`() throws {
    let chart = try scratch.create()
    try chart.fill(seed: 91, count: 40)
    try chart.fill(seed: 92, count: 10)
    let contents = try chart.contents()
    try chart.close()
    let found = try outcomes(in: "chart.db", seed: 91, count: 500, expecting: contents)
    #expect(found.filter { $0 == .reported }.count > 200)
  }

  @Test func `in the name of any column of the schema`() throws {
    let chart = try scratch.create()
    try chart.fill(seed: 96, count: 5)
    let draft = DraftBox.Place(session: nil, person: scratch.person.name, field: "n")
    try chart.drafts.save("half a line", at: draft)
    let contents = try chart.contents()
    try chart.close()
    let whole = try scratch.bytes(of: "chart.db")
    let columns = [
      "writer", "name", "role", "rounds", "blockSize", "parallelism", "salt", "dataKey",
      "verifyingKey", "signingKey", "secondKey", "digest", "number", "session", "sealed", "place",
      "sequence", "person", "field",
    ]
    var found: [Outcome] = []
    for column in columns {
      var start = whole.startIndex
      // In `CREATE TABLE` each stands at the beginning of a line.
      while let range = whole.range(of: Data("  \(column) ".utf8), in: start..<whole.endIndex) {
        var bytes = whole
        bytes[range.lowerBound + 4] ^= 1
        found.append(try outcome(of: bytes, in: "chart.db", expecting: contents))
        #expect(found.last == .reported, "\(column) at \(range.lowerBound)")
        start = range.upperBound
      }
    }
    #expect(found.count >= columns.count)
  }

  @Test func `in the log of commits that are not in the database yet`() throws {
    let chart = try scratch.create()
    try chart.fill(seed: 93, count: 25)
    let contents = try chart.contents()
    let found = try outcomes(in: "chart.db-wal", seed: 93, count: 400, expecting: contents)
    #expect(found.filter { $0 == .reported }.count > 300)
    // The chart stays open until the copies are taken, so that its log is not moved away.
    try chart.close()
  }

  @Test func `in the heads file`() throws {
    let chart = try scratch.create()
    try chart.fill(seed: 94, count: 10)
    let contents = try chart.contents()
    try chart.close()
    let found = try outcomes(in: "heads", seed: 94, count: 150, expecting: contents)
    #expect(found.filter { $0 == .reported }.count > 100)
  }

  @Test func `a log of commits cut off anywhere loses events only with a word`() throws {
    let chart = try scratch.create()
    try chart.fill(seed: 95, count: 25)
    let contents = try chart.contents()
    let whole = try scratch.commitLog()
    for length in stride(from: 0, to: whole.count, by: 3001) {
      let cut = Data(whole.prefix(length))
      let found = try outcome(of: cut, in: "chart.db-wal", expecting: contents)
      #expect(found == .reported, "cut at \(length)")
    }
    try chart.close()
  }
}
