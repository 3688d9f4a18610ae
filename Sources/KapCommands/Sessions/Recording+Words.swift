import KapExport

extension RecordingRemark {
  /// Whether dates can be read two ways.
  var isAmbiguity: Bool {
    if case .ambiguousDates = self { return true }
    return false
  }

  /// The line it is about, where it is about one.
  private var line: Int? {
    switch self {
    case .unreadableTime(let line), .unreadableField(let line, _), .impossible(let line, _),
      .halfPair(let line, _):
      line
    case .damagedLines, .unknownColumns, .unusedNames, .repeatedColumn, .takenAsFahrenheit,
      .ambiguousDates:
      nil
    }
  }

  /// What it is, without the line.
  private var words: String {
    switch self {
    case .damagedLines(let count):
      "\(count) line\(count == 1 ? " holds" : "s hold") bytes that are no text, or too many of them."
    case .unknownColumns(let names):
      "Not charted, since their names are not known: \(Self.list(names)). --map FILE says what they "
        + "are."
    case .unusedNames(let names):
      "Named in the map, but no column of the file: \(Self.list(names))."
    case .repeatedColumn(let name):
      "Two columns are called \(Self.short(name)): the first is taken, the other where it has no "
        + "reading."
    case .takenAsFahrenheit(let name):
      "\(Self.short(name)) says no unit and is taken for degrees Fahrenheit."
    case .ambiguousDates(let name):
      "The dates of \(Self.short(name)) can be read two ways; only the time between rows is taken."
    case .unreadableTime: "its time cannot be read; the row is not entered."
    case .unreadableField(_, let column):
      "\(Self.short(column)) is no number; taken for no reading."
    case .impossible(_, let column):
      "\(Self.short(column)) cannot be a reading under this session's protocol; left out, and the "
        + "entry says so."
    case .halfPair(_, let column):
      "\(Self.short(column)) has no other half; left out, and the entry says so."
    }
  }

  /// The remark as a sentence.
  var sentence: String { line.map { "line \($0): \(words)" } ?? words }

  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(40).map(short).joined(separator: ", ")
    return names.count > 40 ? "\(shown) and \(names.count - 40) more" : shown
  }

  static func short(_ name: String) -> String {
    name.count > 60 ? name.prefix(59) + "…" : name
  }
}

extension [RecordingRemark] {
  /// The remarks as sentences; of very many about single lines only the first.
  var sentences: [String] {
    let most = 50
    let shown = prefix(most).map(\.sentence)
    return count > most ? shown + ["… and \(count - most) more of this kind."] : shown
  }
}

extension VitalsRecording {
  /// Whether there were rows that could not be placed in time.
  var hasUnreadableRows: Bool {
    remarks.contains { remark in
      if case .unreadableTime = remark { return true }
      return false
    }
  }
}

extension RecordingError {
  /// What is missing and what to do.
  var sentence: String {
    func list(_ names: [String]) -> String {
      names.prefix(20).map { RecordingRemark.short($0) }.joined(separator: ", ")
    }
    switch self {
    case .empty: return "The recording is empty."
    case .noKnownColumns(let names):
      return "No column of the recording is known (the first row reads: \(list(names))). Say what "
        + "they are with --map FILE: a line `\"column\": heartRate` for each, and one with `time`."
    case .noTimeColumn(let names):
      return "No column of the recording says when (there are: \(list(names))). Name it with --map "
        + "FILE: `\"column\": time`."
    }
  }
}
