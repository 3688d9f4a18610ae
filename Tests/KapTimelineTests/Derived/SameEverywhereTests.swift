import KapTestSupport
import KapTimeline
import Testing

/// What is derived is the same live, after resuming and in a replay; and the past stays.
struct SameEverywhereTests {
  private static let protocols: [ClinicProtocol] = [
    .careful { rules in
      rules.careRules?.urgentEffects = [
        UrgentEffect(term: "x", source: "test"),
        UrgentEffect(term: "y", from: .severe, source: "test"),
      ]
    }, .lozenge(endIsZero: true), .lozenge(endIsZero: nil),
  ]

  private func events(_ seed: Int) -> [Recorded] {
    let rules = Self.protocols[seed % Self.protocols.count]
    return RandomSession(seed: UInt64(seed), count: 48, isWild: seed % 2 == 0, rules: rules).events
  }

  private func all(_ moment: Moment) -> [String] { moment.wholeFingerprint }

  @Test func `what these sessions are made of is every kind of entry there is`() {
    let kinds = Set((0..<120).flatMap { events($0) }.map(\.event.kind))
    let missing = Set(EventKind.allCases).subtracting(kinds)
    #expect(missing == [])
  }

  @Test(arguments: 0..<24)
  func `live, resumed and replayed as known say the same at any time`(block: Int) {
    for place in 0..<4 {
      let seed = block * 4 + place
      let events = events(seed)
      var generator = SeededGenerator(seed: UInt64(seed))
      var live = Session()
      var ledger = NoticeLedger()
      var known = KnownSession(Session(replaying: events), stride: 9)
      for (index, event) in events.enumerated() {
        live.apply(event)
        // Somebody looks as it is written, between it and the next one, or long after the last.
        let next = events.dropFirst(index + 1).first?.recordedAt ?? Room.at(600)
        let wait = max(1, (next - event.recordedAt).milliseconds)
        let isAtOnce = Bool.random(using: &generator)
        let later = Span(
          milliseconds: isAtOnce ? 0 : Int64.random(in: 0..<wait, using: &generator)
        )
        let moment = Moment(live, at: event.recordedAt + later)
        #expect(ledger.notices(at: moment) == moment.notices, "seed \(seed)")
        let isLast = next > event.recordedAt
        guard isLast, Int.random(in: 0..<6, using: &generator) == 0 else { continue }
        let resumed = Session(replaying: events[...index])
        let said = all(moment)
        #expect(difference(said, all(Moment(resumed, at: moment.now))) == nil, "seed \(seed)")
        known.seek(to: moment.now)
        let replayed = Moment(known.session, at: moment.now)
        #expect(difference(said, all(replayed)) == nil, "seed \(seed)")
      }
    }
  }

  @Test(arguments: 0..<24)
  func `a replay as it happened says the same in whatever order one looks`(block: Int) {
    for place in 0..<4 {
      let seed = block * 4 + place
      var generator = SeededGenerator(seed: UInt64(seed))
      let events = events(seed)
      let session = Session(replaying: events)
      let shuffled = Session(replaying: events.shuffled(using: &generator))
      var ledger = NoticeLedger()
      for _ in 0..<6 {
        let at = Room.at(Double(Int.random(in: -10...130, using: &generator)))
        let moment = Moment(session, at: at)
        #expect(ledger.notices(at: moment) == moment.notices, "seed \(seed)")
        let other = all(Moment(shuffled, at: at))
        #expect(difference(all(moment), other) == nil, "seed \(seed)")
      }
    }
  }

  @Test(arguments: 0..<50)
  func `a late entry changes nothing before the time it is about`(block: Int) {
    // What comes late into one session is of the third after it, which has the same protocol.
    let written = (0..<27).map { events(block * 24 + $0) }
    for place in 0..<24 {
      let seed = block * 24 + place
      var generator = SeededGenerator(seed: UInt64(seed))
      let session = Session(replaying: written[place])
      let other = written[place + 3].filter { recorded in
        recorded.event.target == nil && recorded.event.kind != .opened
      }
      guard let late = other.randomElement(using: &generator) else { continue }
      let minute = Double(Int.random(in: 0...120, using: &generator))
      var later = session
      later.apply(
        Recorded(
          id: EventID(writer: Room.writers[0], sequence: 5000),
          occurredAt: Room.at(minute),
          recordedAt: Room.at(300),
          offset: .utc,
          author: "ar",
          role: .monitor,
          source: .typed,
          event: late.event
        )
      )
      #expect(later.entries.count == session.entries.count + 1)
      for back in [0.001, Double.random(in: 0...60, using: &generator)] {
        let at = Room.at(minute - back)
        let (before, after) = (all(Moment(session, at: at)), all(Moment(later, at: at)))
        #expect(difference(before, after) == nil, "seed \(seed), \(late.event.kind)")
      }
    }
  }

  @Test(arguments: 0..<20)
  func `what comes late about an entry changes nothing before that entry`(block: Int) {
    let written = (0..<27).map { events(block * 24 + $0) }
    for place in 0..<24 {
      let seed = block * 24 + place
      var generator = SeededGenerator(seed: UInt64(seed))
      let session = Session(replaying: written[place])
      let stated = session.entries.filter { $0.event.kind.isStated && $0.event.target == nil }
      guard let entry = stated.randomElement(using: &generator) else { continue }
      let other = written[place + 3].filter { $0.event.kind == entry.event.kind }
      let minute = Double.random(in: 0...120, using: &generator)
      let moved = Bool.random(using: &generator) ? nil : Room.at(minute)
      let about: [Event] = [
        .void(Withdrawal(target: entry.id, reason: "x")),
        .confirmation(Verdict(target: entry.id, isArtefact: .random(using: &generator))),
        .correction(
          Correction(
            target: entry.id,
            replacement: other.randomElement(using: &generator)?.event ?? entry.event,
            occurredAt: moved
          )
        ),
      ]
      guard let late = about.randomElement(using: &generator) else { continue }
      var later = session
      later.apply(
        Recorded(
          id: EventID(writer: Room.writers[0], sequence: 5000),
          occurredAt: Room.at(300),
          recordedAt: Room.at(300),
          offset: .utc,
          author: "ar",
          role: .monitor,
          source: .typed,
          event: late
        )
      )
      let touched = [entry.recorded.occurredAt, entry.occurredAt, moved ?? entry.occurredAt]
      guard let first = touched.min() else { continue }
      for back in [0.001, Double.random(in: 0...60, using: &generator)] {
        let at = first - Span(milliseconds: Int64(back * 60_000))
        let (before, after) = (all(Moment(session, at: at)), all(Moment(later, at: at)))
        #expect(difference(before, after) == nil, "seed \(seed), \(late.kind)")
      }
    }
  }
}
