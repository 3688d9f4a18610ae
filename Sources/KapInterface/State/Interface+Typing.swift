extension Interface {
  /// What somebody else types at this terminal, as in a practice session.
  package struct Typing: Hashable, Sendable {
    /// Whose hands.
    package var author: String
    /// What stands there so far.
    package var text: String
  }

  /// Shows a character that somebody else types.
  package mutating func showTyping(_ character: Character, by author: String) {
    if typing?.author != author { typing = Typing(author: author, text: "") }
    typing?.text.append(character)
  }

  /// The line was sent, or a person types now.
  package mutating func endTyping() { typing = nil }
}
