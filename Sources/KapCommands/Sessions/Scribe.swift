import KapEntry
import KapTimeline

/// Writes sentences of the entry language into a session.
///
/// Nobody is asked, nor gives a passphrase: what is unusual is kept and stays unconfirmed. Sentences
/// are understood and decided under the journal's lock, against all that others wrote meanwhile.
struct Scribe {
  /// What became of a sentence.
  struct Outcome: Hashable {
    /// The events that are now on disk.
    var written: [Recorded] = []
    /// What a person should know of them.
    var remarks: [String] = []
  }

  /// Why a sentence was not recorded.
  struct Refused: Error, Hashable {
    /// Where in the line the trouble is, in characters from 1, where it has a place.
    let column: Int?
    /// What is wrong.
    let message: String
    /// What to do.
    let remedy: String
  }

  let journal: any Journal
  let id: SessionID
  let author: String
  let role: CareRole
  let source: Source
  let clocks: () -> ClockReading

  private(set) var session: Session
  private var cursor: JournalCursor
  /// The number of this writer's last entry.
  private var last: Int

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
    last = session.lastSequence(of: journal.writer)
  }

  /// Records lines in one commit, or says of each why not; what it returns is on disk.
  ///
  /// Each line is decided as if those before it stood already. What fails in the world fails for
  /// all of them, and nothing is written.
  mutating func write(_ lines: [String]) throws -> [Result<Outcome, Refused>] {
    // The page takes the session over: two that hold it would copy all of it for the first entry.
    var page = Page(session: session, writer: journal.writer, last: last)
    session = Session()
    let appended: Appended
    do {
      appended = try journal.append(to: id, from: cursor, now: { page.now }) { arrived in
        begin(&page, after: arrived)
        for line in lines { write(line, on: &page) }
        guard page.isWorthwhile else { return [] }
        close(&page)
        return page.drafts
      }
    } catch {
      if let whole = try? journal.whole(id) { (session, cursor) = whole }
      throw error
    }
    cursor = appended.cursor
    last = max(page.last, appended.written.last?.id.sequence ?? 0)
    if page.foresaw(appended.written) {
      session = page.session
    } else {
      (session, cursor) = try journal.whole(id)
      last = session.lastSequence(of: journal.writer)
    }
    return page.results.map { result in
      result.map { made in
        Outcome(written: Array(appended.written[made.range]), remarks: made.remarks)
      }
    }
  }

  /// Records one line; what it returns is on disk.
  mutating func write(_ line: String) throws -> Outcome {
    guard let result = try write([line]).first else { return Outcome() }
    return try result.get()
  }
}

/// What is decided of some lines before it is written.
private struct Page {
  /// What a line came to: which of the drafts, and what to know of them.
  struct Made {
    let range: Range<Int>
    let remarks: [String]
  }

  private(set) var session: Session
  var now = Instant(milliseconds: 0)
  private(set) var drafts: [Draft] = []
  var results: [Result<Made, Scribe.Refused>] = []
  /// The seat that a new anchor came with.
  var seat: SeatID?

  private var ledger = NoticeLedger()
  private let writer: WriterID
  private(set) var last: Int
  private var foreseen: [EventID] = []

  init(session: Session, writer: WriterID, last: Int) {
    self.session = session
    self.writer = writer
    self.last = last
  }

  /// Whether the session holds just what was written, under the identities and times it has.
  func foresaw(_ written: [Recorded]) -> Bool {
    written.map(\.id) == foreseen && written.allSatisfy { $0.recordedAt == now }
  }

  /// Takes what others wrote meanwhile.
  mutating func arrive(_ event: Recorded) {
    session.apply(event)
    if event.id.writer == writer { last = max(last, event.id.sequence) }
  }

  /// Whether any line came to something.
  var isWorthwhile: Bool {
    results.contains { result in
      if case .success = result { return true }
      return false
    }
  }

  /// What is to be said of what was taken, as if it stood alone: what later lines change is theirs.
  mutating func remark(on event: Recorded) -> String? {
    Moment(session, at: max(event.occurredAt, event.recordedAt)).remark(on: event, by: &ledger)
  }

