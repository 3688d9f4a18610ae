import KapCanvas
import KapTimeline

/// A list of checks in place of the notes: each item by its group, and how it stands.
///
/// The list before leaving says the stay first and what is missing last; it never says more than
/// what is recorded.
struct ChecklistPane {
  let display: Display
  let region: Region
  let purpose: Checklist.Purpose
  let chosen: Int
  /// The questions of the chosen item, while they are asked one by one.
  var asking: Asking?
  /// How many of the lines below the last item are scrolled up.
  var scrolled = 0

  private var items: [ChecklistState] { display.findings.checks[purpose] ?? [] }

  var title: String {
    display.rules?.care.checklist(for: purpose)?.title ?? ""
  }

  var trailing: String {
    let count = Self.count(of: items)
    guard purpose == .leaving else { return count }
    let place = self.place
    let more = place.rows.count - place.first - place.body.rows
    let isSmall = region.rows < 5
    let down = "\(display.sign(.down)) \(more)\(isSmall ? "" : " more")"
    let rest = more > 0 ? "\(count), \(down)" : count
    // Where the stay has no line of its own it stands here.
    guard isSmall, let stay = heads.first?.split(separator: ",").first else { return rest }
    return "\(stay), \(rest)"
  }

  /// `17 of 21`: those with an answer, or that the record shows.
  static func count(of items: [ChecklistState]) -> String {
    "\(items.count { $0.isMet || $0.state == .no }) of \(items.count)"
  }

  /// A row of the list: a group's name, a line of an item by its place, one of the questions of the
  /// chosen one, or words to read out.
  private enum Row {
    case group(String)
    case item(Int, line: Int, label: String)
    case question(Int)
    case words(String)
  }

  func draw(on canvas: inout Canvas) {
    let place = self.place
    for (row, text) in place.heads.enumerated() {
      write(text, row: row, as: row == 0 ? .strong : .muted, on: &canvas)
    }
    if let foot = place.foot { write(foot, row: region.rows - 1, as: .entryAsk, on: &canvas) }
    for (line, row) in place.rows.dropFirst(place.first).prefix(place.body.rows).enumerated() {
      draw(row, in: place.body.rows(from: line, count: 1), on: &canvas)
    }
  }

  /// How many lines lie below what is shown while nothing is scrolled.
  var below: Int { place.below }

  /// What stands where: heads and foot always, between them as many rows as have room.
  private struct Place {
    let heads: [String]
    let foot: String?
    let rows: [Row]
    let body: Region
    let first: Int
    let below: Int
  }

  private var place: Place {
    let heads = self.heads
    let shown =
      region.rows > heads.count + 3 ? heads : Array(heads.prefix(region.rows < 5 ? 0 : 1))
    // What is missing before somebody goes is never left out.
    let foot = region.rows >= (purpose == .leaving ? 3 : 6) ? self.foot : nil
    let body = region.dropTop(shown.count).dropBottom(foot == nil ? 0 : 1)
    let rows = self.rows
    let here = rows.firstIndex(where: isHere) ?? 0
    let last = max(0, rows.count - body.rows)
    let start = min(last, max(0, here - body.rows / 2))
    let below = last - start
    return Place(
      heads: shown,
      foot: foot,
      rows: rows,
      body: body,
      first: start + min(scrolled, below),
      below: below
    )
  }

  private var rows: [Row] {
    var rows: [Row] = []
    var group = ""
    let hasGroups = region.rows >= 8
    for (place, state) in items.enumerated() {
      if hasGroups, state.item.group != group {
        group = state.item.group
        rows.append(.group(group))
      }
      let lines = self.lines(of: state)
      rows += lines.enumerated().map { .item(place, line: $0, label: $1) }
      if place == chosen, let asking {
        rows += asking.item.asks.indices.map { .question($0) }
      }
    }
    let words = purpose == .leaving ? display.rules?.care.aftercare ?? [] : []
    guard !words.isEmpty else { return rows }
    let lines = words.flatMap { Text.wrapped($0.name, to: max(8, region.columns - 3)) }
    return rows + [.group("to say before they go")] + lines.map(Row.words)
  }

  private func draw(_ row: Row, in cell: Region, on canvas: inout Canvas) {
    switch row {
    case .group(let name):
      let text = Text.clippedAtWord(name, to: cell.columns - 2)
      canvas.write(text, in: cell, column: 1, as: .muted)
    case .words(let text): canvas.write(text, in: cell, column: 2, as: .text)
    case .question(let number): draw(question: number, in: cell, on: &canvas)
    case .item(let place, let line, let label):
      guard let state = items[safe: place] else { return }
      let isChosen = place == chosen && asking == nil
      let role: Role = isChosen ? .selection : state.role
      if isChosen { canvas.fill(cell, as: .selection) }
      if line == 0, isChosen {
        canvas.write(display.sign(.chosen), in: cell, column: 0, as: role)
      }
      let end = canvas.write(label, in: cell, column: 2, as: role)
      guard line == 0 else { return }
      canvas.writeTrailing(trailing(of: state), in: cell, row: 0, from: end, as: role)
    }
  }

  /// Whether a row is the one that is answered.
  private func isHere(_ row: Row) -> Bool {
    switch row {
    case .item(let place, let line, _): asking == nil && place == chosen && line == 0
    case .question(let number): number == asking?.place
    case .group, .words: false
    }
  }

