import KapEntry
import KapTimeline
import Testing

struct CompletionTests {
  private func words(_ line: String, as verb: Verb? = nil) -> [String] {
    Entry.completions(of: line, at: line.count, as: verb, in: Room.live).map(\.replacement)
  }

  @Test(arguments: ["", "  ", "@14:05 "]) func `on an empty line every verb is listed with help`(
    _ line: String
  ) {
    let found = Entry.completions(of: line, at: line.count, in: Room.live)
    #expect(found.count == Verb.allCases.count)
    #expect(found.allSatisfy { !$0.help.isEmpty && $0.range == line.count..<line.count })
  }

  @Test(
    arguments: [
      ("ph", ["phase", "phq9", "phq"]), ("not", ["note", "notdone"]), ("spo", ["spo2"]),
      ("vit", ["vitals"]), ("xyz", []),
      ("phase ", Phase.allCases.map(\.rawValue)), ("phase pe", ["peak"]),
      ("phase baseline ", ["because"]),
      (
        "dose ",
        [
          "iv", "im", "sl", "po", "in", "ketamine", "esketamine", "over", "bolus", "push", "lot",
          "exp",
        ]
      ),
      ("dose i", ["iv", "im", "in"]), ("dose iv 35mg ov", ["over"]), ("dose iv 35mg over ", []),
      ("infusion ", ["start", "rate", "pause", "resume", "stop"]),
      ("infusion r", ["rate", "resume"]),
      ("diss ", []), ("diss 6 mo", ["moaas"]), ("moaas ", ["5", "4"]), ("moaas 4", ["4"]),
      ("diss 6 moaa/s ", ["5", "4"]), ("moaas 4 di", ["dissociation", "distress"]),
      ("scale ph", ["phq9"]), ("diss 6 di", ["distress"]),
      ("technique gu", ["guided-imagery"]), ("technique hand on", ["once"]),
      ("technique guided-imagery st", ["start", "stop"]),
      ("effect na", ["nausea"]), ("effect nausea mo", ["moderate"]),
      ("effect bl", ["blurred-vision"]),
      ("given on", ["ondansetron"]), ("given ondansetron 4mg iv b", ["by"]),
      ("given ondansetron by d", ["dr-l"]), ("order clonidine by dr-l re", ["read back"]),
      ("call d", ["dr-l"]), ("call dr-l ab", ["about"]),
      ("join cd a", ["as"]), ("join cd as th", ["therapist"]), ("leave j", ["jb"]),
      ("noreading ", ["bp", "hr", "spo2", "rr", "temp", "because"]),
      ("noreading bp because ", ["cuff failed", "asleep", "refused", "moving"]),
      ("noreading bp because cuff f", ["cuff failed"]),
      ("void a12 because wrong t", ["wrong time"]), ("undo because ", Room.rules.reasons.void),
      ("notdone ", ["vitals +20"]), ("notdone vitals ", ["+20", "because"]),
      ("notdone vitals because as", ["asleep"]),
      ("later ", ["vitals +20"]), ("later vi", ["vitals +20"]), ("later vitals +", ["+20"]),
      ("later vitals+", ["vitals+20"]), ("later vitals +20 ", []),
      (
        "bp 128/82 ",
        [
          "hr", "spo2", "rr", "temp", "on", "supine", "lateral", "sitting", "standing", "by",
          "baseline",
        ]
      ),
      ("bp 128/82 hr 74 s", ["spo2", "supine", "sitting", "standing"]),
      ("hr 74 on ", ["o2", "air"]),
      ("128/82 74 te", ["temp"]), ("bp ", []),
      ("pin ", ["1:", "2:"]), ("note j", ["jb:"]), ("note the ", []), ("allergies n", ["none"]),
      ("correct a12 ph", ["phase"]), ("correct a12 phase pe", ["peak"]),
      ("correct a12 hr 80 bec", ["because"]), ("correct a12 hr 80 because mis", ["mistyped"]),
      ("@14:05 phase pe", ["peak"]), ("end ", []), ("confirm ", []), ("he is ca", []),
    ] as [(String, [String])]
  ) func `what may come next is offered`(
    _ line: String,
    _ expected: [String]
  ) {
    #expect(words(line) == expected)
  }

