package import Foundation
package import KapTimeline

/// A log as it was read, with what was found wrong with it.
package struct LogReading: Hashable, Sendable {
  /// The session it is of.
  package let session: SessionID
  /// The writers whose chains it says to hold.
  package let writers: [WriterID]
  /// The lines that are records, in their order.
  package let lines: [Line]
  /// What is wrong with it; empty for a whole log.
  package let findings: [Finding]

  /// A line that is a record of this log.
  package struct Line: Hashable, Sendable {
    /// Its number, from 1.
    package let number: Int
    /// The record and its link.
    package let record: ChainedRecord
    /// The event, or why this program cannot read it though its record is whole.
    package let event: Result<Recorded, RecordError>
  }

  /// The events that could be read, in the order of their lines.
  package var events: [Recorded] { lines.compactMap { try? $0.event.get() } }

  /// Whether nothing is wrong but that the end is missing, as after a crash or a full disk.
  package var isWholeButForItsEnd: Bool {
    findings.allSatisfy { $0.fault == .torn || $0.fault == .endMissing }
  }
}

extension LogReading {
  /// Reads a log from its bytes and checks it; whatever the bytes are, it says what they are not.
  package init(_ bytes: Data, codec: RecordCodec = RecordCodec()) throws(LogError) {
    var reader = try LogReader(bytes, codec: codec)
    reader.readRecords()
    self.init(
      session: reader.header.session,
      writers: reader.header.writers,
      lines: reader.lines,
      findings: reader.findings.sorted { $0.line < $1.line }
    )
  }
}

extension Finding {
  /// The line, for findings in a log; others sort last.
  fileprivate var line: Int {
    switch place {
    case .line(let number): number
    case .row, .table, .file, .byte: .max
    }
  }
}
