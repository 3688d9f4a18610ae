package import Foundation
package import KapTimeline

/// Writes events as records and reads them back; the bytes of a record are fixed once written.
///
/// A record is one JSON object on one line, its schema version first. Hashes are taken over its
/// bytes: reading a record and writing it again need not give the same ones.
package struct RecordCodec: Sendable {
  /// The schema that records are written under.
  package static let schema = 2

  private let upcasting: Upcasting
  private let writer = RecordWriter()
  private let decoder = JSONDecoder()

  /// Creates a codec that brings old records up to date by the steps given.
  package init(upcasting: Upcasting = .known) { self.upcasting = upcasting }

  /// The bytes of the record of an event, without a line end.
  package func record(
    of recorded: Recorded,
    in session: SessionID,
    salt: Salt
  ) throws(RecordError) -> Data {
    do {
      return try writer.bytes(of: recorded, in: session, salt: salt)
    } catch {
      throw RecordError(writing: error)
    }
  }

  /// Reads a record, brought up to date where it is of an older schema.
  package func read(_ bytes: Data) throws(RecordError) -> ReadRecord {
    guard let version = Self.schema(of: bytes) else { throw .notARecord }
    guard version <= Self.schema else { throw .newerSchema(version) }
    do {
      let current = version == Self.schema ? bytes : try upcasting.upcast(bytes, from: version)
      return try decoder.decode(Envelope.self, from: current).record
    } catch {
      throw RecordError(reading: error)
    }
  }

  /// The schema that a record names in front, or nil when the bytes do not begin as a record.
  package static func schema(of bytes: Data) -> Int? {
    let opening = Array("{\"v\":".utf8)
    guard bytes.starts(with: opening) else { return nil }
    let behind = bytes.dropFirst(opening.count)
    let digits = behind.prefix { (0x30...0x39).contains($0) }
    guard (1...6).contains(digits.count), behind.dropFirst(digits.count).first == 0x2C else {
      return nil
    }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}

/// A record as it was read: the session it belongs to, and the event.
package struct ReadRecord: Hashable, Sendable {
  /// The session.
  package let session: SessionID
  /// The event.
  package let recorded: Recorded

  /// Creates what was read.
  package init(session: SessionID, recorded: Recorded) {
    self.session = session
    self.recorded = recorded
  }
}
