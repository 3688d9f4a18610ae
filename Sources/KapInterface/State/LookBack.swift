package import KapTimeline

/// What earlier sessions of a person hold that a later one is compared with, by this chart.
package struct LookBack: Hashable, Sendable {
  /// What was given the last time.
  package var dose: PreviousDose?
  /// The first score of each scale in every session, the oldest session first.
  package var scores: [EarlierScore]

  /// Creates what was found, or nothing.
  package init(dose: PreviousDose? = nil, scores: [EarlierScore] = []) {
    self.dose = dose
    self.scores = scores
  }
}

extension Journal {
  /// Looks at the earlier sessions of a session's person; nil where `goesOn` ended it before that.
  package func lookBack(
    from id: SessionID,
    while goesOn: () -> Bool = { true }
  ) -> LookBack? {
    var found = LookBack()
    let isWhole = forEachEarlierSession(of: id, while: goesOn) { session in
      found.scores += session.firstScores
      found.dose = PreviousDose(in: session) ?? found.dose
    }
    return isWhole ? found : nil
  }
}
