import Crypto
package import Foundation
package import KapTimeline

/// Writes a session's records as a log, line by line.
///
/// Records of one writer must come in their order; those of several writers may be mixed.
package struct LogWriter {
  private let sink: (Data) throws -> Void
  private var hash = SHA256()
  private var heads: [WriterID: Head] = [:]

  /// Begins a log of the chains of `writers` and gives each line to `sink`.
  package init(
    session: SessionID,
    writers: [WriterID],
    to sink: @escaping (Data) throws -> Void
  ) throws {
    self.sink = sink
    try write(Data(LogHeader(session: session, writers: writers.sorted()).text.utf8))
  }

  /// Writes a record.
  package mutating func write(_ record: ChainedRecord) throws {
    try write(LogLine.line(of: record))
    let known = heads[record.id.writer]?.count ?? 0
    if record.id.sequence > known {
      heads[record.id.writer] = Head(count: record.id.sequence, link: record.link)
    }
  }

  /// Writes the closing line; a log without it is not whole.
  package consuming func finish() throws {
    let trailer = LogTrailer(heads: heads, digest: Link(hash.finalize()))
    try sink(Data(trailer.text.utf8) + [UInt8(ascii: "\n")])
  }

  private mutating func write(_ line: Data) throws {
    let ended = line + [UInt8(ascii: "\n")]
    hash.update(data: ended)
    try sink(ended)
  }
}
