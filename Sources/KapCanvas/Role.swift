/// What a cell means; a theme decides how that looks.
///
/// The raw values are the keys of theme files. Text and graphics have keys apart, because a colour
/// that suffices for a stroke is often too faint to read.
package enum Role: String, CaseIterable, Hashable, Sendable {
  /// Ordinary text, and what every role without a style of its own looks like.
  case text = "text"
  /// Text that may recede.
  case muted = "text.muted"
  /// Text that stands out without being a notice.
  case strong = "text.strong"
  /// The lines between panes.
  case border = "border"
  /// The lines around the pane that has the focus.
  case borderFocus = "border.focus"
  /// The title of a pane.
  case title = "title"
  /// The title of the pane that has the focus.
  case titleFocus = "title.focus"
  /// A key named in a hint.
  case key = "key"
  /// The wall clock.
  case clock = "clock.wall"
  /// The time since the dose.
  case elapsed = "clock.elapsed"
  /// The word LIVE.
  case stateLive = "state.live"
  /// The word PRACTICE.
  case statePractice = "state.practice"
  /// The word REPLAY.
  case stateReplay = "state.replay"
  /// The word DESK.
  case stateDesk = "state.desk"
  /// The code of the patient.
  case subject = "subject"
  /// A notice that cannot wait.
  case noticeUrgent = "notice.urgent"
  /// A notice.
  case noticeNotice = "notice.notice"
  /// A reminder.
  case noticeReminder = "notice.reminder"
  /// The notice row while there is none.
  case noticeNone = "notice.none"
  /// A reading within the clinic's limits.
  case vitalNormal = "vital.normal"
  /// A reading beyond a limit.
  case vitalNotice = "vital.notice"
  /// A reading beyond an urgent limit.
  case vitalUrgent = "vital.urgent"
  /// A reading too old to stand for now.
  case vitalStale = "vital.stale"
  /// The place of a reading that was not taken.
  case vitalMissing = "vital.missing"
  /// The phase the patient is in.
  case phaseCurrent = "phase.current"
  /// A phase that is over.
  case phasePast = "phase.past"
  /// A phase that the protocol expects.
  case phasePlan = "phase.plan"
  /// Something that is due.
  case due = "due"
  /// Something due whose tolerance is over.
  case dueLate = "due.late"
  /// Something due that was done.
  case dueDone = "due.done"
  /// What is being typed.
  case entry = "entry"
  /// What may be typed next.
  case entryHint = "entry.hint"
  /// What was understood, said back in words.
  case entryEcho = "entry.echo"
  /// A question about what was typed.
  case entryAsk = "entry.ask"
  /// A refusal of what was typed.
  case entryError = "entry.error"
  /// The words for what is on disk.
  case saved = "saved"
  /// The words for what is not on disk yet.
  case unsaved = "unsaved"
  /// The patient's own words.
  case speakerPatient = "speaker.patient"
  /// What the therapist observed.
  case speakerTherapist = "speaker.therapist"
  /// What the monitor observed.
  case speakerMonitor = "speaker.monitor"
  /// A note.
  case note = "note"
  /// A pin.
  case pin = "pin"
  /// A dose.
  case dose = "dose"
  /// A stretch without entries.
  case gap = "gap"
  /// The mark of an entry written later.
  case later = "later"
  /// An entry that was entered in error.
  case voided = "voided"
  /// The line above what is new.
  case unread = "unread"
  /// The row that is chosen.
  case selection = "selection"
  /// What a search found.
  case searchHit = "search.hit"
  /// Something that is running, such as music.
  case running = "running"
  /// The quiet screen.
  case quiet = "quiet"
  /// The stroke of a trend.
  case graphTrend = "graph.trend"
  /// The stroke of a second trend on the same axes.
  case graphTrendSecond = "graph.trend.second"
  /// The stroke of a limit.
  case graphLimit = "graph.limit"
  /// The stroke of a phase on the ribbon.
  case graphPhase = "graph.phase"
  /// The mark of the present moment on a graph.
  case graphNow = "graph.now"
}

extension Role {
  /// The role that this one refines: the longest beginning of its name that names one, else ``text``.
  ///
  /// None for ``text`` itself.
  package var general: Role? {
    if self == .text { return nil }
    var name = rawValue[...]
    while let dot = name.lastIndex(of: ".") {
      name = name[..<dot]
      if let role = Role(rawValue: String(name)) { return role }
    }
    return .text
  }

  /// Whether the role is that of a graphic: a stroke or a line, never letters.
  package var isGraphic: Bool {
    switch self {
    case .border, .borderFocus, .graphTrend, .graphTrendSecond, .graphLimit, .graphPhase, .graphNow:
      true
    case .text, .muted, .strong, .title, .titleFocus, .key, .clock, .elapsed, .stateLive,
      .statePractice, .stateReplay, .stateDesk, .subject, .noticeUrgent, .noticeNotice,
      .noticeReminder, .noticeNone, .vitalNormal, .vitalNotice, .vitalUrgent, .vitalStale,
      .vitalMissing, .phaseCurrent, .phasePast, .phasePlan, .due, .dueLate, .dueDone, .entry,
      .entryHint, .entryEcho, .entryAsk, .entryError, .saved, .unsaved, .speakerPatient,
      .speakerTherapist, .speakerMonitor, .note, .pin, .dose, .gap, .later, .voided, .unread,
      .selection, .searchHit, .running, .quiet:
      false
    }
  }
}
