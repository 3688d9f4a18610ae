import KapEntry
import KapTimeline
import Testing

struct CareSentenceTests {
  private static func milligrams(_ amount: Int64) -> Mass { Mass(nanograms: amount * 1_000_000) }

  private static func limit(
    _ sign: Sign,
    _ side: Limit.Side,
    _ value: Double,
    by person: String? = nil
  ) -> PersonalLimit {
    PersonalLimit(sign: sign, side: side, value: value, reason: "treated", orderedBy: person)
  }

  private static let iv = Dose(
    medicine: .ketamine,
    route: .intravenous,
    amount: milligrams(35),
    duration: .minutes(40)
  )

  private static let vial = DrugSupply(
    medicine: "ketamine",
    drawn: milligrams(50),
    given: milligrams(35),
    wasted: milligrams(15)
  )

  @Test(arguments: [
    ("check identity", [ChecklistMark(item: "identity")]),
    ("check Identity yes", [ChecklistMark(item: "identity")]),
    ("check identity, weight", [ChecklistMark(item: "identity"), ChecklistMark(item: "weight")]),
    (
      "check identity, pregnancy n/a, consent: version 3, signed 2 Nov",
      [
        ChecklistMark(item: "identity"), ChecklistMark(item: "pregnancy", answer: .notApplicable),
        ChecklistMark(item: "consent", words: "version 3, signed 2 Nov"),
      ]
    ),
    (
      "check pregnancy n/a: not of age",
      [ChecklistMark(item: "pregnancy", answer: .notApplicable, words: "not of age")]
    ),
    ("check weight no : asked", [ChecklistMark(item: "weight", answer: .no, words: "asked")]),
    (
      "check identity, weight by dr-l: seen",
      [
        ChecklistMark(item: "identity"),
        ChecklistMark(item: "weight", words: "seen", by: "dr-l"),
      ]
    ),
    (
      "check consent: “version 3, weight: 70”",
      [ChecklistMark(item: "consent", words: "version 3, weight: 70")]
    ),
    (
      "check identity: by card, born: 1980, in person",
      [ChecklistMark(item: "identity", words: "by card, born: 1980, in person")]
    ),
    ("check consent-signed: v3", [ChecklistMark(item: "consent", words: "v3")]),
    ("check readytime: 95", [ChecklistMark(item: "readytime", words: "95")]),
    ("check readytime: 1h35", [ChecklistMark(item: "readytime", words: "95")]),
  ]) func `items are checked, several at once`(_ line: String, _ marks: [ChecklistMark]) {
    #expect(reading(line) == .success(.check(marks)))
  }

  @Test(arguments: [
    ("plan iv 35mg over 40m", DosePlan(dose: iv)),
    (
      "plan 35mg conc 10mg/ml iv last 30mg over 40m weight 70kg because he asked",
      DosePlan(
        dose: iv,
        weight: 70,
        concentration: 10,
        previous: milligrams(30),
        reason: "he asked"
      )
    ),
    ("plan iv 35mg over 40m conc 10000 mcg/ml", DosePlan(dose: iv, concentration: 10)),
  ]) func `a dose is planned`(_ line: String, _ plan: DosePlan) {
    #expect(reading(line) == .success(.plan(plan)))
  }

  @Test(arguments: [
    (
      "limit bp 170/105 because treated",
      [limit(.systolic, .above, 170), limit(.diastolic, .above, 105)]
    ),
    ("limit hr above 120 because treated", [limit(.heartRate, .above, 120)]),
    (
      "limit hr above 120, spo2 below 90 by dr-l because treated",
      [
        limit(.heartRate, .above, 120, by: "dr-l"),
        limit(.oxygenSaturation, .below, 90, by: "dr-l"),
      ]
    ),
    ("limit hr above 120 because treated by dr-l", [limit(.heartRate, .above, 120, by: "dr-l")]),
    (
      "limit systolic below 90 by MK because treated",
      [limit(.systolic, .below, 90, by: "Mara Kline")]
    ),
    ("limit temp above 100.4f because treated", [limit(.temperature, .above, 38)]),
  ]) func `limits are set for a person`(_ line: String, _ limits: [PersonalLimit]) {
    #expect(reading(line) == .success(.setLimits(limits)))
  }

  @Test func `a by that names nobody belongs to the reason`() throws {
    let sentence = try Entry.parse("limit hr above 120 because asked by letter", in: Room.live)
    guard case .setLimits(let limits) = sentence.command else {
      Issue.record("\(sentence)")
      return
    }
    #expect(limits.map(\.reason) == ["asked by letter"])
    #expect(limits.map(\.orderedBy) == [nil])
  }

