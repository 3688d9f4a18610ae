import KapCanvas
import KapTimeline

/// Everything that was written, by when it happened, the newest at the bottom.
struct NotesPane {
  let display: Display
  let region: Region
  let isWide: Bool
  let view: NotesView

  /// From minute 100 on the column of minutes is one wider where it has no room to spare.
  private var extra: Int {
    let minute = display.zero.map { display.minutes(since: $0) } ?? 0
    return !isWide && minute >= 100 ? 1 : 0
  }
  private var authorColumn: Int { isWide ? 13 : 10 + extra }
  private var textColumn: Int { isWide ? 17 : 11 + authorColumns + extra }

  /// Two letters, or three where somebody here needs a third.
  private var authorColumns: Int {
    isWide ? 3 : min(3, max(2, display.session.longestInitials))
  }

  /// Writes the rows of this pane.
  var writer: NoteWriter {
    NoteWriter(
      display: display,
      view: view,
      textColumns: region.columns - textColumn - (isWide ? 1 : 0),
      paneRows: region.rows,
      isWide: isWide
    )
  }

  /// What stands at the right of the title.
  func trailing(isReplay: Bool, of session: Session) -> String {
    if let search = view.search { return "finding \(Text.clippedAtWord(search, to: 12)), Esc ends" }
    if view.shown != .all { return "only \(view.shown.rawValue), Esc ends" }
    if let author = view.author {
      return "only by \(display.session.initials(of: author)), Esc ends"
    }
    if let anchor = view.anchor {
      return "\(display.clock(display.session.entries[anchor.entry].occurredAt)), End returns"
    }
    return isReplay
      ? "\(display.moment.happened.count) of \(session.entries.count)" : "newest below"
  }

  func draw(on canvas: inout Canvas) {
    guard region.rows > 0, region.columns > textColumn + 4 else { return }
    let rows = self.rows().suffix(region.rows)
    if rows.isEmpty {
      let text = view.shown == .all ? "Nothing is written yet." : "Nothing of this kind yet."
      canvas.write(text, in: region, column: 1, as: .muted)
      return
    }
    for (line, row) in rows.enumerated() { draw(row, line: line, on: &canvas) }
  }

  private func draw(_ row: NoteRow, line: Int, on canvas: inout Canvas) {
    if row.isRule {
      let label = " \(row.text) "
      let side = max(2, (region.columns - 2 - Text.width(of: label)) / 2)
      let dashes = String(repeating: display.sign(.plan), count: side)
      let text = Text.clippedAtWord("\(dashes)\(label)\(dashes)", to: region.columns - 2)
      canvas.write(text, in: region, row: line, column: 1, as: row.role)
      return
    }
    if row.isChosen { canvas.fill(region.rows(from: line, count: 1), as: .selection) }
    func role(_ role: Role) -> Role { row.isChosen ? .selection : role }
    let inset = isWide ? 1 : 0
    canvas.write(row.time, in: region, row: line, column: inset, as: role(.muted))
    let minuteColumn = inset + (isWide ? 11 : 9 + extra) - Text.width(of: row.minute)
    canvas.write(
      row.minute,
      in: region,
      row: line,
      column: max(inset + 5, minuteColumn),
      as: role(.muted)
    )
    let author = Text.clippedAtWord(row.author, to: authorColumns)
    canvas.write(author, in: region, row: line, column: authorColumn, as: role(row.authorRole))
    canvas.write(row.text, in: region, row: line, column: textColumn, as: role(row.role))
  }

  /// The last rows there is room for, from the bottom up, so that the cost is that of the screen.
  private func rows() -> [NoteRow] {
    let writer = writer
    let happened = display.moment.happened
    var end = happened.endIndex
    if let anchor = view.anchor, let place = happened.firstIndex(of: anchor.entry) {
      end = place + 1
    }
    var blocks: [[NoteRow]] = []
    var count = 0
    func add(_ rows: [NoteRow]) {
      guard !rows.isEmpty else { return }
      blocks.append(rows)
      count += rows.count
    }
    let isAtNewest = view.anchor == nil
    if isAtNewest, let last = happened.last { add(gap(after: last, writer)) }
    var place = end - 1
    var isBelowUnread = view.unreadAfter != nil && isAtNewest
    while place >= happened.startIndex, count < region.rows {
      let index = happened[place]
      if isBelowUnread, let unread = view.unreadAfter,
        display.session.entries[index].recorded.recordedAt <= unread.at
      {
        isBelowUnread = false
        if count > 0 {
          add([NoteRow.rule("new since \(display.clock(unread.clock))", as: .unread)])
        }
      }
      if place < end - 1 { add(gap(after: index, writer)) }
      var rows = writer.rows(of: index)
      if let anchor = view.anchor, anchor.entry == index {
        rows.removeLast(min(anchor.skipped, max(0, rows.count - 1)))
      }
      add(rows)
      place -= 1
    }
    return blocks.reversed().flatMap { $0 }
  }

  private func gap(after index: Int, _ writer: NoteWriter) -> [NoteRow] {
    guard view.shown == .all, view.author == nil, let gap = display.findings.gaps[index] else {
      return []
    }
    return writer.rows(of: gap)
  }
}

/// One row of the notes pane.
struct NoteRow {
  var time = ""
  var minute = ""
  var author = ""
  var authorRole = Role.muted
  var text: String
  var role: Role
  var isRule = false
  var isChosen = false

  static func rule(_ text: String, as role: Role) -> NoteRow {
    NoteRow(text: text, role: role, isRule: true)
  }
}
