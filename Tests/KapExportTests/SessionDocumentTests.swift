import KapExport
import KapRecord
import KapTestSupport
import KapTimeline
import Testing

/// What the document says of checks, doses, events and leaving.
struct SessionDocumentTests {
  private static let start = Instant(milliseconds: 1_762_264_800_000)

  /// A session under rules with one item in each list and one scale.
  private func session(_ facts: [(minute: Double, event: Event)]) -> Session {
    var random = RandomEvents(seed: 1)
    var opening = random.opening()
    func item(_ key: String, _ needs: ChecklistItem.Needs = .tick) -> ChecklistItem {
      ChecklistItem(key: key, label: key, isRequired: true, needs: needs, source: "test")
    }
    opening.clinicProtocol.careRules = CareRules(checklists: [
      Checklist(purpose: .beforeDose, title: "t", items: [item("identity"), item("consent")]),
      Checklist(purpose: .leaving, title: "t", items: [item("rems", .minutes)]),
    ])
    opening.clinicProtocol.stay = MinimumStay(minutes: 60, isHard: false, source: "test")
    opening.clinicProtocol.hold = nil
    opening.clinicProtocol.scales = [
      Scale(
        name: "mood",
        aliases: [],
        label: "Mood",
        shortLabel: "Mood",
        minimum: 0,
        maximum: 4,
        items: ["1", "2"].map { Scale.Item(key: $0, text: "t", minimum: 0, maximum: 2) },
        bands: [Scale.Band(from: 2, label: "some")],
        response: .init(amount: 50, isPercent: true, isRise: false, source: "test"),
        remission: .init(atMost: 1, source: "test"),
        source: "test"
      ),
      Scale(
        name: "triage",
        aliases: [],
        label: "Triage",
        shortLabel: "Triage",
        minimum: 0,
        maximum: 1,
        items: [
          Scale.Item(key: "1", text: "t", minimum: 0, maximum: 1, level: 1),
          Scale.Item(
            key: "2",
            text: "t",
            minimum: 0,
            maximum: 1,
            level: 1,
            asksIf: .init(item: "1", atLeast: 1)
          ),
        ],
        scoring: .highest,
        source: "test"
      ),
    ]
    let writer = random.eventID().writer
    return Session(
      replaying: ([(0, .opened(opening))] + facts).enumerated().map { place, fact in
        Recorded(
          id: EventID(writer: writer, sequence: place + 1),
          occurredAt: Self.start + .minutes(fact.0),
          recordedAt: Self.start + .minutes(fact.0),
          offset: .utc,
          author: "ar",
          role: .monitor,
          source: .typed,
          event: fact.1
        )
      }
    )
  }

  private func document(_ session: Session, at minute: Double) throws -> [String: JSONValue] {
    var generator = SeededGenerator(seed: 1)
    let moment = Moment(session, at: Self.start + .minutes(minute))
    let value = try SessionDocument(SessionID(using: &generator), at: moment).value()
    guard case .object(let members) = value else { return [:] }
    return members
  }

  private func elements(_ value: JSONValue?) -> [[String: JSONValue]] {
    guard case .array(let values)? = value else { return [] }
    return values.map { value in
      guard case .object(let members) = value else { return [:] }
      return members
    }
  }

  private func members(_ value: JSONValue?) -> [String: JSONValue] {
    guard case .object(let members)? = value else { return [:] }
    return members
  }

