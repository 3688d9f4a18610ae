import GRDB
import KapRecord
package import KapTimeline
import Synchronization

/// The journal in a chart: every event a sealed record, every append one commit that is on disk.
package struct ChartJournal: Journal {
  let chart: UnlockedChart

  private let codec = RecordCodec()

  init(chart: UnlockedChart) { self.chart = chart }

  package var writer: WriterID { chart.chart.writer }

  package func sessions() throws -> [SessionID] {
    try chart.database.direct { try $0.sessions().map(\.session) }
  }

  package func opening(of session: SessionID) throws -> Recorded {
    try chart.database.read { database in
      let places = EventPlace.all(of: try number(of: session, in: database))
      guard let row = try database.firstEvent(in: places) else {
        throw JournalError.noSuchSession(session)
      }
      let first = try recorded(in: row, of: session)
      return first.received(at: first.recordedAt)
    }
  }

  package func events(
    of session: SessionID,
    after cursor: JournalCursor
  ) throws -> JournalPage {
    try chart.database.read { database in
      try page(of: session, number: number(of: session, in: database), after: cursor, in: database)
    }
  }

  package func append(
    to session: SessionID,
    from cursor: JournalCursor,
    now: () -> Instant,
    decide: ([Recorded]) throws -> [Draft]
  ) throws -> Appended {
    var appender = Appender(chart: chart, session: session)
    let appended = try chart.database.write { database in
      let number = try database.number(of: session)
      let page = try number.map {
        try self.page(of: session, number: $0, after: cursor, in: database)
      }
      let drafts = try decide(page?.events ?? [])
      try checkOpening(of: session, isNew: number == nil, drafts: drafts)
      let written = try appender.append(drafts, number: number, now: now, in: database)
      return Appended(
        arrived: page?.events ?? [],
        written: written,
        cursor: appender.cursor ?? page?.cursor ?? cursor
      )
    }
    appender.noteHeads()
    return appended
  }

  package func changeToken() throws -> Int {
    try chart.database.direct { database in
      try Int.fetchOne(database, sql: "PRAGMA data_version") ?? 0
    }
  }

  private func number(of session: SessionID, in database: Database) throws -> Int64 {
    guard let number = try database.number(of: session) else {
      throw JournalError.noSuchSession(session)
    }
    return number
  }

  private func page(
    of session: SessionID,
    number: Int64,
    after cursor: JournalCursor,
    in database: Database
  ) throws -> JournalPage {
    let all = EventPlace.all(of: number)
    let seen = min(max(cursor.position, 0), all.upperBound.arrival - 1)
    var rows: [EventRow] = []
    try database.forEachEvent(in: EventPlace(session: number, arrival: seen + 1)...all.upperBound) {
      rows.append($0)
    }
    return JournalPage(
      events: try known(events(in: rows, of: session), of: session, number: number, in: database),
      cursor: JournalCursor(position: rows.last?.place.arrival ?? seen)
    )
  }

  /// The events by when they came to be known here.
  ///
  /// What came together with the opening is another chart's session as a whole: it is known as it
  /// was there. What came later is known from then.
  private func known(
    _ events: [Recorded],
    of session: SessionID,
    number: Int64,
    in database: Database
  ) throws -> [Recorded] {
    guard events.contains(where: { $0.receivedAt > $0.recordedAt }) else { return events }
    let row = try database.firstEvent(in: EventPlace.all(of: number))
    let began = try row.map { try recorded(in: $0, of: session) }.flatMap { opening in
      opening.receivedAt > opening.recordedAt ? opening.receivedAt : nil
    }
    guard let began else { return events }
    return events.map { $0.receivedAt == began ? $0.received(at: $0.recordedAt) : $0 }
  }

  /// Opens and reads rows, on all processors where they are many: a long session is opened at once.
  private func events(
    in rows: [EventRow],
    of session: SessionID
  ) throws(ChartError) -> [Recorded] {
    let share = 1024
    guard rows.count > share else { return try read(rows[...], of: session) }
    let parts = stride(from: 0, to: rows.count, by: share).map {
      rows[$0..<min($0 + share, rows.count)]
    }
    let results = Mutex([Int: Result<[Recorded], ChartError>]())
    SideBySide.perform(parts.count) { place in
      let result = Result { () throws(ChartError) in try read(parts[place], of: session) }
      results.withLock { $0[place] = result }
    }
    var events: [Recorded] = []
    events.reserveCapacity(rows.count)
    let finished = results.withLock { $0 }
    for place in parts.indices {
      if let result = finished[place] { events += try result.get() }
    }
    return events
  }

  private func read(
    _ rows: ArraySlice<EventRow>,
    of session: SessionID
  ) throws(ChartError) -> [Recorded] {
    var events: [Recorded] = []
    events.reserveCapacity(rows.count)
    for row in rows { events.append(try recorded(in: row, of: session)) }
    return events
  }

  private func recorded(
    in row: EventRow,
    of session: SessionID
  ) throws(ChartError) -> Recorded {
    let opened = SealedRecord(
      opening: row.sealed,
      with: chart.keys.records,
      at: row.place,
      of: session,
      as: row.id
    )
    guard let opened else {
      throw ChartError.damaged(cause: "events row \(row.place.rawValue)")
    }
    do {
      return try codec.read(opened.record.bytes).recorded.received(at: opened.receivedAt)
    } catch {
      throw ChartError.unreadableRecord(row.id, error)
    }
  }
}
