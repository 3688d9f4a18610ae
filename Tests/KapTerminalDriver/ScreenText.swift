/// What a terminal shows, as rows of text.
package struct ScreenText: Hashable, Sendable, CustomStringConvertible {
  /// The rows from the top, without the blanks at their ends.
  package let rows: [String]

  /// Creates a screen of `rows`.
  package init(_ rows: [String]) {
    self.rows = rows.map { row in String(row.reversed().drop { $0 == " " }.reversed()) }
  }

  /// The first row, which says what session this is.
  package var header: String { rows.first ?? "" }

  /// Whether the words stand anywhere in one row.
  package func says(_ words: String) -> Bool { rows.contains { $0.contains(words) } }

  /// Whether each of the words stands somewhere.
  package func says(all words: [String]) -> Bool { words.allSatisfy(says) }

  /// The first row that has the words, if any has.
  package func row(with words: String) -> String? { rows.first { $0.contains(words) } }

  /// The four rows at the bottom, which hold the entry line and what is said of it.
  package var bottom: ScreenText { ScreenText(rows.suffix(4)) }

  /// The rows between the dose line and the entry line, where the panes are.
  package var panes: ScreenText { ScreenText(rows.dropFirst(4).dropLast(4)) }

  /// The rows between marks, so that blanks and width can be seen.
  package var description: String { rows.map { "┃\($0)" }.joined(separator: "\n") }
}
