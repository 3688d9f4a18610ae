import KapCanvas
package import KapTimeline

/// A person at this terminal.
package struct Seat: Hashable, Sendable {
  /// Whose seat it is.
  package var person: String
  /// What they do in the session.
  package var role: CareRole
  /// Its name in the record.
  package var id: SeatID

  /// Creates a seat.
  package init(person: String, role: CareRole, id: SeatID) {
    self.person = person
    self.role = role
    self.id = id
  }
}

/// What the console is showing: a session as it runs, a practice one, or a record.
package enum Mode: Hashable, Sendable, CaseIterable {
  case live, practice, replay

  /// The word in the header: a mode is never said by colour alone.
  package var word: String {
    switch self {
    case .live: "LIVE"
    case .practice: "PRACTICE"
    case .replay: "REPLAY"
    }
  }

  var role: Role {
    switch self {
    case .live: .stateLive
    case .practice: .statePractice
    case .replay: .stateReplay
    }
  }
}

/// When a message came, on the session's clock and on one that only counts on.
package struct Stamp: Hashable, Sendable {
  /// Session time.
  package var now: Instant
  /// Milliseconds on a clock that never steps, for what is quick.
  package var ticks: Int64
  /// How far the wall clock stands from UTC.
  package var offset: UTCOffset

  /// Creates a stamp.
  package init(now: Instant, ticks: Int64, offset: UTCOffset) {
    self.now = now
    self.ticks = ticks
    self.offset = offset
  }
}
