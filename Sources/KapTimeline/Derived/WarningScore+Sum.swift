extension WarningScore {
  /// What a set scores; nil where a sign of the table, or how awake the person is, is missing.
  ///
  /// Room air is meant where nobody said that oxygen is given. It is shown as a number and raises no
  /// notice.
  package func score(of vitals: Vitals, moaas: Double?) -> Int? {
    var points = (vitals.oxygenLitres ?? 0) > 0 ? oxygenPoints : 0
    for sign in Sign.allCases where bands.contains(where: { $0.sign == sign }) {
      guard let scored = vitals[sign].flatMap({ self.points(for: $0, of: sign) })
      else { return nil }
      points += scored
    }
    guard alertScale != nil, let alertFrom else { return points }
    guard let moaas else { return nil }
    return moaas < alertFrom ? points + notAlertPoints : points
  }
}

extension Moment {
  /// What a set scores in the protocol's early-warning score, with how awake the person last was by
  /// then; nil where there is no such table, or something in it is missing.
  package func warningScore(of set: VitalsSet) -> Int? {
    guard let table = rules?.care.warningScore else { return nil }
    let then = Moment(session, at: set.at)
    let awake = table.alertScale.flatMap { rules?.scale(named: $0) }
      .flatMap { then.scores[$0.name]?.score.value }
    return table.score(of: set.vitals, moaas: awake)
  }
}
