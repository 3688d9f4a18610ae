import Foundation
import GRDB
import KapRecord
import KapTimeline

/// Writes events of one session behind those that are there, within one transaction.
struct Appender {
  let chart: UnlockedChart
  let session: SessionID
  /// The cursor behind what was written, once something was.
  private(set) var cursor: JournalCursor?

  private var written: [HeadName: Head] = [:]
  private var endsSession = false
  private let codec = RecordCodec()

  init(chart: UnlockedChart, session: SessionID) {
    self.chart = chart
    self.session = session
  }

  private var seal: Seal { chart.keys.records }

  /// Gives drafts their identity, time of writing and link, and writes them; the session is new
  /// where it has no number.
  mutating func append(
    _ drafts: [Draft],
    number: Int64?,
    now: () -> Instant,
    in database: Database
  ) throws -> [Recorded] {
    guard !drafts.isEmpty else { return [] }
    let number = try number ?? openSession(in: database)
    let chain = ChainID(session: session, writer: chart.chart.writer)
    let heads = try database.heads(of: session, seal)
    let last = heads.values.map(\.recordedAt).max()
    let recordedAt = max(now(), last ?? Instant(milliseconds: .min))
    var head = farthest(of: .chain(chain), stored: heads[chain.writer]?.head)
    var place = try nextPlace(in: number, database)
    var events: [Recorded] = []
    for draft in drafts {
      let id = EventID(writer: chain.writer, sequence: head.count + 1)
      let recorded = draft.recorded(as: id, at: recordedAt)
      let bytes = try record(of: recorded)
      head = Head(count: id.sequence, link: head.link.following(with: bytes))
      let record = ChainedRecord(id: id, bytes: bytes, link: head.link)
      try database.insert(
        SealedRecord(record, receivedAt: recordedAt),
        at: place,
        of: session,
        seal: seal
      )
      cursor = JournalCursor(position: place.arrival)
      place = EventPlace(rawValue: place.rawValue + 1)
      events.append(recorded)
      if case .ended = draft.event { endsSession = true }
    }
    try set(StoredHead(head, recordedAt: recordedAt), of: .chain(chain), in: database)
    return events
  }

  /// Writes a record of another chart, or of this one, as it stands, behind the others.
  mutating func insert(
    _ record: ChainedRecord,
    number: Int64,
    receivedAt: Instant,
    in database: Database
  ) throws {
    let place = try nextPlace(in: number, database)
    let sealed = SealedRecord(record, receivedAt: receivedAt)
    try database.insert(sealed, at: place, of: session, seal: seal)
    cursor = JournalCursor(position: place.arrival)
  }

  /// Sets a head, here and, once the commit is done, in the heads file.
  mutating func set(_ head: StoredHead, of name: HeadName, in database: Database) throws {
    try database.set(head, of: name, seal)
    written[name] = head.head
  }

  /// Enters the session in the chart and returns its number.
  mutating func openSession(in database: Database) throws -> Int64 {
    let stored = try database.head(of: .openings, seal)?.head
    let before = farthest(of: .openings, stored: stored)
    let head = try database.addSession(session, after: before, seal: seal)
    try set(StoredHead(head, recordedAt: Instant(milliseconds: 0)), of: .openings, in: database)
    return Int64(head.count)
  }

  /// Repeats in the heads file what the commit made durable.
  func noteHeads() {
    guard !written.isEmpty else { return }
    chart.heads.note(written, flushing: endsSession)
  }

  /// The head to go on from.
  ///
  /// Where the heads file knows of more than the database, the database lost events whose
  /// identities were given out. They are not given out again: the gap stays, for all to see.
  private func farthest(of name: HeadName, stored: Head?) -> Head {
    let stored = stored ?? name.origin(in: chart.chart.writer)
    guard let known = chart.heads.headAtStart(of: name), known.count > stored.count else {
      return stored
    }
    return known
  }

  private func nextPlace(in number: Int64, _ database: Database) throws -> EventPlace {
    let places = EventPlace.all(of: number)
    let last = try database.lastPlace(in: places) ?? places.lowerBound
    guard last < places.upperBound else { throw ChartError.damaged(cause: "events is full") }
    return EventPlace(rawValue: last.rawValue + 1)
  }

  /// The record of an event; one that would not read back is refused while the person is there.
  private func record(of recorded: Recorded) throws -> Data {
    do {
      let bytes = try codec.record(of: recorded, in: session, salt: Salt())
      guard try codec.read(bytes).recorded == recorded else {
        throw KapRecord.RecordError.unwritable("its data")
      }
      return bytes
    } catch let error as KapRecord.RecordError {
      throw ChartError.unwritableRecord(error)
    }
  }
}
