/// A moment in session time, in whole milliseconds since 1970-01-01T00:00:00Z.
///
/// Session time never steps: it is the wall clock at an anchor plus the monotonic reading since it.
package struct Instant: Hashable, Comparable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  package let milliseconds: Int64

  /// The largest distance from 1970 that an instant may have: the year 9999 and its mirror.
  package static let bound: Int64 = 253_402_300_799_999

  /// Creates an instant, kept within ±``bound`` so that sums of instants cannot overflow.
  package init(milliseconds: Int64) {
    self.milliseconds = min(max(milliseconds, -Self.bound), Self.bound)
  }

  package static func < (left: Instant, right: Instant) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// The moment `span` after this one.
  package static func + (instant: Instant, span: Span) -> Instant {
    Instant(milliseconds: instant.milliseconds &+ span.milliseconds)
  }

  /// The moment `span` before this one.
  package static func - (instant: Instant, span: Span) -> Instant {
    Instant(milliseconds: instant.milliseconds &- span.milliseconds)
  }

  /// How long after `right` this moment is; negative when it is earlier.
  package static func - (left: Instant, right: Instant) -> Span {
    Span(milliseconds: left.milliseconds &- right.milliseconds)
  }
}

extension Instant: Codable {
  /// Reads an RFC 3339 timestamp, or the milliseconds since 1970 that the first schema wrote.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let text = try? container.decode(String.self) else {
      self.init(milliseconds: try container.decode(Int64.self))
      return
    }
    guard let (instant, _) = Self.reading(timestamp: text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no timestamp")
    }
    self = instant
  }

  /// Writes an RFC 3339 timestamp on the encoder's wall, ``Swift/CodingUserInfoKey/wallOffset``.
  ///
  /// Beyond the years 1 to 9999, for which there is none, it stays the number that it is.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    let offset = CodingUserInfoKey.wallOffset.flatMap { encoder.userInfo[$0] as? UTCOffset }
    let wall = WallTime(self, offset: offset ?? .utc)
    guard (1...9999).contains(wall.year) else { return try container.encode(milliseconds) }
    try container.encode(wall.timestamp)
  }
}

extension CodingUserInfoKey {
  /// The ``UTCOffset`` of the wall on which instants are written; UTC where there is none.
  package static let wallOffset = CodingUserInfoKey(rawValue: "kap.wallOffset")
}
