import KapEntry

extension ReadingPage {
  /// Every sentence of the entry language, from the reference that the command line shows too.
  static let sentences = ReadingPage(
    title: "Sentences",
    sections: Entry.reference.map { usage in
      Section(
        title: usage.pattern,
        lines: usage.lines.map { Line(time: $0.label, words: $0.words) }
      )
    },
    foot: "Tab completes a sentence; what was understood is said before Enter."
  )
}

extension Interface {
  /// Shows the sentences of the entry language in place of the panes.
  mutating func openSentences() {
    showsKeys = false
    reading = .sentences
    readingRow = 0
  }
}
