import KapTimeline
import Testing

/// What a score is called beside its band: the range of remission, and a response.
struct OutcomeTests {
  private static func scale(_ response: Scale.Response?, remission: Double?) -> Scale {
    Scale(
      name: "low",
      aliases: [],
      label: "LOW-9",
      shortLabel: "LOW",
      minimum: 0,
      maximum: 60,
      bands: [Scale.Band(from: 0, label: "minimal"), Scale.Band(from: 5, label: "mild")],
      response: response,
      remission: remission.map { Scale.Remission(atMost: $0, source: "test") },
      source: "test"
    )
  }

  private static func rule(_ amount: Double, percent: Bool, rise: Bool = false) -> Scale.Response {
    Scale.Response(amount: amount, isPercent: percent, isRise: rise, source: "test")
  }

  private func room(_ scale: Scale) -> Room {
    Room(.sample { $0.scales.append(scale) }, opened: -30)
  }

  @Test(
    arguments: [
      (rule(50, percent: true), 22, 11, true), (rule(50, percent: true), 22, 12, false),
      (rule(50, percent: true), 0, 0, false), (rule(10, percent: false), 40, 30, true),
      (rule(10, percent: false), 40, 31, false),
      (rule(10, percent: false, rise: true), 40, 50, true),
      (rule(10, percent: false, rise: true), 40, 49, false),
    ] as [(Scale.Response, Double, Double, Bool)]
  )
  func `a response is a change of so much from the first score`(
    rule: Scale.Response,
    earlier: Double,
    later: Double,
    isMet: Bool
  ) throws {
    var room = room(Self.scale(rule, remission: nil))
    try room.type(.score([Score(scale: "low", value: earlier)]), at: -20)
    try room.type(.score([Score(scale: "low", value: later)]), at: 60)
    let states = room.moment(61).assessments
    let words = "response: \(rule.text) \(plain(earlier)) at 13:40"

    #expect(states.map(\.outcomes) == [[], isMet ? [words] : []])
    #expect(states.last?.words.hasSuffix(words) == isMet)
  }

  @Test func `remission is said in words where the score is, and a first score is no response`()
    throws
  {
    var room = room(Self.scale(Self.rule(50, percent: true), remission: 4))
    let entries = try [4.0, 5].map { value in
      try room.type(.score([Score(scale: "low", value: value)]), at: 10 + value)[0]
    }
    let moment = room.moment(30)

    #expect(
      moment.assessments.map(\.words) == ["LOW-9 4, minimal, remission range", "LOW-9 5, mild"]
    )
    #expect(
      entries.map { moment.words(for: $0).text } == [
        "LOW-9 4, minimal, remission range", "LOW-9 5, mild",
      ]
    )
  }

  @Test func `another day is named, a void score is nobody's first`() throws {
    var room = Room(
      .sample { $0.scales.append(Self.scale(Self.rule(50, percent: true), remission: nil)) },
      opened: -900
    )
    let wrong = try room.type(.score([Score(scale: "low", value: 60)]), at: -890)[0]
    try room.type(.score([Score(scale: "low", value: 22)]), at: -880)
    try room.type(.void(.identity(room.id(wrong)), because: "mistyped"), at: -879)
    try room.type(.score([Score(scale: "low", value: 10)]), at: 30)

    #expect(
      room.moment(31).assessments.last?.outcomes
        == ["response: 50 % or more below 22 on 3 Nov"]
    )
  }
}

extension OutcomeTests {
  @Test func `an earlier session's score comes before those of this one, with its year`() throws {
    var room = room(Self.scale(Self.rule(50, percent: true), remission: nil))
    try room.type(.score([Score(scale: "low", value: 40)]), at: 1)
    try room.type(.score([Score(scale: "low", value: 11)]), at: 2)
    let moment = room.moment(3)
    func score(_ scale: String, _ value: Double, day: Double) -> EarlierScore {
      let at = Room.at(day * 1440)
      return EarlierScore(
        scale: scale,
        value: value,
        wall: WallTime(at, offset: .utc),
        receivedAt: at
      )
    }
    let outcomes = { (earlier: EarlierScore) in
      moment.assessments(after: [earlier]).map(\.outcomes)
    }

    #expect(
      outcomes(score("low", 22, day: -2))
        == [[], ["response: 50 % or more below 22 on 2 Nov"]]
    )
    #expect(
      outcomes(score("low", 80, day: -365))
        == [
          ["response: 50 % or more below 80 on 4 Nov 2024"],
          ["response: 50 % or more below 80 on 4 Nov 2024"],
        ]
    )
    // One of another scale says nothing of this one.
    #expect(
      outcomes(score("other", 80, day: -2))
        == moment.assessments.map(\.outcomes)
    )
  }
}

/// Items that are asked only after an answer to an earlier one.
struct BranchingTests {
  private let triage = Scale(
    name: "asks",
    aliases: [],
    label: "ASKS",
    shortLabel: "ASKS",
    minimum: 0,
    maximum: 3,
    items: [("1", 1, nil), ("2", 1, nil), ("3", 2, "2"), ("4", 3, "2"), ("6", 2, nil)].map {
      key,
      level,
      after in
      Scale.Item(
        key: key,
        text: key,
        minimum: 0,
        maximum: 1,
        level: level,
        asksIf: after.map { Scale.Condition(item: $0, atLeast: 1) }
      )
    },
    scoring: .highest,
    source: "test"
  )

  @Test(
    arguments: [
      (["1": 0, "2": 0, "6": 0], [], ["3", "4"], 0), (["1": 1, "2": 0], ["6"], ["3", "4"], 1),
      (["1": 0, "2": 1], ["3", "4", "6"], [], 1), (["1": 0], ["2", "3", "4", "6"], [], nil),
      // What was answered all the same is kept and counts.
      (["1": 0, "2": 0, "4": 1, "6": 0], [], ["3"], 3),
    ] as [([String: Int], [String], [String], Double?)]
  )
  func `what is not asked is not missing`(
    answers: [String: Int],
    missing: [String],
    notAsked: [String],
    value: Double?
  ) throws {
    var room = Room(.sample { $0.scales.append(triage) }, opened: -30)
    try room.type(.assess(Assessment(scale: "asks", answers: answers)), at: 1)
    let state = try #require(room.moment(2).assessments.first)

    #expect(state.skipped == missing)
    #expect(state.notAsked == notAsked)
    #expect(state.value == value)
    #expect(state.words.contains("skipped") == !missing.isEmpty)
  }
}

struct RareItemTests {
  @Test func `an item for few stands in its list once it is answered and never holds up a dose`()
    throws
  {
    let rare = ChecklistItem(
      key: "rare",
      label: "Rare",
      isRequired: false,
      isForFew: true,
      needs: .words,
      source: "test"
    )
    var room = Room(.careful { $0.careRules?.checklists[0].items.append(rare) }, opened: -30)
    let usual = room.moment(-20).checklist(for: .beforeDose).map(\.item.key)
    try room.type(.check([ChecklistMark(item: "rare", words: "prescriber")]), at: -10)

    #expect(!usual.contains("rare"))
    #expect(room.moment(-9).checklist(for: .beforeDose).map(\.item.key) == usual + ["rare"])
    #expect(room.moment(-9).checklist(for: .beforeDose).last?.state == .done)
  }
}
