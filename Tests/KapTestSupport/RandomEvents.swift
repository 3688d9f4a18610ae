package import KapTimeline

/// Makes events of every kind with any contents they may have, the same ones for the same seed.
package struct RandomEvents: Sendable {
  /// Where chance comes from.
  package var generator: SeededGenerator

  /// Creates a source; the same seed gives the same events for ever.
  package init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// An event of any kind but an opening.
  package mutating func event() -> Event {
    let kinds = EventKind.allCases.filter { $0 != .opened }
    return event(of: pick(kinds))
  }

  /// An event of that kind.
  package mutating func event(of kind: EventKind) -> Event {
    switch kind {
    case .opened: .opened(opening())
    case .frame: .frame(frameFact())
    case .joined: .joined(Presence(person: words(), role: pick(CareRole.allCases)))
    case .left: .left(Presence(person: words()))
    case .dose: .dose(dose())
    case .infusion: .infusion(infusionChange())
    case .phase: .phase(PhaseDeclaration(pick(Phase.allCases), reason: maybe { $0.words() }))
    case .vitals: .vitals(vitals())
    case .noReading:
      .noReading(MissingReading(sign: maybe { $0.pick(Sign.allCases) }, reason: words()))
    case .score: .score(Score(scale: words(), value: number(0...10)))
    case .note: .note(Note(words(), voice: pick(Voice.allCases)))
    case .technique:
      .technique(
        TechniqueChange(name: words(), group: maybe { $0.words() }, edge: pick(Edge.allCases))
      )
    case .theme: .theme(ThemeMark(name: words(), intensity: maybe { $0.whole(0...4) }))
    case .effect: .effect(adverseEffect())
    case .given: .given(given())
    case .call: .call(call())
    case .order: .order(VerbalOrder(given: given(), isReadBack: chance()))
    case .pin: .pin(Pin(target: maybe { $0.eventID() }, words: maybe { $0.words() }))
    case .later: .later(Postponement(item: words(), until: instant()))
    case .notDone: .notDone(NotDone(item: words(), reason: words()))
    case .acknowledgement:
      .acknowledgement(Acknowledgement(event: eventID(), rule: words(), words: words()))
    case .confirmation:
      .confirmation(
        Verdict(target: eventID(), isArtefact: chance(), reason: maybe { $0.words() })
      )
    case .correction: .correction(correction())
    case .void: .void(Withdrawal(target: eventID(), reason: words()))
    case .attached: .attached(attachment())
    case .detached: .detached(attachment())
    case .suspended: .suspended(attachment())
    case .resumed: .resumed(attachment())
    case .clockStepped:
      .clockStepped(ClockStep(wall: instant(), aheadMilliseconds: Int64(whole(-9999...9999))))
    case .check: .check(checklistMark())
    case .assessment: .assessment(assessment())
    case .plan: .plan(dosePlan())
    case .limit: .limit(personalLimit())
    case .supply: .supply(drugSupply())
    case .lozenge: .lozenge(pick(LozengeStep.allCases))
    case .emergency: .emergency(emergencyStep())
    case .handOver: .handOver(handOver())
    case .quiet: .quiet(Quiet(until: instant(), urgency: pick(Urgency.allCases)))
    case .ended: .ended
    case .reopened: .reopened(words())
    }
  }

  /// An event as a draft, with any author and circumstances.
  package mutating func draft(of event: Event) -> Draft {
    Draft(
      occurredAt: instant(),
      offset: UTCOffset(minutes: whole(-1080...1080)),
      author: words(),
      role: pick(CareRole.allCases),
      observer: maybe { $0.words() },
      source: pick(Source.allCases),
      seat: maybe { SeatID($0.words()) },
      isUnasked: chance(),
      event: event
    )
  }

  /// An opening under a small protocol.
  package mutating func opening() -> Opening {
    Opening(
      subject: words(),
      kind: pick(SessionKind.allCases),
      number: maybe { $0.whole(1...12) },
      planned: maybe { $0.whole(1...12) },
      room: maybe { $0.words() },
      isPractice: chance(),
      clinicProtocol: clinicProtocol(),
      anchor: anchor()
    )
  }

  /// The identity of some event.
  package mutating func eventID() -> EventID {
    EventID(writer: WriterID(using: &generator), sequence: whole(1...100_000))
  }

  /// A moment within the years of living memory, to the millisecond.
  package mutating func instant() -> Instant {
    Instant(milliseconds: Int64.random(in: 0...4_000_000_000_000, using: &generator))
  }

  /// One of some values.
  package mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: values.indices, using: &generator)]
  }

  /// A whole number of a range.
  package mutating func whole(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }

  /// A number of a range, with at most one decimal.
  package mutating func number(_ range: ClosedRange<Int>) -> Double {
    Double(whole(range.lowerBound * 10...range.upperBound * 10)) / 10
  }

  /// Yes or no.
  package mutating func chance() -> Bool { Bool.random(using: &generator) }

  /// Something or nothing.
  package mutating func maybe<Value>(_ make: (inout RandomEvents) -> Value) -> Value? {
    chance() ? make(&self) : nil
  }

  /// Words as people type them, and as they should not: quotes, escapes, marks, other scripts.
  package mutating func words() -> String {
    let pieces = [
      "breath slows", "hand on shoulder", "\"floating\"", "a\\b", "né́e", "𝄞", "👩‍👩‍👧", "\u{1B}[31m",
      "\u{9B}2J", "\u{202E}txt", "\u{0}", "line\nbreak", "tab\t", "السلام", "漢字", "/", "\u{7F}",
      "", "}", "{\"v\":1,", "'; drop table events; --", "e\u{301}\u{301}\u{301}", "\u{2028}",
    ]
    return (0..<whole(1...4)).map { _ in pick(pieces) }.joined(separator: " ")
  }
}
