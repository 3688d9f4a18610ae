import Foundation
package import KapTimeline

/// What the time of a row says.
package enum RowTime: Hashable, Sendable {
  /// So long after the recording began.
  case elapsed(Span)
  /// A moment anywhere.
  case instant(Instant)
  /// A date and a time on a wall whose offset is not said, as if that were UTC.
  case wall(Instant)
  /// A time of day alone, in milliseconds from midnight.
  case timeOfDay(Span)
}

/// How the times of a recording are read, which only all of them together can tell.
struct TimeReader {
  private let unit: Unit
  private let order: DateOrder
  private let clockIsElapsed: Bool

  /// In which order a date with slashes or dots counts its parts.
  enum DateOrder: Hashable { case dayFirst, monthFirst, undecided }

  /// Works out from all `fields` how to read each.
  init(unit: Unit, isNamedElapsed: Bool, fields: some Sequence<String>) {
    self.unit = unit
    var order = DateOrder.undecided
    var hasSlashed = false
    var first: Span?
    for field in fields {
      if first == nil, let span = Self.clock(Self.trimmed(field)[...]) { first = span }
      guard let (one, two) = Self.slashed(field) else { continue }
      hasSlashed = true
      if one > 12 { order = .dayFirst }
      if two > 12 { order = .monthFirst }
      // A date with dots is written day first wherever it is written.
      if field.contains(".") && !field.contains("/") && order == .undecided,
        field.prefix(10).count(where: { $0 == "." }) >= 2
      {
        order = .dayFirst
      }
    }
    self.order = order
    isAmbiguous = hasSlashed && order == .undecided
    clockIsElapsed =
      isNamedElapsed || unit == .clock && (first ?? .zero) < .minutes(5)
      || (first ?? .minutes(60)) < .minutes(5)
  }

  /// Whether dates can be read two ways.
  let isAmbiguous: Bool

  /// Reads the time of a row.
  func time(_ field: String, date: String? = nil) -> RowTime? {
    let text = Self.trimmed(field)
    guard !text.isEmpty, text.utf8.count <= 64 else { return nil }
    if let date {
      let day = Self.trimmed(date)
      guard let span = Self.clock(text[...]) else { return whole(text) }
      return whole(day + " 00:00:00").map { time in
        switch time {
        case .wall(let midnight): .wall(midnight + span)
        case .instant(let midnight): .instant(midnight + span)
        case .elapsed, .timeOfDay: time
        }
      }
    }
    if case .number(let value) = Figure(text), !text.contains(":") { return number(value, text) }
    if let span = Self.clock(text[...]) {
      return clockIsElapsed ? .elapsed(span) : .timeOfDay(span)
    }
    return whole(text)
  }

  private func number(_ value: Double, _ text: String) -> RowTime? {
    if text.count == 14, let compact = Self.compact(text) { return .wall(compact) }
    if let scale = unit.milliseconds, scale != 1000 || abs(value) < 1e8 {
      let milliseconds = value * scale
      // Counted since 1970 once it is beyond three years, whatever the unit.
      if milliseconds > 1e11 { return Self.instant(milliseconds) }
      return Self.span(milliseconds).map(RowTime.elapsed)
    }
    switch abs(value) {
    case ..<1e8: return Self.span(value * 1000).map(RowTime.elapsed)
    case ..<1e11: return Self.instant(value * 1000)
    case ..<1e14: return Self.instant(value)
    case ..<1e17: return Self.instant(value / 1000)
    default: return Self.instant(value / 1_000_000)
    }
  }

  /// A date with a time, in one of the ways people and machines write them.
  private func whole(_ text: String) -> RowTime? {
    if let (instant, _) = Instant.reading(timestamp: text) { return .instant(instant) }
    let parts = text.split { $0 == " " || $0 == "T" || $0 == "t" }.map(String.init)
    guard let first = parts.first, let day = date(first) else { return reversed(parts) }
    let rest = parts.dropFirst().joined(separator: " ")
    guard !rest.isEmpty else { return nil }
    if rest.hasSuffix("Z") || rest.hasSuffix("z") {
      return Self.clock(rest.dropLast()).map { .instant(day + $0) }
    }
    return Self.clock(rest[...]).map { .wall(day + $0) }
  }

