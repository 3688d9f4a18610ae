import Foundation
import KapRecord
import KapTestSupport
import KapTimeline

/// Chained records of one session, as a chart would hold them, and the log of them.
struct SampleLog {
  let session: SessionID
  let writers: [WriterID]
  var records: [ChainedRecord] = []
  var events: [Recorded] = []

  /// Makes `count` records, written in turn by so many writers.
  init(seed: UInt64, count: Int, writers writerCount: Int = 1) throws {
    var random = RandomEvents(seed: seed)
    session = SessionID(using: &random.generator)
    writers = (0..<writerCount).map { _ in WriterID(using: &random.generator) }
    var heads: [WriterID: Head] = [:]
    for place in 0..<count {
      let writer = place < writerCount ? writers[place] : random.pick(writers)
      let head = heads[writer] ?? ChainID(session: session, writer: writer).origin
      let event = place == 0 ? random.event(of: .opened) : random.event()
      let id = EventID(writer: writer, sequence: head.count + 1)
      let recorded = random.draft(of: event).recorded(as: id, at: random.instant())
      let salt = Salt(using: &random.generator)
      let bytes = try RecordCodec().record(of: recorded, in: session, salt: salt)
      let link = head.link.following(with: bytes)
      heads[writer] = Head(count: id.sequence, link: link)
      records.append(ChainedRecord(id: id, bytes: bytes, link: link))
      events.append(recorded)
    }
  }

  /// The log of the records as they stand here.
  func bytes() throws -> Data {
    let collected = Collected()
    var writer = try LogWriter(session: session, writers: writers) { collected.bytes += $0 }
    for record in records { try writer.write(record) }
    try writer.finish()
    return collected.bytes
  }

  private final class Collected {
    var bytes = Data()
  }
}

extension Data {
  /// The lines, without their ends.
  var lines: [Data] {
    split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true).map { Data($0) }
  }

  /// A file of these lines.
  init(lines: [Data]) {
    self = lines.reduce(into: Data()) { file, line in file += line + [UInt8(ascii: "\n")] }
  }
}
