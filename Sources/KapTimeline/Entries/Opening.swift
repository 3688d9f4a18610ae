/// What kind of meeting a session is.
package enum SessionKind: String, Hashable, Sendable, Codable, CaseIterable {
  case dosing, evaluation, preparation, integration
  case followUp = "follow-up"
}

/// Where session time hangs on the world's clocks.
package struct ClockAnchor: Hashable, Sendable, Codable {
  /// The boot of the machine that the monotonic reading belongs to.
  package var boot: String
  /// The wall clock at the anchor.
  package var wall: Instant
  /// Milliseconds since that boot, suspended time included.
  package var monotonic: Int64

  /// Creates an anchor.
  package init(boot: String, wall: Instant, monotonic: Int64) {
    self.boot = boot
    self.wall = wall
    self.monotonic = monotonic
  }

  /// Session time at a monotonic reading of the same boot.
  package func sessionTime(at monotonic: Int64) -> Instant {
    Instant(milliseconds: wall.milliseconds &+ (monotonic &- self.monotonic))
  }
}

/// The first event of a session.
package struct Opening: Hashable, Sendable, Codable {
  /// The patient's pseudonymous code.
  package var subject: String
  /// What kind of meeting it is.
  package var kind: SessionKind
  /// Which of the course this is, and how many are planned.
  package var number: Int?
  package var planned: Int?
  /// The room.
  package var room: String?
  /// Whether it is a practice session with a simulated patient.
  package var isPractice: Bool
  /// The rules it runs under, frozen.
  package var clinicProtocol: ClinicProtocol
  /// Where its time hangs.
  package var anchor: ClockAnchor

  /// Creates an opening.
  package init(
    subject: String,
    kind: SessionKind = .dosing,
    number: Int? = nil,
    planned: Int? = nil,
    room: String? = nil,
    isPractice: Bool = false,
    clinicProtocol: ClinicProtocol,
    anchor: ClockAnchor
  ) {
    self.subject = subject
    self.kind = kind
    self.number = number
    self.planned = planned
    self.room = room
    self.isPractice = isPractice
    self.clinicProtocol = clinicProtocol
    self.anchor = anchor
  }

  private enum CodingKeys: String, CodingKey {
    case subject, kind, number, planned, room, anchor
    case isPractice = "practice"
    case clinicProtocol = "protocol"
  }
}

/// One sitting of a person at a terminal in a session.
package struct SeatID: Hashable, Sendable, Codable {
  /// A short name, unique within the session.
  package let text: String

  /// Creates a seat of that name.
  package init(_ text: String) { self.text = text }

  package init(from decoder: any Decoder) throws {
    text = try decoder.singleValueContainer().decode(String.self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

/// A terminal that came to the session, went, slept or woke.
package struct Attachment: Hashable, Sendable, Codable {
  /// The seat.
  package var seat: SeatID
  /// Why, where there is something to say: `terminal lost`.
  package var reason: String?
  /// The new anchor, where the machine was started again since the last.
  package var anchor: ClockAnchor?
  /// The other seats of this session that were open on the machine then; nil where nobody looked.
  package var beside: [SeatID]?

  /// Creates an entry.
  package init(
    seat: SeatID,
    reason: String? = nil,
    anchor: ClockAnchor? = nil,
    beside: [SeatID]? = nil
  ) {
    self.seat = seat
    self.reason = reason
    self.anchor = anchor
    self.beside = beside
  }
}

/// A wall clock that no longer agrees with session time.
package struct ClockStep: Hashable, Sendable, Codable {
  /// What the wall clock said.
  package var wall: Instant
  /// By how much it stood ahead of session time, in milliseconds; negative when behind.
  package var aheadMilliseconds: Int64

  /// Creates an entry.
  package init(wall: Instant, aheadMilliseconds: Int64) {
    self.wall = wall
    self.aheadMilliseconds = aheadMilliseconds
  }
}
