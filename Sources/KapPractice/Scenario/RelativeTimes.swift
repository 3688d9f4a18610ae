import KapTimeline

/// Times in the words of a script that go by the opening of the session, so that nobody drank at an
/// hour that is still to come, and no lot expires as the years go by.
///
/// `{-2h}` is two hours earlier, down to the half hour, `{-2d}` the day, `{+10mo}` the month.
struct RelativeTimes {
  let opened: Instant
  let offset: UTCOffset

  /// Reads the opening off a session; nil before that.
  init?(in session: Session) {
    guard let opening = session.entries.first?.recorded, session.opening != nil else { return nil }
    opened = opening.occurredAt
    offset = opening.offset
  }

  /// The words with every such time as it is read off a wall or a label.
  func words(_ text: String) -> String {
    var words = ""
    var rest = Substring(text)
    while let start = rest.firstIndex(of: "{"), let end = rest[start...].firstIndex(of: "}") {
      words += rest[..<start]
      let mark = rest[rest.index(after: start)..<end]
      words += time(mark) ?? String(rest[start...end])
      rest = rest[rest.index(after: end)...]
    }
    return words + rest
  }

  private func time(_ mark: Substring) -> String? {
    let unit = mark.drop { "+-.0123456789".contains($0) }
    guard let number = Double(mark.prefix(mark.count - unit.count)) else { return nil }
    switch unit {
    case "h":
      let wall = WallTime(opened + .minutes(number * 60), offset: offset)
      return "\(wall.hour):\(wall.minute < 30 ? "00" : "30")"
    case "d": return WallTime(opened + .minutes(number * 1440), offset: offset).shortDate
    case "mo":
      let wall = WallTime(opened, offset: offset)
      let months = wall.year * 12 + wall.month - 1 + Int(number)
      return "\(months / 12)-\(months % 12 < 9 ? "0" : "")\(months % 12 + 1)"
    default: return nil
    }
  }
}