  @Test func `a vial is accounted for, its parts in any order`() {
    #expect(
      reading("vial drawn 50mg given 35mg wasted 15mg") == .success(.account(Self.vial))
    )
    var whole = Self.vial
    whole.medicine = "esketamine"
    whole.concentration = 10
    whole.lot = "A12"
    whole.expiry = "2027-03"
    whole.witness = "Mara Kline"
    whole.method = "given to pharmacy"
    #expect(
      reading(
        "vial esketamine lot A12 exp 2027-03 wasted 15mg drawn 50 mg method given to pharmacy"
          + " given 35mg conc 10mg/ml witness mk"
      ) == .success(.account(whole))
    )
  }

  @Test(arguments: [
    ("lozenge spit", Command.lozenge(.spit)), ("spit", .lozenge(.spit)),
    ("swallow", .lozenge(.swallow)), ("quiet", .quiet),
    ("hr 74 by hand", .record(Vitals(heartRate: 74, method: .manual))),
    ("emergency", .emergency(EmergencyStep(.start))),
    ("emergency not breathing", .emergency(EmergencyStep(.start, words: "not breathing"))),
    ("emergency: step back", .emergency(EmergencyStep(.start, words: "step back"))),
    (
      "emergency step infusion-stopped",
      .emergency(EmergencyStep(.step, name: "infusion stopped"))
    ),
    ("emergency step 2: 112", .emergency(EmergencyStep(.step, name: "help called", words: "112"))),
    ("emergency step: chair moved", .emergency(EmergencyStep(.step, words: "chair moved"))),
    ("stand-down", .emergency(EmergencyStep(.standDown))),
    ("standdown by mistake", .emergency(EmergencyStep(.standDown, isMistake: true))),
    ("stand-down: talks", .emergency(EmergencyStep(.standDown, words: "talks"))),
    (
      "emergency stand-down by mistake: key",
      .emergency(EmergencyStep(.standDown, words: "key", isMistake: true))
    ),
    ("handover cd", .handOver(to: "cd", .handOver)),
    ("handover mk cover: lunch", .handOver(to: "Mara Kline", .cover, words: "lunch")),
    ("hand-over ana back", .handOver(to: "ana", .back)),
    ("leave jb because called away", .leave("jb", because: "called away")),
    (
      "dose in esketamine 28mg lot A12 exp 2027-03",
      .give(
        Dose(
          medicine: .esketamine,
          route: .intranasal,
          amount: milligrams(28),
          lot: "A12",
          expiry: "2027-03"
        )
      )
    ),
    (
      "given ondansetron 4mg iv for nausea by dr-l response settled by 14:30",
      .administer(
        GivenMedicine(
          medicine: "ondansetron",
          amount: "4mg",
          route: "iv",
          reason: "nausea",
          orderedBy: "dr-l",
          response: "settled by 14:30"
        )
      )
    ),
    (
      "effect nausea mild serious related probable action medicine given outcome recovered end",
      .report(
        AdverseEffect(
          term: "nausea",
          severity: .mild,
          hasEnded: true,
          isSerious: true,
          relatedness: "probable",
          action: "medicine given",
          outcome: "recovered"
        )
      )
    ),
    (
      "effect nausea outcome continuing life threatening not-serious",
      .report(
        AdverseEffect(
          term: "nausea",
          severity: .lifeThreatening,
          isSerious: false,
          outcome: "continuing"
        )
      )
    ),
    ("effect \"nausea awful\" mild", .report(AdverseEffect(term: "nausea awful", severity: .mild))),
    ("effect odd taste mild", .report(AdverseEffect(term: "odd taste", severity: .mild))),
    ("effect mild nausea today", .report(AdverseEffect(term: "mild nausea today"))),
    (
      "assess phq9 2 1 0 3 - 0 2 1 0",
      .assess(
        Assessment(
          scale: "phq9",
          answers: ["1": 2, "2": 1, "3": 0, "4": 3, "6": 0, "7": 2, "8": 1, "9": 0]
        )
      )
    ),
    (
      "assess PHQ-9 210310210",
      .assess(
        Assessment(
          scale: "phq9",
          answers: [
            "1": 2, "2": 1, "3": 0, "4": 3, "5": 1, "6": 0, "7": 2, "8": 1, "9": 0,
          ]
        )
      )
    ),
    (
      "assess cssrs 1=1 2=yes 6=n",
      .assess(Assessment(scale: "cssrs", answers: ["1": 1, "2": 1, "6": 0]))
    ),
  ]) func `the rest of what care asks for is said in a line`(_ line: String, _ command: Command) {
    #expect(reading(line) == .success(command))
  }

  @Test(arguments: [
    ("identity, weight", Verb.check), ("spit", .lozenge), ("iv 35mg", .plan),
    ("mk cover", .handOver),
    ("by mistake", .standDown), ("step 1", .emergency), ("plan iv 35mg", .rx), ("spit", .rx),
    ("bp 170/105 because treated", .limit), ("phq9 1", .assess),
  ]) func `a field of these is the sentence without its verb`(_ line: String, _ verb: Verb) {
    #expect(failure(line, as: verb) == nil)
  }

  @Test func `no verb shares its words with another, nor with a scale or a sign`() {
    let forms = Entry.vocabulary.flatMap { usage in usage.forms.map { ($0, usage.verb) } }
    #expect(Set(forms.map(\.0)).count == forms.count)
    #expect(Set(Entry.vocabulary.map(\.verb)) == Set(Verb.allCases))
    for (form, verb) in forms where verb != .vitals && verb != .scores {
      #expect(failure("\(form) 7").map(\.problem) != .unknownVerb)
      #expect((try? Entry.parse("\(form) 7", in: Room.live).verb) ?? verb == verb, "\(form)")
    }
  }
}