  /// `00:00:00.000 01/01/2000`, as some tools write it.
  private func reversed(_ parts: [String]) -> RowTime? {
    guard parts.count == 2, let span = Self.clock(parts[0][...]), let day = date(parts[1])
    else { return nil }
    return .wall(day + span)
  }

  private func date(_ text: String) -> Instant? {
    let parts = text.split { "-/.".contains($0) }.map { Int($0) }
    guard parts.count == 3, let one = parts[0], let two = parts[1], let three = parts[2]
    else { return nil }
    if one > 31 { return Instant(year: one, month: two, day: three) }
    let year = three < 100 ? 2000 + three : three
    return order == .dayFirst
      ? Instant(year: year, month: two, day: one) : Instant(year: year, month: one, day: two)
  }

  /// `20251104142026`.
  private static func compact(_ text: String) -> Instant? {
    let digits = text.compactMap(\.wholeNumberValue)
    guard digits.count == 14, digits[0] == 1 && digits[1] == 9 || digits[0] == 2 && digits[1] == 0
    else { return nil }
    func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
    return Instant(
      year: number(0..<4),
      month: number(4..<6),
      day: number(6..<8),
      hour: number(8..<10),
      minute: number(10..<12),
      second: number(12..<14)
    )
  }

  /// `14:20`, `14:20:26`, `0:01.000` (minutes and seconds), `2:20:26 PM`.
  private static func clock(_ text: Substring) -> Span? {
    var text = text
    var half: Int?
    let lower = text.lowercased()
    for (word, hours) in [("am", 0), ("pm", 12), ("a.m.", 0), ("p.m.", 12)]
    where lower.hasSuffix(word) {
      half = hours
      text = text.dropLast(word.count)
    }
    let parts = text.trimmingCharacters(in: .whitespaces).split(
      separator: ":",
      omittingEmptySubsequences: false
    )
    guard (2...4).contains(parts.count), parts.allSatisfy({ $0.utf8.count <= 12 }) else {
      return nil
    }
    let numbers = parts.map { part -> Double? in
      guard let first = part.first, first.isASCII, first.isNumber else { return nil }
      return Double(part.replacing(",", with: "."))
    }
    let values = numbers.compactMap { $0 }
    guard values.count == parts.count, values.allSatisfy({ $0.isFinite && $0 < 1e6 }) else {
      return nil
    }
    // Two parts are hours and minutes unless the last has a fraction: wfdb writes `0:01.000`.
    let hasFraction = parts.last?.contains { $0 == "." || $0 == "," } ?? false
    var hours = values.count == 2 && hasFraction ? 0 : values[0]
    let minutes = values.count == 2 && hasFraction ? values[0] : values[1]
    var seconds = values.count == 2 ? (hasFraction ? values[1] : 0) : values[2]
    if values.count == 4 { seconds += values[3] / 1000 }
    guard minutes < 60 || values.count == 2 && hasFraction, seconds < 61 else { return nil }
    if let half {
      guard (1...12).contains(hours) else { return nil }
      hours = hours == 12 ? Double(half) : hours + Double(half)
    }
    return span(((hours * 60 + minutes) * 60 + seconds) * 1000)
  }

  private static func slashed(_ field: String) -> (Int, Int)? {
    let day = trimmed(field).split { $0 == " " || $0 == "T" }
    for word in day {
      let parts = word.split { "/.-".contains($0) }
      guard parts.count == 3, !word.contains(":"), let one = Int(parts[0]), let two = Int(parts[1]),
        Int(parts[2]) != nil, one <= 31, two <= 31
      else { continue }
      return (one, two)
    }
    return nil
  }

  private static func trimmed(_ field: String) -> String {
    field.trimmingCharacters(
      in: .whitespacesAndNewlines.union(CharacterSet(charactersIn: "'\"[]()\u{FEFF}"))
    )
  }

  private static func span(_ milliseconds: Double) -> Span? {
    guard milliseconds.isFinite, abs(milliseconds) < 1e14 else { return nil }
    return Span(milliseconds: Int64(milliseconds.rounded()))
  }

  private static func instant(_ milliseconds: Double) -> RowTime? {
    guard milliseconds.isFinite, abs(milliseconds) < Double(Instant.bound) else { return nil }
    return .instant(Instant(milliseconds: Int64(milliseconds.rounded())))
  }
}
