import KapInterface
import KapTerminal
import KapTimeline

/// Notes what happens to clocks and seats: comings and goings, sleep, a wall clock that steps.
struct ClockWatch: Sendable {
  let clock: SessionClock
  let seat: Seat
  private var lastTick: Int64
  private var knownLead: Span

  /// A tick later than this is a machine that slept.
  private static let slept: Int64 = 10_000

  init(clock: SessionClock, seat: Seat) {
    self.clock = clock
    self.seat = seat
    lastTick = Int64(SystemClock.sinceBoot)
    knownLead = clock.aheadOfSession
  }

  typealias Decision = @Sendable (Session) throws -> [Draft]

  /// Sits down; a new anchor goes with it, and the person is present from then on.
  func attaching(withAnchor isNew: Bool, at instant: Instant) -> Decision {
    let (clock, seat) = (clock, seat)
    let offset = SessionClock.offset
    return { session in
      let moment = Moment(session, at: instant)
      let attachment = Attachment(seat: seat.id, anchor: isNew ? clock.anchor : nil)
      var drafts = [draft(.attached(attachment), seat, at: instant, offset)]
      let isHere = moment.present.contains { $0.person == seat.person }
      if moment.state.isOpen, !isHere {
        let presence = Presence(person: seat.person, role: seat.role)
        drafts.append(draft(.joined(presence), seat, at: instant, offset))
      }
      return drafts
    }
  }

  /// Gets up.
  func detaching(because reason: String?, at instant: Instant) -> Decision {
    let seat = seat
    let offset = SessionClock.offset
    return { _ in
      [draft(.detached(Attachment(seat: seat.id, reason: reason)), seat, at: instant, offset)]
    }
  }

  /// What a tick shows: a machine that slept, a wall clock that steps.
  mutating func tick(at ticks: Int64) -> [Decision] {
    var decisions: [Decision] = []
    let seat = seat
    let offset = SessionClock.offset
    let now = clock.now
    if ticks - lastTick > Self.slept {
      let from = clock.anchor.sessionTime(at: lastTick)
      decisions.append { _ in
        [
          draft(.suspended(Attachment(seat: seat.id)), seat, at: from, offset),
          draft(.resumed(Attachment(seat: seat.id)), seat, at: now, offset),
        ]
      }
    }
    lastTick = ticks
    let lead = clock.aheadOfSession
    let change = lead - knownLead
    decisions += steps(lead, change, now, offset)
    return decisions
  }

  private mutating func steps(
    _ lead: Span,
    _ change: Span,
    _ now: Instant,
    _ offset: UTCOffset
  ) -> [Decision] {
    // Less than this is drift, which the clocks of machines have; the protocol's tolerance decides.
    guard abs(change.milliseconds) >= 1000 else { return [] }
    let seat = seat
    let wall = now + lead
    knownLead = lead
    return [
      { session in
        let tolerance = session.rules?.timing.clockToleranceSeconds ?? 0
        guard Double(abs(change.milliseconds)) > tolerance * 1000 else { return [] }
        let step = ClockStep(wall: wall, aheadMilliseconds: lead.milliseconds)
        return [draft(.clockStepped(step), seat, at: now, offset)]
      }
    ]
  }
}

private func draft(
  _ event: Event,
  _ seat: Seat,
  at instant: Instant,
  _ offset: UTCOffset
) -> Draft {
  Draft(
    occurredAt: instant,
    offset: offset,
    author: seat.person,
    role: seat.role,
    source: .typed,
    seat: seat.id,
    event: event
  )
}
