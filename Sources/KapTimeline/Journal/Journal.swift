/// Where the events of sessions are kept, and the one place where a command is decided.
///
/// Its twins are ``InMemoryJournal`` and the chart on disk; nothing above knows which it has.
/// Calls block until the answer is there, from whatever thread they come.
package protocol Journal: Sendable {
  /// Who numbers the events that this journal writes.
  var writer: WriterID { get }

  /// The sessions, in the order in which they came to this journal.
  func sessions() throws -> [SessionID]

  /// The event that opened a session.
  func opening(of session: SessionID) throws -> Recorded

  /// The events of a session that arrived after `cursor`, in the order of their arrival.
  ///
  /// A session that is not here is a ``JournalError/noSuchSession``.
  func events(of session: SessionID, after cursor: JournalCursor) throws -> JournalPage

  /// Decides under the write lock and appends what was decided, all of it or nothing.
  ///
  /// `decide` gets what arrived after `cursor`, possibly nothing, and says what to write. What it
  /// throws passes through, and nothing is written. `now` is read once under the lock and becomes
  /// `recordedAt`, but never earlier than the session's last. Returns only when the events are
  /// durable. A session begins with an append whose first draft is `opened`, and only so.
  func append(
    to session: SessionID,
    from cursor: JournalCursor,
    now: () -> Instant,
    decide: ([Recorded]) throws -> [Draft]
  ) throws -> Appended

  /// A token that differs from an earlier one when others have written meanwhile.
  ///
  /// Cheap enough to ask for every second. What this journal wrote itself need not change it.
  func changeToken() throws -> Int
}

/// How much of a session's events a reader has seen, by order of arrival in one journal.
///
/// It means something only to the journal that gave it.
package struct JournalCursor: Hashable, Sendable, Comparable {
  /// The arrival of the last event seen.
  package let position: Int64

  /// Creates a cursor behind an arrival.
  package init(position: Int64) { self.position = position }

  /// Before the first event.
  package static let start = JournalCursor(position: 0)

  package static func < (left: JournalCursor, right: JournalCursor) -> Bool {
    left.position < right.position
  }
}

/// Events in the order of their arrival, and where to read on.
package struct JournalPage: Hashable, Sendable {
  /// The events.
  package let events: [Recorded]
  /// The cursor behind the last of them.
  package let cursor: JournalCursor

  /// Creates a page.
  package init(events: [Recorded], cursor: JournalCursor) {
    self.events = events
    self.cursor = cursor
  }
}

/// What an append saw and wrote.
package struct Appended: Hashable, Sendable {
  /// What others had written since the cursor, as `decide` got it.
  package let arrived: [Recorded]
  /// What is now durable by this append, in order; empty where nothing was decided.
  package let written: [Recorded]
  /// The cursor behind all of it.
  package let cursor: JournalCursor

  /// Creates a result.
  package init(arrived: [Recorded], written: [Recorded], cursor: JournalCursor) {
    self.arrived = arrived
    self.written = written
    self.cursor = cursor
  }
}

/// Why a journal has no answer, apart from what happens to disks.
package enum JournalError: Error, Hashable, Sendable {
  /// There is no such session here.
  case noSuchSession(SessionID)
  /// The first event of a session was to be something else than its opening.
  case notAnOpening
  /// A session that was opened before was to be opened again.
  case alreadyOpened(SessionID)
}

extension Journal {
  /// Checks that a session begins with its opening and is opened only once.
  ///
  /// For those who conform: to be called with what `decide` returned, before anything is written.
  package func checkOpening(of session: SessionID, isNew: Bool, drafts: [Draft]) throws {
    guard let first = drafts.first else { return }
    guard isNew == (first.event.kind == .opened) else {
      throw isNew ? JournalError.notAnOpening : JournalError.alreadyOpened(session)
    }
    guard drafts.dropFirst().allSatisfy({ $0.event.kind != .opened }) else {
      throw JournalError.alreadyOpened(session)
    }
  }
}
