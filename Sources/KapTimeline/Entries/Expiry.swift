/// The last day of use as it is printed: a month, or a day of one.
package struct Expiry: Hashable, Sendable {
  /// The year and the month that are printed, be there such a month or not.
  package let year: Int, month: Int
  /// The day of the month, where one is printed.
  package let day: Int?

  /// Reads `2027-03`, `03/2027`, `31/03/27`; nil for what is printed in another way.
  ///
  /// The year stands first where it has four digits, and last where it does not.
  package init?(_ printed: String) {
    let parts = printed.split { $0 == "-" || $0 == "/" || $0 == "." }.map(String.init)
    let numbers = parts.compactMap { part in
      (1...4).contains(part.utf8.count) && part.utf8.allSatisfy { (48...57).contains($0) }
        ? Int(part) : nil
    }
    guard (2...3).contains(parts.count), numbers.count == parts.count else { return nil }
    let isYearFirst = parts[0].count == 4
    let shown = isYearFirst ? numbers[0] : numbers[numbers.count - 1]
    year = shown < 100 ? shown + 2000 : shown
    month = isYearFirst ? numbers[1] : numbers[numbers.count - 2]
    day = numbers.count == 3 ? (isYearFirst ? numbers[2] : numbers[0]) : nil
  }

  /// Whether there is such a month.
  package var hasMonth: Bool { (1...12).contains(month) }

  /// Whether there is such a day.
  package var exists: Bool {
    Instant(year: year, month: month, day: day ?? 1, hour: 0, minute: 0, second: 0, offset: .utc)
      != nil
  }

  /// Whether it was over on a day; a month lasts to its end.
  package func hasPassed(on today: WallTime) -> Bool {
    (year, month, day ?? 31) < (today.year, today.month, today.day)
  }
}
