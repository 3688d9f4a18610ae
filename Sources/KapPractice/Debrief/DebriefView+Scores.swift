import KapTimeline

extension DebriefView {
  /// A score of what can be seen of the patient, as it is on record.
  struct ObservedScore {
    let score: Score
    let at: Instant
    let entry: Int
  }

  /// The scores of what can be seen that stand by the end, in order.
  var observedScores: [ObservedScore] {
    let seen = scenario.patient.state(at: 0).scores.map(\.scale)
    return moment.standing(.score).compactMap { index in
      let entry = moment.session.entries[index]
      guard case .score(let score) = entry.event, seen.contains(score.scale),
        entry.occurredAt <= end
      else { return nil }
      return ObservedScore(score: score, at: entry.occurredAt, entry: index)
    }
  }

  /// The scores further from the patient's own than two people would judge, those of one look together.
  func judgements(
    among scores: [ObservedScore],
    _ then: [Int: PatientTime]
  ) -> [(Instant, Debrief.Finding)] {
    guard let now = time else { return [] }
    let wrong = scores.filter { observed in
      let ranges = [now, then[observed.entry]].compactMap(\.self).compactMap { time in
        shown(around: observed.at, by: time) { $0.value(of: observed.score.scale) }
      }
      return !ranges.isEmpty
        && !ranges.contains { $0.holds(observed.score.value, within: scenario.stepsOfJudgement) }
    }
    var looks: [[ObservedScore]] = []
    for observed in wrong {
      if let last = looks.last?.last, last.at == observed.at,
        moment.authorLabel(of: last.entry) == moment.authorLabel(of: observed.entry)
      {
        looks[looks.count - 1].append(observed)
      } else {
        looks.append([observed])
      }
    }
    return looks.compactMap { look in
      guard let first = look.first else { return nil }
      let patient = scenario.patient.state(at: now.minute(at: first.at))
      return (first.at, finding(of: look, beside: patient, by: first.entry))
    }
  }

  private func finding(
    of look: [ObservedScore],
    beside patient: PatientState,
    by entry: Int
  ) -> Debrief.Finding {
    let said = look.map { observed in
      let name = moment.rules?.scale(named: observed.score.scale)?.label ?? observed.score.scale
      return "\(name) \(plain(observed.score.value))"
    }
    let own = look.compactMap { patient.value(of: $0.score.scale).map { plain($0) } }
    return Debrief.Finding(
      time: clock(moment.session.entries[entry].occurredAt),
      subject: said.joined(separator: ", "),
      record: "recorded by \(moment.authorLabel(of: entry)), of the patient "
        + own.joined(separator: ", ")
    )
  }
}

extension PatientState {
  /// The observed score on a scale; nil of what cannot be seen.
  fileprivate func value(of scale: String) -> Double? {
    scores.first { $0.scale == scale }?.value
  }
}

extension ClosedRange<Double> {
  /// Whether a value lies no further outside than so many steps.
  fileprivate func holds(_ value: Double, within steps: Double) -> Bool {
    value >= lowerBound - steps && value <= upperBound + steps
  }
}
