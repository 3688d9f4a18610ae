package import KapTimeline

extension VitalsSlots {
  /// What the slots hold: the readings, and what could not be read where a reason was chosen.
  ///
  /// A slot that was left out without a reason is simply absent. The error names its slot.
  package func reading() throws(EntryError) -> (vitals: Vitals, missing: [MissingReading]) {
    var vitals = Vitals()
    var missing: [MissingReading] = []
    for slot in slots {
      if slot.isLeftOut {
        guard let reason = slot.reason else { continue }
        missing.append(MissingReading(sign: slot.kind.sign, reason: reason))
      } else if !slot.text.isEmpty {
        try slot.read(into: &vitals)
      }
    }
    guard !vitals.isEmpty || !missing.isEmpty else {
      var error = EntryError(
        column: 0,
        length: 0,
        problem: .missing,
        message: "No reading is typed yet.",
        remedy: "Type the numbers, or - and a reason for what could not be read."
      )
      error.slot = currentSlot.kind
      throw error
    }
    return (vitals, missing)
  }

  /// What Enter records: the set, then each reading that is missing.
  package func commands() throws(EntryError) -> [Command] {
    let (vitals, missing) = try reading()
    return (vitals.isEmpty ? [] : [.record(vitals)])
      + missing.map { .missReading($0.sign, because: $0.reason) }
  }
}

extension VitalsSlots.Slot {
  fileprivate func read(into vitals: inout Vitals) throws(EntryError) {
    var reader = Reader(text, in: EntryContext(now: Instant(milliseconds: 0)))
    do throws(EntryError) {
      try reader.read(kind.sign, into: &vitals)
      try reader.expectEnd(after: .vitals)
    } catch {
      var named = error
      named.slot = kind
      throw named
    }
  }
}
