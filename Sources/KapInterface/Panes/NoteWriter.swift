import KapCanvas
import KapTimeline

/// Writes entries, gaps and notices as rows.
struct NoteWriter {
  let display: Display
  let view: NotesView
  let textColumns: Int

  /// The rows of an entry, with those of the notices it raised; none where the view hides it.
  func rows(of index: Int) -> [NoteRow] {
    guard view.shows(index, in: display) else { return [] }
    let entry = display.session.entries[index]
    var rows = wrapped(text(of: index), role: role(of: index), at: entry.occurredAt)
    rows[0].author = display.moment.authorLabel(of: index)
    rows[0].authorRole = authorRole(of: index)
    let remarks = remarks(on: index)
    if !remarks.isEmpty {
      let lines = Text.wrapped(display.list(remarks), to: max(8, textColumns))
      let role: Role = entry.isVoid ? .voided : .later
      rows += lines.map { NoteRow(text: $0, role: role) }
    }
    if let search = view.search, !search.isEmpty, matches(search, index) {
      for place in rows.indices { rows[place].role = .searchHit }
    }
    if view.anchor == index {
      for place in rows.indices { rows[place].isChosen = true }
    }
    return rows + notices(raisedBy: index)
  }

  /// The row of a silent stretch.
  func rows(of gap: Gap) -> [NoteRow] {
    let seconds = gap.length.wholeSeconds
    let length = seconds < 60 ? "\(seconds) s" : lengthInWords(minutes: gap.length.wholeMinutes)
    let cause = gap.isInterrupted ? "the console was away \(length)" : "no entries \(length)"
    let sign = String(repeating: display.sign(.gap), count: 3)
    return [
      NoteRow(
        time: display.clock(gap.from),
        minute: display.minute(gap.from),
        author: "--",
        text: Text.clipped("\(sign) \(cause)", to: textColumns),
        role: .gap
      )
    ]
  }

  private func wrapped(_ text: String, role: Role, at: Instant) -> [NoteRow] {
    let lines = Text.wrapped(text, to: max(8, textColumns))
    var rows = lines.map { NoteRow(text: $0, role: role) }
    if rows.isEmpty { rows = [NoteRow(text: "", role: role)] }
    rows[0].time = display.clock(at)
    rows[0].minute = display.minute(at)
    return rows
  }

  private func text(of index: Int) -> String {
    let entry = display.session.entries[index]
    let hidden = view.hidesWords && entry.event.holdsWords
    let words = hidden ? entry.event.kind.rawValue : display.moment.words(of: index)
    switch entry.event {
    case .phase: return "\(display.sign(.seen))\(display.sign(.seen)) \(words)"
    case .pin:
      return "\(display.sign(.pin)) \(words)"
    case .note(let note) where note.voice == .patient && !hidden:
      return display.quoted(note.text)
    case .dose, .vitals, .note, .opened, .frame, .joined, .left, .infusion, .noReading, .score,
      .technique, .theme, .effect, .given, .call, .order, .later, .notDone, .acknowledgement,
      .confirmation, .correction, .void, .attached, .detached, .suspended, .resumed,
      .clockStepped, .ended, .reopened:
      return words
    }
  }

  /// What became of an entry, and when it was written where that was later.
  private func remarks(on index: Int) -> [String] {
    let session = display.session
    let entry = session.entries[index]
    var remarks: [String] = []
    if let by = entry.withdrawnBy, case .void(let withdrawal) = session.entries[by].event {
      remarks.append("entered in error: \(withdrawal.reason)")
    }
    if let by = entry.correctedBy {
      let at = display.clock(session.entries[by].recorded.recordedAt)
      remarks.append("corrected \(at), was \(display.moment.originalWords(of: index))")
    }
    if let by = entry.judgedBy, case .confirmation(let verdict) = session.entries[by].event {
      let who = initials(of: session.entries[by].recorded.author)
      remarks.append(
        verdict.isArtefact
          ? "artefact, \(who): \(verdict.reason ?? "")" : "confirmed by \(who)"
      )
    } else if !display.moment.unconfirmed(index).isEmpty {
      remarks.append("not confirmed")
    }
    if display.moment.isLate(index) {
      remarks.append("\(display.sign(.later)) late entry, written \(display.clock(entry.recorded.recordedAt))")
    } else if let by = entry.wordedBy {
      remarks.append("worded \(display.clock(session.entries[by].recorded.recordedAt))")
    }
    if entry.recorded.observer != nil {
      remarks.append("written by \(initials(of: entry.recorded.author))")
    }
    guard view.isFull else { return remarks }
    let written = display.wall(entry.recorded.recordedAt).clockWithSeconds
    return remarks + ["\(session.name(of: index)), written \(written), \(entry.recorded.source.rawValue)"]
  }

  private func notices(raisedBy index: Int) -> [NoteRow] {
    display.notices.filter { $0.entry == index }.map { notice in
      let mark = NoticeLine.mark(notice.urgency).filter { $0 != " " }
      let subject = NoticeWords(notice: notice, display: display).subject
      return NoteRow(
        time: display.clock(notice.since),
        minute: display.minute(notice.since),
        author: "--",
        text: Text.clipped("\(mark) \(subject)", to: textColumns),
        role: notice.urgency == .urgent ? .vitalUrgent : .vitalNotice
      )
    }
  }

  private func matches(_ search: String, _ index: Int) -> Bool {
    text(of: index).lowercased().contains(search.lowercased())
  }

  private func authorRole(of index: Int) -> Role {
    let entry = display.session.entries[index]
    if case .note(let note) = entry.event, note.voice == .patient { return .speakerPatient }
    guard entry.recorded.observer == nil else { return .speakerTherapist }
    switch entry.recorded.role {
    case .therapist: return .speakerTherapist
    case .monitor, .prescriber, .supervisor: return .speakerMonitor
    }
  }

  private func role(of index: Int) -> Role {
    let entry = display.session.entries[index]
    guard !entry.isVoid else { return .voided }
    switch entry.event {
    case .dose, .infusion, .given: return .dose
    case .phase: return .phaseCurrent
    case .pin: return .pin
    case .note(let note): return note.voice == .patient ? .speakerPatient : .note
    case .vitals: return .vitalNormal
    case .opened, .frame, .joined, .left, .noReading, .score, .technique, .theme, .effect, .call,
      .order, .later, .notDone, .acknowledgement, .confirmation, .correction, .void, .attached,
      .detached, .suspended, .resumed, .clockStepped, .ended, .reopened:
      return .note
    }
  }
}

extension Event {
  /// Whether it holds words of or about the patient.
  var holdsWords: Bool {
    switch self {
    case .note, .pin, .call, .acknowledgement, .frame, .theme: true
    case .opened, .joined, .left, .dose, .infusion, .phase, .vitals, .noReading, .score,
      .technique, .effect, .given, .order, .later, .notDone, .confirmation, .correction, .void,
      .attached, .detached, .suspended, .resumed, .clockStepped, .ended, .reopened:
      false
    }
  }
}
