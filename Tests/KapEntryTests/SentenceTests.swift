import KapEntry
import KapTimeline
import Testing

struct SentenceTests {
  @Test(arguments: [
    ("phase peak", Command.declare(.peak)),
    ("p peak", .declare(.peak)),
    ("PHASE Peak", .declare(.peak)),
    ("phase come-up", .declare(.onset)),
    ("phase come up", .declare(.onset)),
    ("phase dosing", .declare(.administration)),
    ("phase return", .declare(.return)),
    ("phase baseline because the dose waits", .declare(.baseline, because: "the dose waits")),
    ("diss 6", .score([Score(scale: "dissociation", value: 6)])),
    ("diss6", .score([Score(scale: "dissociation", value: 6)])),
    ("dissociation: 6", .score([Score(scale: "dissociation", value: 6)])),
    ("MOAA/S 4", .score([Score(scale: "moaas", value: 4)])),
    ("scale phq9 14", .score([Score(scale: "phq9", value: 14)])),
    ("scale PHQ-9 14", .score([Score(scale: "phq9", value: 14)])),
    ("phq 0", .score([Score(scale: "phq9", value: 0)])),
    ("rass -2", .score([Score(scale: "rass", value: -2)])),
    ("rass \u{2212}2", .score([Score(scale: "rass", value: -2)])),
    ("distress 2.5", .score([Score(scale: "distress", value: 2.5)])),
    ("diss 6, moaas 4, distress 8", .score(three)),
    ("scores 6 4 8", .score(three)),
    ("scores diss 6 moaas 4 distress 8", .score(three)),
    ("scores 6 moaas 4 distress 8", .score(three)),
    (
      "scores 6 - 8",
      .score([Score(scale: "dissociation", value: 6), Score(scale: "distress", value: 8)])
    ),
    ("technique guided-imagery start", guided(.start)),
    ("technique guided imagery stop", guided(.stop)),
    ("technique Guided-Imagery begin", guided(.start)),
    (
      "technique hand-on-shoulder start",
      .change(TechniqueChange(name: "hand on shoulder", group: "touch", edge: .start))
    ),
    (
      "technique reassurance",
      .change(TechniqueChange(name: "reassurance", group: "technique", edge: .once))
    ),
    ("technique humming", .change(TechniqueChange(name: "humming", edge: .once))),
    ("technique slow-humming start", .change(TechniqueChange(name: "slow humming", edge: .start))),
    ("modality act", .change(TechniqueChange(name: "act", group: "modality", edge: .once))),
    ("modality ACT start", .change(TechniqueChange(name: "act", group: "modality", edge: .start))),
    ("theme connection 2", .mark(ThemeMark(name: "connection", intensity: 2))),
    ("theme connection", .mark(ThemeMark(name: "connection"))),
    ("theme early-memory 0", .mark(ThemeMark(name: "early memory", intensity: 0))),
    ("effect nausea mild", .report(AdverseEffect(term: "nausea", severity: .mild))),
    ("effect nausea", .report(AdverseEffect(term: "nausea"))),
    ("effect nausea end", .report(AdverseEffect(term: "nausea", hasEnded: true))),
    ("effect nausea ended", .report(AdverseEffect(term: "nausea", hasEnded: true))),
    (
      "effect blurred vision severe",
      .report(AdverseEffect(term: "blurred vision", severity: .severe))
    ),
    (
      "effect blurred-vision, moderate",
      .report(AdverseEffect(term: "blurred vision", severity: .moderate))
    ),
    (
      "effect rash life-threatening",
      .report(AdverseEffect(term: "rash", severity: .lifeThreatening))
    ),
    (
      "effect rash life threatening",
      .report(AdverseEffect(term: "rash", severity: .lifeThreatening))
    ),
    ("pin", .dropPin()),
    ("pin frightened", .dropPin(words: "frightened")),
    ("pin: frightened", .dropPin(words: "frightened")),
    ("pin: 2 breaths", .dropPin(words: "2 breaths")),
    ("pin 2: frightened, grips the chair", .wordPin(2, words: "frightened, grips the chair")),
    ("pin 2 : frightened", .wordPin(2, words: "frightened")),
    ("pin 2:frightened", .wordPin(2, words: "frightened")),
    ("later", .postpone(nil)),
    ("later vitals", .postpone(.word("vitals"))),
    ("later vitals+20", .postpone(.key("vitals+20"))),
    ("later Vitals  +20, required", .postpone(.key("vitals+20"))),
    ("later BP again", .postpone(.word("bp again"))),
    ("notdone VITALS +20 because asleep", .skip(.key("vitals+20"), because: "asleep")),
    ("notdone vitals because asleep", .skip(.word("vitals"), because: "asleep")),
    ("notdone vitals+20 because asleep", .skip(.key("vitals+20"), because: "asleep")),
    ("notdone second vitals because asleep", .skip(.word("second vitals"), because: "asleep")),
    ("join cd as therapist", .join("cd", .therapist)),
    ("join Carla Diaz as mon", .join("Carla Diaz", .monitor)),
    ("leave jb", .leave("jb")),
    ("leave Mara Kline", .leave("Mara Kline")),
    ("end", .end),
    ("end  ", .end),
    ("reopen because patient came back", .reopen(because: "patient came back")),
    ("weight 70kg", .setFrame(.weight(70))),
    ("weight 70.5 kg", .setFrame(.weight(70.5))),
    ("weight 154lb", .setFrame(.weight(69.85))),
    ("weight 154 lbs", .setFrame(.weight(69.85))),
    ("intention “be with the grief”", .setFrame(.intention("be with the grief"))),
    (
      "calming slower music, hand on shoulder",
      .setFrame(.calming("slower music, hand on shoulder"))
    ),
    ("allergies none", .setFrame(.allergies("none"))),
    ("allergies: penicillin", .setFrame(.allergies("penicillin"))),
    ("escort sister, 14:30", .setFrame(.escort("sister, 14:30"))),
    ("touch hand and shoulder only", .setFrame(.touch("hand and shoulder only"))),
    ("stopsign raised palm", .setFrame(.stopSign("raised palm"))),
    ("stop-sign raised palm", .setFrame(.stopSign("raised palm"))),
    ("room 2", .setFrame(.room("2"))),
  ]) func `a sentence is understood`(_ line: String, _ command: Command) {
    #expect(reading(line) == .success(command))
  }

