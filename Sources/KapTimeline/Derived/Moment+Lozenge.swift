extension Moment {
  /// The lozenge that was taken into the mouth and neither spat out nor swallowed yet.
  package var lozengeInMouth: (since: Instant, entry: Int)? {
    guard rules?.hold != nil, let last = doses.last(where: { $0.dose.route == .sublingual })
    else { return nil }
    guard lozengeStep(after: last.entry) == nil else { return nil }
    return (session.entries[last.entry].occurredAt, last.entry)
  }

  /// The first entry after a dose that says what became of the lozenge.
  func lozengeStep(after dose: Int) -> Int? {
    standing(.lozenge).first { session.entries.comes(dose, before: $0) }
  }
}