  /// Takes a draft, which stands from now on under the identity it will have.
  @discardableResult
  mutating func take(_ draft: Draft) -> Recorded {
    last += 1
    drafts.append(draft)
    let id = EventID(writer: writer, sequence: last)
    foreseen.append(id)
    let recorded = draft.recorded(as: id, at: now)
    session.apply(recorded)
    return recorded
  }
}

extension Scribe {
  /// A page after all that has arrived, with what the program notes about the clocks.
  ///
  /// After a new start of the machine session time needs a new anchor: it comes with a terminal that
  /// attached.
  private func begin(_ page: inout Page, after arrived: [Recorded]) {
    for event in arrived { page.arrive(event) }
    let reading = clocks()
    let time = page.session.now(by: reading)
    page.now = time.instant
    if let anchor = time.newAnchor {
      let seat = SeatID("enter-\(page.session.entries.count + 1)")
      page.seat = seat
      page.take(note(.attached(Attachment(seat: seat, anchor: anchor)), reading, on: page))
    }
    if let step = page.session.step(of: reading, at: time.instant) {
      page.take(note(.clockStepped(step), reading, on: page))
    }
  }

  /// The terminal that an anchor came with goes again.
  private func close(_ page: inout Page) {
    guard let seat = page.seat else { return }
    page.take(note(.detached(Attachment(seat: seat)), clocks(), on: page))
  }

  private func note(_ event: Event, _ reading: ClockReading, on page: Page) -> Draft {
    Draft(
      occurredAt: page.now,
      offset: reading.offset,
      author: author,
      role: role,
      source: source,
      seat: page.seat,
      event: event
    )
  }

  private func write(_ line: String, on page: inout Page) {
    let (offset, first) = (clocks().offset, page.drafts.count)
    do throws(Refused) {
      let (sentence, remarks) = try reading(of: line, on: page, offset)
      let written = try drafts(of: sentence, in: line, on: page, offset).map { page.take($0) }
      let said = sentence.remarks + remarks + written.compactMap { page.remark(on: $0) }
      page.results.append(.success(Page.Made(range: first..<page.drafts.count, remarks: said)))
    } catch {
      page.results.append(.failure(error))
    }
  }

  /// What is said of a time before the session opened, which is kept as it was typed.
  private func early(_ sentence: Sentence, in moment: Moment, _ offset: UTCOffset) -> String? {
    var time = sentence.occurredAt
    if case .correct(_, _, let corrected, _, _) = sentence.command { time = corrected ?? time }
    return time.flatMap { moment.doubt(aboutTime: $0, offset: offset) }
      .map { "kept as typed. \($0.question)" }
  }

  /// What a line says, and what is to be said of how it was taken.
  ///
  /// Nothing that is looked at here outlives it: a session that is held twice is copied whole by the
  /// next event.
  private func reading(
    of line: String,
    on page: Page,
    _ offset: UTCOffset
  ) throws(Refused) -> (Sentence, remarks: [String]) {
    let moment = Moment(page.session, at: page.now)
    let context = EntryContext(moment, author: author, role: role, offset: offset)
    do {
      let sentence = try Entry.parse(line, in: context)
      let said = [
        Entry.conversion(in: sentence, context), early(sentence, in: moment, offset),
      ]
      return (sentence, said.compactMap(\.self))
    } catch {
      throw Refused(column: error.column + 1, message: error.message, remedy: error.remedy)
    }
  }

  private func drafts(
    of sentence: Sentence,
    in line: String,
    on page: Page,
    _ offset: UTCOffset
  ) throws(Refused) -> [Draft] {
    do {
      return try page.session.drafts(
        for: sentence.command,
        under: Circumstances(
          author: author,
          role: role,
          observer: sentence.observer,
          source: source,
          now: page.now,
          occurredAt: sentence.occurredAt,
          offset: offset,
          asks: false,
          isUnlocked: false
        )
      )
    } catch {
      let moment = Moment(page.session, at: page.now)
      let context = EntryContext(moment, author: author, role: role, offset: offset)
      throw Refused(
        column: Entry.column(of: error, in: line, context: context) + 1,
        message: error.message(offset: offset),
        remedy: error.remedy
      )
    }
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
      orders: moment.waitingOrders,
      checkedItems: moment.checkedItems,
      pinCount: moment.pins.last?.number ?? 0,
      due: moment.due(given: moment.notices).open.map {
        DueName(key: $0.key, title: moment.dueWords(for: $0.key))
      }
    )
  }
}
