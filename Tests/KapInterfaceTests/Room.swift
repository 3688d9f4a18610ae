import KapTestRules
import KapTimeline

/// A room with a session in a journal, and the one clock that everybody in it looks at.
///
/// Tuesday 4 November 2025 on a wall one hour east of UTC.
final class Room {
  let journal: InMemoryJournal
  let id: SessionID
  var now: Instant
  /// Milliseconds on the clock that only counts on.
  var ticks: Int64 = 1_000_000

  static let offset = UTCOffset(minutes: 60)

  /// Most tests are about other things than the lists of checks, and have none unless they ask.
  convenience init(
    protocol name: String = "iv-infusion",
    at clock: String = "13:46:00",
    subject: String = "K-014",
    room: String = "2",
    hasChecks: Bool = false
  ) throws {
    var rules = try builtInRules(name)
    if !hasChecks { rules.careRules?.checklists = [] }
    try self.init(under: rules, at: clock, subject: subject, room: room)
  }

  init(
    under rules: ClinicProtocol,
    at clock: String = "13:46:00",
    subject: String = "K-014",
    room: String = "2"
  ) throws {
    var generator = FixedGenerator()
    journal = InMemoryJournal(writer: WriterID(using: &generator))
    id = SessionID(using: &generator)
    now = try Self.instant(clock)
    let start = now
    let opening = Opening(
      subject: subject,
      number: 3,
      planned: 6,
      room: room,
      clinicProtocol: rules,
      anchor: ClockAnchor(boot: "test", wall: start, monotonic: 0)
    )
    let circumstances = Circumstances(
      author: "ar",
      role: .monitor,
      seat: SeatID("desk"),
      now: start,
      offset: Self.offset
    )
    _ = try journal.append(to: id, from: .start, now: { start }) { _ in
      [
        circumstances.draft(of: .opened(opening)),
        circumstances.draft(of: .joined(Presence(person: "ar", role: .monitor))),
      ]
    }
  }

  /// The moment at which this wall shows `clock`, `14:05` or `14:05:30`.
  static func instant(_ clock: String) throws -> Instant {
    let parts = clock.split(separator: ":").compactMap { Int($0) }
    let seconds = parts.count > 2 ? parts[2] : 0
    guard parts.count > 1,
      let instant = Instant(
        year: 2025,
        month: 11,
        day: 4,
        hour: parts[0],
        minute: parts[1],
        second: seconds,
        offset: offset
      )
    else { throw NoSuchClock(text: clock) }
    return instant
  }

  /// Lets time pass.
  func pass(milliseconds: Int64) {
    now = now + Span(milliseconds: milliseconds)
    ticks += milliseconds
  }

  /// Everything that is in the journal.
  var events: [Recorded] { (try? journal.events(of: id, after: .start))?.events ?? [] }
}

struct NoSuchClock: Error {
  let text: String
}

/// The same identities in every test.
struct FixedGenerator: RandomNumberGenerator {
  private var state: UInt64 = 7
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state
  }
}
