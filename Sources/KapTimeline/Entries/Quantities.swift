/// An amount of a medicine, exact to the nanogram.
package struct Mass: Hashable, Comparable, Sendable {
  /// The amount in nanograms.
  package let nanograms: Int64

  /// Creates an amount of nanograms, kept within a tonne either way.
  package init(nanograms: Int64) {
    self.nanograms = min(max(nanograms, -1_000_000_000_000_000), 1_000_000_000_000_000)
  }

  /// Creates an amount of milligrams, or nil when it is not a number or beyond a tonne.
  package init?(milligrams: Double) {
    let scaled = (milligrams * 1_000_000).rounded()
    guard scaled.isFinite, abs(scaled) <= 1e15 else { return nil }
    nanograms = Int64(scaled)
  }

  /// Nothing.
  package static let zero = Mass(nanograms: 0)

  /// The amount in milligrams.
  package var milligrams: Double { Double(nanograms) / 1_000_000 }

  package static func < (left: Mass, right: Mass) -> Bool { left.nanograms < right.nanograms }

  /// The sum of two amounts.
  package static func + (left: Mass, right: Mass) -> Mass {
    Mass(nanograms: left.nanograms &+ right.nanograms)
  }

  /// The difference of two amounts.
  package static func - (left: Mass, right: Mass) -> Mass {
    Mass(nanograms: left.nanograms &- right.nanograms)
  }

  /// What flows in `span` at `rate`, to the nearest nanogram.
  package static func flowing(at rate: DoseRate, for span: Span) -> Mass {
    let flow = (rate.milligramsPerHour * span.inMinutes / 60 * 1_000_000).rounded()
    return Mass(nanograms: Int64(min(max(flow, -1e15), 1e15)))
  }
}

/// How fast an infusion runs, in milligrams an hour.
package struct DoseRate: Hashable, Comparable, Sendable, Codable {
  /// Milligrams an hour.
  package let milligramsPerHour: Double

  /// Creates a rate; what is not a finite positive number is a rate of nothing.
  package init(milligramsPerHour: Double) {
    self.milligramsPerHour =
      milligramsPerHour.isFinite ? min(max(milligramsPerHour, 0), 1e9) : 0
  }

  /// Nothing flows.
  package static let zero = DoseRate(milligramsPerHour: 0)

  /// How long an amount takes at this rate, up to the longest span there is.
  func span(for amount: Mass) -> Span {
    let minutes = amount.milligrams / milligramsPerHour * 60
    return minutes.isFinite ? .minutes(minutes) : Span(milliseconds: .max)
  }

  package static func < (left: DoseRate, right: DoseRate) -> Bool {
    left.milligramsPerHour < right.milligramsPerHour
  }

  package init(from decoder: any Decoder) throws {
    self.init(milligramsPerHour: try decoder.singleValueContainer().decode(Double.self))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(milligramsPerHour)
  }
}

/// A number as people write it: no needless zeros, no exponent, at most `places` decimals.
///
/// What is not nothing does not read as 0: a small number gets as many decimals as show it, down to
/// the nanogram in a milligram, which is the least there is of anything here.
package func plain(_ value: Double, places: Int = 2) -> String {
  guard value.isFinite, abs(value) < 1e15 else { return "?" }
  let places = places < 6 && abs(value) >= 0.000_000_5 ? showing(value, from: places) : places
  var scale: Int64 = 1
  var decimals = 0
  // More digits than a double holds say nothing, and would not fit.
  while decimals < min(places, 15), abs(value) * Double(scale) < 1e14 {
    scale *= 10
    decimals += 1
  }
  var scaled = Int64((abs(value) * Double(scale)).rounded())
  let sign = value < 0 && scaled != 0 ? "-" : ""
  while decimals > 0, scaled % 10 == 0 {
    scaled /= 10
    scale /= 10
    decimals -= 1
  }
  let whole = "\(sign)\(scaled / scale)"
  guard decimals > 0 else { return whole }
  let fraction = String(scaled % scale)
  return "\(whole).\(String(repeating: "0", count: max(0, decimals - fraction.count)))\(fraction)"
}

/// So many decimals that a number does not round to nothing.
private func showing(_ value: Double, from places: Int) -> Int {
  var shown = max(0, places)
  var half = 0.5
  for _ in 0..<shown { half /= 10 }
  while shown < 6, abs(value) < half {
    half /= 10
    shown += 1
  }
  return shown
}
