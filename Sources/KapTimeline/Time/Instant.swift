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
  package init(from decoder: any Decoder) throws {
    self.init(milliseconds: try decoder.singleValueContainer().decode(Int64.self))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(milliseconds)
  }
}
