import KapTimeline

/// A recording of vital signs from a file of rows, as its headings tell it.
///
/// Nothing here knows a session: a row is a time and what each of its columns says.
package struct VitalsRecording: Hashable, Sendable {
  /// The rows whose time can be read, in the order of the file.
  package let rows: [Row]
  /// What a person should know of the file, in the order it was found.
  package let remarks: [RecordingRemark]

  /// A row of the file.
  package struct Row: Hashable, Sendable {
    /// The number of its line in the file, from 1.
    package let line: Int
    /// When it was taken.
    package let time: RowTime
    /// What its columns say, those asked first in front.
    let cells: [Cell]
  }

  /// What a column says in one row.
  struct Cell: Hashable, Sendable {
    let column: Column
    let field: String
  }

  /// Reads a recording; `uses` says what columns are, by their names, where a person knows better.
  package init(_ bytes: [UInt8], uses: [String: ColumnUse] = [:]) throws(RecordingError) {
    let text = RecordingText(bytes)
    var remarks: [RecordingRemark] = []
    if text.damagedLines > 0 { remarks.append(.damagedLines(text.damagedLines)) }
    let header = try Header(of: text.lines, uses: uses)
    remarks += header.remarks
    var fields: [(line: Int, fields: [String])] = []
    for line in text.lines.dropFirst(header.lineCount) {
      let found = RecordingText.fields(of: line, separatedBy: header.separator)
      // Some recorders repeat the headings when they start a new page.
      guard found != header.names else { continue }
      fields.append((line.number, found))
    }
    guard let time = header.columns.first(where: { $0.use == .time }) else {
      throw .noTimeColumn(header.names)
    }
    let date = header.columns.first { $0.use == .date && $0.index != time.index }
    let reader = TimeReader(
      unit: time.unit,
      isNamedElapsed: ColumnNames.key(time.name).contains("elaps")
        || ColumnNames.key(time.name).contains("rel"),
      fields: fields.lazy.map { Self.field(date?.index ?? time.index, $0.fields) }
    )
    if reader.isAmbiguous { remarks.append(.ambiguousDates(time.name)) }
    let columns = header.columns.filter(\.holdsReading)
      .sorted { ($0.preference, $0.index) < ($1.preference, $1.index) }
    rows = fields.compactMap { line, fields in
      let field = Self.field(time.index, fields)
      guard fields.contains(where: { $0.contains { !$0.isWhitespace } }) else { return nil }
      guard let moment = reader.time(field, date: date.map { Self.field($0.index, fields) }) else {
        remarks.append(.unreadableTime(line: line))
        return nil
      }
      let cells = columns.map { Cell(column: $0, field: Self.field($0.index, fields)) }
      return Row(line: line, time: moment, cells: cells)
    }
    self.remarks = remarks
  }

  private static func field(_ index: Int, _ fields: [String]) -> String {
    index < fields.count ? fields[index] : ""
  }
}

extension Column {
  fileprivate var holdsReading: Bool {
    switch use {
    case .sign, .arterial, .bloodPressure: true
    case .time, .date, .ignored: false
    }
  }
}

/// Something about a recording that a person should know; no reading of anybody's stands in it.
package enum RecordingRemark: Hashable, Sendable {
  /// So many lines held bytes that are no text, or more than any row.
  case damagedLines(Int)
  /// Columns whose names are not known; nothing of them is charted.
  case unknownColumns([String])
  /// Columns that are named in the map and not in the file.
  case unusedNames([String])
  /// Two columns of one name.
  case repeatedColumn(String)
  /// A temperature that can only be Fahrenheit, with no unit said.
  case takenAsFahrenheit(String)
  /// Dates that can be read two ways.
  case ambiguousDates(String)
  /// A row whose time cannot be read.
  case unreadableTime(line: Int)
  /// A field that is neither a number nor a code for none.
  case unreadableField(line: Int, column: String)
  /// A value that cannot be a reading under the session's rules; the rest of its row is charted.
  case impossible(line: Int, column: String)
  /// A pressure without its other half.
  case halfPair(line: Int, column: String)
}

/// Why nothing of a recording can be read.
package enum RecordingError: Error, Hashable, Sendable {
  /// There is no row of headings among which any is known; these are those of the first row.
  case noKnownColumns([String])
  /// No column says when; these are the headings.
  case noTimeColumn([String])
  /// There is no row at all.
  case empty
}
