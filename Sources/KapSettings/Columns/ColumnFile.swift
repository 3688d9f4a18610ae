/// What the columns of a recording are, as a person says it in a file: `"Channel 3": heartRate`.
package struct ColumnFile: Hashable, Sendable {
  /// The word for each column, by the column's name.
  package let words: [String: String]

  /// Reads a file whose words must all be among `known`.
  package init(_ bytes: [UInt8], named file: String, knowing known: [String]) throws(SettingsError)
  {
    let tree = try Tree(yaml: bytes, file: file)
    guard let parts = tree.parts else {
      throw tree.place.refusal(
        "columns with their meaning are expected",
        "Write `\"column\": word`"
      )
    }
    var words: [String: String] = [:]
    var problems: [SettingsProblem] = []
    for part in parts {
      guard let word = part.value.scalar, known.contains(word) else {
        let near = part.value.scalar.flatMap { nearest(to: $0, among: known) }
        problems.append(
          SettingsProblem(
            file: file,
            line: part.value.place.line,
            column: part.value.place.column,
            key: part.key,
            message: "a column is one of the words we know",
            remedy: near.map { "Did you mean `\($0)`?" }
              ?? "Write one of: \(known.joined(separator: ", "))"
          )
        )
        continue
      }
      words[part.key] = word
    }
    guard problems.isEmpty else { throw .invalid(problems) }
    self.words = words
  }
}
