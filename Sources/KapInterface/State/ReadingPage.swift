/// Lines to read over the panes: what somebody asked for, as it stood then.
package struct ReadingPage: Hashable, Sendable {
  /// What the page is.
  package var title: String
  /// Its parts, in order.
  package var sections: [Section]
  /// What stands below all of them.
  package var foot: String

  /// Creates a page.
  package init(title: String, sections: [Section], foot: String) {
    self.title = title
    self.sections = sections
    self.foot = foot
  }

  /// A part under a title.
  package struct Section: Hashable, Sendable {
    /// The title.
    package var title: String
    /// The lines; none says so.
    package var lines: [Line]

    /// Creates a part.
    package init(title: String, lines: [Line]) {
      self.title = title
      self.lines = lines
    }
  }

  /// A line: when, and what.
  package struct Line: Hashable, Sendable {
    /// `14:36 to 14:50`; stands in a column of its own.
    package var time: String
    /// The words.
    package var words: String

    /// Creates a line.
    package init(time: String, words: String) {
      self.time = time
      self.words = words
    }
  }
}
