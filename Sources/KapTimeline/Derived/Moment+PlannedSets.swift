extension Moment {
  /// When each sign that a planned set asks for was read, or said not to be readable, in order.
  ///
  /// Sets in parts count together, so each sign is looked for by itself.
  func answered(_ needs: [VitalsSlot]) -> [VitalsSlot: [Instant]] {
    guard !needs.isEmpty else { return [:] }
    var times: [VitalsSlot: [Instant]] = [:]
    for index in standing(.vitals) where !isArtefact(index) {
      guard case .vitals(let set) = session.entries[index].event else { continue }
      for slot in needs where set.holds(slot) {
        times[slot, default: []].append(session.entries[index].occurredAt)
      }
    }
    for index in standing(.noReading) {
      guard case .noReading(let missing) = session.entries[index].event else { continue }
      for slot in needs where missing.isAbout(slot) {
        times[slot, default: []].append(session.entries[index].occurredAt)
      }
    }
    return times.mapValues { $0.sorted() }
  }

  /// The signs of a planned set that were neither read between two instants nor said not to be
  /// readable, in order.
  package func lacking(from first: Instant, to last: Instant) -> [VitalsSlot] {
    let needs = rules?.vitals.needs ?? []
    let answered = answered(needs)
    return needs.filter { slot in
      !(answered[slot] ?? []).contains { $0 >= first && $0 <= last }
    }
  }

  /// Whether a set that stands is marked as the baseline.
  var isBaselineMarked: Bool {
    standing(.vitals).contains { index in
      guard case .vitals(let set) = session.entries[index].event else { return false }
      return set.isBaseline && !isArtefact(index)
    }
  }
}

extension Vitals {
  /// Whether a sign of a slot was read.
  package func holds(_ slot: VitalsSlot) -> Bool { slot.signs.contains { self[$0] != nil } }

  /// What was read in a slot, with its name: `BP 124/78`, `SpO2 98`.
  func words(for slot: VitalsSlot) -> String? {
    if slot == .bloodPressure { return bloodPressure.map { "BP \($0.text)" } }
    return slot.signs.first.flatMap { self[$0] }.map { "\(slot.label) \(plain($0, places: 1))" }
  }
}

extension MissingReading {
  /// Whether it says that a slot could not be read; one without a sign says so of all.
  func isAbout(_ slot: VitalsSlot) -> Bool { sign.map { slot.signs.contains($0) } ?? true }
}
