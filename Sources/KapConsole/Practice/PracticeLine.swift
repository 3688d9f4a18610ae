package import KapPractice
package import KapTimeline
import KapEntry

/// A line of the script on its way into the record, through the language and the core.
package struct PracticeLine: Sendable {
  /// The line.
  package let line: ScriptedLine
  /// Whose hands type it.
  package let author: String
  /// What they do in the session.
  package let role: CareRole

  /// Creates a line.
  package init(line: ScriptedLine, author: String, role: CareRole) {
    self.line = line
    self.author = author
    self.role = role
  }

  /// What it records in a session.
  ///
  /// - Throws: What the language or the core says against it.
  package func drafts(
    in session: Session,
    at occurredAt: Instant,
    now: Instant,
    offset: UTCOffset
  ) throws -> [Draft] {
    let moment = Moment(session, at: now)
    let context = EntryContext(
      now: now,
      offset: offset,
      startedAt: occurredAt,
      openedAt: moment.startedAt,
      doseAt: moment.zero,
      clinicProtocol: moment.rules,
      author: author,
      people: moment.present,
      noteVoice: role == .therapist ? .therapist : .observation,
      pinCount: moment.pins.last?.number ?? 0
    )
    let sentence = try Entry.parse(line.text(in: session), in: context)
    let circumstances = Circumstances(
      author: author,
      role: role,
      observer: sentence.observer,
      source: .practice,
      seat: SeatID("practice"),
      now: max(now, occurredAt),
      occurredAt: sentence.occurredAt ?? occurredAt,
      offset: offset,
      asks: false
    )
    return try session.drafts(for: sentence.command, under: circumstances)
  }
}
