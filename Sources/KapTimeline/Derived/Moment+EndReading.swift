extension DueItem {
  /// The key of the set that is to be taken before the person leaves.
  package static let endReading = "vitals+end"
}

extension Moment {
  /// When the person left: at discharge, else at the end; nil while they are here.
  package var leftAt: Instant? {
    if let phase, phase.phase == .discharged { return phase.from }
    guard case .ended(let end) = state else { return nil }
    return end
  }

  /// The set that is to be taken before the person leaves, held to when they did, or to now where
  /// somebody asks whether they may; nil while nobody does, and where the rules want none.
  ///
  /// What was read shortly after counts too: whoever is asked for it at the door takes it.
  func endReading(_ sheet: DueSheet, isLeaving: Bool) -> DueItem? {
    guard let rule = sheet.rules.vitals.end, sheet.began != nil,
      let left = leftAt ?? (isLeaving ? now : nil)
    else { return nil }
    let first = left - .minutes(rule.withinMinutes)
    let isIn = { (instant: Instant) in instant >= first && instant <= left + sheet.grace }
    let taken = standing(.vitals).filter { !isArtefact($0) } + standing(.noReading)
    let isBegun = taken.contains { isIn(session.entries[$0].occurredAt) }
    let lacks = sheet.rules.vitals.needs == nil ? [] : lacking(from: first, to: left + sheet.grace)
    return sheet.item(
      DueItem.endReading,
      .endReading,
      at: left,
      isDone: isBegun && lacks.isEmpty,
      isRequired: true,
      isMissed: isLeaving,
      lacks: isBegun ? lacks : []
    )
  }
}
