/// A score of the same person from a session before this one.
package struct EarlierScore: Hashable, Sendable {
  /// The scale's name: `phq9`.
  package var scale: String
  /// The value.
  package var value: Double
  /// When, on the wall of who wrote it.
  package var wall: WallTime
  /// When it came into this chart.
  package var receivedAt: Instant

  /// Creates a score.
  package init(scale: String, value: Double, wall: WallTime, receivedAt: Instant) {
    self.scale = scale
    self.value = value
    self.wall = wall
    self.receivedAt = receivedAt
  }
}

extension Session {
  /// The first value of each scale that stands in this session, as it is at its end.
  package var firstScores: [EarlierScore] {
    guard let last = order.last else { return [] }
    let moment = Moment(self, at: entries[last].occurredAt)
    var found: [EarlierScore] = []
    for state in moment.assessments {
      guard let value = state.value, !found.contains(where: { $0.scale == state.scale })
      else { continue }
      let recorded = entries[state.entry].recorded
      found.append(
        EarlierScore(
          scale: state.scale,
          value: value,
          wall: WallTime(state.at, offset: recorded.offset),
          receivedAt: recorded.receivedAt
        )
      )
    }
    return found
  }
}

extension Journal {
  /// The first score of each scale in every earlier session of this session's person, the oldest
  /// session first.
  ///
  /// With `known`, only what had come in by then counts. What cannot be read is passed over.
  package func firstScores(before id: SessionID, known: Instant? = nil) -> [EarlierScore] {
    var found: [EarlierScore] = []
    _ = forEachEarlierSession(of: id, known: known) { found += $0.firstScores }
    return found
  }
}
