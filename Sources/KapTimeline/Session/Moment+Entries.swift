extension Moment {
  /// Whether an entry was written long after it happened, by the protocol's tolerance.
  package func isLate(_ index: Int) -> Bool {
    guard let rules else { return false }
    return session.entries[index].isLate(tolerance: .minutes(rules.timing.lateAfterMinutes))
  }

  /// The last entry of a person at a seat that is not in error, by when it was written; taking one
  /// back is not itself an entry, so that undoing twice takes back two.
  package func lastEntry(by author: String, at seat: SeatID?) -> Int? {
    session.entries.indices.reversed().first { index in
      let recorded = session.entries[index].recorded
      return recorded.author == author && recorded.seat == seat && !session.entries[index].isVoid
        && recorded.event.kind.canBeVoid && recorded.event.kind != .void
    }
  }

  /// The number of entries that people made, those in error included.
  package var statedCount: Int {
    session.entries.count { $0.recorded.event.kind.isStated }
  }
}

extension EventKind {
  /// Whether an entry of this kind can be marked entered in error.
  package var canBeVoid: Bool {
    switch self {
    case .opened, .attached, .detached, .suspended, .resumed, .clockStepped, .ended, .reopened:
      false
    case .frame, .joined, .left, .dose, .infusion, .phase, .vitals, .noReading, .score, .note,
      .technique, .theme, .effect, .given, .call, .order, .pin, .later, .notDone,
      .acknowledgement, .confirmation, .correction, .void:
      true
    }
  }
}
