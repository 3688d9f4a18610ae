/// An event in the record: what, who, and its two times.
package struct Recorded: Hashable, Sendable {
  /// Its identity, which never changes.
  package let id: EventID
  /// When it happened.
  package let occurredAt: Instant
  /// When it was written.
  package let recordedAt: Instant
  /// When it came to be known here: when it was written, but for one that was merged in later.
  ///
  /// It is no part of the record, and decides nothing but what replaying as known shows.
  package private(set) var receivedAt: Instant
  /// How far the wall clock of its writer stood from UTC.
  package let offset: UTCOffset
  /// Whose hands wrote it.
  package let author: String
  /// What the author does in the session.
  package let role: CareRole
  /// Who saw it, where one person wrote for another.
  package let observer: String?
  /// How it came in.
  package let source: Source
  /// The seat it was written at.
  package let seat: SeatID?
  /// Whether something in it was unusual and there was nobody to ask.
  package let isUnasked: Bool
  /// What happened.
  package let event: Event

  /// Creates a recorded event.
  package init(
    id: EventID,
    occurredAt: Instant,
    recordedAt: Instant,
    offset: UTCOffset,
    author: String,
    role: CareRole,
    observer: String? = nil,
    source: Source,
    seat: SeatID? = nil,
    isUnasked: Bool = false,
    event: Event
  ) {
    self.id = id
    self.occurredAt = occurredAt
    self.recordedAt = recordedAt
    receivedAt = recordedAt
    self.offset = offset
    self.author = author
    self.role = role
    self.observer = observer
    self.source = source
    self.seat = seat
    self.isUnasked = isUnasked
    self.event = event
  }

  /// The event as one that came in at `instant`, which is never before it was written.
  package func received(at instant: Instant) -> Recorded {
    var copy = self
    copy.receivedAt = max(instant, recordedAt)
    return copy
  }
}

/// An event that is decided but not yet written: all but identity and the time of writing.
package struct Draft: Hashable, Sendable {
  /// When it happened.
  package var occurredAt: Instant
  /// How far the wall clock stands from UTC.
  package var offset: UTCOffset
  /// Whose hands write it.
  package var author: String
  /// What the author does in the session.
  package var role: CareRole
  /// Who saw it, where one person writes for another.
  package var observer: String?
  /// How it comes in.
  package var source: Source
  /// The seat it is written at.
  package var seat: SeatID?
  /// Whether something in it is unusual and there is nobody to ask.
  package var isUnasked: Bool
  /// What happened.
  package var event: Event

  /// Creates a draft.
  package init(
    occurredAt: Instant,
    offset: UTCOffset,
    author: String,
    role: CareRole,
    observer: String? = nil,
    source: Source,
    seat: SeatID? = nil,
    isUnasked: Bool = false,
    event: Event
  ) {
    self.occurredAt = occurredAt
    self.offset = offset
    self.author = author
    self.role = role
    self.observer = observer
    self.source = source
    self.seat = seat
    self.isUnasked = isUnasked
    self.event = event
  }

  /// The event as it stands in the record.
  package func recorded(as id: EventID, at recordedAt: Instant) -> Recorded {
    Recorded(
      id: id,
      occurredAt: occurredAt,
      recordedAt: recordedAt,
      offset: offset,
      author: author,
      role: role,
      observer: observer,
      source: source,
      seat: seat,
      isUnasked: isUnasked,
      event: event
    )
  }
}
