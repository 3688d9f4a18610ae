extension FrameFact {
  /// Words that say that there is nothing, and those that may stand beside one of them.
  private static let nothing: Set = ["none", "nil", "nka", "nkda", "no"]
  private static let beside: Set = [
    "known", "allergies", "allergy", "allergic", "drug", "food", "reactions", "reported", "stated",
    "to", "date", "or", "and",
  ]

  /// Whether it says, beyond doubt, that there is nothing: `none known`, `no known allergies`.
  ///
  /// One word that is neither, as in `none to drugs, latex`, and it may say that there is something.
  package var saysNone: Bool {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    return words.contains(where: Self.nothing.contains)
      && words.allSatisfy { Self.nothing.contains($0) || Self.beside.contains($0) }
  }
}
