/// Under what circumstances a command is given: who, when, and whether somebody can be asked.
package struct Circumstances: Hashable, Sendable {
  /// Whose hands give it.
  package var author: String
  /// What the author does in the session.
  package var role: CareRole
  /// Who saw it, where one person writes for another.
  package var observer: String?
  /// How it comes in.
  package var source: Source
  /// The seat it is given at.
  package var seat: SeatID?
  /// Session time now.
  package var now: Instant
  /// When it happened.
  package var occurredAt: Instant
  /// How far the wall clock stands from UTC.
  package var offset: UTCOffset
  /// Whether doubts are put to the person; else the entry is kept and stays unconfirmed.
  package var asks: Bool
  /// Whether the person has said of what was asked that it is so.
  package var isInsisted: Bool
  /// Whether the one who takes over gave a passphrase; nil where none is asked.
  package var isUnlocked: Bool?

  /// Creates circumstances; what happened, happened now unless told.
  package init(
    author: String,
    role: CareRole,
    observer: String? = nil,
    source: Source = .typed,
    seat: SeatID? = nil,
    now: Instant,
    occurredAt: Instant? = nil,
    offset: UTCOffset = .utc,
    asks: Bool = true,
    isInsisted: Bool = false,
    isUnlocked: Bool? = nil
  ) {
    self.author = author
    self.role = role
    self.observer = observer
    self.source = source
    self.seat = seat
    self.now = now
    self.occurredAt = occurredAt ?? now
    self.offset = offset
    self.asks = asks
    self.isInsisted = isInsisted
    self.isUnlocked = isUnlocked
  }

  /// The draft of an event under these circumstances.
  package func draft(of event: Event) -> Draft {
    Draft(
      occurredAt: occurredAt,
      offset: offset,
      author: author,
      role: role,
      observer: observer,
      source: source,
      seat: seat,
      event: event
    )
  }
}
