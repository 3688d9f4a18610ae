package import KapRecord
package import KapTimeline

/// What the world does to a chart, and what a person mistakes about it.
///
/// No text of it holds anything of a patient.
package enum ChartError: Error, Hashable, Sendable {
  /// There is nothing at that path.
  case absent(path: String)
  /// What is at that path is no chart.
  case notAChart(path: String)
  /// There is something at that path already.
  case alreadyThere(path: String)
  /// The directory or a file of the chart cannot be created; the system's words.
  case cannotCreate(path: String, cause: String)
  /// The system does not let this user read or write there; its words.
  case notPermitted(path: String, cause: String)
  /// A newer program has changed the chart's form.
  case newerForm
  /// Another process has held the chart for longer than we wait.
  case busy
  /// The disk is full.
  case diskFull
  /// The disk or the system failed; its words.
  case inputOutput(cause: String)
  /// What is stored is not what the program writes; in SQLite's words, or a place.
  case damaged(cause: String)
  /// Nobody of that name is in the chart.
  case noSuchPerson(name: String)
  /// The passphrase does not open this person's keys.
  case wrongPassphrase
  /// A passphrase of no characters protects nothing.
  case emptyPassphrase
  /// A name must have letters or digits, no control characters, and at most 64 characters.
  case unusableName
  /// Somebody of that name is in the chart.
  case nameTaken
  /// An event's record cannot be read.
  case unreadableRecord(EventID, RecordError)
  /// An event cannot be put in a record.
  case unwritableRecord(RecordError)
  /// A log holds a record that contradicts the chart's own.
  case conflict(EventID)
  /// A log is not to be trusted; its first fault.
  case faultyLog(Finding)
}

extension ChartError {
  /// A short name for scripts and reports, which never changes.
  package var code: String {
    switch self {
    case .absent: "chart-absent"
    case .notAChart: "not-a-chart"
    case .alreadyThere: "chart-exists"
    case .cannotCreate: "cannot-create"
    case .notPermitted: "not-permitted"
    case .newerForm: "chart-newer"
    case .busy: "chart-busy"
    case .diskFull: "disk-full"
    case .inputOutput: "input-output"
    case .damaged: "chart-damaged"
    case .noSuchPerson: "no-such-person"
    case .wrongPassphrase: "wrong-passphrase"
    case .emptyPassphrase: "empty-passphrase"
    case .unusableName: "unusable-name"
    case .nameTaken: "name-taken"
    case .unreadableRecord: "record-unreadable"
    case .unwritableRecord: "record-unwritable"
    case .conflict: "log-conflict"
    case .faultyLog: "log-faulty"
    }
  }

  /// What a command ends with.
  package enum Category: Int32, Hashable, Sendable {
    case badData = 65
    case noInput = 66
    case cannotCreate = 73
    case inputOutput = 74
    case busy = 75
    case notAllowed = 77
  }

  /// The kind of failure it is; its raw value is the exit status.
  package var category: Category {
    switch self {
    case .absent: .noInput
    case .alreadyThere, .cannotCreate, .nameTaken: .cannotCreate
    case .diskFull, .inputOutput: .inputOutput
    case .busy: .busy
    case .notPermitted, .noSuchPerson, .wrongPassphrase: .notAllowed
    case .notAChart, .newerForm, .damaged, .emptyPassphrase, .unusableName, .unreadableRecord,
      .unwritableRecord, .conflict, .faultyLog:
      .badData
    }
  }

  /// What failed, why, and what to do, for a person.
  package var sentence: String {
    switch self {
    case .absent(let path):
      "There is no chart at \(path). `kap init` creates one; `--chart DIR` names another."
    case .notAChart(let path):
      "What is at \(path) is not a kap chart. Name the chart's own directory."
    case .alreadyThere(let path):
      "There is something at \(path) already. Nothing was changed; name another directory."
    case .cannotCreate(let path, let cause):
      "The chart at \(path) cannot be created: \(cause)."
    case .notPermitted(let path, let cause):
      "This user may not read and write the chart at \(path): \(cause)."
    case .newerForm:
      "A newer kap has changed this chart's form. Use that version or a newer one."
    case .busy:
      "Another kap holds the chart and did not let go in time. Try again; nothing was written."
    case .diskFull:
      "The disk is full. Make room and try again; nothing was written."
    case .inputOutput(let cause):
      "The disk failed: \(cause). Nothing of this was saved."
    case .damaged(let cause):
      "The chart is damaged (\(cause)). `kap verify` says where; keep a copy before anything else."
    case .noSuchPerson(let name):
      "Nobody in this chart is called \(name). `kap person list` shows who is."
    case .wrongPassphrase:
      "The passphrase is not this person's. Check the keyboard's layout and try again."
    case .emptyPassphrase:
      "The passphrase is empty. Choose one that others cannot guess."
    case .unusableName:
      "A name needs a letter or digit, no control characters, and at most 64 characters."
    case .nameTaken:
      "Somebody of that name is in the chart already. Choose another name."
    case .unreadableRecord(let event, let error):
      "Event \(event.text) \(error.sentence). Use a newer kap, or `kap verify` to see what is wrong."
    case .unwritableRecord(let error):
      "The entry \(error.sentence). It was not saved."
    case .conflict(let event):
      "The log's event \(event.text) is not the one the chart has. Nothing was imported."
    case .faultyLog(let finding):
      "The log is not whole: \(finding.sentence) Nothing was imported."
    }
  }
}
