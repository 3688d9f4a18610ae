extension WarningScore {
  /// What a set scores; nil where a sign of the table, or how awake the person is, is missing.
  ///
  /// Room air is meant where nobody said that oxygen is given. It is shown as a number and raises no
  /// notice.
  package func score(
    of vitals: Vitals,
    moaas: Double?,
    bySecondScale isSecond: Bool = false
  ) -> Int? {
    let isOnOxygen = (vitals.oxygenLitres ?? 0) > 0
    var points = isOnOxygen ? oxygenPoints : 0
    for sign in Sign.allCases where bands.contains(where: { $0.sign == sign }) {
      guard
        let scored = vitals[sign].flatMap({
          self.points(for: $0, of: sign, isOnOxygen: isOnOxygen, bySecondScale: isSecond)
        })
      else { return nil }
      points = points.adding(scored)
    }
    guard alertScale != nil, let alertFrom else { return points }
    guard let moaas else { return nil }
    return moaas < alertFrom ? points.adding(notAlertPoints) : points
  }
}

extension Int {
  /// The sum, or the greatest number there is: a record may bring any points.
  fileprivate func adding(_ points: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(points)
    return overflow ? (points > 0 ? .max : .min) : sum
  }
}

extension Moment {
  /// What a set scores in the protocol's early-warning score, with how awake the person last was by
  /// then; nil where there is no such table, or something in it is missing.
  package func warningScore(of set: VitalsSet) -> Int? {
    guard let table = rules?.care.warningScore else { return nil }
    let then = Moment(session, upTo: set.entry)
    let awake = table.alertScale.flatMap { rules?.scale(named: $0) }
      .flatMap { then.scores[$0.name]?.score.value }
    return table.score(of: set.vitals, moaas: awake, bySecondScale: then.isOnSecondScale)
  }

  /// Whether a clinician had chosen the table's second scale for this person, by a tick of its item.
  package var isOnSecondScale: Bool {
    guard let second = rules?.care.warningScore?.second else { return false }
    return Checklist.Purpose.allCases.flatMap { checklist(for: $0) }
      .contains { $0.item.key == second.item && $0.state == .done }
  }

  /// The newest score in words, `NEWS2 2 at 14:20, SpO2 scale 2`, with its readings' entry; nil
  /// where the last sets make none.
  ///
  /// A number to look at and nothing more: nothing follows from it.
  package func newestWarningScore(offset: UTCOffset) -> (words: String, entry: Int)? {
    guard let table = rules?.care.warningScore,
      let set = lastVitals(8).last(where: { warningScore(of: $0) != nil }),
      let points = warningScore(of: set)
    else { return nil }
    let isSecond = Moment(session, upTo: set.entry).isOnSecondScale
    let scale = isSecond ? table.second.map { ", \($0.name)" } ?? "" : ""
    let clock = WallTime(set.at, offset: offset).clock
    return ("\(table.name) \(points) at \(clock)\(scale), a number only", set.entry)
  }
}
