/// How far the wall clock stood from UTC where and when an event was written, in minutes east.
package struct UTCOffset: Hashable, Sendable {
  /// Minutes east of UTC, within ±18 hours.
  package let minutes: Int

  /// Creates an offset, kept within ±18 hours.
  package init(minutes: Int) { self.minutes = min(max(minutes, -1080), 1080) }

  /// Universal time itself.
  package static let utc = UTCOffset(minutes: 0)
}

/// A moment as a clock and a calendar on the wall show it.
package struct WallTime: Hashable, Sendable {
  /// The year, month (1 to 12) and day of the month (1 to 31) of the Gregorian calendar.
  package let year: Int, month: Int, day: Int
  /// The time of day.
  package let hour: Int, minute: Int, second: Int, millisecond: Int
  /// Days since 1970-01-01 on this wall.
  package let dayNumber: Int
  /// The offset of the wall from UTC.
  package let offset: UTCOffset

  /// Reads the wall clock at `instant`.
  package init(_ instant: Instant, offset: UTCOffset) {
    let local = instant.milliseconds + Int64(offset.minutes) * 60_000
    let days = floorDivide(local, 86_400_000)
    let rest = Int(local - days * 86_400_000)
    (year, month, day) = Self.civil(fromDay: Int(days))
    (hour, minute) = (rest / 3_600_000, rest / 60_000 % 60)
    (second, millisecond) = (rest / 1000 % 60, rest % 1000)
    dayNumber = Int(days)
    self.offset = offset
  }

  /// `14:20`.
  package var clock: String { "\(two(hour)):\(two(minute))" }

  /// `14:20:26`.
  package var clockWithSeconds: String { "\(clock):\(two(second))" }

  /// `2025-11-04`.
  package var date: String { "\(four(year))-\(two(month))-\(two(day))" }

  /// `4 Nov`.
  package var shortDate: String { "\(day) \(Self.months[month - 1].prefix(3))" }

  /// `Tuesday 4 November 2025`.
  package var longDate: String {
    "\(Self.weekdays[weekday]) \(day) \(Self.months[month - 1]) \(year)"
  }

  /// `2025-11-04T14:20:26.125+01:00` (RFC 3339, always with milliseconds and offset).
  package var timestamp: String {
    let sign = offset.minutes < 0 ? "-" : "+"
    let zone = "\(sign)\(two(abs(offset.minutes) / 60)):\(two(abs(offset.minutes) % 60))"
    let fraction = (millisecond < 10 ? "00" : millisecond < 100 ? "0" : "") + String(millisecond)
    return "\(date)T\(clockWithSeconds).\(fraction)\(zone)"
  }

  /// The day of the week, 0 for Sunday.
  package var weekday: Int { ((dayNumber % 7) + 11) % 7 }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let weekdays = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]

  /// The civil date of a day number, by the proleptic Gregorian calendar.
  private static func civil(fromDay day: Int) -> (Int, Int, Int) {
    // Eras of 400 years start on 1 March, so that the leap day ends a year.
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}

/// Two digits, zero-padded.
func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

private func four(_ number: Int) -> String {
  let digits = String(abs(number))
  return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
