import Crypto
import Foundation
import KapRecord
import KapTestSupport
import KapTimeline
import Testing

struct LogTests {
  @Test(arguments: [1, 3])
  func `a log reads back as it was written`(writers: Int) throws {
    let sample = try SampleLog(seed: 21, count: 40, writers: writers)
    let reading = try LogReading(try sample.bytes())
    #expect(reading.findings.isEmpty)
    #expect(reading.session == sample.session)
    #expect(reading.lines.map(\.record) == sample.records)
    #expect(reading.events == sample.events)
  }

  @Test func `any bit that is flipped is found`() throws {
    let bytes = try SampleLog(seed: 22, count: 4).bytes()
    var random = SeededGenerator(seed: 22)
    // Every bit of the first and last line, and a sample of those between.
    let between = (0..<3000).map { _ in Int.random(in: 0..<bytes.count * 8, using: &random) }
    let first = try #require(bytes.lines.first).count
    let last = try #require(bytes.lines.last).count
    let edges = Array(0..<(first + 1) * 8) + Array((bytes.count - last - 1) * 8..<bytes.count * 8)
    for bit in edges + between {
      var changed = bytes
      changed[bit / 8] ^= 1 << (bit % 8)
      let found = (try? LogReading(changed).findings.isEmpty) != true
      #expect(found, "bit \(bit)")
    }
  }

  @Test func `bytes of no sense are refused or reported, and never trap`() throws {
    var random = SeededGenerator(seed: 23)
    let bytes = try SampleLog(seed: 23, count: 6).bytes()
    for round in 0..<600 {
      var hostile = Data(
        (0..<Int.random(in: 0...400, using: &random)).map { _ in
          UInt8.random(in: .min ... .max, using: &random)
        }
      )
      if round % 3 == 1 {
        hostile = bytes.prefix(Int.random(in: 0...bytes.count, using: &random)) + hostile
      } else if round % 3 == 2 {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        hostile = bytes.prefix(place) + hostile + bytes.dropFirst(place + hostile.count)
      }
      guard hostile != bytes, !hostile.isEmpty else { continue }
      #expect((try? LogReading(Data(hostile)).findings.isEmpty) != true)
    }
  }

  @Test func `a changed record is named by its line, and only it`() throws {
    let sample = try SampleLog(seed: 24, count: 9)
    var lines = try sample.bytes().lines
    // The salt is the last member: the record still reads, and says something else.
    let place = lines[5].count - 4
    lines[5][place] = lines[5][place] == UInt8(ascii: "0") ? UInt8(ascii: "1") : UInt8(ascii: "0")
    let findings = try LogReading(Data(lines: lines)).findings
    #expect(findings.map(\.place) == [.line(6)])
    #expect(findings.map(\.fault) == [.changed])
    #expect(findings.first?.event == sample.records[4].id)
    #expect(findings.first?.session == sample.session)
  }

  @Test func `a record taken out is named`() throws {
    var lines = try SampleLog(seed: 25, count: 9).bytes().lines
    lines.remove(at: 4)
    let findings = try LogReading(Data(lines: lines)).findings
    #expect(findings.map(\.fault) == [.missing(4...4)])
    #expect(findings.first?.event?.sequence == 4)
  }

  @Test func `records that changed places are named by their line`() throws {
    var lines = try SampleLog(seed: 26, count: 9).bytes().lines
    lines.swapAt(3, 4)
    let findings = try LogReading(Data(lines: lines)).findings
    #expect(findings.contains { $0.place == .line(5) && $0.fault == .misplaced })
    #expect(!findings.contains { if case .missing = $0.fault { true } else { false } })
  }

  @Test func `records of two writers that changed places are noticed too`() throws {
    let sample = try SampleLog(seed: 27, count: 9, writers: 2)
    var lines = try sample.bytes().lines
    lines.swapAt(1, 2)
    #expect(try LogReading(Data(lines: lines)).findings.map(\.fault) == [.changed])
  }

