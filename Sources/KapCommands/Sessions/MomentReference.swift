package import KapTimeline

/// A moment of a session as a person names it on the command line.
package enum MomentReference: Hashable {
  /// So long after the dose; after the opening where there was no dose.
  case minute(Span)
  /// A time of day within the session.
  case clock(Span)
  /// A date and time on the session's wall, as if that were UTC.
  case wall(Instant)
  /// A moment of the world.
  case instant(Instant)

  /// Reads `+20m`, `-5m`, `14:05`, `14:05:30`, `2025-11-04 14:05` or a timestamp.
  package init(reading text: String) throws {
    let text = text.hasPrefix("@") ? String(text.dropFirst()) : text
    let parts = text.split(maxSplits: 1) { $0 == " " || $0 == "T" || $0 == "t" }
    if let (instant, _) = Instant.reading(timestamp: text) {
      self = .instant(instant)
    } else if let span = Self.minutes(text) {
      self = .minute(span)
    } else if parts.count == 2, let day = Self.day(parts[0]), let time = Self.clock(parts[1]) {
      self = .wall(day + time)
    } else if let time = Self.clock(text) {
      self = .clock(time)
    } else {
      throw CommandError(
        .usage,
        "A moment is +20m (minutes from the dose), 14:05, 14:05:30, \"2025-11-04 14:05\", or a "
          + "timestamp such as 2025-11-04T14:05:00+01:00."
      )
    }
  }

  /// The instant it means in a session that is known up to a moment.
  package func instant(in moment: Moment) throws -> Instant {
    guard let startedAt = moment.startedAt else {
      throw CommandError(.noInput, "The session is not opened yet.")
    }
    let opened = moment.session.list(of: .opened).first
    let offset = opened.map { moment.session.entries[$0].recorded.offset } ?? .utc
    switch self {
    case .instant(let instant): return instant
    case .wall(let wall): return wall - .minutes(offset.minutes)
    case .minute(let span): return (moment.zero ?? startedAt) + span
    case .clock(let time):
      let wall = WallTime(startedAt, offset: offset)
      let midnight = Instant(year: wall.year, month: wall.month, day: wall.day, offset: offset)
      let first = (midnight ?? startedAt) + time
      // The first such minute within the session, which may run over midnight.
      return first + .minutes(1) > startedAt ? first : first + .minutes(1440)
    }
  }

  /// The instant it means as the beginning of something beside the session: minutes count from the
  /// opening, and a time of day is that of the day that brings it nearest to the opening.
  func instant(nearest moment: Moment) throws -> Instant {
    let instant = try instant(in: moment)
    guard let startedAt = moment.startedAt else { return instant }
    switch self {
    case .instant, .wall: return instant
    case .minute(let span): return startedAt + span
    case .clock:
      let before = instant - .minutes(1440)
      return instant - startedAt < startedAt - before ? instant : before
    }
  }

  /// `+20m`, `-90s`, `+1h`, `+1h30m`.
  private static func minutes(_ text: some StringProtocol) -> Span? {
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    var total = Span.zero
    var digits = ""
    for character in text.dropFirst() {
      if character.isASCII, character.isNumber, digits.utf8.count < 6 {
        digits.append(character)
        continue
      }
      guard let number = Int(digits) else { return nil }
      switch character {
      case "h": total = total + .minutes(number * 60)
      case "m": total = total + .minutes(number)
      case "s": total = total + .seconds(number)
      default: return nil
      }
      digits = ""
    }
    guard digits.isEmpty, text.count > 1 else { return nil }
    return sign == "-" ? .zero - total : total
  }

  /// `14:05`, `1405` or `14:05:30`.
  private static func clock(_ text: some StringProtocol) -> Span? {
    guard text.utf8.allSatisfy({ $0 == 0x3A || (0x30...0x39).contains($0) }) else { return nil }
    let pieces = text.split(separator: ":" as Character, omittingEmptySubsequences: false)
    var parts = pieces.map { String($0) }
    if parts.count == 1, parts[0].count == 4 {
      parts = [String(parts[0].prefix(2)), String(parts[0].suffix(2))]
    }
    let numbers = parts.compactMap { $0.count <= 2 ? Int($0) : nil }
    guard numbers.count == parts.count, (2...3).contains(numbers.count), numbers[0] < 24,
      numbers.dropFirst().allSatisfy({ $0 < 60 })
    else { return nil }
    let seconds = numbers.count == 3 ? numbers[2] : 0
    return .seconds((numbers[0] * 60 + numbers[1]) * 60 + seconds)
  }

  private static func day(_ text: some StringProtocol) -> Instant? {
    let numbers = text.split(separator: "-").map { Int($0) }
    guard numbers.count == 3, let year = numbers[0], let month = numbers[1], let day = numbers[2]
    else { return nil }
    return Instant(year: year, month: month, day: day)
  }
}
