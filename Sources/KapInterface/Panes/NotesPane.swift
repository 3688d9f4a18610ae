import KapCanvas
package import KapTimeline

/// Everything that was written, by when it happened, the newest at the bottom.
struct NotesPane {
  let display: Display
  let region: Region
  let isWide: Bool
  let view: NotesView

  func draw(on canvas: inout Canvas) {
    guard region.rows > 0, region.columns > textColumn + 4 else { return }
    var rows = self.rows(upTo: region.rows)
    if rows.isEmpty {
      canvas.write("Nothing is written yet.", in: region, column: 1, as: .muted)
      return
    }
    rows = Array(rows.suffix(region.rows))
    for (line, row) in rows.enumerated() { draw(row, line: line, on: &canvas) }
  }

  private func draw(_ row: NoteRow, line: Int, on canvas: inout Canvas) {
    if row.isRule {
      let label = " \(row.text) "
      let side = max(2, (region.columns - 2 - Text.width(of: label)) / 2)
      let dashes = String(repeating: display.sign(.plan), count: side)
      let text = Text.clipped("\(dashes)\(label)\(dashes)", to: region.columns - 2)
      canvas.write(text, in: region, row: line, column: 1, as: row.role)
      return
    }
    if row.isChosen { canvas.fill(region.rows(from: line, count: 1), as: .selection) }
    func role(_ role: Role) -> Role { row.isChosen ? .selection : role }
    let inset = isWide ? 1 : 0
    canvas.write(row.time, in: region, row: line, column: inset, as: role(.muted))
    let minuteEnd = inset + (isWide ? 10 : 9)
    let minuteColumn = minuteEnd - Text.width(of: row.minute)
    canvas.write(row.minute, in: region, row: line, column: max(inset + 5, minuteColumn), as: role(.muted))
    let author = Text.clipped(row.author, to: isWide ? 4 : 2)
    canvas.write(author, in: region, row: line, column: authorColumn, as: role(row.authorRole))
    canvas.write(row.text, in: region, row: line, column: textColumn, as: role(row.role))
  }

  private var authorColumn: Int { isWide ? 13 : 10 }
  private var textColumn: Int { isWide ? 17 : 13 }

  /// The last rows there is room for, from the bottom up, so that the cost is that of the screen.
  private func rows(upTo count: Int) -> [NoteRow] {
    let writer = NoteWriter(display: display, view: view, textColumns: region.columns - textColumn - (isWide ? 1 : 0))
    let happened = display.moment.happened
    var end = happened.endIndex - happened.startIndex
    if let anchor = view.anchor, let place = happened.firstIndex(of: anchor) {
      end = place - happened.startIndex + 1
    }
    let gaps = view.gaps(in: display)
    var blocks: [[NoteRow]] = []
    var rowCount = 0
    if view.anchor == nil, let gap = gaps[happened.last ?? -1] {
      blocks.append(writer.rows(of: gap))
      rowCount += 1
    }
    var place = end - 1
    var hasShownUnread = view.unreadAfter == nil
    while place >= 0, rowCount < count {
      let index = happened[happened.startIndex + place]
      if !hasShownUnread, let unread = view.unreadAfter,
        display.session.entries[index].recorded.recordedAt <= unread.at
      {
        hasShownUnread = true
        if !blocks.isEmpty, rowCount > 0 {
          blocks.append([NoteRow.rule("new since \(display.clock(unread.at))", as: .unread)])
          rowCount += 1
        }
      }
      if place + 1 < end || view.anchor == nil, place < end - 1, let gap = gaps[index] {
        blocks.append(writer.rows(of: gap))
        rowCount += 1
      }
      let block = writer.rows(of: index)
      if !block.isEmpty {
        blocks.append(block)
        rowCount += block.count
      }
      place -= 1
    }
    return blocks.reversed().flatMap { $0 }
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

/// What the notes pane shows, and from where.
package struct NotesView: Hashable, Sendable {
  /// The entry at the bottom, as an index; nil follows the newest.
  package var anchor: Int?
  /// The kinds shown; nil is all that people stated.
  package var kinds: Set<EventKind>?
  /// The author shown; nil is all.
  package var author: String?
  /// Whether names, times of writing and what the program noted are shown too.
  package var isFull = false
  /// What is searched for.
  package var search: String?
  /// Since when entries are new to this seat.
  package var unreadAfter: Unread?
  /// Whether the words are hidden from eyes in the room.
  package var hidesWords = false

  /// Creates a view that follows the newest entry.
  package init() {}

  /// From when on entries of the other seat are unread.
  package struct Unread: Hashable, Sendable {
    /// The moment up to which everything was seen.
    package var at: Instant

    /// Creates a mark.
    package init(at: Instant) { self.at = at }
  }

  /// Whether an entry is shown.
  func shows(_ index: Int, in display: Display) -> Bool {
    let entry = display.session.entries[index]
    let kind = entry.recorded.event.kind
    guard isFull || kind.isNoteworthy else { return false }
    if let kinds, !kinds.contains(kind) { return false }
    if let author, entry.witness != author { return false }
    if !isFull, case .pin(let pin) = entry.recorded.event, pin.target != nil { return false }
    return true
  }

  func gaps(in display: Display) -> [Int: Gap] {
    Dictionary(display.moment.gaps.map { ($0.after, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension EventKind {
  /// Whether its rows belong among the notes without being asked for.
  var isNoteworthy: Bool {
    switch self {
    case .attached, .detached, .later, .correction, .void, .confirmation: false
    case .opened, .frame, .joined, .left, .dose, .infusion, .phase, .vitals, .noReading, .score,
      .note, .technique, .theme, .effect, .given, .call, .order, .pin, .notDone,
      .acknowledgement, .suspended, .resumed, .clockStepped, .ended, .reopened:
      true
    }
  }
}