  @Test func `a record that stands twice is named by its line`() throws {
    var lines = try SampleLog(seed: 28, count: 9).bytes().lines
    lines.insert(lines[4], at: 5)
    let findings = try LogReading(Data(lines: lines)).findings
    #expect(findings.map(\.place) == [.line(6)])
    #expect(findings.map(\.fault) == [.duplicated])
  }

  @Test func `records missing at the end are named by what the last line says`() throws {
    var lines = try SampleLog(seed: 29, count: 9).bytes().lines
    lines.removeSubrange(8..<10)
    let findings = try LogReading(Data(lines: lines)).findings
    #expect(findings.map(\.fault) == [.missing(8...9)])
  }

  @Test func `a log cut off anywhere keeps its whole records and says that it is cut off`() throws {
    let sample = try SampleLog(seed: 30, count: 5)
    let bytes = try sample.bytes()
    let first = try #require(bytes.lines.first).count + 1
    for length in stride(from: first, to: bytes.count, by: 37) {
      let cut = Data(bytes.prefix(length))
      let reading = try LogReading(cut)
      #expect(reading.isWholeButForItsEnd && !reading.findings.isEmpty)
      let whole = cut.filter { $0 == UInt8(ascii: "\n") }.count - 1
      #expect(reading.lines.map(\.record) == Array(sample.records.prefix(whole)))
    }
  }

  @Test func `a line of a megabyte is a line like any other`() throws {
    let sample = try SampleLog(seed: 31, count: 1)
    let chain = ChainID(session: sample.session, writer: sample.writers[0])
    var random = RandomEvents(seed: 31)
    let note = Note(String(repeating: "a\u{301}", count: 400_000))
    let id = EventID(writer: chain.writer, sequence: 1)
    let recorded = random.draft(of: .note(note)).recorded(as: id, at: random.instant())
    let bytes = try RecordCodec().record(of: recorded, in: sample.session, salt: Salt())
    var long = sample
    long.records = [
      ChainedRecord(id: id, bytes: bytes, link: chain.origin.link.following(with: bytes))
    ]
    let reading = try LogReading(try long.bytes())
    #expect(reading.findings.isEmpty)
    #expect(reading.events == [recorded])
  }

  @Test func `bytes that are not UTF-8 are named by their line`() throws {
    let sample = try SampleLog(seed: 32, count: 3)
    let text = Data("{\"v\":1,\"session\":\"\(sample.session.text)\",\"author\":\"".utf8)
    var hostile = sample
    let bytes = text + [0xC3, 0x28] + Data("\"}".utf8)
    let link = sample.records[1].link
    hostile.records[1] = ChainedRecord(id: sample.records[1].id, bytes: bytes, link: link)
    let findings = try LogReading(try hostile.bytes()).findings
    #expect(findings.contains { $0.place == .line(3) && $0.fault == .notText })
  }

  @Test func `a kind from a newer program is kept and verified though not understood`() throws {
    let sample = try SampleLog(seed: 33, count: 2)
    let chain = ChainID(session: sample.session, writer: sample.writers[0])
    let known = String(decoding: sample.records[1].bytes, as: UTF8.self)
    let kind = "\"kind\":\"\(sample.events[1].event.kind.rawValue)\""
    let bytes = Data(known.replacing(kind, with: "\"kind\":\"levitation\"").utf8)
    var newer = sample
    newer.records[1] = ChainedRecord(
      id: EventID(writer: chain.writer, sequence: 2),
      bytes: bytes,
      link: sample.records[0].link.following(with: bytes)
    )
    let reading = try LogReading(try newer.bytes())
    #expect(reading.findings.isEmpty)
    #expect(reading.lines.last?.event == .failure(.unknownKind("levitation")))
  }

  @Test func `a file that is no log, or a newer one, is refused as a whole`() throws {
    #expect(throws: LogError.notALog) { try LogReading(Data()) }
    #expect(throws: LogError.notALog) { try LogReading(Data("time,hr\n1,60\n".utf8)) }
    let newer = """
      {"format":"kap-log","version":2,"session":"0123456789abcdef","writers":["abcdefgh"]}

      """
    #expect(throws: LogError.newerFormat(2)) { try LogReading(Data(newer.utf8)) }
  }
}
