import KapCanvas
import KapTimeline

extension Interface {
  /// Until when notices are kept quiet.
  func quietUntil(_ display: Display) -> Instant? {
    display.moment.quietUntil(given: display.notices)
  }

  /// Draws what counts in the notice row: an emergency whose card is hidden, and the quiet.
  func drawCountdowns(_ display: Display, _ layout: Layout, on canvas: inout Canvas) {
    let emergency = layout.card.isEmpty ? shownEmergency(at: display.moment) : nil
    let quiet = quietUntil(display)
    guard emergency != nil || quiet != nil else { return }
    let row = layout.top.row + 3
    let columns = layout.size.columns
    let line = NoticeLine(display: display, isWide: layout.isWide, isReplay: mode == .replay)
    let role: Role = emergency == nil ? .noticeNone : .noticeUrgent
    canvas.fill(Region(row: row, column: 0, rows: 1, columns: columns), as: role)
    var column = 1
    var end = columns - 1
    if let quiet {
      let left = max(0, (quiet - display.now).wholeSeconds)
      let text = "quiet \(left / 60):\(left % 60 < 10 ? "0" : "")\(left % 60)"
      end -= Text.width(of: text)
      canvas.write(text, row: row, column: end, as: role)
      end -= 2
    }
    guard let emergency else {
      let words = line.words(columns: max(0, end - column), isQuiet: true).text
      canvas.write(words, row: row, column: column, as: role, limit: max(0, end - column))
      return
    }
    let clock = elapsedClock(display.now - emergency.since)
    let head = "!!!  EMERGENCY \(clock)"
    let tails = replay == nil ? [", e shows it", ", e", ""] : [""]
    guard !display.openNotices.isEmpty else {
      canvas.write(head + tails[0], row: row, column: column, as: role)
      return
    }
    // What is written beside it is shortened before the value of a notice is.
    let rows = tails.flatMap { tail in
      [false, true].map { isBehind in
        let room = max(0, end - column - Text.width(of: head + tail) - 3)
        return (head + tail, line.words(columns: room, isQuiet: true, isBehind: isBehind).text)
      }
    }
    guard let chosen = rows.first(where: { line.isWhole($0.1) }) ?? rows.last else { return }
    column = canvas.write(chosen.0, row: row, column: column, as: role) + 3
    canvas.write(chosen.1, row: row, column: column, as: role, limit: max(0, end - column))
  }

  /// Draws the emergency card where the layout has a place for it.
  func drawCard(_ display: Display, _ layout: Layout, on canvas: inout Canvas) {
    cardPane(display, layout)?.draw(on: &canvas)
  }

  /// The emergency card where the layout has a place for it.
  func cardPane(_ display: Display, _ layout: Layout) -> CardPane? {
    guard !layout.card.isEmpty, let emergency = shownEmergency(at: display.moment) else {
      return nil
    }
    return CardPane(
      display: display,
      emergency: emergency,
      interventions: interventions,
      asked: field?.step?.intervention,
      taking: field.flatMap { $0.step == nil ? $0.name : nil },
      scrolled: card.scrolled,
      region: layout.card
    )
  }

  /// Arrows move what was done while the card is open; returns whether this one did.
  mutating func scrollCard(by action: Action) -> Bool {
    guard isCardVisible, field == nil, let pane = cardPane(display, layout) else { return false }
    let shown = pane.shownSteps
    switch action {
    case .up: card.scrolled += shown.earlier > 0 ? 1 : 0
    case .down: card.scrolled -= 1
    case .pageUp: card.scrolled += min(shown.earlier, max(1, shown.count))
    case .pageDown: card.scrolled -= max(1, shown.count)
    case .oldest: card.scrolled += shown.earlier
    case .newest: card.scrolled = 0
    case .pin, .line, .vitals, .scores, .note, .stayInNotes, .said, .phase, .due, .acknowledge,
      .correct, .undo, .technique, .effect, .prescription, .writer, .emergency, .hush, .quiet, .dim,
      .zoom, .filter, .search, .pins, .nextMark, .previousMark, .nextPane, .previousPane, .keys,
      .escape, .leave, .redraw, .suspend, .interrupt, .howToEnd, .play, .stepBack, .stepOn, .back,
      .on, .slower, .faster, .previousPhase, .nextPhase, .asKnown, .tenth:
      return false
    }
    card.scrolled = max(0, card.scrolled)
    return true
  }
}