  @Test func `before anything happened the members are there and say so`() throws {
    let empty = try document(session([]), at: 1)
    #expect(empty["cumulativeMilligrams"] == .number(0))
    #expect(empty["infusionRunning"] == .boolean(false))
    #expect(empty["assessments"] == .array([]))
    #expect(empty["adverseEvents"] == .array([]))
    #expect(
      elements(empty["checklist"]).map { $0["state"] }
        == Array(repeating: .string("open"), count: 3)
    )
    let ready = members(empty["readiness"])
    #expect(ready["stayReached"] == .boolean(false))
    #expect(ready["stayUntil"] == nil)
    #expect(ready["missing"] == .array([.string("minimum stay"), .string("rems")]))
    #expect(try document(Session(), at: 1)["cumulativeMilligrams"] == nil)
  }

  @Test func `each member says what the record does, and leaves out what nobody knows`() throws {
    let dose = Dose(
      medicine: .ketamine,
      route: .intravenous,
      amount: Mass(milligrams: 40) ?? .zero,
      duration: .minutes(40)
    )
    let session = session([
      (1, .check(ChecklistMark(item: "consent", words: "version 3"))),
      (2, .assessment(Assessment(scale: "mood", answers: ["1": 2, "2": 1]))),
      (3, .assessment(Assessment(scale: "mood", answers: ["1": 1]))),
      (4, .dose(dose)),
      (14, .effect(AdverseEffect(term: "nausea", severity: .severe, isSerious: false))),
      (16, .effect(AdverseEffect(term: "nausea", hasEnded: true, outcome: "recovered"))),
      (17, .effect(AdverseEffect(term: "headache"))),
      (70, .check(ChecklistMark(item: "rems", words: "55"))),
    ])
    let early = try document(session, at: 24)
    #expect(early["cumulativeMilligrams"] == .number(20))
    #expect(early["infusionRunning"] == .boolean(true))
    let late = try document(session, at: 80)
    #expect(late["cumulativeMilligrams"] == .number(40))
    #expect(late["infusionRunning"] == .boolean(false))

    let consent = elements(late["checklist"])[1]
    #expect(consent["list"] == .string("beforeDose"))
    #expect(consent["state"] == .string("done"))
    #expect(consent["words"] == .string("version 3"))
    #expect(consent["event"] == .string(session.entries[1].id.text))
    let answers = elements(late["assessments"])
    #expect(answers.map { $0["value"] } == [.number(3), nil])
    #expect(answers.map { $0["band"] } == [.string("some"), nil])
    #expect(answers.map { $0["skipped"] } == [.array([]), .array([.string("2")])])
    #expect(answers[0]["answers"] == .object(["1": .integer(2), "2": .integer(1)]))
    let events = elements(late["adverseEvents"])
    #expect(events.map { $0["severity"] } == [.string("severe"), nil])
    #expect(events.map { $0["serious"] } == [.boolean(false), nil])
    #expect(events.map { $0["outcome"] } == [.string("recovered"), nil])
    #expect(events.map { $0["endedAt"] == nil } == [false, true])
    let ready = members(late["readiness"])
    #expect(ready["stayReached"] == .boolean(true))
    #expect(ready["missing"] == .array([]))
    #expect(ready["readyMinute"] == .number(55))
    #expect(ready["escort"] == nil)
    #expect(ready["stayUntil"] == .string("2025-11-04T15:04:00.000+00:00"))
    #expect(!(try JSONText.of(.object(late))).contains("null"))
  }

  @Test func `a score says its remission and response in words, and what was not to be asked`()
    throws
  {
    let session = session([
      (1, .assessment(Assessment(scale: "mood", answers: ["1": 2, "2": 1]))),
      (2, .score(Score(scale: "mood", value: 1))),
      (3, .assessment(Assessment(scale: "triage", answers: ["1": 0]))),
    ])
    let answers = elements(try document(session, at: 9)["assessments"])

    #expect(
      answers.map { $0["outcomes"] } == [
        nil,
        .array([
          .string("remission range"), .string("response: 50 % or more below 3 at 14:01"),
        ]),
        nil,
      ]
    )
    #expect(answers.map { $0["notAsked"] } == [nil, nil, .array([.string("2")])])
    #expect(answers.map { $0["skipped"] } == [.array([]), nil, .array([])])
    #expect(answers.map { $0["value"] } == [.number(3), .number(1), .number(0)])
  }
}
