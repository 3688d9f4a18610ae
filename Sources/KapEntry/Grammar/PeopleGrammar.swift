import KapTimeline

extension Reader {
  /// `join jb as therapist`.
  mutating func join() throws(EntryError) -> Command {
    let roles = CareRole.allCases.map(\.rawValue).joined(separator: ", ")
    let name = untilKeyword("as")
    guard !name.isEmpty else { throw missing("Who came in?", "Type \(Verb.join.example).") }
    try refuseNoLetter(in: name, "Type who came in, as in \(Verb.join.example).")
    guard take("as") != nil else {
      throw missing(
        "As what does \(name.clipped) join?",
        "Add as and one of \(roles), as in \(Verb.join.example)."
      )
    }
    guard let word = next() else {
      throw missing("The role after “as” is missing.", "Type one of \(roles).")
    }
    let role = CareRole.allCases.first {
      $0.rawValue == word.lower || $0.abbreviation == word.lower
    }
    guard let role else {
      throw unknown(
        word,
        "is no role in a session.",
        among: CareRole.allCases.map(\.rawValue),
        "Type one of \(roles)."
      )
    }
    return .join(name.text, role)
  }
}
