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
        guard slot.text.isEmpty else { throw noSuchReason(slot) }
        guard let reason = slot.reason, case .reading(let kind) = slot.kind else { continue }
        missing.append(MissingReading(sign: kind.sign, reason: reason))
      } else if !slot.text.isEmpty {
        try slot.read(into: &vitals)
      }
    }
    if vitals.isEmpty, let words = slots.last, !words.isBlank {
      throw loneWords(words)
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

  /// A digit after `-` that is no reason of the list, as one who types a number below zero means it.
  private func noSuchReason(_ slot: Slot) -> EntryError {
    var error = EntryError(
      column: 0,
      length: 0,
      problem: .notANumber,
      message: "\(slot.kind.label) “-\(slot.text)” is no reading, and no reason has that number.",
      remedy: "Type the number without -, or - and a reason from 1 to \(reasons.count)."
    )
    error.slot = slot.kind
    return error
  }

  /// Words without a reading: kept they would be said of nothing, and dropped they would be lost.
  private func loneWords(_ words: Slot) -> EntryError {
    var error = EntryError(
      column: 0,
      length: 0,
      problem: .missing,
      message: "“\(clip(words.text))” is said of a reading, and none is typed.",
      remedy: "Type a number, or clear \(words.kind.label)."
    )
    error.slot = slots.first { $0.isBlank }?.kind ?? slots.first?.kind
    return error
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
      switch kind {
      case .reading(let slot):
        try reader.read(slot.sign, into: &vitals)
        try reader.expectEnd(after: .vitals)
      case .circumstances: try reader.readCircumstances(into: &vitals)
      }
    } catch {
      var named = error
      named.slot = kind
      throw named
    }
  }
}
