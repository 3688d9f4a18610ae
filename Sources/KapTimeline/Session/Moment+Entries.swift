extension Moment {
  /// Whether an entry was written long after it happened, by the protocol's tolerance.
  package func isLate(_ index: Int) -> Bool {
    guard let rules else { return false }
    return session.entries[index].isLate(tolerance: .minutes(rules.timing.lateAfterMinutes))
  }

  /// The last thing done by a person, as far as it is reached from a seat and not in error, by when
  /// it was written: an entry, or a void of one that was named.
  ///
  /// Undoing is no such thing, so that undoing twice takes back two.
  package func lastEntry(by author: String, at seat: SeatID?) -> Int? {
    entries(by: author, reachedFrom: seat).last { index in
      guard case .void(let withdrawal) = session.entries[index].event else { return true }
      return !withdrawal.isUndo
    }
  }

  /// The entries of a person that stand, in the order in which they were written, as far as they are
  /// reached from one of that person's seats.
  ///
  /// A person who comes back under another seat, as after a crash, still has their own. Only while
  /// two seats of one person are attached at once does each reach what was written at it.
  package func entries(by author: String, reachedFrom seat: SeatID?) -> [Int] {
    let written = session.entries.indices.filter { session.entries[$0].recorded.author == author }
      .sorted { WritingKey(session.entries[$0]) < WritingKey(session.entries[$1]) }
    let others = seatsBeside(seat, in: written)
    return written.filter { index in
      let entry = session.entries[index]
      let kind = entry.recorded.event.kind
      // What a file brought is no slip of anybody's hand, nor is what is still to come.
      return !entry.isVoid && kind.isStated && kind != .opened
        && entry.recorded.source != .imported && includes(index)
        && !others.contains(entry.recorded.seat)
    }
  }

  /// The other seats of a person at which something was written since this one was taken, and that
  /// were not left since.
  private func seatsBeside(_ seat: SeatID?, in written: [Int]) -> Set<SeatID?> {
    guard let first = written.first(where: { session.entries[$0].recorded.seat == seat }) else {
      return []
    }
    var others: Set<SeatID?> = []
    for index in written
    where WritingKey(session.entries[first]) < WritingKey(session.entries[index]) {
      let recorded = session.entries[index].recorded
      guard recorded.seat != seat else { continue }
      if recorded.event.kind == .detached {
        others.remove(recorded.seat)
      } else {
        others.insert(recorded.seat)
      }
    }
    return others
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
    case (.void(let one), .void(let other)):
      guard let first = session.index(of: one.target), let second = session.index(of: other.target)
      else { return false }
      return neighbour(of: second, by: -1) == first && belongs(second, to: first)
    case (_, _): return false
    }
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
