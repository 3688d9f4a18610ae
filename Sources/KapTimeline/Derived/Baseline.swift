/// What readings are compared with, as sets of them come in order: each sign as it was read last in
/// a set marked so, else before the dose.
///
/// Sign by sign: a temperature alone takes no pressure away.
struct Baseline {
  private var marked = Part()
  private var beforeDose = Part()

  /// The signs, each as it was read last; nil while there are none.
  var vitals: Vitals? {
    guard let own = marked.vitals else { return beforeDose.vitals }
    return beforeDose.vitals?.overlaid(with: own) ?? own
  }

  /// The entry of the last set it comes from.
  var entry: Int? { marked.entry ?? beforeDose.entry }

  /// Takes the next set.
  mutating func take(_ set: Vitals, of entry: Int, isAfterDose: Bool) {
    if set.isBaseline {
      marked.take(set, of: entry)
    } else if !isAfterDose {
      beforeDose.take(set, of: entry)
    }
  }

  /// What the next set is compared with when it is taken: nothing, for a baseline itself.
  func measure(for set: Vitals, isAfterDose: Bool) -> Vitals? {
    set.isBaseline || !isAfterDose && marked.vitals == nil ? nil : vitals
  }

  private struct Part {
    var vitals: Vitals?
    var entry: Int?

    mutating func take(_ set: Vitals, of entry: Int) {
      vitals = vitals?.overlaid(with: set) ?? set
      self.entry = entry
    }
  }
}

extension Moment {
  /// What everything is compared with: each sign as it was read last in a set marked so, else before
  /// the dose; its time and entry are those of the last of these sets.
  ///
  /// Cost: linear in the sets of readings.
  package var baseline: VitalsSet? {
    let first = firstDose
    var base = Baseline()
    for index in list(of: .vitals) where !session.entries[index].isVoid && !isArtefact(index) {
      guard case .vitals(let set) = session.entries[index].event else { continue }
      base.take(set, of: index, isAfterDose: !session.entries.comes(index, before: first))
    }
    guard let entry = base.entry, let vitals = base.vitals else { return nil }
    return VitalsSet(
      vitals: vitals,
      at: session.entries[entry].occurredAt,
      entry: entry,
      unconfirmed: doubts(about: entry, rules.map { VitalsBounds($0) })
    )
  }
}
