import KapPractice
import KapTimeline
import Testing

/// What the record of every scenario must hold, and what each raised on its way.
struct CompleteRecordTests {
  @Test(arguments: Scenario.all)
  func `every item of both lists is answered, the first one before the dose`(
    scenario: Scenario
  ) throws {
    let rehearsal = try Rehearsal.complete(scenario)
    let dose = rehearsal.moment(atMinute: 0)

    #expect(dose.checklist(for: .beforeDose).filter { $0.state == .open }.map(\.item.key) == [])
    #expect(dose.gate == [])
    let left = rehearsal.end.readiness
    #expect(left.items.filter { $0.state == .open }.map(\.item.key) == [])
    #expect(left.missing == [])
    #expect(left.isStayReached && left.isAftercareGiven)
    #expect(left.escort != nil)
    #expect(rehearsal.end.due(given: rehearsal.end.notices).missing.map(\.key) == [])
  }

  @Test(arguments: Scenario.all)
  func `what is planned is what is given, and the vial adds up`(scenario: Scenario) throws {
    let rehearsal = try Rehearsal.complete(scenario)
    let entries = rehearsal.session.entries
    let plan = try #require(
      entries.compactMap { entry -> DosePlan? in
        guard case .plan(let plan) = entry.event else { return nil }
        return plan
      }.first
    )
    let supplies = entries.compactMap { entry -> DrugSupply? in
      guard case .supply(let supply) = entry.event else { return nil }
      return supply
    }

    #expect(plan.openItems == [] && plan.reason == nil)
    #expect(plan.weight == scenario.weightKilograms)
    #expect(!supplies.isEmpty && supplies.allSatisfy(\.addsUp))
    #expect(supplies.allSatisfy { $0.wasted == .zero || $0.witness != nil })
    let given = rehearsal.end.totalGiven.milligrams
    let accounted = supplies.map(\.given).reduce(.zero, +).milligrams
    #expect(abs(accounted - given) < 0.1, "\(given) mg by the record")
    let isStopped = rehearsal.end.infusions.contains(where: \.isStopped)
    #expect(isStopped || plan.dose.amount == rehearsal.end.totalGiven)
  }

  @Test(arguments: expected)
  func `the notices that belong to the story are raised, and no other`(
    name: String,
    notices: [String]
  ) throws {
    let rehearsal = try Rehearsal.complete(try #require(Scenario.named(name)))
    let end = rehearsal.end

    let raised = end.notices.map { notice in
      let minute = end.minute(of: notice.since).map(String.init) ?? "before"
      let seen = notice.acknowledgedBy == nil ? "" : " ack"
      return "\(minute) \(notice.urgency) \(notice.rule)\(seen)"
    }
    #expect(raised == notices)
  }

  private static let expected: [(String, [String])] = [
    (
      "iv-uneventful",
      ["30 notice blood-pressure ack", "35 notice blood-pressure"]
    ),
    ("im-uneventful", []), ("esketamine-rems", []),
    (
      "hypertension-at-peak",
      [
        "30 notice blood-pressure ack", "35 notice blood-pressure ack",
        "38 notice blood-pressure ack", "40 urgent blood-pressure ack",
        "45 notice blood-pressure ack",
      ]
    ),
    ("panic", []), ("vomiting", []),
    (
      "oversedation",
      [
        "24 urgent oxygen-saturation ack", "24 notice respiratory-rate",
        "28 urgent oxygen-saturation ack", "28 notice respiratory-rate",
        "29 urgent urgent-effect ack",
        "30 notice oxygen-saturation",
      ]
    ),
    ("lost-hour", []), ("sublingual-lozenge", []),
  ]

  @Test(arguments: Scenario.all)
  func `the phases stand in their order`(scenario: Scenario) throws {
    let phases = try Rehearsal.complete(scenario).end.phases.map(\.phase)

    #expect(phases == Phase.allCases)
  }

  @Test(arguments: Scenario.all)
  func `the same scenario gives the same record, and dissociation never raises a notice`(
    scenario: Scenario
  ) throws {
    let first = try Rehearsal.complete(scenario)
    let second = try Rehearsal.complete(scenario)

    let events = first.session.entries.map(\.recorded.event.kind)
    #expect(events == second.session.entries.map(\.recorded.event.kind))
    let words = first.session.entries.indices.map { first.end.words(of: $0) }
    #expect(words == second.session.entries.indices.map { second.end.words(of: $0) })
    #expect(!first.end.notices.contains { $0.rule == "dissociation" })
  }
}
