import KapInterface
import KapTerminal
import KapTimeline

/// Notes what happens to clocks and seats: comings and goings, sleep, a wall clock that steps.
struct ClockWatch: Sendable {
  let clock: SessionClock
  /// Who sits here now.
  var seat: Seat
  /// By how much the clocks may part before it is noted.
  private let tolerance: Span
  private var lastTick: Int64
  /// How far the wall clock stood ahead of session time when that was last noted.
  private var knownLead: Span

  /// A tick later than this is a machine that slept.
  private static let slept: Int64 = 10_000
  /// Less than this is drift, which the clocks of machines have, whatever a protocol tolerates.
  private static let drift = Span.seconds(1)

  /// Begins to watch, so many milliseconds after the machine was started.
  ///
  /// The wall may have been set while nobody sat here: what was noted of it last is in the session,
  /// unless the clock's anchor is new, which the two part from together.
  init(clock: SessionClock, isNew: Bool, seat: Seat, in session: Session, at ticks: Int64) {
    self.clock = clock
    self.seat = seat
    let seconds = session.rules?.timing.clockToleranceSeconds ?? 0
    tolerance = max(Self.drift, .minutes(seconds / 60))
    lastTick = ticks
    knownLead = isNew ? .zero : Self.lead(in: session)
  }

  private static func lead(in session: Session) -> Span {
    guard let last = session.list(of: .clockStepped).last,
      case .clockStepped(let step) = session.entries[last].event
    else { return .zero }
    return Span(milliseconds: step.aheadMilliseconds)
  }

  typealias Decision = @Sendable (Session) throws -> [Draft]

  /// Sits down; a new anchor goes with it, and the person is present from then on.
  ///
  /// Of the seats that are open elsewhere those of this session are noted, where somebody looked.
  func attaching(
    withAnchor isNew: Bool,
    beside others: Set<SeatID>?,
    at instant: Instant
  ) -> Decision {
    let (clock, seat) = (clock, seat)
    let offset = SessionClock.offset
    return { session in
      let moment = Moment(session, at: instant)
      let attachment = Attachment(
        seat: seat.id,
        anchor: isNew ? clock.anchor : nil,
        beside: others.map { session.seats($0) }
      )
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

  /// What a tick shows: a machine that slept, a wall clock that stepped.
  mutating func tick(at ticks: Int64, wall: Instant) -> [Decision] {
    var decisions: [Decision] = []
    let seat = seat
    let offset = SessionClock.offset
    let now = clock.anchor.sessionTime(at: ticks)
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
    let lead = wall - now
    if abs((lead - knownLead).milliseconds) > tolerance.milliseconds {
      knownLead = lead
      let step = ClockStep(wall: wall, aheadMilliseconds: lead.milliseconds)
      decisions.append { _ in [draft(.clockStepped(step), seat, at: now, offset)] }
    }
    return decisions
  }
}

extension Session {
  /// Those of some seats that were ever taken in it, in their order.
  fileprivate func seats(_ some: Set<SeatID>) -> [SeatID] {
    var seats: Set<SeatID> = []
    for index in list(of: .attached) {
      if case .attached(let attachment) = entries[index].event { seats.insert(attachment.seat) }
    }
    return seats.intersection(some).sorted { $0.text < $1.text }
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