  private static let three = [
    Score(scale: "dissociation", value: 6), Score(scale: "moaas", value: 4),
    Score(scale: "distress", value: 8),
  ]

  private static func guided(_ edge: Edge) -> Command {
    .change(TechniqueChange(name: "guided imagery", group: "technique", edge: edge))
  }

  @Test(arguments: [
    ("", 0, 0, EntryError.Problem.empty), ("   ", 0, 0, .empty), (",", 0, 0, .empty),
    ("vitls 128/82", 0, 5, .unknownVerb), ("he is calm", 0, 2, .unknownVerb),
    ("jb: hand on shoulder", 0, 3, .unknownVerb), (": x", 0, 1, .unknownVerb),
    ("٣ breaths", 0, 1, .foreignDigits), ("  12 breaths", 2, 2, .beginsWithNumber),
    ("phase", 5, 0, .missing), ("phase peek", 6, 4, .unknownWord),
    ("phase peak because", 18, 0, .needsReason), ("phase of the moon", 6, 11, .unknownWord),
    ("diss", 4, 0, .missing), ("diss six", 5, 3, .notANumber), ("diss 6/10", 5, 4, .notANumber),
    ("diss 6 diss 7", 7, 4, .repeated), ("diss 6 mood 4", 7, 4, .unknownWord),
    ("scale", 5, 0, .missing), ("scale mood 4", 6, 4, .unknownWord),
    ("scores 6 4 8 2", 13, 1, .unknownWord), ("scores 6 diss 7", 9, 4, .repeated),
    ("diss ٦", 5, 1, .foreignDigits), ("diss 999999999", 5, 9, .numberTooLarge),
    ("technique", 9, 0, .missing), ("technique start", 15, 0, .missing),
    ("technique guided-imagery", 24, 0, .missing), ("modality", 8, 0, .missing),
    ("theme", 5, 0, .missing), ("theme 2", 6, 1, .missing), ("theme grief 2.5", 12, 3, .notANumber),
    ("effect", 6, 0, .missing), ("effect mild", 11, 0, .missing),
    ("note", 4, 0, .needsWords), ("note   ", 4, 0, .needsWords), ("note jb:", 8, 0, .needsWords),
    ("said", 4, 0, .needsWords), ("said “”", 7, 0, .needsWords),
    ("pin:", 4, 0, .needsWords), ("pin 2", 4, 1, .needsWords), ("pin 2:", 6, 0, .needsWords),
    ("pin 2 words", 4, 1, .needsWords), ("pin 0: words", 4, 1, .numberTooLarge),
    ("pin 99999999999999999999: x", 4, 20, .numberTooLarge),
    ("notdone", 7, 0, .missing), ("notdone vitals", 14, 0, .needsReason),
    ("notdone because asleep", 7, 0, .missing),
    ("join", 4, 0, .missing), ("join jb", 7, 0, .missing), ("join jb as", 10, 0, .missing),
    ("join jb as cook", 11, 4, .unknownWord), ("join jb as therapist now", 21, 3, .unknownWord),
    ("leave", 5, 0, .needsWords), ("end now", 4, 3, .unknownWord),
    ("reopen", 6, 0, .needsReason), ("reopen because", 14, 0, .needsReason),
    ("undo", 4, 0, .needsReason), ("undo mistyped", 5, 8, .needsReason),
    ("weight", 6, 0, .missing), ("weight 70", 7, 2, .unknownUnit),
    ("weight 70 stone", 7, 2, .unknownUnit), ("weight heavy", 7, 5, .notANumber),
    ("weight 70kg now", 12, 3, .unknownWord), ("allergies", 9, 0, .needsWords),
  ]) func `what is wrong is said in its place`(
    _ line: String,
    _ column: Int,
    _ length: Int,
    _ problem: EntryError.Problem
  ) throws {
    let error = try #require(failure(line))
    #expect(error.problem == problem)
    #expect(error.column == column)
    #expect(error.length == length)
    #expect(!error.message.isEmpty)
    #expect(error.remedy.hasSuffix("."))
  }

