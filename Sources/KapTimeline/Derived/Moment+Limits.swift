extension Moment {
  /// The limits that hold for this person now: the clinic's, with those set for the person in their
  /// place.
  package var limits: [Limit] {
    guard let rules else { return [] }
    var table = LimitTable(rules)
    for index in standing(.limit) {
      guard case .limit(let limit) = session.entries[index].event else { continue }
      table.take(limit)
    }
    return table.limits.map(\.limit)
  }
}
