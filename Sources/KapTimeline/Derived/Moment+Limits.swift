extension Moment {
  /// The limits that hold for this person now: the clinic's, with those set for the person in their
  /// place.
  package var limits: [Limit] {
    guard let rules else { return [] }
    var table = LimitTable(rules)
    for limit in limitsInForce { table.take(limit) }
    return table.limits.map(\.limit)
  }

  /// The limits set for this person that hold now, each from when it held.
  var limitsInForce: [PersonalLimit] {
    let limits = standing(.limit).compactMap { index -> (key: OrderKey, limit: PersonalLimit)? in
      guard case .limit(let limit) = session.entries[index].event,
        let key = holds(limitAt: index), includes(key)
      else { return nil }
      return (key, limit)
    }
    return limits.sorted { $0.key < $1.key }.map(\.limit)
  }

  /// From when a limit set for this person holds: one that nobody could be asked about from when a
  /// person confirmed it, and not before.
  func holds(limitAt index: Int) -> OrderKey? {
    let entry = session.entries[index]
    guard !entry.isVoid else { return nil }
    guard wasUnasked(entry) else { return OrderKey(entry) }
    if let judged = entry.judgedBy {
      return max(OrderKey(entry), OrderKey(session.entries[judged]))
    }
    return unconfirmed(index).isEmpty ? OrderKey(entry) : nil
  }
}

extension ClinicProtocol {
  /// What is unusual about a limit for one person.
  func doubts(about limit: PersonalLimit) -> [Doubt] {
    if case .unusual(_, _, let asks, let isAbove, _) =
      bound(on: limit.sign.rawValue)?.doubt(about: limit.value)
    {
      return [.unusualLimit(limit, asks: asks, isAbove: isAbove)]
    }
    let absolute = limits.filter { $0.sign == limit.sign && $0.basis == .absolute }
    let urgent = absolute.first { other in
      other.urgency == .urgent && other.side == limit.side
        && limit.side.holds(limit.value, of: other.value, isInclusive: true)
    }
    if let urgent { return [.limitPastUrgent(limit, urgent: urgent.value)] }
    let above = absolute.filter { $0.side == .above }.map(\.value).min()
    let below = absolute.filter { $0.side == .below }.map(\.value).max()
    switch limit.side {
    case .below:
      guard let above, isNearer(limit.value, to: above, than: below) else { return [] }
      return [.limitAcross(limit, other: above)]
    case .above:
      guard let below, isNearer(limit.value, to: below, than: above) else { return [] }
      return [.limitAcross(limit, other: below)]
    }
  }

  /// Whether a limit lies nearer to the clinic's on the other side, or beyond it.
  private func isNearer(_ value: Double, to other: Double, than own: Double?) -> Bool {
    guard let own else { return value == other }
    return abs(value - other) < abs(value - own)
  }
}
