import KapTimeline

extension Reader {
  /// Reads `because` and the words after it; without the words the sentence says too little.
  mutating func reason(of verb: Verb) throws(EntryError) -> String {
    let remedy = "Type \(verb.form)."
    guard let word = next() else { throw missing(.needsReason, "The reason is missing.", remedy) }
    guard word.lower == "because" else {
      throw failure(
        .needsReason,
        at: word,
        "“because” and the reason belong here, not “\(word.clipped)”.",
        remedy
      )
    }
    let text = Quotation.removed(from: rest().text)
    guard !text.isEmpty else {
      throw missing(.needsReason, "The reason after “because” is missing.", remedy)
    }
    return text
  }

  /// Reads words up to one of the keywords, which is left to be read, or to the end.
  ///
  /// The keywords are whole words; commas before one belong to nobody.
  mutating func untilKeyword(_ keywords: String...) -> Word {
    skipSpace()
    let start = position
    var stop = start
    while let word = peek(), !keywords.contains(word.lower) {
      stop = word.end
      _ = next()
    }
    return word(from: min(start, stop), to: stop)
  }
}
