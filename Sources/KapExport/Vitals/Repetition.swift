import KapTimeline

/// Which rows of a recording say something that the rows before them did not.
///
/// A monitor that writes every second repeats itself. Two rules, of which neither looks ahead, so
/// that a longer copy of the same file gives the same entries and then more:
///
/// - A cuff measures once and is shown until it measures again. A cuff's reading that equals the one
///   before it, with no more than ``cuffPause`` between the two rows, is the same measurement, for
///   ``cuffLife`` at most; the other signs of the row are entered without it.
/// - A row that says in all its readings what the row before it said, less than ``rowPause`` after
///   that, is not entered again until ``rowLife`` after the one that was. Rows a minute apart are
///   never taken for repetitions: whoever writes once a minute means each row.
struct Repetition {
  static let cuffPause = Span.minutes(2)
  static let cuffLife = Span.minutes(30)
  static let rowPause = Span.seconds(30)
  static let rowLife = Span.minutes(5)

  /// How many rows said nothing new.
  private(set) var count = 0

  private var previous: (readings: RowReadings, at: Instant)?
  private var entered: Instant?
  private var cuff: (pressure: Pressure, first: Instant, last: Instant)?

  private struct Pressure: Hashable {
    let pair: BloodPressure?
    let mean: Double?
  }

  /// What is new in a row, or nil when nothing is.
  mutating func fresh(_ readings: RowReadings, at moment: Instant) -> RowReadings? {
    defer { previous = (readings, moment) }
    var fresh = readings
    if isHeld(readings, at: moment) {
      fresh.vitals.bloodPressure = nil
      fresh.vitals.meanArterial = nil
      for sign in [Sign.systolic, .diastolic, .meanArterial] { fresh.vitals.columns[sign] = nil }
    }
    let isSaidAgain = isSameRow(readings, at: moment)
    let isNothingElse = fresh != readings && fresh.vitals.isEmpty && fresh.vitals.leftOut.isEmpty
    guard !isSaidAgain, !isNothingElse else {
      count += 1
      return nil
    }
    entered = moment
    return fresh
  }

  /// Whether the cuff's reading is the one that was shown before.
  private mutating func isHeld(_ readings: RowReadings, at moment: Instant) -> Bool {
    let pressure = Pressure(
      pair: readings.vitals.bloodPressure,
      mean: readings.vitals.meanArterial
    )
    guard readings.isFromCuff, pressure.pair != nil || pressure.mean != nil else { return false }
    if let cuff, cuff.pressure == pressure, moment >= cuff.last,
      moment - cuff.last <= Self.cuffPause, moment - cuff.first < Self.cuffLife
    {
      self.cuff = (pressure, cuff.first, moment)
      return true
    }
    cuff = (pressure, moment, moment)
    return false
  }

  private func isSameRow(_ readings: RowReadings, at moment: Instant) -> Bool {
    guard let previous, let entered, previous.readings == readings else { return false }
    return moment >= previous.at && moment - previous.at < Self.rowPause
      && moment - entered < Self.rowLife
  }
}
