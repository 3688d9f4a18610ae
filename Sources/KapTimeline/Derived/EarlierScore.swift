/// A score of the same person from a session before this one.
package struct EarlierScore: Hashable, Sendable {
  /// The scale's name: `phq9`.
  package var scale: String
  /// The value.
  package var value: Double
  /// When, on the wall of who wrote it.
  package var wall: WallTime

  /// Creates a score.
  package init(scale: String, value: Double, wall: WallTime) {
    self.scale = scale
    self.value = value
    self.wall = wall
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
      let wall = WallTime(state.at, offset: entries[state.entry].recorded.offset)
      found.append(EarlierScore(scale: state.scale, value: value, wall: wall))
    }
    return found
  }
}

extension Journal {
  /// The first score of each scale that earlier sessions of this session's person have.
  ///
  /// With `known`, only what had come in by then counts. What cannot be read is passed over.
  package func firstScores(before id: SessionID, known: Instant? = nil) -> [EarlierScore] {
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
    var found: [EarlierScore] = []
    for other in earlier.sorted(by: { $0.at < $1.at }) {
      guard let events = try? events(of: other.id, after: .start).events else { continue }
      let seen = events.filter { event in known.map { event.receivedAt <= $0 } ?? true }
      for score in Session(replaying: seen).firstScores
      where !found.contains(where: { $0.scale == score.scale }) {
        found.append(score)
      }
    }
    return found
  }
}
