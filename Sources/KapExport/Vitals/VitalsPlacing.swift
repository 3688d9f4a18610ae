package import KapTimeline

/// Where the times of a recording lie in a session.
package struct VitalsPlacing: Hashable, Sendable {
  /// When the session was opened: where seconds without a date count from.
  package var sessionStart: Instant
  /// When the recording began, where a person says so: its first row lies there.
  package var start: Instant?
  /// How far the wall clock of the recording stood from UTC.
  package var offset: UTCOffset

  /// Creates a placing.
  package init(sessionStart: Instant, start: Instant? = nil, offset: UTCOffset = .utc) {
    self.sessionStart = sessionStart
    self.start = start
    self.offset = offset
  }

  /// When each row was taken.
  ///
  /// Elapsed time counts from the session's start, or from ``start``. A moment stands for itself;
  /// with ``start`` the first row lies there and the others as far behind it as the file says. A time
  /// of day is that of the day that brings the first row nearest to the session's start, and a later
  /// row that has gone back by hours is of the next day.
  func moments(of rows: [VitalsRecording.Row]) -> [Instant] {
    var days = Span.zero
    var last: Span?
    let raw = rows.map { row -> Instant in
      switch row.time {
      case .elapsed(let span): return (start ?? sessionStart) + span
      case .instant(let instant): return instant
      case .wall(let wall): return wall - .minutes(offset.minutes)
      case .timeOfDay(let time):
        if let last, time < last - .minutes(720) { days = days + .minutes(1440) }
        last = time
        return midnight(before: rows) + days + time - .minutes(offset.minutes)
      }
    }
    guard let start, let first = rows.first, case let begin = raw[0] else { return raw }
    if case .elapsed = first.time { return raw }
    return raw.map { start + ($0 - begin) }
  }

  /// Midnight, as if in UTC, of the day the first row is of.
  private func midnight(before rows: [VitalsRecording.Row]) -> Instant {
    let local = WallTime(sessionStart, offset: offset)
    let today = Instant(year: local.year, month: local.month, day: local.day) ?? sessionStart
    guard let first = rows.first, case .timeOfDay(let time) = first.time else { return today }
    let here = sessionStart + .minutes(offset.minutes)
    let days = [-1440, 0, 1440].map { today + .minutes($0) }
    func distance(_ day: Instant) -> Int64 { abs((day + time - here).milliseconds) }
    return days.min { distance($0) < distance($1) } ?? today
  }
}
