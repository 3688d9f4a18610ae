import KapTestSupport
import KapTimeline
import Testing

struct WallTimeTests {
  @Test(arguments: 0..<2000)
  func `a timestamp reads back as the instant and the offset it was written of`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    // From 2 January of year 1 to 30 December 9999, so that every offset stays in four digits.
    let instant = Instant(
      milliseconds: Int64.random(in: -62_135_510_400_000...253_402_128_000_000, using: &generator)
    )
    let offset = UTCOffset(minutes: Int.random(in: -1080...1080, using: &generator))
    let text = WallTime(instant, offset: offset).timestamp
    let read = try #require(Instant.reading(timestamp: text), "\(text)")
    #expect(read.0 == instant, "\(text)")
    #expect(read.1 == offset, "\(text)")
    let wall = WallTime(instant, offset: offset)
    let made = Instant(
      year: wall.year,
      month: wall.month,
      day: wall.day,
      hour: wall.hour,
      minute: wall.minute,
      second: wall.second,
      millisecond: wall.millisecond,
      offset: offset
    )
    #expect(made == instant)
  }

  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0, 4), ("1970-01-01T00:00:00.001Z", 1, 4),
    ("1969-12-31T23:59:59.999Z", -1, 3), ("2025-11-04T14:20:26+01:00", 1_762_262_426_000, 2),
    ("2025-11-04 14:20:26.5z", 1_762_266_026_500, 2), ("2000-02-29T00:00:00Z", 951_782_400_000, 2),
    ("2024-02-29t23:59:60Z", 1_709_251_200_000, 5),
    ("0001-01-01T00:00:00Z", -62_135_596_800_000, 1),
    ("9999-12-31T23:59:59.999Z", 253_402_300_799_999, 5),
    ("1900-03-01T00:00:00-18:00", -2_203_826_400_000, 4),
  ])
  func `known instants read as they should`(text: String, milliseconds: Int64, weekday: Int) throws
  {
    let (instant, offset) = try #require(Instant.reading(timestamp: text))
    #expect(instant.milliseconds == milliseconds)
    #expect(WallTime(instant, offset: offset).weekday == (text.contains("59:60") ? 5 : weekday))
  }

  @Test(arguments: [
    "", "2025-11-04", "2025-11-04T14:20:26", "2025-11-04T14:20Z", "2025-02-29T00:00:00Z",
    "1900-02-29T00:00:00Z", "2025-02-31T00:00:60Z", "2025-04-31T00:00:00Z", "2025-13-01T00:00:00Z",
    "2025-00-01T00:00:00Z", "2025-01-00T00:00:00Z", "2025-01-01T24:00:00Z", "2025-01-01T00:60:00Z",
    "2025-01-01T00:00:61Z", "2025-01-01T00:00:00.Z", "2025-01-01T00:00:00.5",
    "2025-01-01T00:00:00ZZ",
    "2025-01-01T00:00:00+1:00", "2025-01-01T00:00:00+18:01", "2025-01-01T00:00:00+25:00",
    "2025-01-01T00:00:00+00:60", "2025-01-01T00:00:00+0000", "0000-01-01T00:00:00Z",
    "-001-01-01T00:00:00Z", "20250-1-01T00:00:00Z", "2025-01-01T00:00:00−01:00",
    "２０２５-01-01T00:00:00Z", "9999-12-31T23:59:59-18:00", " 2025-01-01T00:00:00Z",
    "2025-01-01T+1:00:00Z",
  ])
  func `what is no timestamp is none`(text: String) {
    #expect(Instant.reading(timestamp: text) == nil)
  }

  @Test(arguments: 0..<300)
  func `hostile bytes trap nothing`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    var bytes = Array("2025-11-04T14:20:26.125+01:00".utf8)
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(
        in: 0...255,
        using: &generator
      )
    }
    let cut = bytes.prefix(Int.random(in: 0...bytes.count, using: &generator))
    for text in [String(decoding: bytes, as: UTF8.self), String(decoding: cut, as: UTF8.self)] {
      guard let (instant, offset) = Instant.reading(timestamp: text) else { continue }
      #expect(!WallTime(instant, offset: offset).timestamp.isEmpty)
    }
    #expect(Instant.reading(timestamp: String(repeating: "9", count: 1_000_000)) == nil)
  }

  @Test func `a wall shows clock, date and weekday`() {
    let wall = WallTime(Instant(milliseconds: 1_762_262_426_125), offset: UTCOffset(minutes: 60))
    #expect(wall.clock == "14:20")
    #expect(wall.clockWithSeconds == "14:20:26")
    #expect(wall.date == "2025-11-04")
    #expect(wall.shortDate == "4 Nov")
    #expect(wall.longDate == "Tuesday 4 November 2025")
    #expect(wall.timestamp == "2025-11-04T14:20:26.125+01:00")
    let west = WallTime(Instant(milliseconds: 7_000), offset: UTCOffset(minutes: -90))
    #expect(west.timestamp == "1969-12-31T22:30:07.000-01:30")
  }

  @Test(arguments: [Int64.min, -Instant.bound, -1, 0, 1, Instant.bound, Int64.max])
  func `the ends of time trap nothing`(milliseconds: Int64) {
    let instant = Instant(milliseconds: milliseconds)
    for offset in [Int.min, -1080, 0, 1080, Int.max] {
      let wall = WallTime(instant, offset: UTCOffset(minutes: offset))
      #expect((1...12).contains(wall.month))
      #expect((0...6).contains(wall.weekday))
      #expect(!wall.timestamp.isEmpty && !wall.longDate.isEmpty)
    }
    let far = Span(milliseconds: milliseconds)
    #expect((instant + far - far).milliseconds.magnitude <= UInt64(Instant.bound))
    #expect((far + far).milliseconds.magnitude <= UInt64(2 * Instant.bound))
    #expect(Span.seconds(Int(milliseconds)).wholeSeconds.magnitude <= UInt(Instant.bound))
    #expect(Span.minutes(Int(milliseconds)).wholeMinutes.magnitude <= UInt(Instant.bound))
  }

  @Test(
    arguments: [
      (0, 0, 0), (999, 0, 0), (1000, 1, 0), (-1, -1, -1), (-1000, -1, -1), (-1001, -2, -1),
      (59_999, 59, 0), (60_000, 60, 1), (-60_000, -60, -1), (-60_001, -61, -2),
    ] as [(Int64, Int, Int)]
  )
  func `whole seconds and minutes are rounded towards the past`(
    milliseconds: Int64,
    seconds: Int,
    minutes: Int
  ) {
    #expect(Span(milliseconds: milliseconds).wholeSeconds == seconds)
    #expect(Span(milliseconds: milliseconds).wholeMinutes == minutes)
  }

  @Test func `minutes that are no number are no time at all`() {
    #expect(Span.minutes(Double.nan) == .zero)
    #expect(Span.minutes(Double.infinity) == .zero)
    #expect(Span.minutes(1e300).milliseconds == 2 * Instant.bound)
    #expect(Span.minutes(-1e300).milliseconds == -2 * Instant.bound)
  }
}
