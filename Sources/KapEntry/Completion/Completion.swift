/// A way to go on with a line.
package struct Completion: Hashable, Sendable {
  /// What to put in place of ``range``, without a space after it.
  package let replacement: String
  /// The characters of the line that it replaces.
  package let range: Range<Int>
  /// What it means, in a line.
  package let help: String
  /// The verb of the line from now on, where that changes: a note that turns into vitals.
  package let verb: Verb?

  init(_ replacement: String, _ range: Range<Int>, _ help: String, verb: Verb? = nil) {
    self.replacement = replacement
    self.range = range
    self.help = help
    self.verb = verb
  }
}

/// A word that may come next, and what it means.
struct Candidate {
  let text: String
  let help: String

  init(_ text: String, _ help: String = "") {
    self.text = text
    self.help = help
  }
}
