extension Moment {
  /// Whether an entry was written long after it happened, by the protocol's tolerance.
  package func isLate(_ index: Int) -> Bool {
    guard let rules else { return false }
    return session.entries[index].isLate(tolerance: .minutes(rules.timing.lateAfterMinutes))
  }

  /// The last entry of a person at a seat that is not in error, by when it was written; taking one
  /// back is not itself an entry, so that undoing twice takes back two.
  package func lastEntry(by author: String, at seat: SeatID?) -> Int? {
    let own = session.entries.indices.filter { index in
      let recorded = session.entries[index].recorded
      return recorded.author == author && recorded.seat == seat && !session.entries[index].isVoid
        && recorded.event.kind.isStated && recorded.event.kind != .void
    }
    return own.max { WritingKey(session.entries[$0]) < WritingKey(session.entries[$1]) }
  }

  /// An entry and those that the same Enter wrote: scores given together, a dose and its phase.
  package func writtenTogether(with index: Int) -> [Int] {
    var first = index
    while let before = neighbour(of: first, by: -1), belongs(first, to: before) { first = before }
    var together = [first]
    var last = first
    while let after = neighbour(of: last, by: 1), belongs(after, to: last) {
      together.append(after)
      last = after
    }
    return together.filter { !session.entries[$0].isVoid }
  }

  /// The phase that the same Enter declared as an entry, if it stands.
  func phaseDeclared(with index: Int) -> [Int] {
    writtenTogether(with: index).filter {
      $0 != index && session.entries[$0].recorded.event.kind == .phase
    }
  }

  /// The entry its writer wrote just before or after.
  private func neighbour(of index: Int, by step: Int) -> Int? {
    let id = session.entries[index].id
    let (sequence, overflow) = id.sequence.addingReportingOverflow(step)
    return overflow ? nil : session.index(of: EventID(writer: id.writer, sequence: sequence))
  }

  /// Whether the same Enter wrote an entry and the one just before it.
  private func belongs(_ index: Int, to before: Int) -> Bool {
    let (later, earlier) = (session.entries[index].recorded, session.entries[before].recorded)
    guard later.recordedAt == earlier.recordedAt, later.occurredAt == earlier.occurredAt,
      later.author == earlier.author, later.seat == earlier.seat
    else { return false }
    switch (earlier.event, later.event) {
    case (.score(let one), .score(let other)): return one.scale != other.scale
    case (.dose, .phase(let declared)): return declared.phase == .administration
    case (.infusion(let change), .phase(let declared)):
      return change.action == .start && declared.phase == .administration
    case (.emergency, .infusion(let change)): return change.action == .stop
    case (.limit(let one), .limit(let other)): return one.sign != other.sign
    case (.later(let one), .later(let other)): return one.item != other.item
    case (_, _): return false
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
      .acknowledgement, .confirmation, .correction, .void, .check, .assessment, .plan, .limit,
      .supply, .lozenge, .emergency, .handOver, .quiet:
      true
    }
  }
}
