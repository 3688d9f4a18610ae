/// The last day of use as it is printed: a month, or a day of one.
package struct Expiry: Hashable, Sendable {
  /// The year and the month that are printed, be there such a month or not.
  package let year: Int, month: Int
  /// The day of the month, where one is printed.
  package let day: Int?

  /// The beginnings of the months' names, in order.
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private static let fullMonths = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// Reads `2027-03`, `03/2027`, `31/03/27`, `dec 2027`, `Dec2027`, `31-dec-27`; nil for what is
  /// printed in another way, a year alone included.
  ///
  /// The year stands first where it has four digits, and last where it does not.
  package init?(_ printed: String) {
    guard let parts = Self.parts(of: printed) else { return nil }
    let named = parts.indices.filter { Self.month(called: parts[$0]) != nil }
    let numbers = parts.indices.filter { !named.contains($0) }
      .compactMap { place in Int(parts[place]).map { (text: parts[place], value: $0) } }
    guard named.count <= 1, numbers.count == parts.count - named.count else { return nil }
    let isYearFirst = numbers.first?.text.count == 4
    if let name = named.first, let called = Self.month(called: parts[name]) {
      guard let last = numbers.last, let first = numbers.first, numbers.count <= 2,
        [2, 4].contains((isYearFirst ? first : last).text.count)
      else { return nil }
      year = Self.fourDigits(isYearFirst ? first.value : last.value)
      month = called
      day = numbers.count == 2 ? (isYearFirst ? last.value : first.value) : nil
      return
    }
    let shown = isYearFirst ? numbers.first : numbers.last
    guard (2...3).contains(numbers.count), let shown, [2, 4].contains(shown.text.count) else {
      return nil
    }
    let values = numbers.map(\.value)
    year = Self.fourDigits(isYearFirst ? values[0] : values[values.count - 1])
    month = isYearFirst ? values[1] : values[values.count - 2]
    day = values.count == 3 ? (isYearFirst ? values[2] : values[0]) : nil
  }

  private static func fourDigits(_ year: Int) -> Int { year < 100 ? year + 2000 : year }

  private static func month(called word: String) -> Int? {
    let place = months.firstIndex(of: word) ?? fullMonths.firstIndex(of: word)
    return place.map { $0 + 1 } ?? (word == "sept" ? 9 : nil)
  }

  /// Names and numbers of at most four digits, in small letters; nil for what holds anything else.
  ///
  /// A name and a number may touch; two numbers, or a letter among digits, never do.
  private static func parts(of printed: String) -> [String]? {
    var parts: [String] = []
    var isOpen = false
    for character in printed.lowercased() {
      if "-/. ,".contains(character) {
        isOpen = false
        continue
      }
      let isDigit = character.isASCII && character.isNumber
      guard isDigit || character.isASCII && character.isLetter else { return nil }
      if isOpen, let last = parts.last?.last, (last.isASCII && last.isNumber) == isDigit {
        parts[parts.count - 1].append(character)
      } else {
        parts.append(String(character))
      }
      isOpen = true
    }
    let isShort = parts.allSatisfy { part in
      part.first.map(\.isLetter) ?? false || part.count <= 4
    }
    return (2...3).contains(parts.count) && isShort ? parts : nil
  }

  /// Whether there is such a month.
  package var hasMonth: Bool { (1...12).contains(month) }

  /// Whether the year is one in which a medicine of this age would expire.
  package var hasPlausibleYear: Bool { (1990...2099).contains(year) }

  /// Whether there is such a day.
  package var exists: Bool {
    Instant(year: year, month: month, day: day ?? 1, hour: 0, minute: 0, second: 0, offset: .utc)
      != nil
  }

  /// Whether a day of a month comes after another one.
  package func isAfter(_ today: WallTime) -> Bool {
    (year, month, day ?? 1) > (today.year, today.month, today.day)
  }

  /// Whether it was over on a day; a month lasts to its end.
  package func hasPassed(on today: WallTime) -> Bool {
    (year, month, day ?? 31) < (today.year, today.month, today.day)
  }
}
