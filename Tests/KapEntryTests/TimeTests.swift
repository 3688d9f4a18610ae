import KapEntry
import KapTimeline
import Testing

struct TimeTests {
  private func time(_ line: String, in context: EntryContext = Room.live) throws -> Instant? {
    try Entry.parse(line, in: context).occurredAt
  }

  @Test(arguments: [
    ("@14:05 pin", 14, 5, 0), ("@1405 pin", 14, 5, 0), ("@14:05:30 pin", 14, 5, 30),
    ("@9:05 pin", 9, 5, 0), ("@09:05 pin", 9, 5, 0), ("@0200 pin", 2, 0, 0),
    ("@14:20:26 pin", 14, 20, 26), ("@14:20 pin", 14, 20, 0), ("  @14:05, pin", 14, 5, 0),
    ("@-3m pin", 14, 17, 26), ("@-3min pin", 14, 17, 26), ("@-90s pin", 14, 18, 56),
    ("@\u{2212}3m pin", 14, 17, 26), ("@-1h30 pin", 12, 50, 26), ("@-1h30m pin", 12, 50, 26),
    ("@-0m pin", 14, 20, 26), ("@+12m pin", 14, 20, 20), ("@+0m pin", 14, 8, 20),
    ("@+90s pin", 14, 9, 50),
  ]) func `a time says when it happened`(
    _ line: String,
    _ hour: Int,
    _ minute: Int,
    _ second: Int
  ) throws {
    #expect(try time(line) == Room.moment(hour, minute, second))
  }

  @Test(arguments: [
    ("note @14:05 hand on shoulder", 5, 6), ("bp @14:05 128/82", 3, 6), ("pin @-3m", 4, 4),
    ("said @+12m I float", 5, 5), ("dose iv 35mg @14:05", 13, 6), ("note @23:59 later", 5, 6),
    ("given ondansetron 4mg iv @-3m", 25, 4),
  ]) func `a time that stands after the verb is refused, not kept as words`(
    _ line: String,
    _ column: Int,
    _ length: Int
  ) throws {
    let error = try #require(throws: EntryError.self) { try Entry.parse(line, in: Room.live) }
    #expect(error.problem == .notATime)
    #expect(error.column == column && error.length == length, "\(error)")
    #expect(error.message == "A time stands in front of the sentence.")
    #expect(error.remedy.hasPrefix("Type it first, as in @"))
  }

  @Test func `words that only begin like a time, and the text of a field, stay words`() throws {
    let plain = try Entry.parse("note @home she said", in: Room.live)
    #expect(plain.command == .write(Note("@home she said", voice: Room.live.noteVoice)))
    let field = try Entry.parse("to Ann @14:05", as: .note, in: Room.live)
    #expect(field.command == .write(Note("to Ann @14:05", voice: Room.live.noteVoice)))
  }

  @Test func `without a time nothing is said of it`() throws {
    #expect(try time("pin") == nil)
  }

