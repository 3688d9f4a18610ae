/// A length of time in whole milliseconds, negative for the past.
package struct Span: Hashable, Comparable, Sendable {
  /// The length in milliseconds, within ±2 × ``Instant/bound``.
  package let milliseconds: Int64

  /// Creates a span, kept within twice the bound of an instant.
  package init(milliseconds: Int64) {
    self.milliseconds = min(max(milliseconds, -2 * Instant.bound), 2 * Instant.bound)
  }

  /// A span of whole seconds.
  package static func seconds(_ seconds: Int) -> Span {
    Span(milliseconds: scaled(seconds, by: 1000))
  }

  /// A span of whole minutes.
  package static func minutes(_ minutes: Int) -> Span {
    Span(milliseconds: scaled(minutes, by: 60_000))
  }

  /// A span of minutes with a fraction; what is not a number is no time at all.
  package static func minutes(_ minutes: Double) -> Span {
    let milliseconds = (minutes * 60_000).rounded()
    let limit = Double(2 * Instant.bound)
    guard milliseconds.isFinite else { return .zero }
    return Span(milliseconds: Int64(min(max(milliseconds, -limit), limit)))
  }

  /// No time at all.
  package static let zero = Span(milliseconds: 0)

  /// The length in minutes, with its fraction.
  package var inMinutes: Double { Double(milliseconds) / 60_000 }

  /// Whole seconds, rounded towards the past: -1 ms is -1 s.
  package var wholeSeconds: Int { Int(floorDivide(milliseconds, 1000)) }

  /// Whole minutes, rounded towards the past, as protocols count them: minute 0 lasts 60 s.
  package var wholeMinutes: Int { Int(floorDivide(milliseconds, 60_000)) }

  package static func < (left: Span, right: Span) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// Returns the sum, or a senseless span where it does not fit; never traps.
  package static func + (left: Span, right: Span) -> Span {
    Span(milliseconds: left.milliseconds &+ right.milliseconds)
  }

  /// Returns the difference, or a senseless span where it does not fit; never traps.
  package static func - (left: Span, right: Span) -> Span {
    Span(milliseconds: left.milliseconds &- right.milliseconds)
  }

  private static func scaled(_ count: Int, by unit: Int64) -> Int64 {
    let (product, overflow) = Int64(count).multipliedReportingOverflow(by: unit)
    guard overflow else { return product }
    return count < 0 ? Int64.min : Int64.max
  }
}

/// The quotient rounded towards minus infinity.
func floorDivide(_ dividend: Int64, _ divisor: Int64) -> Int64 {
  let quotient = dividend / divisor
  return dividend % divisor < 0 ? quotient - 1 : quotient
}
