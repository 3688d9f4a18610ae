import KapEntry
import KapTimeline

/// Writes sentences of the entry language into a session, one after the other.
///
/// Nobody is asked: what is unusual is kept and stays unconfirmed. A sentence is understood and
/// decided under the journal's lock, against all that others have written meanwhile.
struct Scribe {
  /// What became of a sentence.
  struct Outcome: Hashable {
    /// The events that are now on disk.
    let written: [Recorded]
    /// What a person should know of them.
    let remarks: [String]
  }

  /// Why a sentence was not recorded.
  struct Refused: Error, Hashable {
    /// Where in the line the trouble is, in characters from 1, where it has a place.
    let column: Int?
    /// What is wrong.
    let message: String
    /// What to do, where there is something.
    let remedy: String?
  }

  let journal: any Journal
  let id: SessionID
  let author: String
  let role: CareRole
  let source: Source
  let clocks: () -> ClockReading

  private(set) var session: Session
  private var cursor: JournalCursor

  init(
    journal: any Journal,
    session id: SessionID,
    author: String,
    role: CareRole,
    source: Source = .typed,
    clocks: @escaping () -> ClockReading
  ) throws {
    self.journal = journal
    self.id = id
    self.author = author
    self.role = role
    self.source = source
    self.clocks = clocks
    (session, cursor) = try journal.whole(id)
  }

  /// Records a line, or says why not; what it returns is on disk.
  mutating func write(_ line: String) throws -> Outcome {
    var now = Instant(milliseconds: 0)
    var remarks: [String] = []
    let appended = try journal.append(to: id, from: cursor, now: { now }) { arrived in
      var current = session
      for event in arrived { current.apply(event) }
      let reading = clocks()
      let time = current.now(by: reading)
      now = time.instant
      let drafts = try drafts(of: line, in: current, at: now, reading.offset, &remarks)
      return framed(drafts, by: time.newAnchor, at: now, reading, in: current)
    }
    for event in appended.arrived + appended.written { session.apply(event) }
    cursor = appended.cursor
    remarks += appended.written.compactMap(doubt)
    return Outcome(written: appended.written.filter { $0.event.kind.isStated }, remarks: remarks)
  }

  private func drafts(
    of line: String,
    in session: Session,
    at now: Instant,
    _ offset: UTCOffset,
    _ remarks: inout [String]
  ) throws -> [Draft] {
    let moment = Moment(session, at: now)
    let sentence: Sentence
    do {
      sentence = try Entry.parse(
        line,
        in: EntryContext(moment, author: author, role: role, offset: offset)
      )
    } catch {
      throw Refused(column: error.column + 1, message: error.message, remedy: error.remedy)
    }
    remarks += sentence.remarks
    do {
      return try session.drafts(
        for: sentence.command,
        under: Circumstances(
          author: author,
          role: role,
          observer: sentence.observer,
          source: source,
          now: now,
          occurredAt: sentence.occurredAt,
          offset: offset,
          asks: false
        )
      )
    } catch {
      throw Refused(column: nil, message: error.message(offset: offset), remedy: error.remedy)
    }
  }

  /// The drafts, with what the program notes about its clocks around them.
  ///
  /// After a new start of the machine session time needs a new anchor: it comes with a terminal that
  /// attached, and goes as it leaves.
  private func framed(
    _ drafts: [Draft],
    by anchor: ClockAnchor?,
    at now: Instant,
    _ reading: ClockReading,
    in session: Session
  ) -> [Draft] {
    guard let anchor, !drafts.isEmpty else { return drafts }
    let seat = SeatID("enter-\(session.entries.count + 1)")
    func note(_ event: Event) -> Draft {
      Draft(
        occurredAt: now,
        offset: reading.offset,
        author: author,
        role: role,
        source: source,
        seat: seat,
        event: event
      )
    }
    return [note(.attached(Attachment(seat: seat, anchor: anchor)))] + drafts
      + [note(.detached(Attachment(seat: seat)))]
  }

  private func doubt(about event: Recorded) -> String? {
    guard let index = session.index(of: event.id) else { return nil }
    let moment = Moment(session, at: max(event.occurredAt, event.recordedAt))
    let doubts = moment.unconfirmed(index)
    guard !doubts.isEmpty else { return nil }
    let name = session.name(of: index)
    return "kept and not confirmed. \(doubts.map(\.question).joined(separator: " ")) "
      + "`confirm \(name)` if it is so, else `artefact \(name) because …`."
  }
}

extension EntryContext {
  /// What a line is understood against at a moment of a session.
  init(_ moment: Moment, author: String, role: CareRole, offset: UTCOffset) {
    self.init(
      now: moment.now,
      offset: offset,
      openedAt: moment.startedAt,
      doseAt: moment.zero,
      clinicProtocol: moment.rules,
      author: author,
      people: moment.present,
      noteVoice: role == .therapist ? .therapist : .observation,
      weightInKilograms: moment.weight,
      baseline: moment.baseline?.vitals.bloodPressure,
      pinCount: moment.pins.last?.number ?? 0,
      due: moment.due(given: moment.notices).open.map {
        DueName(key: $0.key, title: moment.dueWords(for: $0.key))
      }
    )
  }
}
