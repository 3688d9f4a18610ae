package import KapTimeline

/// What a column of a recording holds.
package enum ColumnUse: Hashable, Sendable {
  /// When the row was taken.
  case time
  /// The day of a time that stands in a column of its own.
  case date
  /// A sign.
  case sign(Sign)
  /// A pressure from a line in an artery, taken where the cuff has none.
  case arterial(Sign)
  /// Both pressures in one field: `128/82`.
  case bloodPressure
  /// Nothing that is charted.
  case ignored

  /// The use that a person names in a map: a sign's name, `time`, `date`, `bloodPressure`,
  /// `arterialSystolic`, `arterialDiastolic`, `arterialMean` or `ignore`.
  package init?(word: some StringProtocol) {
    let word = String(word)
    if let sign = Sign(rawValue: word) {
      self = .sign(sign)
      return
    }
    guard let use = Self.words[word] else { return nil }
    self = use
  }

  /// Every word that ``init(word:)`` knows, in order.
  package static let knownWords = Sign.allCases.map(\.rawValue) + words.keys.sorted()

  private static let words: [String: ColumnUse] = [
    "time": .time, "date": .date, "bloodPressure": .bloodPressure, "ignore": .ignored,
    "arterialSystolic": .arterial(.systolic), "arterialDiastolic": .arterial(.diastolic),
    "arterialMean": .arterial(.meanArterial),
  ]
}

/// A column of a recording with what it is taken for.
struct Column: Hashable, Sendable {
  /// Its place in a row, from 0.
  let index: Int
  /// Its name as it stands in the file.
  let name: String
  /// What it holds.
  let use: ColumnUse
  /// Which of several columns for one sign is asked first: the lowest.
  let preference: Int
  /// What its numbers are counted in.
  let unit: Unit
}
