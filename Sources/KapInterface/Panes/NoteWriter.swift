import KapCanvas
import KapTimeline

/// Writes entries, gaps and notices as rows.
struct NoteWriter {
  let display: Display
  let view: NotesView
  let textColumns: Int
  let paneRows: Int
  let isWide: Bool

  /// The most rows of one entry: more than any field holds on the narrowest pane.
  private static let longest = 1200

  /// How many rows an entry has.
  func rowCount(of index: Int) -> Int { rows(of: index, isChosen: true).count }

  /// The rows of an entry, with those of the notices it raised; none where the view hides it.
  func rows(of index: Int) -> [NoteRow] { rows(of: index, isChosen: view.anchor?.entry == index) }

  private func rows(of index: Int, isChosen: Bool) -> [NoteRow] {
    guard view.shows(index, in: display) else { return [] }
    let entry = display.session.entries[index]
    let words = display.moment.words(for: index)
    var rows = wrapped(text(of: index, words), role: role(of: index), at: entry.occurredAt)
    rows[0].author = words.author
    rows[0].authorRole = authorRole(of: index)
    let remarks = remarks(on: index, words)
    if !remarks.isEmpty {
      let text = display.list(remarks)
      let lines = Text.wrapped(text, to: max(8, textColumns), limit: Self.longest)
      let role: Role = words.isStruck ? .voided : .later
      rows += lines.map { NoteRow(text: $0, role: role) }
    }
    if !view.hidesWords, let summary = emergencySummary(endingWith: index) {
      let lines = Text.wrapped(summary, to: max(8, textColumns), limit: Self.longest)
      rows += lines.map { NoteRow(text: $0, role: .muted) }
    }
    if let search = view.search, display.has(search, in: index) {
      for place in rows.indices { rows[place].role = .searchHit }
    }
    if view.anchor?.entry == index {
      for place in rows.indices { rows[place].isChosen = true }
    }
    return rows + notices(raisedBy: index, isChosen: isChosen)
  }

  /// The row of a silent stretch.
  func rows(of gap: Gap) -> [NoteRow] {
    let seconds = gap.length.wholeSeconds
    let length = seconds < 60 ? "\(seconds) s" : lengthInWords(minutes: gap.length.wholeMinutes)
    let cause = gap.isInterrupted ? "the console was away \(length)" : "no entries \(length)"
    let sign = String(repeating: display.sign(.gap), count: 3)
    var rows = wrapped("\(sign) \(cause)", role: .gap, at: gap.from)
    rows[0].author = "--"
    return rows
  }

  private func wrapped(_ text: String, role: Role, at: Instant) -> [NoteRow] {
    let lines = Text.wrapped(text, to: max(8, textColumns), limit: Self.longest)
    var rows = lines.map { NoteRow(text: $0, role: role) }
    if rows.isEmpty { rows = [NoteRow(text: "", role: role)] }
    if rows.count == Self.longest {
      rows[rows.count - 1].text = "(the rest stands in the record; export shows it)"
    }
    rows[0].time = display.clock(at)
    rows[0].minute = display.minute(at)
    return rows
  }

  private func text(of index: Int, _ words: EntryWords) -> String {
    let event = display.session.entries[index].event
    if view.hidesWords, event.holdsWords { return event.kind.words }
    switch words.mark {
    case .phase: return "\(display.sign(.seen))\(display.sign(.seen)) \(words.text)"
    case .pin(let number):
      let text = words.text.isEmpty ? "no words yet" : words.text
      return "\(display.sign(.pin)) \(number) \(isWide ? " " : "")\(text)"
    case .vitals where isWide: return spread(words.text)
    case .none, .dose, .vitals, .medicine, .ended:
      if case .score = event, !view.isFull { return scores(with: index) }
      return words.isQuoted ? display.quoted(words.text) : words.text
    }
  }

  /// `vitals 172/104  98  96  15`, so that the figures of two sets stand under each other.
  private func spread(_ text: String) -> String {
    let parts = text.split(separator: ",", maxSplits: 1)
    let figures = (parts.first ?? "").split(separator: " ").dropFirst().map(String.init)
    guard figures.count >= 4, figures.allSatisfy({ $0.first?.isNumber == true }) else {
      return text
    }
    let rest = parts.count > 1 ? ",\(parts[1])" : ""
    return "vitals " + figures.joined(separator: "  ") + rest
  }

