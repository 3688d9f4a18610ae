import Foundation
package import KapTimeline

/// Turns events into their data and back, apart from any record.
package enum EventCodec {
  /// The data of an event as a JSON object, its instants on a wall `offset` from UTC.
  package static func data(
    of event: Event,
    offset: UTCOffset = .utc
  ) throws(RecordError) -> JSONValue {
    do {
      let bytes = try JSONEncoder(offset: offset).encode(EventData(event))
      return try JSONDecoder().decode(JSONValue.self, from: bytes)
    } catch {
      throw RecordError(writing: error)
    }
  }

  /// The event of a kind with that data.
  package static func event(
    kind: String,
    data: JSONValue
  ) throws(RecordError) -> Event {
    do {
      let whole = JSONValue.object(["kind": .string(kind), "data": data])
      return try JSONDecoder().decode(LoneEvent.self, from: JSONEncoder().encode(whole)).event
    } catch {
      throw RecordError(reading: error)
    }
  }
}

extension JSONEncoder {
  /// Creates an encoder that writes instants as a wall shows them.
  convenience init(offset: UTCOffset) {
    self.init()
    if let key = CodingUserInfoKey.wallOffset { userInfo[key] = offset }
  }
}

private struct LoneEvent: Decodable {
  let event: Event

  private enum CodingKeys: String, CodingKey { case kind, data }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let name = try container.decode(String.self, forKey: .kind)
    guard let kind = EventKind(rawValue: name) else { throw RecordError.unknownKind(name) }
    event = try Event(kind, in: container, forKey: .data)
  }
}
