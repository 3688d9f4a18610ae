import KapEntry
import KapTestSupport
import KapTimeline
import Testing

struct QuoteTests {
  @Test(arguments: 0..<40 as Range<UInt64>) func `a quoted command is read back as itself`(
    _ seed: UInt64
  ) throws {
    var random = RandomCommands(generator: SeededGenerator(seed: seed))
    for _ in 0..<100 {
      let command = random.command()
      let line = try #require(Entry.quote(command, in: Room.live), "\(command)")
      let sentence = try Entry.parse(line, in: Room.live)
      #expect(sentence.command == command, "\(line)")
      #expect(sentence.occurredAt == nil)
      #expect(sentence.observer == nil)
    }
  }

  @Test(arguments: [
    ("128/82 74 98 14 36,8", "bp 128/82 hr 74 spo2 98 rr 14 temp 36.8"),
    ("hr 74 supine on o2 2 l/min", "hr 74 on o2 2l supine"),
    ("dose iv 35mg over 1h30", "dose iv 35mg over 1h30m"),
    ("dose in esketamine 0.028g", "dose in esketamine 28mg"),
    ("scale phq-9 14", "phq9 14"),
    ("said “I am floating”", "said I am floating"),
    ("note “jb: mine”", "note “jb: mine”"),
    ("p come-up", "phase onset"),
    ("weight 154lb", "weight 69.85kg"),
    ("call dr-l bp 172/104, repeat, read back", "call dr-l about bp 172/104: repeat, read back"),
    ("correct a12 @1405 hr 80", "correct a12 @14:05:00 hr 80"),
  ]) func `a quoted line is plain`(_ line: String, _ quoted: String) throws {
    let command = try Entry.parse(line, in: Room.live).command
    #expect(Entry.quote(command, in: Room.live) == quoted)
  }

  @Test func `what a person said to a doubt is not in the line`() {
    let sure = Vitals(heartRate: 231, isConfirmed: true, columns: [.heartRate: "PULSE"])
    #expect(Entry.quote(.record(sure), in: Room.live) == "hr 231")
  }

  @Test func `what no line can say has none`() {
    #expect(Entry.quote(.write(Note("  ")), in: Room.live) == nil)
    #expect(Entry.quote(.write(Note("mine", voice: .therapist)), in: Room.live) == nil)
    #expect(Entry.quote(.record(Vitals()), in: Room.live) == nil)
    #expect(Entry.quote(.record(Vitals(heartRate: .infinity)), in: Room.live) == nil)
    #expect(Entry.quote(.record(Vitals(heartRate: 1.0 / 3)), in: Room.live) == nil)
    #expect(Entry.quote(.missReading(.diastolic, because: "x"), in: Room.live) == nil)
    let tomorrow = Command.correct(.name("a1"), with: nil, at: Room.moment(9, 0, day: 6))
    #expect(Entry.quote(tomorrow, in: Room.live) == nil)
  }
}
