import Foundation
import KapRecord
import KapTestSupport
import KapTimeline
import Testing

struct RecordCodecTests {
  private static let session = SessionID("0123456789abcdef")
  private static let writer = WriterID("abcdefgh")

  @Test(arguments: EventKind.allCases)
  func `every kind of event reads back as it was written`(kind: EventKind) throws {
    let session = try #require(Self.session)
    var random = RandomEvents(seed: 11)
    for _ in 0..<40 {
      let recorded = random.draft(of: random.event(of: kind)).recorded(
        as: random.eventID(),
        at: random.instant()
      )
      let salt = Salt(using: &random.generator)
      let bytes = try RecordCodec().record(of: recorded, in: session, salt: salt)
      let read = try RecordCodec().read(bytes)
      #expect(read == ReadRecord(session: session, recorded: recorded))
      #expect(!bytes.contains(UInt8(ascii: "\n")))
    }
  }

  @Test(arguments: EventKind.allCases)
  func `data alone can be taken out of an event and put back`(kind: EventKind) throws {
    var random = RandomEvents(seed: 12)
    for _ in 0..<10 {
      let event = random.event(of: kind)
      let data = try EventCodec.data(of: event)
      #expect(try EventCodec.event(kind: kind.rawValue, data: data) == event)
    }
  }

