import KapCanvas
import KapTimeline

extension Interface {
  /// What changes only what is seen.
  mutating func look(_ action: Action) -> [Effect] {
    if scrollCard(by: action) || scrollLimits(by: action) { return [] }
    switch action {
    case .quiet: isQuiet = true
    case .dim:
      isDimmed.toggle()
      return [.dim(isDimmed)]
    case .zoom: zoom()
    case .keys:
      showsKeys = true
      keysPage = 0
    case .redraw: return [.redraw]
    case .up: scroll(by: -1)
    case .down: scroll(by: 1)
    case .pageUp: scroll(by: -10)
    case .pageDown: scroll(by: 10)
    case .oldest: scrollToOldest()
    case .newest:
      notes.anchor = nil
      notes.unreadAfter = nil
    case .nextMark: jump(by: 1)
    case .previousMark: jump(by: -1)
    case .nextPane: moveFocus(by: 1)
    case .previousPane: moveFocus(by: -1)
    case .escape:
      if isCardVisible {
        card.isShown = false
        card.scrolled = 0
        remark = Remark(text: "The card is hidden; the emergency goes on. e shows it.")
        return []
      }
      notes = NotesView()
      isZoomed = false
      limitsRow = nil
      focus = .notes
    case .pin, .line, .vitals, .scores, .note, .stayInNotes, .said, .phase, .due, .acknowledge,
      .correct, .undo, .technique, .effect, .prescription, .writer, .emergency, .hush, .filter,
      .search,
      .pins, .leave, .howToEnd, .suspend, .interrupt, .play, .stepBack, .stepOn, .back, .on,
      .slower, .faster, .previousPhase, .nextPhase, .asKnown, .tenth:
      return []
    }
    return []
  }

  /// `z` on the vitals shows the trends, then the limits; on another pane the whole of it.
  private mutating func zoom() {
    if isZoomed, focus == .vitals, limitsRow == nil {
      limitsRow = 0
      return
    }
    limitsRow = nil
    isZoomed.toggle()
    notes.isFull = isZoomed && focus == .notes
  }

  /// Arrows move the limits while those are shown; returns whether this one did.
  private mutating func scrollLimits(by action: Action) -> Bool {
    let steps: [Action: Int] = [
      .up: -1, .down: 1, .pageUp: -10, .pageDown: 10, .oldest: -10_000, .newest: 10_000,
    ]
    guard isZoomed, focus == .vitals, let row = limitsRow, let step = steps[action] else {
      return false
    }
    let last = LimitsPane(display: display, region: layout.notes, first: 0).last
    limitsRow = min(max(min(row, last) + step, 0), last)
    return true
  }

  private mutating func moveFocus(by step: Int) {
    limitsRow = nil
    let count = Pane.allCases.count
    focus = Pane(rawValue: (focus.rawValue + step + count) % count) ?? .notes
    notes.isFull = isZoomed && focus == .notes
  }

  private func writer(_ display: Display) -> NoteWriter {
    let layout = layout
    let pane = NotesPane(display: display, region: layout.notes, isWide: layout.isWide, view: notes)
    return pane.writer
  }

  /// Moves the notes by entries, through a long one by rows; at the newest they follow again.
  mutating func scroll(by step: Int) {
    let display = display
    let writer = writer(display)
    for _ in 0..<abs(step) { scrollOnce(step < 0 ? -1 : 1, display, writer) }
  }

  private mutating func scrollOnce(_ step: Int, _ display: Display, _ writer: NoteWriter) {
    let happened = display.moment.happened
    let shows = { (index: Int) in self.notes.shows(index, in: display) }
    guard let newest = happened.last(where: shows) else { return }
    let here = notes.anchor ?? NotesView.Anchor(entry: newest)
    let hidden = writer.rowCount(of: here.entry) - writer.paneRows
    if step < 0, here.skipped < hidden {
      notes.anchor = NotesView.Anchor(entry: here.entry, skipped: here.skipped + 1)
      return
    }
    if step > 0, here.skipped > 0 {
      notes.anchor = NotesView.Anchor(entry: here.entry, skipped: here.skipped - 1)
      return
    }
    guard let place = happened.firstIndex(of: here.entry) else { return }
    if step < 0 {
      guard let before = happened[..<place].last(where: shows) else { return }
      notes.anchor = NotesView.Anchor(entry: before)
    } else if let after = happened[(place + 1)...].first(where: shows) {
      let rest = max(0, writer.rowCount(of: after) - writer.paneRows)
      notes.anchor =
        after == newest && rest == 0
        ? nil : NotesView.Anchor(entry: after, skipped: rest)
    } else {
      notes.anchor = nil
    }
  }

  private mutating func scrollToOldest() {
    let display = display
    guard let oldest = display.moment.happened.first(where: { notes.shows($0, in: display) }) else {
      return
    }
    notes.anchor = NotesView.Anchor(entry: oldest)
  }

  /// Goes to the mark before or after: a pin, a phase, a dose, a notice; while a search stands, to
  /// what it found.
  mutating func jump(by step: Int) {
    let display = display
    let happened = display.moment.happened
    let isMark = { (index: Int) -> Bool in
      guard self.notes.shows(index, in: display) else { return false }
      if let search = self.notes.search { return display.has(search, in: index) }
      return display.isMark(index)
    }
    let here = notes.anchor.flatMap { happened.firstIndex(of: $0.entry) } ?? happened.endIndex
    let found =
      step < 0
      ? happened[..<here].last(where: isMark) : happened[here...].dropFirst().first(where: isMark)
    if let found {
      notes.anchor = NotesView.Anchor(entry: found)
    } else if step > 0 {
      notes.anchor = nil
    } else {
      remark = Remark(text: "There is none before.")
    }
  }

  /// Goes to the newest note that has `text`; in a replay the play head goes there.
  mutating func find(_ text: String) {
    notes.search = text.isEmpty ? nil : text
    notes.anchor = nil
    guard !text.isEmpty else { return }
    let display = display
    let whole = replay.map { $0.isAsKnown ? display.moment : Moment($0.record, at: $0.last) }
    let moment = whole ?? display.moment
    let found = moment.happened.last { index in
      notes.shows(index, in: display) && display.has(text, in: index)
    }
    guard let found else {
      remark = Remark(text: "No note has \(Text.clippedAtWord(text, to: 30)).")
      return
    }
    remark = nil
    if replay != nil {
      replay?.seek(to: moment.session.entries[found].occurredAt)
    } else {
      notes.anchor = NotesView.Anchor(entry: found)
    }
  }
}

extension Display {
  /// Whether `[` and `]` stop at an entry.
  func isMark(_ index: Int) -> Bool {
    let kind = session.entries[index].recorded.event.kind
    return kind == .pin || kind == .phase || kind == .dose || kind == .emergency
      || kind == .handOver
      || findings.raised[index] != nil
  }

  /// Whether an entry's words have `text`, capitals or not.
  func has(_ text: String, in index: Int) -> Bool {
    moment.words(of: index).lowercased().contains(text.lowercased())
  }
}