  /// How an item stands, in at most half of the row.
  private func trailing(of state: ChecklistState) -> String {
    let most = region.columns - 4 - min(Text.width(of: state.item.short), region.columns / 2)
    return Text.clippedAtWord(Self.brief(state, in: display), to: most)
  }

  /// What is asked, whole on as many lines as it takes; on the smallest screens a word for it.
  private func lines(of state: ChecklistState) -> [String] {
    let room = region.columns - 4 - Text.width(of: trailing(of: state))
    let item = state.item
    if Text.width(of: item.label) <= room { return [item.label] }
    guard region.rows >= 8 else { return [Text.clippedAtWord(item.short, to: room)] }
    return Text.wrapped(item.label, to: room)
  }

  /// One of the questions of the chosen item: what was answered, or why it is asked.
  private func draw(question number: Int, in cell: Region, on canvas: inout Canvas) {
    guard let asking, let question = asking.item.asks[safe: number] else { return }
    let isHere = number == asking.place
    let role: Role = isHere ? .selection : .text
    if isHere {
      canvas.fill(cell, as: .selection)
      canvas.write(display.sign(.chosen), in: cell, column: 2, as: role)
    }
    let answer = asking.answers[safe: number] ?? ""
    let end = canvas.write("\(question.name): ", in: cell, column: 4, as: role)
    let room = max(0, cell.columns - end - 2)
    let words = Text.clippedAtWord(answer, to: room)
    let next = canvas.write(words, in: cell, column: end, as: isHere ? role : .strong)
    guard let why = question.why, answer.isEmpty else { return }
    let rest = Text.clippedAtWord(why, to: max(0, cell.columns - next - 2))
    canvas.writeTrailing(rest, in: cell, row: 0, from: next, as: isHere ? role : .muted)
  }

  private func write(_ text: String, row: Int, as role: Role, on canvas: inout Canvas) {
    let words = Text.clippedAtWord(text, to: region.columns - 2)
    canvas.write(words, in: region, row: row, column: 1, as: role)
  }

  /// Before leaving: how long the person stays at least, and what was recorded last.
  private var heads: [String] {
    guard purpose == .leaving, let until = display.moment.stayUntil else { return [] }
    let stay =
      display.isAhead(until)
      ? "stay until \(display.clock(until))\(display.moment.isStayOpen ? " at least" : ""), "
        + lengthInWords(minutes: display.minutesLeft(until: until))
      : "stay reached"
    let gap = "  "
    let room = region.columns - 2
    let facts = LeavingFacts(display: display)
    let lines =
      Text.width(of: facts.words.joined(separator: gap)) <= room
      ? [facts.words] : [facts.readings, facts.looks]
    return [stay]
      + lines.filter { !$0.isEmpty }.map {
        Text.clippedAtItem($0.joined(separator: gap), separator: gap, to: room)
      }
  }

  /// What is open still, by name.
  private var foot: String? {
    guard purpose == .leaving else { return nil }
    let open = items.filter { $0.item.isRequired && !$0.isMet }.map(\.item.short)
    guard !open.isEmpty else { return "every required item has an answer" }
    let head = "missing: "
    let room = region.columns - 2 - Text.width(of: head)
    let all = open.joined(separator: ", ")
    guard Text.width(of: all) > room else { return head + all }
    // What does not fit is counted.
    let tail = " +\(open.count)"
    var shown = open
    while shown.count > 1,
      Text.width(of: shown.joined(separator: ", ")) + Text.width(of: tail) > room
    {
      shown.removeLast()
    }
    return head + shown.joined(separator: ", ") + " +\(open.count - shown.count)"
  }

  /// How an item stands, in a few words: `13:52 AR`, `BP 124/78`, `open`.
  private static func brief(_ state: ChecklistState, in display: Display) -> String {
    switch state.state {
    case .open: state.words ?? (state.item.isRequired ? "open" : "may wait")
    case .done: signature(of: state, in: display)
    case .shown: state.words ?? "on record"
    case .no: "NO \(signature(of: state, in: display))"
    case .notApplicable: "n/a \(signature(of: state, in: display))"
    }
  }

  private static func signature(of state: ChecklistState, in display: Display) -> String {
    guard let entry = state.entry else { return "" }
    let at = display.clock(display.session.entries[entry].occurredAt)
    return "\(at) \(display.moment.authorLabel(of: entry))"
  }

  /// How an item stands, in a sentence for the line below.
  static func words(of state: ChecklistState, in display: Display) -> String {
    let said = state.words.map { ": \($0)" } ?? ""
    let by = signature(of: state, in: display)
    switch state.state {
    case .open:
      return (state.item.isRequired ? "open, required" : "open, may be left open") + said
    case .done: return "ticked \(by)\(said)"
    case .shown: return "shown\(said)"
    case .no: return "not so, \(by)\(said)"
    case .notApplicable: return "does not apply, \(by)\(said)"
    }
  }
}

extension ChecklistState {
  fileprivate var role: Role {
    switch state {
    case .open: item.isRequired ? .due : .muted
    case .no: .entryAsk
    case .done, .shown, .notApplicable: .muted
    }
  }
}
