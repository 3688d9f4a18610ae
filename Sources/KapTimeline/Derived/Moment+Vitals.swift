/// A set of readings with its time and what became of it.
package struct VitalsSet: Hashable, Sendable {
  /// The readings, as corrected.
  package let vitals: Vitals
  /// When they were taken.
  package let at: Instant
  /// The entry's index.
  package let entry: Int
  /// What is unusual about it and that no person has said is so.
  package let unconfirmed: [Doubt]
}

extension Moment {
  /// The sets that stand, artefacts left out, in order.
  package var vitals: [VitalsSet] {
    let bounds = rules.map { VitalsBounds($0) }
    return standing(.vitals).compactMap { vitalsSet(at: $0, bounds) }
  }

  /// The last `count` sets that stand, in order.
  package func lastVitals(_ count: Int) -> [VitalsSet] {
    let bounds = rules.map { VitalsBounds($0) }
    var sets: [VitalsSet] = []
    for index in list(of: .vitals).reversed() {
      guard sets.count < count else { break }
      guard !session.entries[index].isVoid, let set = vitalsSet(at: index, bounds) else { continue }
      sets.append(set)
    }
    return sets.reversed()
  }

  /// The last set before the dose that holds a slot, however old it is.
  func lastSet(holding slot: VitalsSlot) -> VitalsSet? { upToDose.lastSet { $0.holds(slot) } }

  /// The last set that stands and of which something holds.
  func lastSet(where holds: (Vitals) -> Bool) -> VitalsSet? {
    for index in list(of: .vitals).reversed() {
      guard !session.entries[index].isVoid, case .vitals(let vitals) = session.entries[index].event,
        holds(vitals), let set = vitalsSet(at: index, rules.map { VitalsBounds($0) })
      else { continue }
      return set
    }
    return nil
  }

  /// The moment just before the first dose; this one while there is none.
  var upToDose: Moment { firstDose.map { Moment(session, before: $0) } ?? self }

  /// Whether a person called the entry artefact.
  package func isArtefact(_ index: Int) -> Bool {
    guard let judged = session.entries[index].judgedBy,
      case .confirmation(let verdict) = session.entries[judged].event
    else { return false }
    return verdict.isArtefact
  }

  /// The doses that stand and of which something unusual is not confirmed, in order.
  var unconfirmedDoses: [Int] {
    standing(.dose).filter { !unconfirmed($0).isEmpty }
  }

  /// The sets that stand and of which something unusual is not confirmed, in order.
  var unconfirmedSets: [Int] {
    guard let rules else { return [] }
    let bounds = VitalsBounds(rules)
    return standing(.vitals).filter { !doubts(about: $0, bounds).isEmpty }
  }

  private func vitalsSet(at index: Int, _ bounds: VitalsBounds?) -> VitalsSet? {
    let entry = session.entries[index]
    guard case .vitals(let vitals) = entry.event, !isArtefact(index) else { return nil }
    return VitalsSet(
      vitals: vitals,
      at: entry.occurredAt,
      entry: index,
      unconfirmed: doubts(about: index, bounds)
    )
  }

  func doubts(about index: Int, _ bounds: VitalsBounds?) -> [Doubt] {
    let entry = session.entries[index]
    guard let bounds, entry.judgedBy == nil, case .vitals(let set) = entry.event,
      !set.isConfirmed
    else { return [] }
    return wasUnasked(entry) ? unconfirmed(index) : bounds.doubts(about: set)
  }
}
