package import Foundation
package import KapTimeline

extension RecordCodec {
  /// Which event a record says to be, whatever its kind and schema.
  ///
  /// Session, writer and number keep their names in every schema, so that a record can be kept,
  /// handed on and verified by a program that does not know what it means.
  package func name(
    of bytes: Data
  ) throws(RecordError) -> (session: SessionID, event: EventID) {
    guard Self.schema(of: bytes) != nil else { throw .notARecord }
    do {
      let name = try JSONDecoder().decode(RecordName.self, from: bytes)
      guard let session = SessionID(name.session) else { throw RecordError.unreadable("session") }
      guard let writer = WriterID(name.writer) else { throw RecordError.unreadable("writer") }
      guard name.seq > 0 else { throw RecordError.unreadable("seq") }
      return (session, EventID(writer: writer, sequence: name.seq))
    } catch {
      throw RecordError(reading: error)
    }
  }
}

private struct RecordName: Decodable {
  let session: String
  let writer: String
  let seq: Int
}
