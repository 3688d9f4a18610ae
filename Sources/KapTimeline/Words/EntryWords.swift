/// How an entry reads in the notes and in plain text, in parts, so that a screen chooses its signs.
package struct EntryWords: Hashable, Sendable {
  /// Who speaks: initials, `Pt` for the patient's own words, `--` for the program.
  package let author: String
  /// What sign stands before the words.
  package let mark: Mark
  /// The words, without sign and without quotation marks.
  package let text: String
  /// Whether they are the patient's own and stand in quotation marks.
  package let isQuoted: Bool
  /// What stands below or behind: `worded 14:26`, `heard by JB`, `entered in error: wrong cuff`.
  package let remarks: [String]
  /// Whether it is marked entered in error, or called artefact.
  package let isStruck: Bool
  /// Whether it was written long after it happened.
  package let isLate: Bool
  /// Whether it happened before the session was opened, by its time.
  package var isBeforeOpening = false
  /// Whether something in it is unusual and no person has said that it is so.
  package let isUnconfirmed: Bool
  /// The entry that it acts on or belongs to, as an index; a list may leave such a row out.
  package let about: Int?

  /// The sign before an entry's words.
  package enum Mark: Hashable, Sendable {
    case none, dose, phase, vitals, medicine, ended
    /// A pin with its number.
    case pin(Int)
  }

  /// The whole as one line of plain text, signs in words.
  package var line: String {
    let words =
      switch mark {
      case .pin(let number): text.isEmpty ? "pin \(number), no words yet" : "pin \(number): \(text)"
      case .phase: "phase \(text)"
      case .none, .dose, .vitals, .medicine, .ended: isQuoted ? "“\(text)”" : text
      }
    return ([words] + remarks).joined(separator: ", ")
  }
}
