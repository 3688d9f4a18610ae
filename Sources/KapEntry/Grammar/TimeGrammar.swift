import KapTimeline

/// A time that stood before a sentence, with its place in the line.
struct TimePrefix {
  let instant: Instant
  let word: Word
}

extension Reader {
  private static let remedy = "Type @14:05, @1405, @-3m (ago) or @+12m (minute 12 of the dose)."

  /// Reads `@14:05`, `@1405`, `@14:05:30`, `@-3m` or `@+12m` where the line has one here.
  mutating func timePrefix() throws(EntryError) -> TimePrefix? {
    skipSpace()
    guard position < end, characters[position] == "@", let word = next() else { return nil }
    let instant = try instant(of: word)
    try check(instant, at: word)
    return TimePrefix(instant: instant, word: word)
  }

  private func instant(of word: Word) throws(EntryError) -> Instant {
    let body = word.start + 1
    guard body < word.end else {
      throw failure(.notATime, at: word, "A time belongs right after the @.", Self.remedy)
    }
    let first = characters[body]
    if isMinus(first) {
      return context.now - (try length(from: body + 1, in: word))
    }
    if first == "+" {
      let span = try length(from: body + 1, in: word)
      guard let doseAt = context.doseAt else {
        throw failure(
          .noDoseYet,
          at: word,
          "Minutes count from the dose, and there is no dose yet.",
          "Type the clock, as in @14:05, or how long ago, as in @-3m."
        )
      }
      return doseAt + span
    }
    return try latest(clock(from: body, in: word), at: word)
  }

  private func length(from start: Int, in word: Word) throws(EntryError) -> Span {
    let (span, stop) = try span(from: start, to: word.end, of: "The time", Self.remedy)
    guard stop == word.end else { throw notATime(word) }
    return span
  }

  private func notATime(_ word: Word) -> EntryError {
    failure(.notATime, at: word, "“\(word.clipped)” is not a time.", Self.remedy)
  }

  /// The seconds of the day of `14:05`, `9:05`, `1405` or `14:05:30`.
  private func clock(from start: Int, in word: Word) throws(EntryError) -> Int {
    let body = characters[start..<word.end]
    guard body.count <= 8, body.allSatisfy({ isDigit($0) || $0 == ":" }) else {
      throw notATime(word)
    }
    let parts = body.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int(String($0)) }
    guard numbers.count == parts.count else { throw notATime(word) }
    let fields: [Int]
    switch (parts.count, parts[0].count) {
    case (1, 4): fields = [numbers[0] / 100, numbers[0] % 100, 0]
    case (2, 1...2) where parts[1].count == 2: fields = [numbers[0], numbers[1], 0]
    case (3, 1...2) where parts[1].count == 2 && parts[2].count == 2: fields = numbers
    default: throw notATime(word)
    }
    guard fields[0] < 24, fields[1] < 60, fields[2] < 60 else {
      throw failure(
        .notATime,
        at: word,
        "No clock shows “\(word.clipped)”.",
        "Type the hour from 0 to 23 and the minute from 0 to 59, as in @14:05."
      )
    }
    return (fields[0] * 60 + fields[1]) * 60 + fields[2]
  }

  /// The latest moment not after now at which the wall clock showed that time of day.
  private func latest(_ secondsOfDay: Int, at word: Word) throws(EntryError) -> Instant {
    let wall = WallTime(context.now, offset: context.offset)
    guard
      let today = Instant(
        year: wall.year,
        month: wall.month,
        day: wall.day,
        hour: secondsOfDay / 3600,
        minute: secondsOfDay / 60 % 60,
        second: secondsOfDay % 60,
        offset: context.offset
      )
    else { throw notATime(word) }
    guard today > context.now else { return today }
    let yesterday = today - .minutes(24 * 60)
    if let earliest, yesterday < earliest { throw notYet(today, at: word) }
    return yesterday
  }

  /// The earliest moment an entry may have, where the session and the protocol tell.
  private var earliest: Instant? {
    guard let hours = context.clinicProtocol?.timing.backTimeHours else { return nil }
    return (context.openedAt ?? context.now) - .minutes(hours * 60)
  }

  private func check(_ instant: Instant, at word: Word) throws(EntryError) {
    guard instant <= context.now else { throw notYet(instant, at: word) }
    guard let earliest, instant < earliest else { return }
    let wall = WallTime(earliest, offset: context.offset)
    throw failure(
      .tooEarly,
      at: word,
      "That is too long before the session: the earliest is \(wall.clock) on \(wall.shortDate).",
      "Check the time, or write it as a note with the time in words."
    )
  }

  private func notYet(_ instant: Instant, at word: Word) -> EntryError {
    let wall = WallTime(instant, offset: context.offset)
    let now = WallTime(context.now, offset: context.offset)
    return failure(
      .inTheFuture,
      at: word,
      "\(wall.clock) is still to come: it is \(now.clockWithSeconds).",
      "Type a time that has been, as in @-3m, or leave the time out for now."
    )
  }

  /// Before a correction a time could mean either moment, so its place is after the entry's name.
  func timeBeforeCorrection(_ time: TimePrefix) -> EntryError {
    failure(
      .unknownWord,
      at: time.word,
      "The time of a correction stands after the entry's name.",
      "Type correct, the name and then the time, as in correct a12 @14:05."
    )
  }

  /// Refuses a time right after the verb: kept among the words it would stand at the wrong moment.
  ///
  /// After a colon it is words: `note: @14:05 is on the label`.
  func refuseTimeHere(after verb: Verb) throws(EntryError) {
    guard !verbHadColon, let word = peek(), characters[word.start] == "@", isTime(word) else {
      return
    }
    throw timeOutOfPlace(word, of: verb)
  }

  /// Whether a word is written as a time, be there such a moment or not.
  private func isTime(_ word: Word) -> Bool {
    do throws(EntryError) {
      _ = try instant(of: word)
      return true
    } catch {
      return error.problem == .noDoseYet || error.problem == .inTheFuture
    }
  }

  /// What a sentence has no place for, said as a time where it begins like one.
  func namingTimeOutOfPlace(_ error: EntryError, of verb: Verb) -> EntryError {
    guard verb != .correct, error.problem != .notATime, error.column < end,
      error.column + error.length <= end, characters[error.column] == "@"
    else { return error }
    return timeOutOfPlace(word(from: error.column, to: error.column + error.length), of: verb)
  }

  private func timeOutOfPlace(_ word: Word, of verb: Verb) -> EntryError {
    failure(
      .notATime,
      at: word,
      "A time stands in front of the sentence.",
      "Type it first, as in \(word.clipped) \(verb.rawValue) and the rest."
    )
  }
}
