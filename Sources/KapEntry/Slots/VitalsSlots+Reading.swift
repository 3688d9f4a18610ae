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
        try slot.read(into: &vitals, under: rules)
      }
    }
    if vitals.isEmpty, let words = slots.last, !words.isBlank {
      throw loneWords(words)
    }
    guard !vitals.isEmpty || !missing.isEmpty else {
      throw EntryError(
        .missing,
        in: currentSlot.kind,
        "No reading is typed yet.",
        "Type the numbers, or - and a reason for what could not be read."
      )
    }
    return (vitals, missing)
  }

  /// A digit after `-` that is no reason of the list, as one who types a number below zero means it.
  private func noSuchReason(_ slot: Slot) -> EntryError {
    EntryError(
      .notANumber,
      in: slot.kind,
      "\(slot.kind.label) “-\(slot.text)” is no reading, and no reason has that number.",
      reasons.isEmpty
        ? "Type the number without -, or - alone."
        : "Type the number without -, or - and a reason from 1 to \(reasons.count)."
    )
  }

  /// Words without a reading: kept they would be said of nothing, and dropped they would be lost.
  private func loneWords(_ words: Slot) -> EntryError {
    EntryError(
      .missing,
      in: slots.first { $0.isBlank }?.kind ?? slots.first?.kind,
      "“\(clip(words.text))” is said of a reading, and none is typed.",
      "Type a number, or clear \(words.kind.label)."
    )
  }

  /// What Enter records: the set, then each reading that is missing.
  package func commands() throws(EntryError) -> [Command] {
    let (vitals, missing) = try reading()
    return (vitals.isEmpty ? [] : [.record(vitals)])
      + missing.map { .missReading($0.sign, because: $0.reason) }
  }
}

extension VitalsSlots.Slot {
  fileprivate func read(
    into vitals: inout Vitals,
    under rules: ClinicProtocol?
  ) throws(EntryError) {
    let context = EntryContext(now: Instant(milliseconds: 0), clinicProtocol: rules)
    var reader = Reader(text, in: context)
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

extension EntryError {
  /// What is wrong with a slot as a whole.
  fileprivate init(
    _ problem: Problem,
    in slot: VitalsPlace?,
    _ message: String,
    _ remedy: String
  ) {
    self.init(column: 0, length: 0, problem: problem, message: message, remedy: remedy)
    self.slot = slot
  }
}