  @Test(arguments: [
    ("vitls 128/82", "vitals"), ("nte hand on shoulder", "note"), ("siad no", "said"),
    ("dosse im 75mg", "dose"), ("phas peak", "phase"), ("dis 6", "diss"),
    ("phase peek", "peak"), ("phase onste", "onset"), ("dose im 75mg bolsu", "bolus"),
    ("infusion puase", "pause"), ("scale phq8 4", "phq9"), ("join jb as therapst", "therapist"),
    ("noreading bpp because x", "bp"),
  ]) func `a slip of the hand is answered with the word`(_ line: String, _ word: String) throws {
    let error = try #require(failure(line))
    #expect(error.remedy.contains(word), "\(error.remedy)")
  }

  @Test(arguments: ["shoulders drop, long breath", "he is calm", "zz", "痛い 痛い"])
  func `what is far from every verb is sent to a note`(_ line: String) throws {
    let error = try #require(failure(line))
    #expect(error.remedy.contains("note"))
    #expect(!error.remedy.contains("if that is meant"))
  }

  @Test func `an observation without its verb is told where it belongs`() throws {
    let error = try #require(failure("jb: hand on shoulder"))
    #expect(error.remedy == "Type note jb: and the words.")
  }

  @Test(arguments: Verb.allCases) func `every verb's example is understood as that verb`(
    _ verb: Verb
  ) throws {
    let sentence = try Entry.parse(verb.example, in: Room.live)
    #expect(sentence.verb == verb)
  }

  @Test func `the vocabulary holds every verb once and no form twice`() {
    #expect(
      Entry.vocabulary.map(\.verb).sorted { $0.rawValue < $1.rawValue }
        == Verb.allCases.sorted { $0.rawValue < $1.rawValue }
    )
    let forms = Entry.vocabulary.flatMap(\.forms)
    #expect(Set(forms).count == forms.count)
    for usage in Entry.vocabulary {
      #expect(!usage.help.isEmpty && usage.help.count <= 90)
      #expect(usage.forms.allSatisfy { $0 == $0.lowercased() })
    }
  }

  @Test func `without a protocol any scale is taken by name`() {
    #expect(
      reading("scale phq-9 14", in: Room.bare)
        == .success(.score([Score(scale: "phq9", value: 14)]))
    )
    #expect(
      reading("diss 6 moaas 4", in: Room.bare)
        == .success(
          .score([Score(scale: "dissociation", value: 6), Score(scale: "moaas", value: 4)])
        )
    )
  }
}
