import Foundation
import KapRecord
import KapTimeline

/// A record in the form in which a row of the chart holds it: with its link, sealed, and bound to
/// its row.
struct SealedRecord {
  let record: ChainedRecord
  /// When it came into this chart; the time of writing, unless it was imported.
  let receivedAt: Instant

  private static let form: UInt8 = 1

  /// The bytes of the row.
  func sealed(by seal: Seal, at place: EventPlace, of session: SessionID) throws -> Data {
    var bytes = Data()
    bytes.reserveCapacity(record.bytes.count + 192)
    bytes.append(Self.form)
    bytes.append(Data(bigEndian: receivedAt.milliseconds))
    bytes.append(record.link.bytes)
    bytes.append(Data(bigEndian: UInt32(clamping: record.bytes.count)))
    bytes.append(record.bytes)
    let context = Self.context(session, record.id, place)
    return try seal.closing(bytes.padded(), in: context)
  }

  /// Opens a row's bytes, or nil when they were changed or belong to another row.
  init?(
    opening sealed: Data,
    with seal: Seal,
    at place: EventPlace,
    of session: SessionID,
    as id: EventID
  ) {
    guard let bytes = seal.opening(sealed, in: Self.context(session, id, place)),
      bytes.first == Self.form, let received = bytes.dropFirst(1).bigEndian(Int64.self),
      let link = Link(bytes: bytes.dropFirst(9).prefix(32)),
      let count = bytes.dropFirst(41).bigEndian(UInt32.self)
    else { return nil }
    let text = bytes.dropFirst(45).prefix(Int(count))
    guard text.count == Int(count) else { return nil }
    record = ChainedRecord(id: id, bytes: text, link: link)
    receivedAt = Instant(milliseconds: received)
  }

  init(_ record: ChainedRecord, receivedAt: Instant) {
    self.record = record
    self.receivedAt = receivedAt
  }

  private static func context(_ session: SessionID, _ id: EventID, _ place: EventPlace) -> Data {
    var context = Data("kap record 1".utf8)
    context.append(contentsOf: session.text.utf8)
    context.append(contentsOf: id.writer.text.utf8)
    context.append(Data(bigEndian: Int64(id.sequence)))
    context.append(Data(bigEndian: place.rawValue))
    return context
  }
}

/// Where an event stands in the chart: its session's number and its arrival in that session.
struct EventPlace: Hashable, Comparable, RawRepresentable, Sendable {
  let rawValue: Int64

  init(rawValue: Int64) { self.rawValue = rawValue }

  init(session number: Int64, arrival: Int64) { rawValue = number << 32 | arrival }

  var session: Int64 { rawValue >> 32 }

  var arrival: Int64 { rawValue & 0xFFFF_FFFF }

  /// The places that a session may fill.
  static func all(of session: Int64) -> ClosedRange<EventPlace> {
    EventPlace(session: session, arrival: 0)...EventPlace(session: session, arrival: 0xFFFF_FFFF)
  }

  static func < (left: EventPlace, right: EventPlace) -> Bool { left.rawValue < right.rawValue }
}
