import Foundation
import KapTimeline

/// Puts the members of a record in the order in which a person reads them.
struct RecordWriter {
  private let encoder: JSONEncoder = {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }()

  func bytes(of recorded: Recorded, in session: SessionID, salt: Salt) throws -> Data {
    var line = Data()
    line.reserveCapacity(512)
    // Identifiers, numbers, times and the names of cases need no escaping.
    line.append(text: "{\"v\":\(RecordCodec.schema),\"session\":\"\(session.text)\"")
    line.append(text: ",\"writer\":\"\(recorded.id.writer.text)\",\"seq\":\(recorded.id.sequence)")
    line.append(text: ",\"occurredAt\":\"\(try timestamp(recorded.occurredAt, recorded.offset))\"")
    line.append(text: ",\"recordedAt\":\"\(try timestamp(recorded.recordedAt, recorded.offset))\"")
    try line.append(text: ",\"author\":", then: encoder.encode(recorded.author))
    line.append(text: ",\"role\":\"\(recorded.role.rawValue)\"")
    if let observer = recorded.observer {
      try line.append(text: ",\"observer\":", then: encoder.encode(observer))
    }
    line.append(text: ",\"source\":\"\(recorded.source.rawValue)\"")
    if let seat = recorded.seat {
      try line.append(text: ",\"seat\":", then: encoder.encode(seat.text))
    }
    line.append(text: ",\"kind\":\"\(recorded.event.kind.rawValue)\"")
    try line.append(text: ",\"data\":", then: encoder.encode(EventData(recorded.event)))
    line.append(text: ",\"salt\":\"\(salt.text)\"}")
    return line.escapingControls()
  }

  /// The RFC 3339 form, which has four digits for a year.
  private func timestamp(_ instant: Instant, _ offset: UTCOffset) throws -> String {
    let wall = WallTime(instant, offset: offset)
    guard (1...9999).contains(wall.year) else { throw RecordError.unwritable("its times") }
    return wall.timestamp
  }
}

extension Data {
  fileprivate mutating func append(text: String, then bytes: Data = Data()) {
    append(contentsOf: text.utf8)
    append(bytes)
  }

  /// The same JSON with what could steer a terminal written as `\u…`.
  ///
  /// JSON escapes only the first 32 control characters. The others, and the marks that turn the
  /// direction of text, stand here so too: then a log can be looked at with any tool.
  func escapingControls() -> Data {
    guard contains(where: { $0 >= 0x7F }) else { return self }
    var result = Data()
    result.reserveCapacity(count + 64)
    for scalar in String(decoding: self, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
        let digits = String(scalar.value, radix: 16)
        result.append(text: "\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
      default: result.append(contentsOf: scalar.utf8)
      }
    }
    return result
  }
}
