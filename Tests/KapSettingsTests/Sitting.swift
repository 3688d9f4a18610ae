import KapSettings
import KapTestSupport
import KapTimeline

/// A session that was opened at minute 0 under one of the program's own protocols.
struct Sitting {
  private(set) var session = Session()
  private var sequence = 0
  private let writer: WriterID

  static func at(_ minute: Double) -> Instant {
    Instant(milliseconds: 1_762_264_800_000) + .minutes(minute)
  }

  init(_ name: String) throws {
    var generator = SeededGenerator(seed: 7)
    writer = WriterID(using: &generator)
    let rules = try ProtocolLibrary().protocol(named: name)
    let anchor = ClockAnchor(boot: "boot", wall: Self.at(0), monotonic: 0)
    let opening = Opening(subject: "K-014", room: "2", clinicProtocol: rules, anchor: anchor)
    let circumstances = Circumstances(author: "ar", role: .monitor, now: Self.at(0))
    keep(circumstances.draft(of: .opened(opening)), at: 0)
  }

  mutating func type(
    _ command: Command,
    at minute: Double,
    happened: Double? = nil,
    asks: Bool = true,
    isInsisted: Bool = false
  ) throws(Refusal) {
    let circumstances = Circumstances(
      author: "ar",
      role: .monitor,
      now: Self.at(minute),
      occurredAt: Self.at(happened ?? minute),
      asks: asks,
      isInsisted: isInsisted
    )
    for draft in try session.drafts(for: command, under: circumstances) {
      keep(draft, at: minute)
    }
  }

  func refusal(
    of command: Command,
    at minute: Double = 30,
    happened: Double? = nil,
    asks: Bool = true
  ) -> Refusal? {
    var other = self
    do throws(Refusal) {
      try other.type(command, at: minute, happened: happened, asks: asks)
      return nil
    } catch {
      return error
    }
  }

  /// The session at a minute.
  func moment(_ minute: Double) -> Moment { Moment(session, at: Self.at(minute)) }

  private mutating func keep(_ draft: Draft, at minute: Double) {
    sequence += 1
    let id = EventID(writer: writer, sequence: sequence)
    session.apply(draft.recorded(as: id, at: Self.at(minute)))
  }
}