  @Test func `a record is one line in the order of the format`() throws {
    let recorded = Recorded(
      id: EventID(writer: try #require(Self.writer), sequence: 7),
      occurredAt: try #require(Instant(year: 2025, month: 11, day: 4, hour: 14, minute: 5)),
      recordedAt: Instant(milliseconds: 1_762_265_226_125),
      offset: UTCOffset(minutes: 60),
      author: "Ana \"A\" Reyes",
      role: .monitor,
      observer: "jb",
      source: .typed,
      seat: SeatID("s1"),
      event: .vitals(Vitals(heartRate: 74, temperature: 36.8))
    )
    var generator = SeededGenerator(seed: 1)
    let bytes = try RecordCodec().record(
      of: recorded,
      in: try #require(Self.session),
      salt: Salt(using: &generator)
    )
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        {"v":2,"session":"0123456789abcdef","writer":"abcdefgh","seq":7,\
        "occurredAt":"2025-11-04T15:05:00.000+01:00","recordedAt":"2025-11-04T15:07:06.125+01:00",\
        "author":"Ana \\"A\\" Reyes","role":"monitor","observer":"jb","source":"typed",\
        "seat":"s1","kind":"vitals","data":{"heartRate":74,"temperature":36.8},\
        "salt":"910a2dec89025cc1beeb8da1658eec67"}
        """
    )
  }

  @Test func `instants in data are timestamps on the record's wall, in corrections too`() throws {
    let until = try #require(Instant(year: 2025, month: 11, day: 4, hour: 14, minute: 5))
    let later = Event.later(Postponement(item: "vitals+20", until: until))
    let anchor = ClockAnchor(boot: "b", wall: until, monotonic: 1)
    let target = EventID(writer: try #require(Self.writer), sequence: 1)
    let events: [(Event, String)] = [
      (later, #""data":{"item":"vitals+20","until":"2025-11-04T15:05:00.000+01:00"}"#),
      (
        .attached(Attachment(seat: SeatID("s"), anchor: anchor)),
        #""anchor":{"boot":"b","monotonic":1,"wall":"2025-11-04T15:05:00.000+01:00"}"#
      ),
      (
        .clockStepped(ClockStep(wall: until, aheadMilliseconds: 5)),
        #""data":{"aheadMilliseconds":5,"wall":"2025-11-04T15:05:00.000+01:00"}"#
      ),
      (
        .correction(Correction(target: target, replacement: later, occurredAt: until)),
        #""data":{"data":{"item":"vitals+20","until":"2025-11-04T15:05:00.000+01:00"},"#
          + #""kind":"later","occurredAt":"2025-11-04T15:05:00.000+01:00","#
      ),
      (
        .later(Postponement(item: "a", until: Instant(milliseconds: .max))),
        #""until":253402300799999"#
      ),
    ]
    var random = RandomEvents(seed: 15)
    for (event, words) in events {
      var draft = random.draft(of: event)
      draft.offset = UTCOffset(minutes: 60)
      let recorded = draft.recorded(as: target, at: until)
      let bytes = try RecordCodec().record(
        of: recorded,
        in: try #require(Self.session),
        salt: Salt(using: &random.generator)
      )
      #expect(String(decoding: bytes, as: UTF8.self).contains(words))
      #expect(try RecordCodec().read(bytes).recorded.event == event)
    }
  }

  @Test func `no control or direction mark stands raw in a record`() throws {
    var random = RandomEvents(seed: 13)
    for _ in 0..<200 {
      let recorded = random.draft(of: .note(Note(random.words()))).recorded(
        as: random.eventID(),
        at: random.instant()
      )
      let bytes = try RecordCodec().record(
        of: recorded,
        in: try #require(Self.session),
        salt: Salt(using: &random.generator)
      )
      let text = try #require(String(validating: bytes, as: UTF8.self))
      #expect(
        text.unicodeScalars.allSatisfy { scalar in
          scalar.properties.generalCategory != .control
            && !(0x202A...0x202E).contains(scalar.value)
            && !(0x2066...0x2069).contains(scalar.value)
        }
      )
    }
  }

  @Test func `an event that JSON cannot hold is refused, not half written`() throws {
    var random = RandomEvents(seed: 14)
    let drafts = [
      random.draft(of: .score(Score(scale: "distress", value: .nan))),
      random.draft(of: .frame(.weight(.infinity))),
    ]
    for draft in drafts {
      let recorded = draft.recorded(as: random.eventID(), at: random.instant())
      #expect(throws: RecordError.self) {
        try RecordCodec().record(
          of: recorded,
          in: try #require(Self.session),
          salt: Salt(using: &random.generator)
        )
      }
    }
  }

  @Test(arguments: [
    ("", RecordError.notARecord),
    ("{}", .notARecord),
    ("{\"v\":1", .notARecord),
    ("{\"v\":,\"x\":1}", .notARecord),
    ("{\"v\":99999999,", .notARecord),
    ("{\"v\":3,\"kind\":\"vitals\"}", .newerSchema(3)),
    ("{\"v\":0,\"kind\":\"vitals\"}", .forgottenSchema(0)),
    ("{\"v\":1,\"kind\":\"levitation\"}", .unknownKind("levitation")),
    ("{\"v\":1,\"kind\":\"ended\",\"session\":\"no\"}", .unreadable("session")),
    ("{\"v\":1,\"kind\":7}", .unreadable("kind")),
    ("{\"v\":1,\"kind\":", .unreadable("its beginning")),
  ])
  func `what is not a record says why`(text: String, expected: RecordError) {
    #expect(throws: expected) { try RecordCodec().read(Data(text.utf8)) }
  }

  @Test func `corrections nested without end are refused, not followed`() throws {
    let levels = 400
    let front = "{\"target\":\"abcdefgh-1\",\"kind\":\"correction\",\"data\":"
    let text =
      "{\"v\":1,\"session\":\"0123456789abcdef\",\"writer\":\"abcdefgh\",\"seq\":1,"
      + "\"occurredAt\":\"2025-11-04T15:05:00.000+01:00\","
      + "\"recordedAt\":\"2025-11-04T15:05:00.000+01:00\",\"author\":\"a\",\"role\":\"monitor\","
      + "\"source\":\"typed\",\"salt\":\"00\",\"kind\":\"correction\",\"data\":"
      + String(repeating: front, count: levels) + "{}" + String(repeating: "}", count: levels + 1)
    #expect(throws: RecordError.self) { try RecordCodec().read(Data(text.utf8)) }
  }

  @Test func `a record of an older schema is brought up to date as it is read`() throws {
    // A schema that never was: it called the author `who`, and its notes had no voice.
    let old = """
      {"v":0,"session":"0123456789abcdef","writer":"abcdefgh","seq":3,\
      "occurredAt":"2025-11-04T15:05:00.000+01:00","recordedAt":"2025-11-04T15:05:01.000+01:00",\
      "who":"ar","role":"monitor","source":"typed","kind":"note","data":{"text":"hums"},\
      "salt":"910a2dec89025cc1beeb8da1658eec67"}
      """
    let upcasting = Upcasting([
      1: { $0 },
      0: { members in
        var members = members
        members["author"] = members.removeValue(forKey: "who")
        guard case .object(var data)? = members["data"] else { return members }
        data["voice"] = .string("observation")
        members["data"] = .object(data)
        return members
      },
    ])
    let read = try RecordCodec(upcasting: upcasting).read(Data(old.utf8))
    #expect(read.recorded.author == "ar")
    #expect(read.recorded.event == .note(Note("hums", voice: .observation)))
  }
}