  @Test(
    arguments: [
      ("ond", Verb.rx, ["ondansetron"]), ("ca", .rx, ["call"]),
      ("dose i", .rx, ["iv", "im", "in"]),
      ("pe", .phase, ["peak"]),
      ("", .technique, ["guided-imagery", "hand-on-shoulder", "reassurance"]),
      ("6 moa", .scores, ["moaas"]), ("", .note, ["jb:", "dr-l:", "Mara Kline:"]),
    ] as [(String, Verb, [String])]
  ) func `a field is completed as its verb`(
    _ line: String,
    _ verb: Verb,
    _ expected: [String]
  ) {
    #expect(words(line, as: verb) == expected)
  }

  @Test func `people of the clinic take over and come in, in the room or not`() {
    var context = Room.live
    context.author = "jb"
    context.clinicPeople = [
      Presence(person: "jb", role: .therapist), Presence(person: "zoe", role: .monitor),
    ]
    let offered = { (line: String) in
      Entry.completions(of: line, at: line.count, in: context).map(\.replacement)
    }
    #expect(offered("handover ").contains("zoe"))
    #expect(!offered("handover ").contains("jb"))
    #expect(offered("handover z") == ["zoe"])
    #expect(offered("join ") == ["zoe"])
  }

  @Test func `an entry that waits is offered to be confirmed, by its name`() {
    var context = Room.live
    context.waiting = [EntryContext.DueName(key: "a5", title: "BP 231/104")]
    for verb in ["confirm", "artefact"] {
      let found = Entry.completions(of: "\(verb) ", at: verb.count + 1, in: context)
      #expect(found.map(\.replacement) == ["a5"])
      #expect(found.map(\.help) == ["BP 231/104"])
    }
  }

  @Test func `a limit is completed with a value, of a pair with both`() {
    #expect(words("limit bp ").first?.contains("/") == true)
    #expect(words("limit bp ").contains("below"))
    #expect(words("limit bp 170/105 ").contains("because"))
  }

  @Test func `a questionnaire's name leads on to its parts, and a part to its answers`() throws {
    #expect(words("phq9 ") == ["assess phq9"])
    let parts = words("assess phq9 ")
    let items = try #require(Room.rules.scale(named: "phq9")).items
    #expect(parts == items.map { "\($0.key)=" })
    let key = try #require(items.first?.key)
    #expect(words("assess phq9 \(key)=").contains("\(key)=\(items[0].maximum)"))
    #expect(!words("assess phq9 \(key)=1 ").contains("\(key)="))
    #expect(words("assess phq9 1 ") == items.dropFirst().map { "\($0.key)=" })
  }

  @Test func `only the word at the cursor is replaced`() throws {
    let found = Entry.completions(of: "phase pe because", at: 8, in: Room.live)
    let completion = try #require(found.first)
    #expect(completion.replacement == "peak")
    #expect(completion.range == 6..<8)
  }

  @Test func `a note that reads like vitals is offered as vitals`() throws {
    let found = Entry.completions(of: "note hr 80 spo2 97", at: 18, in: Room.live)
    #expect(found.map(\.replacement) == ["hr 80 spo2 97"])
    #expect(found.first?.range == 0..<18)
    #expect(found.first?.verb == .vitals)
    let field = Entry.completions(of: "128/82 74", at: 9, as: .note, in: Room.live)
    #expect(field.map(\.replacement) == ["128/82 74"])
    #expect(field.first?.range == 0..<9)
    #expect(field.first?.verb == .vitals)
  }

  @Test(arguments: [-5, 0, 3, 900]) func `a cursor outside the line is kept within it`(
    _ cursor: Int
  ) {
    for completion in Entry.completions(of: "phase pe", at: cursor, in: Room.live) {
      #expect((0...8).contains(completion.range.lowerBound))
      #expect((0...8).contains(completion.range.upperBound))
    }
  }

  @Test(arguments: Entry.vocabulary) func `what is completed to a verb is one`(_ usage: VerbUsage) {
    for form in usage.forms { #expect(Verb(form: form) == usage.verb) }
  }
}
