import KapTestSupport
import KapTimeline

/// A session in the making: what somebody types is recorded at once, at minutes of the afternoon.
struct Room {
  private(set) var session = Session()
  private(set) var written: [Recorded] = []
  private var sequences: [WriterID: Int] = [:]

  /// Minute 0, 14:00 UTC on 4 November 2025.
  static let start = Instant(milliseconds: 1_762_264_800_000)
  static let writers = (0..<3).map { place in
    var generator = SeededGenerator(seed: UInt64(place))
    return WriterID(using: &generator)
  }

  /// Opens the session at minute `opened`.
  init(_ rules: ClinicProtocol = .sample(), opened: Double = 0, isPractice: Bool = false) {
    let at = Self.at(opened)
    let anchor = ClockAnchor(boot: "boot", wall: at, monotonic: 0)
    let opening = Opening(
      subject: "K-014",
      room: "room 2",
      isPractice: isPractice,
      clinicProtocol: rules,
      anchor: anchor
    )
    record(.opened(opening), at: opened)
  }

  /// The instant of a minute.
  static func at(_ minute: Double) -> Instant { start + .minutes(minute) }

  /// Records an event that happened at a minute, written then unless told.
  @discardableResult
  mutating func record(
    _ event: Event,
    at minute: Double,
    written: Double? = nil,
    by author: String = "ar",
    observer: String? = nil,
    seat: String? = nil,
    writer: Int = 0
  ) -> Int {
    let circumstances = Circumstances(
      author: author,
      role: .monitor,
      observer: observer,
      seat: seat.map { SeatID($0) },
      now: Self.at(written ?? minute),
      occurredAt: Self.at(minute)
    )
    return keep([circumstances.draft(of: event)], at: Self.at(written ?? minute), writer)[0]
  }

  /// Types a command at a minute about an earlier one, and records what it causes.
  @discardableResult
  mutating func type(
    _ command: Command,
    at minute: Double,
    happened: Double? = nil,
    by author: String = "ar",
    seat: String? = nil,
    asks: Bool = true,
    isInsisted: Bool = false
  ) throws(Refusal) -> [Int] {
    let circumstances = Circumstances(
      author: author,
      role: .monitor,
      seat: seat.map { SeatID($0) },
      now: Self.at(minute),
      occurredAt: Self.at(happened ?? minute),
      asks: asks,
      isInsisted: isInsisted
    )
    let drafts = try session.drafts(for: command, under: circumstances)
    return keep(drafts, at: Self.at(minute), 0)
  }

  /// Why a command is refused; nil when it is not.
  func refusal(
    of command: Command,
    at minute: Double,
    happened: Double? = nil,
    asks: Bool = true
  ) -> Refusal? {
    var other = self
    do {
      try other.type(command, at: minute, happened: happened, asks: asks)
      return nil
    } catch {
      return error
    }
  }

  /// The session at a minute.
  func moment(_ minute: Double) -> Moment { Moment(session, at: Self.at(minute)) }

  /// The identity of an entry.
  func id(_ index: Int) -> EventID { session.entries[index].id }

  mutating func keep(_ drafts: [Draft], at instant: Instant, _ writer: Int = 0) -> [Int] {
    drafts.map { draft in
      let writer = Self.writers[writer]
      let sequence = sequences[writer, default: 0] + 1
      sequences[writer] = sequence
      let id = EventID(writer: writer, sequence: sequence)
      let recorded = draft.recorded(as: id, at: instant)
      written.append(recorded)
      session.apply(recorded)
      return session.entries.count - 1
    }
  }
}

extension Event {
  /// A set of readings with the usual rest.
  static func set(
    _ systolic: Double,
    _ diastolic: Double,
    heartRate: Double? = 72,
    saturation: Double? = 98,
    isBaseline: Bool = false
  ) -> Event {
    .vitals(.set(systolic, diastolic, heartRate, saturation, isBaseline: isBaseline))
  }

  /// A dose of ketamine into a vein.
  static func dose(_ milligrams: Double, over minutes: Double? = nil) -> Event {
    .dose(.milligrams(milligrams, over: minutes))
  }
}

extension Dose {
  static func milligrams(_ milligrams: Double, over minutes: Double? = nil) -> Dose {
    Dose(
      medicine: .ketamine,
      route: .intravenous,
      amount: Mass(milligrams: milligrams) ?? .zero,
      duration: minutes.map { Span.minutes($0) }
    )
  }
}

extension Vitals {
  static func set(
    _ systolic: Double,
    _ diastolic: Double,
    _ heartRate: Double? = 72,
    _ saturation: Double? = 98,
    isBaseline: Bool = false
  ) -> Vitals {
    Vitals(
      bloodPressure: BloodPressure(systolic: systolic, diastolic: diastolic),
      heartRate: heartRate,
      oxygenSaturation: saturation,
      respiratoryRate: 14,
      isBaseline: isBaseline
    )
  }
}
