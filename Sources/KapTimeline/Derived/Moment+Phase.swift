/// A phase that somebody declared, and from when to when it lasted.
package struct PhaseStretch: Hashable, Sendable {
  /// Which phase.
  package let phase: Phase
  /// When it was said to begin.
  package let from: Instant
  /// When the next began; nil while it lasts.
  package let to: Instant?
  /// The entry's index.
  package let entry: Int
}

extension Moment {
  /// The phases as they were declared, in order.
  package var phases: [PhaseStretch] {
    let declared = standing(.phase).compactMap { index -> (Phase, Int)? in
      guard case .phase(let declaration) = session.entries[index].event else { return nil }
      return (declaration.phase, index)
    }
    return declared.indices.map { place in
      let (phase, index) = declared[place]
      let next = place + 1 < declared.count ? declared[place + 1].1 : nil
      return PhaseStretch(
        phase: phase,
        from: session.entries[index].occurredAt,
        to: next.map { session.entries[$0].occurredAt },
        entry: index
      )
    }
  }

  /// The phase that lasts, as somebody declared it.
  package var phase: PhaseStretch? {
    guard let index = last(.phase), case .phase(let declared) = session.entries[index].event
    else { return nil }
    return PhaseStretch(
      phase: declared.phase,
      from: session.entries[index].occurredAt,
      to: nil,
      entry: index
    )
  }

  /// The phase that the list has chosen when it opens: the one after the last, among the clinic's.
  package var nextPhase: Phase? {
    guard let rules else { return nil }
    let planned = rules.phases.map(\.phase)
    guard let current = phase?.phase else { return planned.first }
    return planned.first { $0 > current } ?? planned.last
  }
}
