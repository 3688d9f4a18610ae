import KapTimeline
import Testing

struct WarningScoreTests {
  /// Two signs, in round numbers.
  private let table = WarningScore(
    name: "score",
    bands: [
      WarningScore.Band(sign: .heartRate, to: 40, points: 3),
      WarningScore.Band(sign: .heartRate, from: 41, to: 90, points: 0),
      WarningScore.Band(sign: .heartRate, from: 91, points: 2),
      WarningScore.Band(sign: .temperature, from: 35.1, to: 36, points: 1),
      WarningScore.Band(sign: .temperature, from: 36.1, to: 38, points: 0),
    ],
    oxygenPoints: 2,
    alertScale: "moaas",
    alertFrom: 5,
    notAlertPoints: 3,
    source: "test"
  )

  @Test(
    arguments: [
      (40.0, 37.0, nil, 5.0, 3), (41, 37, nil, 5, 0), (90, 36.1, 0, 5, 0), (91, 36, nil, 5, 3),
      (40.5, 37, nil, 5, 3), (72, 36.05, nil, 5, 1), (72, 37, 2, 5, 2), (72, 37, nil, 4, 3),
      (72, 35, nil, 5, nil), (72, nil, nil, 5, nil),
      (nil, 37, nil, 5, nil),
      (72, 37, nil, nil, nil),
    ] as [(Double?, Double?, Double?, Double?, Int?)]
  )
  func `readings score by their bands, and nothing where one is missing`(
    heartRate: Double?,
    temperature: Double?,
    oxygen: Double?,
    moaas: Double?,
    points: Int?
  ) {
    let set = Vitals(heartRate: heartRate, temperature: temperature, oxygenLitres: oxygen)
    #expect(table.score(of: set, moaas: moaas) == points)
  }

  @Test func `how awake somebody was by then counts, and no notice comes of it`() throws {
    var room = Room(.careful { $0.careRules?.warningScore = table }, opened: -5)
    var set = Vitals(heartRate: 95, temperature: 37)
    room.record(.vitals(set), at: 0)
    #expect(room.moment(1).warningScore(of: room.moment(1).vitals[0]) == nil)
    room.record(.score(Score(scale: "moaas", value: 3)), at: 2)
    set.heartRate = 96
    room.record(.vitals(set), at: 3)
    let sets = room.moment(4).vitals
    #expect(sets.map { room.moment(4).warningScore(of: $0) } == [nil, 5])
    #expect(room.moment(4).notices.filter { $0.rule == "score" }.isEmpty)
    var without = Room(opened: -5)
    without.record(.vitals(set), at: 0)
    #expect(without.moment(1).warningScore(of: without.moment(1).vitals[0]) == nil)
  }

  @Test func `how awake somebody was counts by the one order`() {
    var room = Room(.careful { $0.careRules?.warningScore = table }, opened: -5)
    let set = Event.vitals(Vitals(heartRate: 96, temperature: 37))
    room.record(set, at: 3)
    room.record(.score(Score(scale: "moaas", value: 3)), at: 3, written: 5)
    room.record(set, at: 3, written: 6)
    let moment = room.moment(7)
    #expect(moment.vitals.map { moment.warningScore(of: $0) } == [nil, 5])
  }

  @Test(arguments: [
    (88.0, nil as Double?, false, 3), (88, nil, true, 0), (94, nil, true, 0), (94, 2, true, 3),
  ])
  func `the second scale counts only for those for whom it was chosen`(
    saturation: Double,
    litres: Double?,
    isChosen: Bool,
    points: Int
  ) throws {
    let sign = Sign.oxygenSaturation
    let score = WarningScore(
      name: "score",
      bands: [
        WarningScore.Band(sign: sign, to: 91, points: 3),
        WarningScore.Band(sign: sign, from: 92, points: 0),
      ],
      second: WarningScore.SecondScale(
        name: "scale 2",
        item: "consent",
        bands: [
          WarningScore.Band(sign: sign, to: 87, points: 1),
          WarningScore.Band(sign: sign, from: 88, to: 92, points: 0),
          WarningScore.Band(sign: sign, from: 93, points: 0, isOnOxygen: false),
          WarningScore.Band(sign: sign, from: 93, points: 1, isOnOxygen: true),
        ],
        source: "test"
      ),
      oxygenPoints: 2,
      source: "test"
    )
    var room = Room(.careful { $0.careRules?.warningScore = score }, opened: -5)
    let set = Vitals(oxygenSaturation: saturation, oxygenLitres: litres)
    if isChosen {
      try room.type(.check([ChecklistMark(item: "consent", words: "prescriber, COPD")]), at: -1)
    }
    room.record(.vitals(set), at: 1)
    let newest = try #require(room.moment(2).newestWarningScore(offset: .utc))

    #expect(newest.words == "score \(points) at 14:01\(isChosen ? ", scale 2" : ""), a number only")
    #expect(newest.entry == room.moment(2).lastVitals(1).first?.entry)
    // Chosen later, it changes nothing before.
    try room.type(.check([ChecklistMark(item: "consent", words: "now")]), at: 2)
    #expect(room.moment(3).newestWarningScore(offset: .utc)?.words == newest.words)
  }
}
