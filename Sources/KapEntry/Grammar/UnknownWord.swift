extension Reader {
  /// The refusal of a word that has no place here: the nearest of those that have one, or `remedy`.
  func unknown(
    _ word: Word,
    _ trouble: String,
    among known: [String],
    called name: String? = nil,
    _ remedy: String
  ) -> EntryError {
    let guess = nearest(to: name ?? word.lower, among: known)
    return failure(
      .unknownWord,
      at: word,
      "“\(word.clipped)” \(trouble)",
      guess.map { "Type \($0) if that is meant." } ?? remedy
    )
  }
}
