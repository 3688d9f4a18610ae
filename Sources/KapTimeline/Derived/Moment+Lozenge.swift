extension Moment {
  /// The lozenge that was taken into the mouth and neither spat out nor swallowed yet.
  package var lozengeInMouth: (since: Instant, entry: Int)? {
    guard rules?.hold != nil, let last = doses.last(where: { $0.dose.route == .sublingual })
    else { return nil }
    let taken = OrderKey(session.entries[last.entry])
    let isOut = standing(.lozenge).contains { taken < OrderKey(session.entries[$0]) }
    return isOut ? nil : (session.entries[last.entry].occurredAt, last.entry)
  }
}
