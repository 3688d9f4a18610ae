import KapTimeline

/// A unit of time, in milliseconds.
enum TimeUnit: Int64 {
  case second = 1000
  case minute = 60_000
  case hour = 3_600_000

  init?(_ word: String) {
    switch word {
    case "h", "hr", "hrs", "hour", "hours": self = .hour
    case "m", "min", "mins", "minute", "minutes": self = .minute
    case "s", "sec", "secs", "second", "seconds": self = .second
    default: return nil
    }
  }
}

extension Reader {
  /// The longest time anything takes, a year; more is a slip of the hand.
  private static let longest: Int64 = 366 * 86_400_000

  /// Reads a length of time: `40m`, `40 min`, `1h`, `1h30`, `1 h 30 m`, `90s`.
  mutating func span(of what: String, _ remedy: String) throws(EntryError) -> Span {
    skipSpace()
    let (span, stop) = try span(from: position, to: end, of: what, remedy)
    position = stop
    return span
  }

  /// Reads a length of time between two columns, and says where it ends.
  func span(
    from start: Int,
    to stop: Int,
    of what: String,
    _ remedy: String
  ) throws(EntryError) -> (span: Span, end: Int) {
    var total: Int64 = 0
    var last: TimeUnit?
    var index = start
    var reached = start
    while index < stop, last != .second {
      if last != nil, !isDigit(characters[index]) { break }
      let wordEnd = endOfWord(from: index, to: stop)
      if last != nil, (try? figure(from: index, to: wordEnd, of: what, remedy)) == nil { break }
      let (figure, afterFigure) = try figure(from: index, to: wordEnd, of: what, remedy)
      var unitStart = afterFigure
      if unitStart == wordEnd { unitStart = skippingSpace(from: unitStart, to: stop) }
      var unitEnd = unitStart
      while unitEnd < stop, characters[unitEnd].isLetter { unitEnd += 1 }
      var unit = TimeUnit(String(characters[unitStart..<unitEnd]).lowercased())
      // `1h30` is an hour and thirty minutes, as people say it.
      if unit == nil, last == .hour, afterFigure == wordEnd, index == reached {
        unit = .minute
        unitEnd = afterFigure
      }
      guard let unit, last.map({ unit.rawValue < $0.rawValue }) ?? true else {
        if last != nil { break }
        let missing = unitStart == unitEnd || unitStart > afterFigure
        throw failure(
          missing ? .unknownUnit : .notATime,
          from: start,
          to: max(wordEnd, afterFigure),
          missing
            ? "\(what) needs a unit: h, m or s."
            : "“\(clip(String(characters[start..<wordEnd])))” is not a length of time.",
          remedy
        )
      }
      guard let part = figure.scaled(by: unit.rawValue), part <= Self.longest else {
        throw failure(
          .numberTooLarge,
          from: start,
          to: wordEnd,
          "\(what) is longer than a year.",
          "Check the digits. \(remedy)"
        )
      }
      total += part
      last = unit
      reached = unitEnd
      index = skippingSpace(from: unitEnd, to: stop)
    }
    guard last != nil else {
      throw failure(.missing, from: start, to: start, "\(what) is missing.", remedy)
    }
    return (Span(milliseconds: total), reached)
  }

  private func endOfWord(from start: Int, to stop: Int) -> Int {
    var index = start
    while index < stop, !isSpace(characters[index]) { index += 1 }
    while index > start, isSeparator(characters[index - 1]) { index -= 1 }
    return index
  }

  private func skippingSpace(from start: Int, to stop: Int) -> Int {
    var index = start
    while index < stop, isSpace(characters[index]) { index += 1 }
    return index
  }
}
