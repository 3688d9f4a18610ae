extension Instant {
  /// The instant of a civil date and time of day on a wall `offset` from UTC, or nil when there is
  /// no such day or hour.
  package init?(
    year: Int,
    month: Int,
    day: Int,
    hour: Int = 0,
    minute: Int = 0,
    second: Int = 0,
    millisecond: Int = 0,
    offset: UTCOffset = .utc
  ) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.days(in: month, of: year)).contains(day), (0...23).contains(hour),
      (0...59).contains(minute), (0...60).contains(second),
      (0...999).contains(millisecond)
    else { return nil }
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    let dayNumber = Int64(era * 146_097 + dayOfEra - 719_468)
    let time = Int64(((hour * 60 + minute) * 60 + second) * 1000 + millisecond)
    let milliseconds = dayNumber * 86_400_000 + time - Int64(offset.minutes) * 60_000
    guard abs(milliseconds) <= Self.bound else { return nil }
    self.init(milliseconds: milliseconds)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Reads an RFC 3339 timestamp: `2025-11-04T14:20:26.125+01:00`, `…Z`; a space may stand for the T.
  ///
  /// The offset that stood there comes with it.
  package static func reading(timestamp text: some StringProtocol) -> (Instant, UTCOffset)? {
    let bytes = Array(text.utf8.prefix(48))
    guard bytes.count >= 20, bytes.count < 48, bytes[4] == 0x2D, bytes[7] == 0x2D,
      [0x54, 0x74, 0x20].contains(bytes[10]), bytes[13] == 0x3A, bytes[16] == 0x3A
    else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= bytes.count else { return nil }
      var value = 0
      for byte in bytes[range] {
        guard byte >= 0x30, byte <= 0x39 else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
      let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19)
    else { return nil }
    var index = 19
    var millisecond = 0
    if bytes[index] == 0x2E {
      var scale = 100
      index += 1
      let first = index
      while index < bytes.count, bytes[index] >= 0x30, bytes[index] <= 0x39 {
        millisecond += Int(bytes[index] - 0x30) * scale
        scale /= 10
        index += 1
      }
      guard index > first else { return nil }
    }
    guard index < bytes.count else { return nil }
    let offset: UTCOffset
    switch bytes[index] {
    case 0x5A where index == bytes.count - 1, 0x7A where index == bytes.count - 1: offset = .utc
    case 0x2B, 0x2D:
      guard index + 6 == bytes.count, bytes[index + 3] == 0x3A,
        let hours = number(index + 1..<index + 3), let minutes = number(index + 4..<index + 6),
        minutes < 60, hours * 60 + minutes <= 1080
      else { return nil }
      offset = UTCOffset(minutes: (hours * 60 + minutes) * (bytes[index] == 0x2D ? -1 : 1))
    default: return nil
    }
    guard
      let instant = Instant(
        year: year,
        month: month,
        day: day,
        hour: hour,
        minute: minute,
        second: second,
        millisecond: millisecond,
        offset: offset
      )
    else { return nil }
    return (instant, offset)
  }
}
