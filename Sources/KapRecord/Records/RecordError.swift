/// Why bytes are not read as a record, or an event is not written as one.
///
/// No text of an error holds anything of the record but names of its parts.
package enum RecordError: Error, Hashable, Sendable {
  /// The bytes do not begin as a record does.
  case notARecord
  /// It was written under a schema that is newer than this program.
  case newerSchema(Int)
  /// It was written under an old schema that nothing here brings up to date.
  case forgottenSchema(Int)
  /// An event of a kind that this program does not know.
  case unknownKind(String)
  /// A part of it is missing or is not what it should be; the part's path, `data.systolic`.
  case unreadable(String)
  /// The event holds something that has no place in a record; the part's path.
  case unwritable(String)

  /// Whether the record may be whole and mean something to another version of the program.
  package var isOfAnotherProgram: Bool {
    switch self {
    case .newerSchema, .forgottenSchema, .unknownKind: true
    case .notARecord, .unreadable, .unwritable: false
    }
  }

  /// What is wrong, as the end of a sentence.
  package var sentence: String {
    switch self {
    case .notARecord: "is not a record"
    case .newerSchema(let version): "was written by a newer program (schema \(version))"
    case .forgottenSchema(let version): "has a schema that is not known here (\(version))"
    case .unknownKind: "is of a kind that this program does not know"
    case .unreadable(let path): "cannot be read at \(path)"
    case .unwritable(let path): "cannot be written at \(path)"
    }
  }
}

extension RecordError {
  /// What a decoder said, without the values it said it of.
  init(reading error: any Error) {
    switch error {
    case let error as RecordError: self = error
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
      DecodingError.dataCorrupted(let context):
      self = .unreadable(Self.path(context.codingPath))
    case DecodingError.keyNotFound(let key, let context):
      self = .unreadable(Self.path(context.codingPath + [key]))
    default: self = .unreadable("its beginning")
    }
  }

  /// What an encoder said, without the values it said it of.
  init(writing error: any Error) {
    switch error {
    case let error as RecordError: self = error
    case EncodingError.invalidValue(_, let context):
      self = .unwritable(Self.path(context.codingPath))
    default: self = .unwritable("its beginning")
    }
  }

  private static func path(_ keys: [any CodingKey]) -> String {
    // A key may come from a hostile file and end on a terminal.
    let names = keys.map { key in
      let isPlain = key.stringValue.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
      return isPlain && key.stringValue.utf8.count < 40 ? key.stringValue : "?"
    }
    return names.isEmpty ? "its beginning" : names.joined(separator: ".")
  }
}
