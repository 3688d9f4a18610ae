import KapTimeline

/// The scores of one look at the person: those within a minute of each other.
struct ScoreLook: Hashable, Sendable {
  var at: Instant
  var values: [String: Double]

  static func all(at moment: Moment) -> [ScoreLook] {
    let known = Set(moment.rules?.scores?.scales ?? [])
    var looks: [ScoreLook] = []
    for index in moment.standing(.score) {
      guard case .score(let score) = moment.session.entries[index].event,
        known.contains(score.scale)
      else { continue }
      let at = moment.session.entries[index].occurredAt
      if let last = looks.last, at - last.at < .seconds(60), last.values[score.scale] == nil {
        looks[looks.count - 1].values[score.scale] = score.value
      } else {
        looks.append(ScoreLook(at: at, values: [score.scale: score.value]))
      }
    }
    return looks
  }
}
