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
    if view.hidesWords, entry.event.holdsWords { return entry.event.kind.words }
    let words = display.moment.words(for: index)
    switch words.mark {
    case .phase: return "\(display.sign(.seen))\(display.sign(.seen)) \(words.text)"
    case .pin(let number):
      let text = words.text.isEmpty ? "no words yet" : words.text
      return "\(display.sign(.pin)) \(number) \(text)"
    case .none, .dose, .vitals, .medicine, .ended:
      return words.isQuoted ? display.quoted(words.text) : words.text
    }
  }

  /// What became of an entry, and when it was written where that was later.
  private func remarks(on index: Int) -> [String] {
    let entry = display.session.entries[index]
    let words = display.moment.words(for: index)
    var remarks = view.hidesWords && entry.event.holdsWords ? [] : words.remarks
    // Who heard it is said where it was not the one who wrote it.
    if words.isQuoted, entry.recorded.observer == nil { remarks.removeFirst() }
    if words.isUnconfirmed { remarks.append("not confirmed") }
    if words.isLate {
      let written = display.clock(entry.recorded.recordedAt)
      remarks.append("\(display.sign(.later)) late entry, written \(written)")
    }
    guard view.isFull else { return remarks }
    let written = display.wall(entry.recorded.recordedAt).clockWithSeconds
    let name = display.session.name(of: index)
    return remarks + ["\(name), written \(written), \(entry.recorded.source.rawValue)"]
  }

  private func notices(raisedBy index: Int) -> [NoteRow] {
    display.notices.filter { $0.entry == index }.map { notice in
      let mark = NoticeLine.mark(notice.urgency).filter { $0 != " " }
      let subject = display.moment.words(for: notice, offset: display.offset).value
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
