package import KapTimeline

/// What a recording says as entries of a session.
package struct VitalsImport: Hashable, Sendable {
  /// The entries, in the order of the file.
  package let entries: [Entry]
  /// How many rows repeat what the rows before them said.
  package let repeatedRows: Int
  /// What a person should know of single rows.
  package let remarks: [RecordingRemark]

  /// An entry from a row.
  package struct Entry: Hashable, Sendable {
    /// The number of its line in the file, from 1.
    package let line: Int
    /// When it was taken.
    package let occurredAt: Instant
    /// Vitals, or that there was no reading.
    package let event: Event
  }

  /// Makes entries of the rows of a recording, under the rules of a session.
  package init(
    _ recording: VitalsRecording,
    placed placing: VitalsPlacing,
    under rules: ClinicProtocol
  ) {
    var reader = RowReader(rules: rules)
    var repetition = Repetition()
    var entries: [Entry] = []
    for (row, moment) in zip(recording.rows, placing.moments(of: recording.rows)) {
      let readings = reader.readings(of: row)
      guard let fresh = repetition.fresh(readings, at: moment) else { continue }
      entries.append(Entry(line: row.line, occurredAt: moment, event: fresh.event))
    }
    self.entries = entries
    repeatedRows = repetition.count
    remarks = reader.remarks
  }
}

/// What one row says.
struct RowReadings: Hashable {
  /// The readings, and why values of the row are not among them.
  var vitals: Vitals
  /// Whether the pressure is a cuff's, which measures once and is shown until it measures again.
  var isFromCuff = false

  /// The entry that the row makes.
  var event: Event {
    guard vitals.isEmpty else { return .vitals(vitals) }
    let reasons = Sign.allCases.compactMap { vitals.leftOut[$0] }
    return .noReading(
      MissingReading(
        sign: vitals.leftOut.count == 1 ? vitals.leftOut.keys.first : nil,
        reason: reasons.isEmpty
          ? "the row of the recording is empty" : reasons.joined(separator: "; ")
      )
    )
  }
}
