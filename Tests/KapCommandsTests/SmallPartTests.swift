import KapTestSupport
import KapTimeline
import Testing

@testable import KapCommands

struct LineReaderTests {
  private func lines(_ bytes: [UInt8], in pieces: Int) throws -> [LineReader.Line] {
    var rest = bytes[...]
    var reader = LineReader {
      let piece = Array(rest.prefix(pieces))
      rest = rest.dropFirst(pieces)
      return piece
    }
    var lines: [LineReader.Line] = []
    while let line = try reader.next() { lines.append(line) }
    return lines
  }

  @Test(arguments: [1, 2, 3, 7, 1000])
  func `lines are the same however the bytes come`(pieces: Int) throws {
    let found = try lines(Array("one\r\n\ntwo – 2\nthree".utf8), in: pieces)

    #expect(found.map(\.text) == ["one", "", "two – 2", "three"])
    #expect(found.map(\.number) == [1, 2, 3, 4])
    #expect(found.allSatisfy { !$0.isDamaged })
  }

  @Test func `no bytes are no line, and a line end makes one`() throws {
    #expect(try lines([], in: 8).isEmpty)
    #expect(try lines([0x0A], in: 8).map(\.text) == [""])
  }

  @Test func `bytes that are no UTF-8 are marked, and the next line is not`() throws {
    let found = try lines([0x61, 0xC3, 0x0A, 0x62, 0x0A], in: 2)

    #expect(found.map(\.isDamaged) == [true, false])
    #expect(found.map(\.text) == ["a\u{FFFD}", "b"])
  }

  @Test func `of a line without end only so much is kept`() throws {
    let flood = [UInt8](repeating: 0x78, count: LineReader.longestLine + 999) + [0x0A, 0x79]

    #expect(try lines(flood, in: 1 << 16).map(\.text.utf8.count) == [LineReader.longestLine, 1])
  }
}

struct MomentReferenceTests {
  @Test(
    arguments: [
      ("+20m", MomentReference.minute(.minutes(20))), ("-5m", .minute(.minutes(-5))),
      ("+1h30m", .minute(.minutes(90))), ("@+90s", .minute(.seconds(90))),
      ("14:05", .clock(.minutes(845))), ("1405", .clock(.minutes(845))),
      ("9:05:30", .clock(.seconds(32730))),
      ("1970-01-01T00:00:01Z", .instant(Instant(milliseconds: 1000))),
      ("1970-01-02 00:01", .wall(Instant(milliseconds: 86_460_000))),
    ]
  )
  func `moments are read`(text: String, moment: MomentReference) throws {
    #expect(try MomentReference(reading: text) == moment)
  }

  @Test(arguments: [
    "", "+", "20m", "+20", "+20x", "24:00", "14:60", "1:2:3:4", "noon", "+9999999m",
  ])
  func `what is no moment is a usage error`(text: String) {
    #expect { try MomentReference(reading: text) } throws: {
      ($0 as? CommandError)?.code == .usage
    }
  }
}

struct SessionTimeTests {
  @Test func `without an anchor of this boot there is a new one, never before the last writing`() {
    let opened = Instant(milliseconds: 1_000_000)
    let reading = ClockReading(
      boot: "b",
      wall: Instant(milliseconds: 5),
      monotonic: 7,
      offset: .utc
    )
    var random = RandomEvents(seed: 1)
    var opening = random.opening()
    opening.anchor = ClockAnchor(boot: "a", wall: opened, monotonic: 0)
    let draft = random.draft(of: .opened(opening))
    let session = Session(replaying: [draft.recorded(as: random.eventID(), at: opened)])

    let now = session.now(by: reading)

    #expect(now.instant == opened)
    #expect(now.newAnchor == ClockAnchor(boot: "b", wall: opened, monotonic: 7))
  }
}

struct PlainTableTests {
  @Test func `columns stand below each other whatever is in a cell`() {
    var table = PlainTable()
    table.add(["a", "b", "c"])
    table.add(["wide ｗ", "\u{1B}[31m", "x\ny"])

    #expect(table.lines == ["a        b      c", "wide ｗ  \u{FFFD}[31m  x y"])
  }
}

struct RoomOptionTests {
  @Test(arguments: [("2", true), ("garden", true), ("B-1", true), ("-1", false), (" ", false)])
  func `a session is opened in a room that can be one`(room: String, isOne: Bool) throws {
    let clinic = try Clinic()
    let command = OpenCommand(subject: "K-014", protocolName: "im", room: room)
    #expect(clinic.run { try command.run(in: $0) } == (isOne ? .ok : .usage))
    #expect(clinic.talk.contains("--room") != isOne)
  }
}
