import KapEntry
import KapTestSupport
import KapTimeline
import Testing

struct EchoTests {
  @Test(arguments: [
    ("bp 128/82 hr 74 spo2 98", "BP 128 over 82, HR 74, SpO2 98 at 14:20:26, minute 12"),
    ("temp 98.6f", "Temp 37 °C at 14:20:26, minute 12; 98.6 °F as typed"),
    (
      "rr 14 map 97 on o2 2l supine baseline",
      "MAP 97, RR 14, on oxygen 2 L/min, supine, as the baseline at 14:20:26, minute 12"
    ),
    ("hr 74 on air", "HR 74, on air at 14:20:26, minute 12"),
    ("@14:05 hr 74", "HR 74 at 14:05:00, minute -4"),
    ("@-3m hr 74", "HR 74 at 14:17:26, minute 9"),
    ("@+3m hr 74", "HR 74 at 14:11:20, minute 3"),
    ("phase onset", "phase come-up at 14:20:26, minute 12"),
    (
      "phase baseline because dose later",
      "phase baseline at 14:20:26, minute 12, because dose later"
    ),
    ("dose im 75mg", "dose ketamine IM 75 mg at 14:20:26, minute 12"),
    ("dose iv bolus 15mg", "dose ketamine IV 15 mg bolus at 14:20:26, minute 12"),
    ("dose iv 15mg", "dose ketamine IV 15 mg at once at 14:20:26, minute 12"),
    (
      "dose iv 35mg over 40m",
      "dose ketamine IV 35 mg over 40 minutes at 14:20:26, minute 12; 52.5 mg an hour, ends 15:00"
    ),
    (
      "dose iv 35mg over 40min",
      "dose ketamine IV 35 mg over 40 minutes at 14:20:26, minute 12; 52.5 mg an hour, ends 15:00"
    ),
    (
      "dose iv 35mg over 1h30",
      "dose ketamine IV 35 mg over 1 hour 30 minutes at 14:20:26, minute 12;"
        + " 23.33 mg an hour, ends 15:50"
    ),
    ("infusion start 50mg/h", "infusion starts at 50 mg an hour at 14:20:26, minute 12"),
    ("infusion pause", "infusion pauses at 14:20:26, minute 12"),
    (
      "diss 6 moaas 4", "Dissociation 6, MOAA/S 4 slow reply at 14:20:26, minute 12"
    ),
    ("note hand on shoulder", "note “hand on shoulder” at 14:20:26, minute 12"),
    (
      "note jb: hand on shoulder",
      "note “hand on shoulder” at 14:20:26, minute 12; seen by JB, written by ANA"
    ),
    (
      "note cd: hand on shoulder",
      "note “cd: hand on shoulder” at 14:20:26, minute 12; cd is nobody present: kept as words"
    ),
    (
      "note hr 80 spo2 97",
      "note “hr 80 spo2 97” at 14:20:26, minute 12; Tab turns this into vitals"
    ),
    ("said I am floating", "Pt “I am floating” at 14:20:26, minute 12"),
    ("technique guided-imagery start", "guided imagery begins at 14:20:26, minute 12"),
    ("modality act", "modality act at 14:20:26, minute 12"),
    ("theme connection 2", "theme connection, 2 at 14:20:26, minute 12"),
    ("effect nausea mild", "effect nausea, mild at 14:20:26, minute 12"),
    ("effect nausea end", "effect nausea has ended at 14:20:26, minute 12"),
    (
      "given clonidine 0.1mg po for bp by dr-l",
      "given clonidine 0.1 mg PO for bp, ordered by dr-l at 14:20:26, minute 12"
    ),
    (
      "given clonidine 4000mcg po",
      "given clonidine 4000 mcg (4 mg) PO at 14:20:26, minute 12"
    ),
    (
      "order paracetamol 1g po by dr-l read back",
      "order by dr-l: paracetamol 1 g (1000 mg) PO, read back at 14:20:26, minute 12"
    ),
    (
      "order clonidine 0.1mg po by dr-l read back",
      "order by dr-l: clonidine 0.1 mg PO, read back at 14:20:26, minute 12"
    ),
    (
      "order clonidine 0.1mg po by dr-l",
      "order by dr-l: clonidine 0.1 mg PO, not read back at 14:20:26, minute 12"
    ),
    (
      "call dr-l bp 172/104, repeat, read back",
      "call to dr-l about bp 172/104, said “repeat”, read back at 14:20:26, minute 12"
    ),
    ("pin", "pin 3, words later at 14:20:26, minute 12"),
    ("pin 2: grips", "words for pin 2: “grips”"),
    ("later", "later: the most pressing item"),
    ("later vitals+20", "later: vitals +20"),
    ("notdone vitals because asleep", "not done: vitals, because asleep"),
    (
      "ack: cuff moved", "acknowledged, the most urgent notice: “cuff moved” at 14:20:26, minute 12"
    ),
    ("confirm a14", "a14 is as it stands"),
    ("artefact a14 because moving", "a14 is an artefact, because moving"),
    ("correct a12 bp 127/84", "a12 corrected to BP 127 over 84"),
    (
      "correct a12 @14:05 hr 80 because wrong time",
      "a12 corrected to HR 80, its time to 14:05:00, minute -4, because wrong time"
    ),
    ("void a12 because wrong cuff", "a12 was entered in error, because wrong cuff"),
    ("undo because mistyped", "the last thing done at this seat was in error, because mistyped"),
    ("join cd as therapist", "cd joins as therapist at 14:20:26, minute 12"),
    ("end", "the session ends at 14:20:26, minute 12"),
    ("weight 154lb", "weight 69.85 kg (154 lb) at 14:20:26, minute 12"),
    ("weight 70kg", "weight 70 kg (154.3 lb) at 14:20:26, minute 12"),
    ("correct a2 weight 154lb", "a2 corrected to weight 69.85 kg (154 lb)"),
    ("stopsign raised palm", "stop sign: raised palm at 14:20:26, minute 12"),
  ]) func `the echo says in words what will be recorded`(_ line: String, _ echo: String) throws {
    #expect(Entry.echo(try Entry.parse(line, in: Room.live), in: Room.live) == echo)
  }

