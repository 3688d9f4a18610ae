import KapCanvas
@testable import KapInterface
import KapPractice
import KapTimeline
import Testing

/// Every practice scenario, typed key by key into the console, each author at a seat of their own.
@Suite struct ScenarioByKeysTests {
  @Test(arguments: Scenario.all)
  func `a scenario runs by keys alone, and its record is whole`(scenario: Scenario) throws {
    let room = try Room(
      protocol: scenario.protocolName,
      subject: scenario.subject,
      room: scenario.room,
      hasChecks: true
    )
    let opened = room.now
    let size = Size(rows: 36, columns: 120)
    let owner = try Sitting(in: room, as: scenario.owner.name, scenario.owner.role, size: size)
    var seats = [scenario.owner.name: owner]
    for line in scenario.lines {
      let person = try #require(scenario.person(named: line.author))
      let seat = try seats[person.name] ?? Sitting(in: room, as: person.name, person.role)
      seats[person.name] = seat
      // Every key takes its time, and the first one is when it happened.
      let start = opened + line.typingStartedAt - Span(milliseconds: 300)
      room.pass(milliseconds: max(0, (start - room.now).milliseconds))
      seat.tick()
      // A seat where nobody typed for a while shows the quiet screen, and Esc brings it back.
      if seat.interface.isQuiet { seat.press("⎋") } else { room.pass(milliseconds: 150) }
      let before = seat.interface.session.entries.count
      seat.press(":\(line.text(in: seat.interface.session))⏎")
      #expect(
        seat.interface.session.entries.count > before,
        "\(line.text): \(seat.line) \(seat.echo)"
      )
      #expect(seat.interface.field == nil, "\(line.text): \(seat.echo)")
    }
    owner.wait(seconds: 5)
    try expect(owner, shows: "scenario-\(scenario.name)-120x36")

    let end = Moment(owner.interface.session, at: room.now)
    #expect(end.state != .open)
    #expect(end.readiness.missing == [])
    #expect(end.readiness.items.filter { $0.state == .open }.map(\.item.key) == [])
    #expect(end.due(given: end.notices).missing.map(\.key) == [])
    #expect(end.open(end.notices).filter { $0.urgency != .reminder } == [])
    #expect(end.phases.map(\.phase) == Phase.allCases)
    let dose = try #require(end.doseBegan)
    let then = Moment(owner.interface.session, at: dose)
    #expect(then.checklist(for: .beforeDose).filter { $0.state == .open }.map(\.item.key) == [])
    #expect(!end.notices.contains { ["checks", "dissociation"].contains($0.rule) })
  }
}
