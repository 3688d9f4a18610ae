import KapTestSupport
import KapTimeline
import Testing

struct NoticeLedgerTests {
  @Test(arguments: 0..<60)
  func `a ledger kept from moment to moment says what a new one says`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let events = RandomSession(seed: UInt64(seed), count: 120).events
    var session = Session()
    var ledger = NoticeLedger()
    var minute = -20.0
    for event in events.shuffled(by: 6, using: &generator) {
      session.apply(event)
      minute =
        Int.random(in: 0...9, using: &generator) == 0
        ? Double.random(in: -20...120, using: &generator) : minute + 1
      let moment = Moment(session, at: Room.at(minute))
      #expect(ledger.notices(at: moment) == moment.notices)
    }
  }

  @Test(arguments: 0..<20)
  func `a ledger follows a replay as known, forwards and backwards`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let session = Session(replaying: RandomSession(seed: UInt64(seed)).events)
    var known = KnownSession(session, stride: 5)
    var ledger = NoticeLedger()
    for _ in 0..<40 {
      known.seek(to: Room.at(Double.random(in: 0...130, using: &generator)))
      let moment = Moment(known.session, at: known.instant)
      #expect(ledger.notices(at: moment) == moment.notices)
    }
  }
}

extension Array {
  /// The elements, each at most `distance` places from where it was.
  fileprivate func shuffled(by distance: Int, using generator: inout SeededGenerator) -> [Element] {
    enumerated()
      .map { ($0.offset + Int.random(in: 0...distance, using: &generator), $0.element) }
      .sorted { $0.0 < $1.0 }
      .map(\.1)
  }
}