  @Test func `before the dose there is no minute, and the first dose says what it begins`() throws {
    var room = Room.live
    room.doseAt = nil
    room.weightInKilograms = 70
    let sentence = try Entry.parse("dose iv 35mg over 40m", in: room)
    #expect(
      Entry.echo(sentence, in: room)
        == "dose ketamine IV 35 mg over 40 minutes at 14:20:26; 0.5 mg/kg at 70 kg,"
        + " 52.5 mg an hour, ends 15:00, this is minute 0 and phase dosing"
    )
    #expect(
      Entry.echo(try Entry.parse("hr 74", in: room), in: room) == "HR 74 at 14:20:26"
    )
  }

  @Test(arguments: [
    ("bp 164/98", "BP 164 over 98, up 40/20 from baseline at 14:20:26, minute 12"),
    ("bp 120/70", "BP 120 over 70, down 4/8 from baseline at 14:20:26, minute 12"),
    ("bp 130/70", "BP 130 over 70, +6/-8 from baseline at 14:20:26, minute 12"),
    ("bp 124/78", "BP 124 over 78, as at baseline at 14:20:26, minute 12"),
  ]) func `a pair is held against baseline`(_ line: String, _ echo: String) throws {
    var room = Room.live
    room.baseline = BloodPressure(systolic: 124, diastolic: 78)
    #expect(Entry.echo(try Entry.parse(line, in: room), in: room) == echo)
  }

  @Test(arguments: [
    (
      "given clonidine 0.1mg po",
      "given clonidine 0.1 mg PO at 14:20:26, minute 12; "
        + "carries out the order clonidine 0.1 mg PO by Dr L at 14:10"
    ),
    (
      "given clonidine 0.3mg iv",
      "given clonidine 0.3 mg IV at 14:20:26, minute 12; "
        + "other than ordered: clonidine 0.1 mg PO by Dr L at 14:10"
    ),
    ("@14:09 given clonidine 0.3mg iv", "given clonidine 0.3 mg IV at 14:09:00, minute 0"),
    ("given ondansetron 4mg iv", "given ondansetron 4 mg IV at 14:20:26, minute 12"),
  ])
  func `a medicine says which order it carries out, or that it is none`(
    line: String,
    words: String
  ) throws {
    var context = Room.live
    let ordered = GivenMedicine(
      medicine: "clonidine",
      amount: "0.1mg",
      route: "po",
      orderedBy: "dr-l"
    )
    var generator = SeededGenerator(seed: 4)
    let at = Room.moment(14, 10)
    let order = Event.order(VerbalOrder(given: ordered, isReadBack: true))
    let draft = Circumstances(author: "ana", role: .monitor, now: at).draft(of: order)
    let id = EventID(writer: WriterID(using: &generator), sequence: 1)
    let session = Session(replaying: [draft.recorded(as: id, at: at)])
    context.orders = Moment(session, at: context.now).waitingOrders
    let sentence = try Entry.parse(line, in: context)
    #expect(Entry.echo(sentence, in: context) == words)
  }

  @Test func `after midnight the date of the evening before is said`() throws {
    var room = Room.live
    room.now = Room.moment(0, 4, day: 5)
    let sentence = try Entry.parse("@23:58 note called", in: room)
    #expect(sentence.occurredAt == Room.moment(23, 58))
    #expect(Entry.echo(sentence, in: room) == "note “called” at 23:58:00 on 4 Nov, minute 589")
  }

  @Test func `a field's own time is the time of its entry`() throws {
    var room = Room.live
    room.startedAt = Room.moment(14, 19, 2)
    let sentence = try Entry.parse("hr 74", in: room)
    #expect(sentence.occurredAt == nil)
    #expect(Entry.echo(sentence, in: room) == "HR 74 at 14:19:02, minute 10")
  }

  @Test func `a long note is cut in the echo and whole in the command`() throws {
    let words = String(repeating: "word ", count: 400) + "end"
    let sentence = try Entry.parse("note " + words, in: Room.live)
    #expect(sentence.command == .write(Note(words)))
    #expect(Entry.echo(sentence, in: Room.live).count < 180)
  }

  @Test func `a reading too soon to be the repeat is said to be before it is kept`() throws {
    var desk = try Desk(under: "iv-infusion")
    func echo(_ line: String) throws -> String {
      Entry.echo(try Entry.parse(line, in: desk.context), in: desk.context)
    }
    #expect(try !echo("bp 185/95").contains("too soon"))
    _ = desk.take("bp 185/95", asks: false)
    #expect(
      try echo("bp 186/95").hasSuffix(
        "; BP too soon for the repeat after 5 min: it counts from 14:24"
      )
    )
    // A good reading ends the waiting, one far beyond the limit needs no repeat.
    #expect(try !echo("bp 130/80").contains("too soon"))
    #expect(try !echo("bp 205/95").contains("too soon"))
    #expect(try !echo("hr 74").contains("too soon"))
    #expect(try !echo("@14:19 bp 186/95").contains("too soon"))
  }
}
