/// An item of a checklist, answered by a person.
package struct ChecklistMark: Hashable, Sendable, Codable {
  /// The item's key in the protocol: `consent`.
  package var item: String
  /// What was found.
  package var answer: Answer
  /// What there is to say of it: `version 3, signed 2 Nov`; a number of minutes where one is asked.
  package var words: String?
  /// Who said so, where that is not its author: the prescriber at readings that hold the dose.
  package var by: String?

  /// Creates a mark.
  package init(item: String, answer: Answer = .done, words: String? = nil, by: String? = nil) {
    self.item = item
    self.answer = answer
    self.words = words
    self.by = by
  }

  /// What a person found of an item.
  package enum Answer: String, Hashable, Sendable, Codable, CaseIterable {
    /// It is so, or was done.
    case done
    /// It is not so, with what was done about it in the words.
    case no
    /// It does not apply to this person.
    case notApplicable
  }
}

/// A scale answered item by item, or of which only some parts are known.
package struct Assessment: Hashable, Sendable, Codable {
  /// The scale's name: `phq9`.
  package var scale: String
  /// The answers by the item's key; an item that was skipped is absent, which is not zero.
  package var answers: [String: Int]

  /// Creates an assessment.
  package init(scale: String, answers: [String: Int]) {
    self.scale = scale
    self.answers = answers
  }
}
