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
  /// The sessions of the same person that were opened before this one, the oldest first.
  ///
  /// Practice and real ones never together; what cannot be read is passed over.
  package func earlierSessions(of id: SessionID) -> [SessionID] {
    guard let this = try? opening(of: id), case .opened(let now) = this.event,
      let all = try? sessions()
    else { return [] }
    let earlier = all.compactMap { other -> (id: SessionID, at: Instant)? in
      guard other != id, let first = try? opening(of: other),
        case .opened(let opening) = first.event, opening.subject == now.subject,
        opening.isPractice == now.isPractice, first.occurredAt < this.occurredAt
      else { return nil }
      return (other, first.occurredAt)
    }
    return earlier.sorted { $0.at < $1.at }.map(\.id)
  }

  /// The first score of each scale that earlier sessions of this session's person have.
  ///
  /// With `known`, only what had come in by then counts. What cannot be read is passed over.
  package func firstScores(before id: SessionID, known: Instant? = nil) -> [EarlierScore] {
    var found: [EarlierScore] = []
    for other in earlierSessions(of: id) {
      guard let events = try? events(of: other, after: .start).events else { continue }
      let seen = events.filter { event in known.map { event.receivedAt <= $0 } ?? true }
      for score in Session(replaying: seen).firstScores
      where !found.contains(where: { $0.scale == score.scale }) {
        found.append(score)
      }
    }
    return found
  }
}
