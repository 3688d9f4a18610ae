package import KapTimeline

/// Something that a verification found wrong, and where.
package struct Finding: Hashable, Sendable {
  /// Where it was found.
  package let place: Place
  /// The session it concerns, where that is known.
  package let session: SessionID?
  /// The event it concerns, where that is known.
  package let event: EventID?
  /// What is wrong.
  package let fault: Fault

  /// Creates a finding.
  package init(_ fault: Fault, at place: Place, session: SessionID? = nil, event: EventID? = nil) {
    self.fault = fault
    self.place = place
    self.session = session
    self.event = event
  }

  /// The finding as one line: session and event, place, and what is wrong.
  package var sentence: String {
    var words: [String] = []
    if let session { words.append("session \(session.text)") }
    if let event { words.append("event \(event.text)") }
    words.append(place.words)
    return words.joined(separator: ", ") + ": " + fault.words + "."
  }

  /// Where something stands.
  package enum Place: Hashable, Sendable {
    /// A line of a log, from 1.
    case line(Int)
    /// A row of a table.
    case row(table: String, number: Int64)
    /// A table as a whole.
    case table(String)
    /// A file of the chart by its name, and the line where it has lines.
    case file(String, line: Int? = nil)
    /// A byte of a file of the chart, from 0.
    case byte(file: String, offset: Int)

    /// The place in words: `events row 12`.
    package var words: String {
      switch self {
      case .line(let number): "line \(number)"
      case .row(let table, let number): "\(table) row \(number)"
      case .table(let name): "table \(name)"
      case .file(let name, let line?): "file \(name) line \(line)"
      case .file(let name, nil): "file \(name)"
      case .byte(let name, let offset): "file \(name) byte \(offset)"
      }
    }
  }

  /// What can be wrong with a sequence of records or with what keeps them.
  package enum Fault: Hashable, Sendable {
    /// The bytes are not a record, or one that cannot be read.
    case unreadable(RecordError)
    /// The bytes are not UTF-8.
    case notText
    /// Bytes and link do not belong together: one of them was changed.
    case changed
    /// It stands out of its order.
    case misplaced
    /// There is another of the same number.
    case duplicated
    /// Numbers of the chain are not there: the first and the last of them.
    case missing(ClosedRange<Int>)
    /// It belongs to another session.
    case foreign
    /// Another place vouches for a different record of this number.
    case contradicted
    /// The seal does not open: it was changed, or moved from another row.
    case sealBroken
    /// It is not what the program writes there.
    case malformed
    /// The file ends within a line.
    case torn
    /// The file's last line, which closes it, is not there.
    case endMissing
    /// Something stands behind the last line.
    case afterEnd
    /// The whole is not there.
    case absent
    /// The database cannot be read there; in SQLite's words.
    case damaged(String)

    /// What is wrong, in words.
    package var words: String {
      switch self {
      case .unreadable(let error): "the record " + error.sentence
      case .notText: "the bytes are not UTF-8"
      case .changed: "the record or its link was changed"
      case .misplaced: "it stands out of its order"
      case .duplicated: "there is another with this number"
      case .missing(let range):
        range.count == 1
          ? "number \(range.lowerBound) is missing"
          : "numbers \(range.lowerBound) to \(range.upperBound) are missing"
      case .foreign: "it belongs to another session"
      case .contradicted: "it is not the one that was vouched for"
      case .sealBroken: "its seal is broken"
      case .malformed: "it is not what belongs there"
      case .torn: "the file ends within this line"
      case .endMissing: "the closing line is missing, so entries may be too"
      case .afterEnd: "it stands behind the closing line"
      case .absent: "it is not there"
      case .damaged(let words): "it cannot be read (\(words))"
      }
    }
  }
}
