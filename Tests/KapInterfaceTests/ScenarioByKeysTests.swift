import KapCanvas
import KapPractice
import KapTimeline
import Testing

@testable import KapInterface

/// Every practice scenario, gone through with the keys of a clinician and nothing else.
@Suite struct ScenarioByKeysTests {
  private static let names = Scenario.all.map(\.name)

  @Test(arguments: names)
  func `a scenario is gone through by keys, nothing is refused, and nothing is missing`(
    name: String
  ) throws {
    let run = try StoryRun(try Story.told(name))
    for complaint in run.complaints { Issue.record("\(complaint)") }

    for done in run.done where done.keys.hasPrefix(":") {
      // What no key begins, by design: what cannot be taken back, and the seat.
      let typed = [":end⏎", ":stand-down: ", ":handover "].contains { done.keys.hasPrefix($0) }
      #expect(typed, "\(done.keys)")
    }

    try expect(run.sitting, shows: "story-\(name)-80x24")
    run.sitting.resize(Size(rows: 36, columns: 120))
    try expect(run.sitting, shows: "story-\(name)-120x36")
    try expect(run.text, isKeptAs: "Records/\(name).txt")

    let whole = try #require(Completeness(of: run.events, at: run.sitting.now))
    #expect(whole.missing == [])
  }

  @Test(arguments: names)
  func `whichever wanted step is left out, the record misses it`(name: String) throws {
    let record = try StoryRecord.of(name)
    let whole = try #require(Completeness(of: record.events, at: record.now))
    try #require(record.complaints == [] && whole.missing == [])
    for step in record.steps where !step.written.isEmpty {
      let without = record.events.filter { !step.written.contains($0.id) }
      let rest = try #require(Completeness(of: without, at: record.now))
      #expect(rest.missing.isEmpty != step.isWanted, "\(step.words): \(rest.missing)")
    }
  }

  @Test(arguments: names)
  func `whichever required check nobody answered, the record names it`(name: String) throws {
    let record = try StoryRecord.of(name)
    let rules = try #require(record.rules)
    let items = rules.care.checklists.flatMap(\.items).filter(\.isRequired)
    for item in items where item.evidence?.kind != .stay {
      let without = record.events.filter { !Self.isAnswer($0, to: item) }
      let rest = try #require(Completeness(of: without, at: record.now))
      #expect(rest.missing.contains("check \(item.key)"), "\(item.key)")
    }
  }

  /// Whether an event is what answers an item, by a mark or by what it is.
  private static func isAnswer(_ recorded: Recorded, to item: ChecklistItem) -> Bool {
    if case .check(let mark) = recorded.event { return mark.item == item.key }
    return switch (item.evidence?.kind, recorded.event) {
    case (.fact, .frame(let fact)): fact.name == item.evidence?.name
    case (.baseline, .vitals), (.gate, .vitals): true
    case (.staff, .joined(let presence)): presence.role == .therapist
    default: false
    }
  }

  @Test func `a step left out at the keyboard is missing in the record`() throws {
    let story = try Story.told("panic")
    for place in story.steps.indices where story.steps[place].isWanted {
      let run = try StoryRun(story.without(place), goesOn: true)
      let rest = try #require(Completeness(of: run.events, at: run.sitting.now))
      #expect(!rest.missing.isEmpty, "\(story.steps[place].words) at \(story.steps[place].minute)")
    }
  }

  @Test func `calls, orders and what was given are tied to the notice that led to them`() throws {
    let run = try StoryRun(try Story.told("hypertension-at-peak"))
    let entries = run.end.session.entries
    let notices = run.end.notices.filter { $0.rule == "blood-pressure" }
    let raising = Set(notices.compactMap { $0.entry.map { entries[$0].id } })
    let call = try #require(entries.first { $0.event.kind == .call })
    let order = try #require(entries.last { $0.event.kind == .order })
    guard case .call(let said) = call.event, case .order(let ordered) = order.event,
      case .given(let given)? = entries.first(where: { $0.event.kind == .given })?.event
    else {
      Issue.record("no call, no order or nothing given")
      return
    }
    #expect(said.isReadBack && said.notice.map { raising.contains($0.event) } == true)
    #expect(ordered.isReadBack && ordered.given.notice.map { raising.contains($0.event) } == true)
    #expect(given.order == order.id && given.notice == ordered.given.notice)
    #expect(given.response == "under 160 within 15 minutes")
    let answers = entries.compactMap { entry -> Acknowledgement? in
      guard case .acknowledgement(let said) = entry.event else { return nil }
      return said
    }
    #expect(answers.contains { $0.call == call.id })
  }

  @Test func `a seat covered for lunch comes back, and both are in the record`() throws {
    let run = try StoryRun(try Story.told("im-uneventful"))
    let pages = run.events.compactMap { recorded -> HandOver? in
      guard case .handOver(let page) = recorded.event else { return nil }
      return page
    }
    #expect(pages.map(\.from) == ["ar", "mk"] && pages.map(\.to) == ["mk", "ar"])
    #expect(pages.map(\.kind) == [.cover, .back])
    let between = run.events.filter { $0.author == "mk" }
    #expect(between.contains { $0.event.kind == .vitals })
  }
}
