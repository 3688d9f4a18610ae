extension Moment {
  /// How an entry reads, its scores or its dose's phase left to rows of their own.
  package func words(for index: Int) -> EntryWords {
    guard session.entries.indices.contains(index) else {
      return EntryWords(
        author: "--",
        mark: .none,
        text: "",
        isQuoted: false,
        remarks: [],
        isStruck: false,
        isLate: false,
        isUnconfirmed: false,
        about: nil
      )
    }
    let entry = session.entries[index]
    return EntryWords(
      author: authorLabel(of: index),
      mark: mark(of: index),
      text: text(of: entry.event, in: index),
      isQuoted: isQuoted(entry.event),
      remarks: remarks(on: index),
      isStruck: entry.isVoid || isArtefact(index),
      isLate: entry.recorded.event.kind.isStated && isLate(index),
      isBeforeOpening: isBeforeOpening(entry),
      isUnconfirmed: !unconfirmed(index).isEmpty,
      about: entry.recorded.event.target.flatMap { session.index(of: $0) }
    )
  }

  /// How an entry reads in one line of plain text: `vitals 172/104 98 96 15`.
  package func words(of index: Int) -> String {
    words(for: index).line
  }

  /// Who speaks in an entry: initials, `Pt` for the patient's own words, `--` for the program.
  package func authorLabel(of index: Int) -> String {
    guard session.entries.indices.contains(index) else { return "--" }
    let entry = session.entries[index]
    switch entry.recorded.event.kind {
    case .attached, .detached, .suspended, .resumed, .clockStepped: return "--"
    case .opened, .frame, .joined, .left, .dose, .infusion, .phase, .vitals, .noReading, .score,
      .note, .technique, .theme, .effect, .given, .call, .order, .pin, .later, .notDone,
      .acknowledgement, .confirmation, .correction, .void, .check, .assessment, .plan, .limit,
      .supply, .lozenge, .emergency, .handOver, .quiet, .ended, .reopened:
      return isQuoted(entry.event) ? "Pt" : session.initials(of: entry.witness)
    }
  }

  private func isBeforeOpening(_ entry: Entry) -> Bool {
    entry.recorded.event.kind.isStated
      && doubt(aboutTime: entry.occurredAt, offset: entry.recorded.offset) != nil
  }

  private func isQuoted(_ event: Event) -> Bool {
    guard case .note(let note) = event else { return false }
    return note.voice == .patient
  }

  private func mark(of index: Int) -> EntryWords.Mark {
    let entry = session.entries[index]
    switch entry.event {
    case .dose: return .dose
    case .phase: return .phase
    case .vitals: return .vitals
    case .given: return .medicine
    case .ended: return .ended
    case .pin(let pin):
      guard pin.target == nil, let number = pinNumber(of: index) else { return .none }
      return .pin(number)
    case .opened, .frame, .joined, .left, .infusion, .noReading, .score, .note, .technique,
      .theme, .effect, .call, .order, .later, .notDone, .acknowledgement, .confirmation,
      .correction, .void, .attached, .detached, .suspended, .resumed, .clockStepped, .check,
      .assessment, .plan, .limit, .supply, .lozenge, .emergency, .handOver, .quiet, .reopened:
      return .none
    }
  }

  /// What was said about an entry later, and by whom it was written where that is another.
  private func remarks(on index: Int) -> [String] {
    let entry = session.entries[index]
    var remarks: [String] = []
    if isQuoted(entry.event) {
      remarks.append("heard by \(session.initials(of: entry.witness))")
    } else if entry.recorded.observer != nil {
      remarks.append("written by \(session.initials(of: entry.recorded.author))")
    }
    remarks += linkRemarks(of: entry.event, on: entry)
    if let worded = entry.wordedBy { remarks.append("worded \(clock(of: worded))") }
    if let corrected = entry.correctedBy {
      remarks.append(remark(onCorrection: corrected, of: entry))
    }
    if let judged = entry.judgedBy, case .confirmation(let verdict) = session.entries[judged].event
    {
      let said = verdict.isArtefact ? "artefact" : "confirmed by \(authorLabel(of: judged))"
      remarks.append(verdict.reason.map { "\(said): \($0)" } ?? said)
    }
    if entry.isVoid, let void = entry.withdrawnBy,
      case .void(let withdrawal) = session.entries[void].event
    {
      remarks.append("entered in error: \(withdrawal.reason)")
    }
    return remarks
  }

  private func remark(onCorrection index: Int, of entry: Entry) -> String {
    var words = "corrected \(clock(of: index))"
    if case .correction(let correction) = session.entries[index].event,
      let reason = correction.reason
    {
      words += " because \(reason)"
    }
    if entry.event != entry.recorded.event, let here = session.index(of: entry.id) {
      words += ", was \(statement(of: entry.recorded.event, at: here))"
    }
    if entry.occurredAt != entry.recorded.occurredAt {
      words += ", was \(wall(entry.recorded.occurredAt, like: entry).clock)"
    }
    return words
  }

  /// The clock on its writer's wall when an entry was written.
  private func clock(of index: Int) -> String {
    let entry = session.entries[index]
    return wall(entry.recorded.recordedAt, like: entry).clock
  }

  func wall(_ instant: Instant, like entry: Entry) -> WallTime {
    WallTime(instant, offset: entry.recorded.offset)
  }

  private func pinNumber(of index: Int) -> Int? {
    session.pinsAsDropped.firstIndex(of: index).map { $0 + 1 }
  }
}
