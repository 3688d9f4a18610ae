package import KapPractice
package import KapTimeline

/// A practice session in a throw-away journal: opened, with its owner present.
package struct PracticeRoom: Sendable {
  /// What is played.
  package let scenario: Scenario
  /// The journal, which goes with the process.
  package let journal: InMemoryJournal
  /// The session in it.
  package let id: SessionID
  /// When it was opened, in session time.
  package let openedAt: Instant

  /// Opens a practice session under `rules` at `start`.
  package init(
    _ scenario: Scenario,
    under rules: ClinicProtocol,
    at start: Instant,
    offset: UTCOffset,
    using generator: inout some RandomNumberGenerator
  ) throws {
    self.scenario = scenario
    journal = InMemoryJournal(writer: WriterID(using: &generator))
    id = SessionID(using: &generator)
    openedAt = start
    let opening = Opening(
      subject: scenario.subject,
      number: scenario.number,
      planned: scenario.planned,
      room: scenario.room,
      isPractice: true,
      clinicProtocol: rules,
      anchor: ClockAnchor(boot: "practice", wall: start, monotonic: 0)
    )
    let circumstances = Circumstances(
      author: scenario.owner.name,
      role: scenario.owner.role,
      source: .practice,
      seat: SeatID("practice"),
      now: start,
      offset: offset
    )
    let presence = Presence(person: scenario.owner.name, role: scenario.owner.role)
    _ = try journal.append(to: id, from: .start, now: { start }) { _ in
      [circumstances.draft(of: .opened(opening)), circumstances.draft(of: .joined(presence))]
    }
  }
}