  @Test(arguments: [
    ("@ pin", 0, 1, EntryError.Problem.notATime), ("@ 14:05 pin", 0, 1, .notATime),
    ("@noon pin", 0, 5, .notATime), ("@14.05 pin", 0, 6, .notATime),
    ("@905 pin", 0, 4, .notATime), ("@14:5 pin", 0, 5, .notATime), ("@2:05pm pin", 0, 7, .notATime),
    ("@24:00 pin", 0, 6, .notATime), ("@14:60 pin", 0, 6, .notATime),
    ("@14:05:60 pin", 0, 9, .notATime), ("@1405:30 pin", 0, 8, .notATime),
    ("@::: pin", 0, 4, .notATime), ("@14: pin", 0, 4, .notATime),
    ("@99999999999999999999 pin", 0, 21, .notATime), ("@٠٩:٠٥ pin", 0, 6, .notATime),
    ("@-3 pin", 2, 1, .unknownUnit), ("@+12 pin", 2, 2, .unknownUnit),
    ("@-m pin", 2, 1, .notANumber), ("@- pin", 2, 0, .missing), ("@-3x pin", 2, 2, .notATime),
    ("@-3m4h pin", 0, 6, .notATime), ("@-999999999m pin", 2, 10, .numberTooLarge),
    ("@-999999h pin", 2, 7, .numberTooLarge),
    ("@14:21 pin", 0, 6, .inTheFuture), ("@14:20:27 pin", 0, 9, .inTheFuture),
    ("@23:00 pin", 0, 6, .inTheFuture), ("@+13m pin", 0, 5, .inTheFuture),
    ("@01:45 pin", 0, 6, .tooEarly), ("@-13h pin", 0, 5, .tooEarly),
    ("@14:05", 6, 0, .missing), ("@14:05 @14:06 pin", 7, 6, .repeated),
    ("@14:05 correct a12 hr 80", 0, 6, .unknownWord),
  ]) func `a time that cannot be is refused with what to type`(
    _ line: String,
    _ column: Int,
    _ length: Int,
    _ problem: EntryError.Problem
  ) throws {
    let error = try #require(failure(line))
    #expect(error.problem == problem)
    #expect(error.column == column)
    #expect(error.length == length)
    #expect(error.remedy.hasSuffix(".") || error.remedy.hasSuffix("…"))
  }

  @Test func `minutes of the dose need a dose`() throws {
    var room = Room.live
    room.doseAt = nil
    let error = try #require(failure("@+12m pin", in: room))
    #expect(error.problem == .noDoseYet)
    #expect(error.remedy.contains("@14:05"))
  }

  @Test func `after midnight the nearest past clock is meant`() throws {
    var room = Room.live
    room.now = Room.moment(0, 4, day: 5)
    #expect(try time("@23:58 pin", in: room) == Room.moment(23, 58))
    #expect(try time("@00:04 pin", in: room) == Room.moment(0, 4, day: 5))
    // Half past one the night before is more than twelve hours before the opening at 13:46.
    #expect(try #require(failure("@01:30 pin", in: room)).problem == .inTheFuture)
    #expect(try time("@02:00 pin", in: room) == Room.moment(2, 0))
  }

  @Test func `the earliest time counts from the opening`() throws {
    #expect(try time("@01:46 pin") == Room.moment(1, 46))
    #expect(try time("@-12h pin") == Room.moment(2, 20, 26))
    #expect(try #require(failure("@01:45 pin")).message.contains("01:46 on 4 Nov"))
  }

  @Test func `without a protocol the latest such clock is taken`() throws {
    #expect(try time("@23:00 pin", in: Room.bare) == Room.moment(23, 0, day: 3))
  }

  @Test(arguments: -18...18) func `every clock of the last day is found on every wall`(
    _ hours: Int
  ) throws {
    let offset = UTCOffset(minutes: hours * 60 + 30)
    let context = EntryContext(now: Room.moment(14, 20, 26), offset: offset)
    for minutesAgo in stride(from: 0, to: 24 * 60, by: 37) {
      let instant = Room.moment(14, 20) - .minutes(minutesAgo)
      let clock = WallTime(instant, offset: offset).clock
      #expect(try time("@\(clock) pin", in: context) == instant)
    }
  }

  @Test(arguments: [
    ("dose iv 35mg over 40m", 40), ("dose iv 35mg over 40min", 40),
    ("dose iv 35mg over 40 minutes", 40), ("dose iv 35mg over 1h", 60),
    ("dose iv 35mg over 1h30", 90), ("dose iv 35mg over 1 h 30 m", 90),
    ("dose iv 35mg over 1h 30m", 90), ("dose iv 35mg over 1.5h", 90),
    ("dose iv over 40m 35mg", 40), ("dose iv over 1h 35mg", 60), ("dose over 40 m iv 35 mg", 40),
    ("dose iv 35mg over 2400s", 40),
  ]) func `a length of time is read with its unit`(_ line: String, _ minutes: Int) {
    let dose = Dose(
      medicine: .ketamine,
      route: .intravenous,
      amount: Mass(nanograms: 35_000_000),
      duration: .minutes(minutes)
    )
    #expect(reading(line) == .success(.give(dose)))
  }
}