  /// `diss 6, MOAA/S 4, dist 2`: those that one Enter wrote are one row.
  private func scores(with index: Int) -> String {
    display.scoresTogether(with: index).map { other in
      guard isWide, case .score(let score) = display.session.entries[other].event,
        let scale = display.rules?.scale(named: score.scale)
      else { return display.moment.words(for: other).text }
      let isPlain = !scale.label.dropFirst().contains { $0.isUppercase || $0.isNumber }
      return "\(isPlain ? scale.label.lowercased() : scale.label) \(plain(score.value))"
    }.joined(separator: ", ")
  }

  /// What became of an entry, and when it was written where that was later.
  private func remarks(on index: Int, _ words: EntryWords) -> [String] {
    let entry = display.session.entries[index]
    var remarks = view.hidesWords && entry.event.holdsWords ? [] : words.remarks
    // Who heard it is said where it was not who wrote it; who wrote it for another, under zoom.
    let saysHands = words.isQuoted != (entry.recorded.observer != nil)
    if saysHands, !view.isFull, !remarks.isEmpty { remarks.removeFirst() }
    // The notice that was answered stands in the rows above; by its name only where there is room.
    if case .acknowledgement = entry.event, !view.isFull { remarks = Array(remarks.dropFirst()) }
    if words.isUnconfirmed { remarks.append("not confirmed") }
    if words.isBeforeOpening { remarks.append("before opening") }
    if words.isLate {
      let written = display.clock(entry.recorded.recordedAt)
      remarks.append("\(display.sign(.later)) late entry, written \(written)")
    }
    guard view.isFull else { return remarks }
    let written = display.wall(entry.recorded.recordedAt).clockWithSeconds
    let author = entry.recorded.author
    let name = display.session.name(of: index)
    let source = entry.recorded.source == .typed ? "" : ", \(entry.recorded.source.rawValue)"
    return remarks + [
      "\(name), written \(written) by \(display.session.initials(of: author))\(source)"
    ]
  }

  /// The notices of an entry; with rule, limit, next step and source where one looks at it closely.
  private func notices(raisedBy index: Int, isChosen: Bool) -> [NoteRow] {
    (display.findings.raised[index] ?? []).flatMap { notice in
      let mark = NoticeLine.mark(notice.urgency)
      let words = display.moment.words(for: notice, offset: display.offset)
      let again = notice.repeatBy.map { ", repeat by \(display.clock($0))" } ?? ""
      let text = isWide ? "\(mark)  notice: \(words.value)\(again)" : "\(mark) \(words.value)"
      let row = NoteRow(
        time: display.clock(notice.since),
        minute: display.minute(notice.since),
        author: "--",
        text: Text.clippedAtWord(text, to: textColumns),
        role: notice.urgency == .urgent ? .vitalUrgent : .vitalNotice
      )
      return [row] + (view.isFull || isChosen ? details(of: notice) : [])
    }
  }

  private func details(of notice: Notice) -> [NoteRow] {
    let card = display.moment.noticeCard(for: notice, offset: display.offset)
    return card.lines.filter { $0.label != "value" && $0.label != "time" }.flatMap { line in
      Text.wrapped("\(line.label): \(line.words)", to: max(8, textColumns), limit: Self.longest)
        .map { NoteRow(text: $0, role: .muted) }
    }
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
    guard !entry.isVoid, !display.moment.isArtefact(index) else { return .voided }
    switch entry.event {
    case .dose, .infusion, .given: return .dose
    case .phase: return .phaseCurrent
    case .pin: return .pin
    case .note(let note): return note.voice == .patient ? .speakerPatient : .note
    case .vitals: return .vitalNormal
    case .emergency(let step): return step.isMistake ? .note : .vitalUrgent
    case .opened, .frame, .joined, .left, .noReading, .score, .technique, .theme, .effect, .call,
      .order, .later, .notDone, .acknowledgement, .confirmation, .correction, .void, .attached,
      .detached, .suspended, .resumed, .clockStepped, .check, .assessment, .plan, .limit, .supply,
      .lozenge, .handOver, .quiet, .ended, .reopened:
      return .note
    }
  }
}
