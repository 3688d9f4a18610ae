/// A row of the reference of the entry language: a sentence's shape, and what there is to say of it.
package struct EntryUsage: Hashable, Sendable {
  /// The shape of the sentence.
  package let pattern: String
  /// What it records, in a line.
  package let help: String
  /// The first words it goes by, where there is more than one.
  package let forms: [String]
  /// A whole sentence.
  package let example: String

  /// What stands below the shape, each line with what it is; what it records has no label.
  package var lines: [(label: String, words: String)] {
    let begins = forms.isEmpty ? [] : [("begins", forms.joined(separator: ", "))]
    return [("", help)] + begins + [("example", example)]
  }
}

extension Entry {
  /// The reference of the entry language, which the console and the command line show alike: the time
  /// that may stand in front of any sentence, then every verb.
  package static let reference: [EntryUsage] =
    [
      EntryUsage(
        pattern: "@14:05|@-3m|@+12m SENTENCE",
        help: "When it happened, in front of any sentence: on the wall, ago, or from the dose.",
        forms: [],
        example: "@-3m note hand on shoulder"
      )
    ]
    + vocabulary.map { usage in
      EntryUsage(
        pattern: usage.pattern,
        help: usage.help,
        forms: usage.forms.count > 1 ? usage.forms : [],
        example: usage.example
      )
    }
}
