import Foundation
import KapStore
import KapTestSupport
import Testing

@testable import KapCommands

/// `kap verify` on a chart of which one bit was flipped, anywhere.
struct FlippedByteTests {
  private struct Verdict {
    let offset: Int
    let code: ExitCode
    let words: String
    var isPlaced: Bool {
      let places = ["table ", " row ", "file ", "people row"]
      return code == .badData && places.contains(where: words.contains)
    }
  }

  private func clinic() throws -> Clinic {
    let clinic = try Clinic()
    _ = try clinic.open()
    clinic.enter(
      """
      dose iv 35mg over 40m
      bp 124/78 hr 72 spo2 98 rr 14
      note \(String(repeating: "a long breath, then a longer one; ", count: 180))
      note she hums
      bp 130/80 hr 75 spo2 97
      """
    )
    return clinic
  }

  /// Flips a bit at each offset in turn, in fresh copies of the files.
  private func verdicts(
    at offsets: some Sequence<Int>,
    of name: String,
    in clinic: Clinic,
    seed: UInt64
  ) throws -> [Verdict] {
    let files = ["chart.db", "chart.db-wal", "heads"].compactMap { name -> (String, Data)? in
      FileManager.default.contents(atPath: clinic.path("chart/" + name)).map { (name, $0) }
    }
    let chart = clinic.options.chart
    defer { clinic.options.chart = chart }
    clinic.options.chart = "copy"
    var random = SeededGenerator(seed: seed)
    return try offsets.map { offset in
      try? FileManager.default.removeItem(atPath: clinic.path("copy"))
      try FileManager.default.createDirectory(
        atPath: clinic.path("copy"),
        withIntermediateDirectories: true
      )
      for (file, bytes) in files {
        var bytes = bytes
        if file == name { bytes[offset] ^= 1 << UInt8.random(in: 0..<8, using: &random) }
        try bytes.write(to: URL(fileURLWithPath: clinic.path("copy/" + file)))
      }
      let code = clinic.run { try VerifyCommand().run(in: $0) }
      return Verdict(offset: offset, code: code, words: clinic.output + clinic.talk)
    }
  }

  @Test func `in the database it is reported with its place, or lies where nothing is kept`() throws
  {
    let clinic = try clinic()
    let file = try #require(FileManager.default.contents(atPath: clinic.path("chart/chart.db")))
    let map = PageMap(file)
    var random = SeededGenerator(seed: 401)
    let sample = (0..<400).map { _ in Int.random(in: 0..<file.count, using: &random) }
    let offsets = Set(0..<100).union(sample).sorted()

    var classes: [PageMap.Use: Int] = [:]
    for verdict in try verdicts(at: offsets, of: "chart.db", in: clinic, seed: 402) {
      let use = map.uses[verdict.offset]
      if verdict.code == .ok {
        classes[use, default: 0] += 1
        #expect(use != .used, "byte \(verdict.offset)")
      } else {
        #expect(verdict.isPlaced, "byte \(verdict.offset): \(verdict.code) \(verdict.words)")
        #expect(!verdict.words.contains("kap verify"), "byte \(verdict.offset): \(verdict.words)")
      }
    }
    #expect(classes[.counter, default: 0] > 0)
    #expect(classes[.freeRoom, default: 0] > 50)
    // What is called whole has its name in what the command says.
    #expect(clinic.run { try VerifyCommand().run(in: $0) } == .ok)
    #expect(clinic.talk.contains("free room in pages"))
    #expect(clinic.talk.contains("counters of SQLite"))
  }

  @Test func `in the log of commits it is reported with its place, and the log stays as it is`()
    throws
  {
    let clinic = try clinic()
    // Open, so that what is committed from now on stays in the log.
    let chart = try clinic.chart()
    clinic.enter("note one\nnote two")
    clinic.enter("note three")
    chart.settle()
    let log = try #require(FileManager.default.contents(atPath: clinic.path("chart/chart.db-wal")))
    var random = SeededGenerator(seed: 403)
    let sample = (0..<150).map { _ in Int.random(in: 0..<log.count, using: &random) }
    let offsets = Set(0..<56).union(sample).sorted()
    for verdict in try verdicts(at: offsets, of: "chart.db-wal", in: clinic, seed: 404) {
      #expect(verdict.isPlaced, "byte \(verdict.offset): \(verdict.code) \(verdict.words)")
    }
    let kept = FileManager.default.contents(atPath: clinic.path("copy/chart.db-wal"))
    #expect(kept?.count == log.count)
    try chart.close()
  }

  @Test func `a damaged person is named without a passphrase, and so is what is missing`() throws {
    let clinic = try clinic()
    let file = try #require(FileManager.default.contents(atPath: clinic.path("chart/chart.db")))
    let row = try #require(file.range(of: Data("armonitor".utf8)))
    let offsets = [row.lowerBound, row.lowerBound + 3, row.upperBound + 2, row.upperBound + 40]
    for verdict in try verdicts(at: offsets, of: "chart.db", in: clinic, seed: 405) {
      #expect(verdict.code == .badData)
      #expect(verdict.words.contains("people row 1"), "\(verdict.words)")
    }
    clinic.options.passphraseFile = nil
    #expect(clinic.run { try VerifyCommand().run(in: $0) } == .notAllowed)
    #expect(clinic.talk.contains("numbers are whole"))
    let heads = try String(contentsOfFile: clinic.path("chart/heads"), encoding: .utf8)
    let ahead = heads.split(separator: "\n").map { line in
      var words = line.split(separator: " ")
      if words.count == 5, words[0] != "openings" { words[2] = "99" }
      return words.joined(separator: " ")
    }
    try clinic.write(ahead.joined(separator: "\n") + "\n", to: "chart/heads")
    #expect(clinic.run { try VerifyCommand().run(in: $0) } == .badData)
    #expect(clinic.output.contains(" to 99 are missing"))
  }
}
