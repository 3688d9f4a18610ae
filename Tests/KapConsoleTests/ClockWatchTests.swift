import KapInterface
import KapSettings
import KapTimeline
import Testing

@testable import KapConsole

struct ClockWatchTests {
  private static let start = Instant(milliseconds: 1_762_263_960_000)
  private let anchor = ClockAnchor(boot: "this", wall: start, monotonic: 5_000_000)
  private let seat = Seat(person: "ar", role: .monitor, id: SeatID("seat"))

  /// A session that was opened at the anchor, with what else was recorded since.
  private func session(_ events: (Event, Span)...) throws -> Session {
    let rules = try ProtocolLibrary().protocol(named: "iv-infusion")
    let opening = Opening(subject: "K-014", clinicProtocol: rules, anchor: anchor)
    var generator = SystemRandomNumberGenerator()
    let writer = WriterID(using: &generator)
    let all = [(Event.opened(opening), Span.zero)] + events
    return Session(
      replaying: all.enumerated().map { place, entry in
        draft(entry.0, at: Self.start + entry.1).recorded(
          as: EventID(writer: writer, sequence: place + 1),
          at: Self.start + entry.1
        )
      }
    )
  }

  private func draft(_ event: Event, at instant: Instant) -> Draft {
    Draft(
      occurredAt: instant,
      offset: .utc,
      author: "ar",
      role: .monitor,
      source: .typed,
      event: event
    )
  }

  private func watch(_ session: Session, isNew: Bool = false) -> ClockWatch {
    ClockWatch(
      clock: SessionClock(anchor: anchor),
      isNew: isNew,
      seat: seat,
      in: session,
      at: anchor.monotonic
    )
  }

  /// What the watch wants recorded when a second has passed since `span`, and the wall is so far
  /// ahead.
  private func drafts(
    _ watch: inout ClockWatch,
    _ session: Session,
    after span: Span,
    wallAhead lead: Span = .zero
  ) throws -> [Draft] {
    let ticks = anchor.monotonic + span.milliseconds
    let wall = anchor.sessionTime(at: ticks) + lead
    return try watch.tick(at: ticks, wall: wall).flatMap { try $0(session) }
  }

  @Test(arguments: [Span.minutes(-60), .minutes(60), .minutes(-10_000_000)])
  func `a wall clock that steps is noted once, and session time goes on`(step: Span) throws {
    let session = try session()
    var watch = watch(session)

    let before = try drafts(&watch, session, after: .seconds(1))
    let stepped = try drafts(&watch, session, after: .seconds(2), wallAhead: step)
    let after = try drafts(&watch, session, after: .seconds(3), wallAhead: step)

    #expect(before == [])
    #expect(stepped.map(\.occurredAt) == [Self.start + .seconds(2)])
    let noted = ClockStep(
      wall: Self.start + .seconds(2) + step,
      aheadMilliseconds: step.milliseconds
    )
    #expect(stepped.map(\.event) == [.clockStepped(noted)])
    #expect(after == [])
  }

  @Test func `a clock set right again is noted too`() throws {
    let session = try session()
    var watch = watch(session)

    _ = try drafts(&watch, session, after: .seconds(1), wallAhead: .minutes(-60))
    let back = try drafts(&watch, session, after: .seconds(2))

    #expect(back.count == 1)
  }

  @Test func `drift is not noted until it adds up`() throws {
    let session = try session()
    var watch = watch(session)
    let tolerance = try #require(session.rules?.timing.clockToleranceSeconds)
    var noted: [Int] = []
    for tenths in 1...100 {
      let lead = Span(milliseconds: Int64(tenths) * 100)
      if !(try drafts(&watch, session, after: .seconds(tenths), wallAhead: lead)).isEmpty {
        noted.append(tenths)
      }
    }

    let least = Int(max(tolerance, 1) * 10)
    #expect(noted.first == least + 1)
    #expect(zip(noted, noted.dropFirst()).allSatisfy { $1 - $0 > least })
  }

  @Test func `a wall that was set while nobody sat here is noted at the first tick`() throws {
    let session = try session()
    var watch = watch(session)

    let first = try drafts(&watch, session, after: .minutes(9), wallAhead: .minutes(60))

    #expect(first.contains { $0.event.kind == .clockStepped })
  }

  @Test func `what was noted before is not noted again, unless the anchor is new`() throws {
    let lead = Span.minutes(60)
    let step = ClockStep(wall: Self.start + lead, aheadMilliseconds: lead.milliseconds)
    let session = try session((.clockStepped(step), .seconds(5)))
    var known = watch(session)
    var fresh = watch(session, isNew: true)

    #expect(try drafts(&known, session, after: .seconds(6), wallAhead: lead) == [])
    #expect(try drafts(&fresh, session, after: .seconds(6)) == [])
  }

  @Test func `a machine that slept is noted from its last tick to its first`() throws {
    let session = try session()
    var watch = watch(session)

    _ = try drafts(&watch, session, after: .seconds(1))
    let woken = try drafts(&watch, session, after: .minutes(31))
    let next = try drafts(&watch, session, after: .minutes(31) + .seconds(1))

    #expect(woken.map(\.event.kind) == [.suspended, .resumed])
    #expect(woken.map(\.occurredAt) == [Self.start + .seconds(1), Self.start + .minutes(31)])
    #expect(next == [])
  }

  @Test func `a machine that slept while its wall was set notes both`() throws {
    let session = try session()
    var watch = watch(session)

    let woken = try drafts(&watch, session, after: .minutes(31), wallAhead: .minutes(-60))

    #expect(woken.map(\.event.kind) == [.suspended, .resumed, .clockStepped])
  }

  @Test func `a sleep is a gap, however short`() throws {
    let whole = try session(
      (.note(Note("calm")), .seconds(1)),
      (.suspended(Attachment(seat: seat.id)), .seconds(2)),
      (.resumed(Attachment(seat: seat.id)), .seconds(14))
    )

    let gaps = Moment(whole, at: Self.start + .seconds(20)).gaps

    #expect(gaps.map(\.isInterrupted) == [true])
  }
}
