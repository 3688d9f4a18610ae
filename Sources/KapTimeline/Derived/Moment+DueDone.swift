/// What was planned and is done, and when that was.
extension Moment {
  /// When somebody read a sign, or said why it was not read, in order.
  var readingTimes: [Instant] {
    (standing(.vitals).filter { !isArtefact($0) } + standing(.noReading))
      .map { session.entries[$0].occurredAt }.sorted()
  }

  /// When somebody scored what the protocol has scored, in order.
  var scoreTimes: [Instant] {
    standing(.score).compactMap { index in
      guard case .score(let score) = session.entries[index].event,
        rules?.scores?.scales.contains(score.scale) ?? false
      else { return nil }
      return session.entries[index].occurredAt
    }
  }

  /// What the protocol and the notices asked for and somebody did.
  func finished(given notices: [Notice]) -> [DueItem] {
    guard let rules else { return [] }
    let sheet = DueSheet(at: self, under: rules)
    let planned = plannedVitals(sheet) + plannedScores(sheet) + repeats(after: notices, sheet)
    return planned.filter { $0.state == .done }
  }

  /// When an item was done: a set in parts once its last sign was read.
  func doneAt(_ item: DueItem, given notices: [Notice]) -> Instant? {
    switch item.kind {
    case .vitals(let minute):
      let needs = rules?.vitals.needs ?? []
      let answered = answered(needs)
      let whole = needs.compactMap { first(of: answered[$0] ?? [], at: minute, for: item) }.max()
      return whole ?? first(of: readingTimes, at: minute, for: item)
    case .scores(let minute): return first(of: scoreTimes, at: minute, for: item)
    case .repeatReading(let rule, let entry):
      return notices.first { $0.entry == entry && $0.rule == rule }?.repeatedAt
    case .endReading, .infusionEnd, .hold, .pin, .checks, .stepWords, .vial, .confirm: return nil
    }
  }

  /// The first time that counts for a planned minute; of what belongs before the dose the last.
  private func first(of taken: [Instant], at minute: Double, for item: DueItem) -> Instant? {
    guard minute >= 0 else { return taken.last { $0 <= doseBegan ?? now } }
    guard let zero else { return nil }
    let from = zero + .minutes(minute) - item.grace
    return taken.first { $0 >= from }
  }
}
