import Foundation
import KapTimeline

/// Puts the members of a record in the order in which a person reads them.
struct RecordWriter: Sendable {
  private let encoder: JSONEncoder = {
    let encoder = JSONEncoder()
    encoder.outputFormatting = format
    return encoder
  }()
  private static let format: JSONEncoder.OutputFormatting = [.sortedKeys, .withoutEscapingSlashes]

  func bytes(of recorded: Recorded, in session: SessionID, salt: Salt) throws -> Data {
    // Identifiers, numbers, times and the names of cases need no escaping.
    var line = "{\"v\":\(RecordCodec.schema),\"session\":\"\(session.text)"
    line.reserveCapacity(512)
    line += "\",\"writer\":\"\(recorded.id.writer.text)\",\"seq\":\(recorded.id.sequence)"
    line += ",\"occurredAt\":\"\(try timestamp(recorded.occurredAt, recorded.offset))"
    line += "\",\"recordedAt\":\"\(try timestamp(recorded.recordedAt, recorded.offset))"
    line += "\",\"author\":\(try quoted(recorded.author)),\"role\":\"\(recorded.role.rawValue)\""
    if let observer = recorded.observer { line += ",\"observer\":\(try quoted(observer))" }
    line += ",\"source\":\"\(recorded.source.rawValue)\""
    if let seat = recorded.seat { line += ",\"seat\":\(try quoted(seat.text))" }
    if recorded.isUnasked { line += ",\"unasked\":true" }
    line += ",\"kind\":\"\(recorded.event.kind.rawValue)\",\"data\":"
    let dataEncoder = JSONEncoder(offset: recorded.offset)
    dataEncoder.outputFormatting = Self.format
    line += String(decoding: try dataEncoder.encode(EventData(recorded.event)), as: UTF8.self)
    line += ",\"salt\":\"\(salt.text)\"}"
    return Data(line.escapingControls().utf8)
  }

  /// The RFC 3339 form, which has four digits for a year.
  private func timestamp(_ instant: Instant, _ offset: UTCOffset) throws -> String {
    let wall = WallTime(instant, offset: offset)
    guard (1...9999).contains(wall.year) else { throw RecordError.unwritable("its times") }
    return wall.timestamp
  }

  /// The text as JSON; what needs no escaping, as most names do not, is not sent through an encoder.
  private func quoted(_ text: String) throws -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }
    return isPlain ? "\"\(text)\"" : String(decoding: try encoder.encode(text), as: UTF8.self)
  }
}

extension String {
  /// The same JSON with what could steer a terminal written as `\u…`.
  ///
  /// JSON escapes only the first 32 control characters. The others, and the marks that turn the
  /// direction of text, stand here so too: then a log can be looked at with any tool.
  fileprivate func escapingControls() -> String {
    guard utf8.contains(where: { $0 >= 0x7F }) else { return self }
    var result = ""
    result.reserveCapacity(utf8.count + 64)
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
