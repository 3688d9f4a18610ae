/// Why a line is not understood, where, and what to type instead.
package struct EntryError: Error, Hashable, Sendable {
  /// Where the trouble begins, in characters from 0; never beyond the end of the line.
  package let column: Int
  /// How many characters it covers; 0 where something is missing.
  package let length: Int
  /// What kind of trouble it is.
  package let problem: Problem
  /// What is wrong, as a sentence.
  package let message: String
  /// What to type instead, as a sentence.
  package let remedy: String
  /// The slot of the vitals field it is about; the column then counts in that slot's text.
  package var slot: VitalsPlace?

  /// Creates an error.
  package init(column: Int, length: Int, problem: Problem, message: String, remedy: String) {
    self.column = column
    self.length = length
    self.problem = problem
    self.message = message
    self.remedy = remedy
  }

  /// The kinds of trouble.
  package enum Problem: Hashable, Sendable, CaseIterable {
    /// Nothing was typed.
    case empty
    case tooLong
    /// A number where a verb belongs.
    case beginsWithNumber
    /// A first word that is no verb.
    case unknownVerb
    /// A word that the sentence has no place for.
    case unknownWord
    /// The sentence stops short.
    case missing
    /// Said twice.
    case repeated
    case notANumber
    /// Digits of another script than 0 to 9.
    case foreignDigits
    /// A number that can be read two ways, such as `1,000`.
    case ambiguousNumber
    case numberTooLarge
    case unknownUnit
    /// A blood pressure whose lower number is not below the upper.
    case impossiblePair
    case notATime
    /// Minutes are counted from the dose, and there is none yet.
    case noDoseYet
    case inTheFuture
    case tooEarly
    case needsWords
    case needsReason
    case notAnEntry
    /// Two people present answer to it.
    case ambiguousPerson
    /// Two items of the clinic's lists go by it.
    case ambiguousItem
  }
}
