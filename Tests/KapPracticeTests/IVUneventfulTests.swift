import KapPractice
import KapTimeline
import Testing

struct IVUneventfulTests {
  private let rehearsal: Rehearsal

  init() throws {
    let scenario = try #require(Scenario.named("iv-uneventful"))
    rehearsal = try Rehearsal.complete(scenario)
  }

  @Test func `thirty-five milligrams run in over forty minutes from the dose`() throws {
    #expect(rehearsal.end.totalGiven.milligrams == 35)
    #expect(rehearsal.end.zero == rehearsal.openedAt + rehearsal.scenario.doseAt)
    let run = try #require(rehearsal.end.infusions.first)
    #expect(run.endedAt == rehearsal.openedAt + .minutes(62))
    #expect(rehearsal.end.weight == rehearsal.scenario.weightKilograms)
  }

  @Test func `the pressure crosses the limit at thirty and thirty-five, and is back by forty`()
    throws
  {
    let notices = rehearsal.end.notices
    #expect(notices.map(\.rule) == ["blood-pressure", "blood-pressure"])
    #expect(notices.map(\.urgency) == [.notice, .notice])
    #expect(notices.map { rehearsal.end.minute(of: $0.since) } == [30, 35])
    #expect(notices.map { $0.crossings.first?.value } == [172, 164])
    #expect(notices.map { $0.acknowledgedBy != nil } == [true, false])
    let cleared = try #require(notices.last?.clearedAt)
    #expect(rehearsal.end.minute(of: cleared) == 40)
    #expect(rehearsal.end.open(notices).isEmpty)
  }

  @Test func `the repeat is due after the notice and done by the next set`() {
    let high = rehearsal.moment(atMinute: 34)
    let waiting = high.due(given: high.notices).open
    #expect(waiting.contains { $0.key.hasPrefix("repeat:") && $0.isRequired })
    let after = rehearsal.moment(atMinute: 41)
    #expect(!after.due(given: after.notices).open.contains { $0.key.hasPrefix("repeat:") })
  }

  @Test func `the mistyped pressure stays, with what was meant laid over it`() throws {
    let entries = rehearsal.session.entries
    let corrected = try #require(entries.first { $0.correctedBy != nil })
    guard case .vitals(let first) = corrected.recorded.event,
      case .vitals(let meant) = corrected.event
    else {
      Issue.record("what was corrected is not a set of vitals")
      return
    }
    #expect(first.bloodPressure?.text == "127/104")
    #expect(meant.bloodPressure?.text == "172/104")
    #expect(meant.heartRate == first.heartRate)
    #expect(corrected.occurredAt == corrected.recorded.occurredAt)
  }

  @Test func `the phases follow each other within the windows of the protocol`() throws {
    let rules = try #require(rehearsal.session.rules)
    let phases = rehearsal.end.phases
    #expect(phases.map(\.phase) == Phase.allCases)
    for stretch in phases {
      let plan = rules.phases.first { $0.phase == stretch.phase }
      guard let from = plan?.from, let to = plan?.to else { continue }
      let begin = try #require(rehearsal.end.minute(of: stretch.from))
      #expect((Int(from)...Int(to)).contains(begin), "\(stretch.phase) begins at \(begin)")
    }
  }

  @Test(arguments: [
    EventKind.opened, .frame, .joined, .left, .dose, .phase, .vitals, .score, .note, .technique,
    .theme, .effect, .given, .call, .order, .pin, .later, .notDone, .acknowledgement, .correction,
    .void, .ended,
  ])
  func `a row of every kind appears`(kind: EventKind) {
    #expect(!rehearsal.session.list(of: kind).isEmpty)
  }

  @Test func `all three voices are heard, and one writes for another`() {
    let notes = rehearsal.session.list(of: .note).map { rehearsal.session.entries[$0] }
    let voices = notes.compactMap { entry -> Voice? in
      guard case .note(let note) = entry.event else { return nil }
      return note.voice
    }
    #expect(Set(voices) == Set(Voice.allCases))
    #expect(notes.contains { $0.recorded.author == "ar" && $0.recorded.observer == "jb" })
    #expect(notes.contains { $0.recorded.observer == "dr-l" })
  }

  @Test func `both pins get their words and keep their time`() {
    let pins = rehearsal.end.pins
    #expect(pins.map { rehearsal.end.minute(of: $0.at) } == [12, 28])
    #expect(pins.allSatisfy { $0.words != nil })
    #expect(rehearsal.moment(atMinute: 15).pins.map(\.number) == [1])
  }

  @Test func `a late entry is marked so, and fills the silence it tells of`() throws {
    let late = rehearsal.session.entries.indices.filter { rehearsal.end.isLate($0) }
    #expect(late.count == 1)
    let entry = rehearsal.session.entries[try #require(late.first)]
    #expect(rehearsal.end.minute(of: entry.occurredAt) == 93)
    #expect(rehearsal.end.gaps == [])

    let others = rehearsal.session.entries.map(\.recorded).filter { $0.id != entry.id }
    let without = Moment(Session(replaying: others), at: rehearsal.end.now)
    #expect(without.gaps.map { without.minute(of: $0.from) } == [88])
  }
}
