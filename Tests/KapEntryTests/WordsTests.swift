import KapEntry
import KapTimeline
import Testing

struct WordsTests {
  @Test(arguments: [
    ("note hand on shoulder, breath slows", "hand on shoulder, breath slows"),
    ("note   two  spaces inside  ", "two  spaces inside"),
    ("n short", "short"),
    ("note: after a colon", "after a colon"),
    ("NOTE Capitals Stay", "Capitals Stay"),
    ("note bp 128/82", "bp 128/82"),
    ("note: @14:05 is in the text", "@14:05 is in the text"),
    ("note because", "because"),
    ("note “quoted”", "quoted"),
    ("note \"quoted", "quoted"),
    ("note \"a\" and \"b\"", "\"a\" and \"b\""),
    ("note “no” is all he says", "“no” is all he says"),
    ("note he said “no”", "he said “no”"),
    ("note 12 breaths a minute: slow", "12 breaths a minute: slow"),
    ("note music: slower", "music: slower"),
    ("note cd: not here", "cd: not here"),
    ("note don't", "don't"),
    ("note \u{0}\u{1B}[31m", "\u{0}\u{1B}[31m"),
    ("note e\u{301}\u{301}\u{301}", "e\u{301}\u{301}\u{301}"),
    ("note 👩‍👩‍👧 weeps", "👩‍👩‍👧 weeps"),
    ("note שלום", "שלום"),
  ]) func `a note keeps its words`(_ line: String, _ text: String) throws {
    let sentence = try Entry.parse(line, in: Room.live)
    #expect(sentence.command == .write(Note(text)))
    #expect(sentence.observer == nil)
  }

  @Test(arguments: [
    "said I am floating", "said \"I am floating\"", "said \"I am floating", "said “I am floating”",
    "said “I am floating", "said „I am floating“", "said «I am floating»", "said «I am floating",
    "said »I am floating«", "said ‘I am floating’", "said “I am floating\"", "s I am floating",
    "\"I am floating", "“I am floating”", "said: I am floating",
  ]) func `the patient's words need no marks and lose those they have`(_ line: String) {
    #expect(reading(line) == .success(.write(Note("I am floating", voice: .patient))))
  }

  @Test(arguments: [
    ("said \"he said \"no\"\"", "he said \"no\""),
    ("said “he said “no””", "he said “no”"),
    ("said “he said “no”", "he said “no”"),
    ("said it's \"fine\"", "it's \"fine\""),
  ]) func `marks inside the words stay`(_ line: String, _ text: String) {
    #expect(reading(line) == .success(.write(Note(text, voice: .patient))))
  }

  @Test(arguments: [
    ("note jb: hand on shoulder", "jb", "hand on shoulder"),
    ("note JB:hand on shoulder", "jb", "hand on shoulder"),
    ("note jb : hand on shoulder", "jb", "hand on shoulder"),
    ("note dr-l: come at three", "dr-l", "come at three"),
    ("note Dr L: come at three", "dr-l", "come at three"),
    ("note mara kline: quiet", "Mara Kline", "quiet"),
    ("note MK: quiet", "Mara Kline", "quiet"),
    ("note jb: “hand on shoulder”", "jb", "hand on shoulder"),
    ("note jb: 14:05 music off", "jb", "14:05 music off"),
    ("note ana: mine", nil, "mine"),
    ("note “jb: mine”", nil, "jb: mine"),
  ]) func `the name of somebody present before a colon is who saw it`(
    _ line: String,
    _ observer: String?,
    _ text: String
  ) throws {
    let sentence = try Entry.parse(line, in: Room.live)
    #expect(sentence.observer == observer)
    #expect(sentence.command == .write(Note(text)))
  }

  @Test func `who heard the patient may be named too`() throws {
    let sentence = try Entry.parse("said jb: my mother is here", in: Room.live)
    #expect(sentence.observer == "jb")
    #expect(sentence.command == .write(Note("my mother is here", voice: .patient)))
  }

  @Test func `initials that two people share are asked about`() throws {
    var room = Room.live
    room.people.append(Presence(person: "Mia Katz", role: .therapist))
    let error = try #require(failure("note mk: quiet", in: room))
    #expect(error.problem == .ambiguousPerson)
    #expect(error.column == 5)
    #expect(error.length == 2)
    #expect(error.message.contains("Mara Kline or Mia Katz"))
    #expect(try Entry.parse("note mia katz: quiet", in: room).observer == "Mia Katz")
  }

  @Test func `a therapist's seat writes in its own voice`() throws {
    var room = Room.live
    room.noteVoice = .therapist
    #expect(
      try Entry.parse("note she softens", in: room).command
        == .write(Note("she softens", voice: .therapist))
    )
    #expect(
      try Entry.parse("said yes", in: room).command == .write(Note("yes", voice: .patient))
    )
  }

  @Test(arguments: [
    ("hand on shoulder", Verb.note, Command.write(Note("hand on shoulder"))),
    ("note this", .note, .write(Note("note this"))),
    ("128/82 74", .note, .write(Note("128/82 74"))),
    ("I am floating", .said, .write(Note("I am floating", voice: .patient))),
    ("peak", .phase, .declare(.peak)),
    (
      "im 75mg", .dose,
      .give(
        Dose(
          medicine: .ketamine,
          route: .intramuscular,
          amount: Mass(nanograms: 75_000_000)
        )
      )
    ),
    (
      "6 4 2", .scores,
      .score([
        Score(scale: "dissociation", value: 6), Score(scale: "moaas", value: 4),
        Score(scale: "distress", value: 2),
      ])
    ),
    (
      "clonidine 0.1mg po for bp by dr-l", .rx,
      .administer(
        GivenMedicine(
          medicine: "clonidine",
          amount: "0.1mg",
          route: "po",
          reason: "bp",
          orderedBy: "dr-l"
        )
      )
    ),
    (
      "call dr-l bp 172/104, repeat, read back", .rx,
      .callOut(
        Call(
          to: "dr-l",
          about: "bp 172/104",
          said: "repeat",
          isReadBack: true
        )
      )
    ),
    ("nausea mild", .effect, .report(AdverseEffect(term: "nausea", severity: .mild))),
    ("cuff moved", .acknowledge, .acknowledge(nil, words: "cuff moved")),
    ("2: grips", .pin, .wordPin(2, words: "grips")),
  ]) func `a field is the sentence without its first word`(
    _ line: String,
    _ verb: Verb,
    _ command: Command
  ) {
    #expect(reading(line, as: verb) == .success(command))
  }

  @Test func `a time stands before the text of a field`() throws {
    let sentence = try Entry.parse("@14:05 jb: hand", as: .note, in: Room.live)
    #expect(sentence.occurredAt == Room.moment(14, 5))
    #expect(sentence.observer == "jb")
    let error = try #require(failure("@14:05 nausea bad mild mild mild", as: .phase))
    #expect(error.column == 7)
  }

  @Test func `a line beyond the bound is refused and a long one within it is read`() throws {
    let long = "note " + String(repeating: "a", count: Entry.longestLine - 5)
    #expect(failure(long) == nil)
    let error = try #require(failure(long + "a"))
    #expect(error.problem == .tooLong)
    #expect(error.column == 0)
    #expect(error.remedy.contains("64 kilobytes"))
  }
}
