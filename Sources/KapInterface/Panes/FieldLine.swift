import KapCanvas
import KapEntry
import KapTimeline

/// The entry line of an open field: who writes, its title, its time, and what is in it.
struct FieldLine {
  let interface: Interface
  let display: Display
  let layout: Layout
  let field: Field

  private var row: Int { layout.bottom.row }
  private var columns: Int { layout.size.columns }
  private var gap: Int { layout.isWide ? 2 : 1 }

  func draw(isActive: Bool, on canvas: inout Canvas) {
    let owner = interface.session.initials(of: interface.writer.person)
    var column = canvas.write(owner, row: row, column: 1, as: .strong) + 2
    column =
      canvas.write(Text.clippedAtWord(title, to: 24), row: row, column: column, as: .entry) + gap
    let room = columns - 1 - column
    switch field.content {
    case .line(let line):
      column = drawTime(from: column, isShort: false, on: &canvas)
      draw(line, from: column, isActive: isActive, on: &canvas)
    case .vitals(let slots):
      let cells = slots.slots.indices.map { cell(slots, $0, isActive) }
      draw(cells, from: column, room: room, on: &canvas)
    case .scores(let scores):
      let cells = scores.scales.indices.map { cell(scores, $0, isActive) }
      draw(cells, from: column, room: room, on: &canvas)
    case .choice(let choice):
      column = drawTime(from: column, isShort: false, on: &canvas)
      draw(choice, from: column, on: &canvas)
    case .questionnaire(let questionnaire):
      column = drawTime(from: column, isShort: false, on: &canvas)
      draw(questionnaire, from: column, isActive: isActive, on: &canvas)
    case .unlocking(let unlocking):
      draw(unlocking, from: column + 1, isActive: isActive, on: &canvas)
    }
  }

  private var title: String {
    if let question = field.asking?.question { return question.name.uppercased() }
    let word =
      switch field.content {
      case .line(let line): line.title
      case .vitals: "VITALS"
      case .scores: "SCORES"
      case .choice(let choice): choice.purpose.title
      case .questionnaire(let questionnaire): questionnaire.scale.label
      case .unlocking(let unlocking): unlocking.hasPage ? "HAND-OVER" : "SEAT"
      }
    if case .line(let line) = field.content, !line.prefix.isEmpty { return word }
    guard let corrects = field.corrects else { return word }
    return "CORRECT \(display.session.name(of: corrects))"
  }

  /// The time of the entry: frozen from the first key on; another one while it is typed.
  private var time: String? {
    if let typed = field.timeText { return typed + display.sign(.cursor) }
    switch field.content {
    case .line(let line):
      if line.isSearch { return nil }
    case .vitals, .scores, .questionnaire: break
    case .unlocking: return nil
    case .choice(let choice):
      if !choice.purpose.happensAtAMoment { return nil }
    }
    return display.wall(field.openedAt).clockWithSeconds
  }

  private func drawTime(from column: Int, isShort: Bool, on canvas: inout Canvas) -> Int {
    guard var time else { return column + 1 }
    if isShort, field.timeText == nil { time = display.clock(field.openedAt) }
    let role: Role = field.isTimeGiven || field.timeText != nil ? .entryAsk : .muted
    return canvas.write(time, row: row, column: column, as: role) + (layout.isWide ? 4 : 3)
  }

  private func draw(
    _ line: LineField,
    from column: Int,
    isActive: Bool,
    on canvas: inout Canvas
  ) {
    let room = max(1, columns - column - 2)
    let window = line.text.window(columns: room)
    let end = canvas.write(window.text, row: row, column: column, as: .entry, limit: room)
    guard isActive else { return }
    let at = column + window.cursorColumn
    let refused = interface.obstacle(to: field).flatMap {
      $0.isUnfinished || $0.isSaid ? nil : $0.problem
    }
    mark(field.problem ?? refused, in: line, window, from: column, on: &canvas)
    if at >= end { canvas.write(display.sign(.cursor), row: row, column: at, as: .entry) }
    canvas.cursor = Point(row: row, column: at)
  }

  /// Where a sentence fails, the place stands out.
  private func mark(
    _ problem: Field.Problem?,
    in line: LineField,
    _ window: TextField.Window,
    from column: Int,
    on canvas: inout Canvas
  ) {
    guard let place = problem?.column, !window.hidesStart, place < line.text.characters.count
    else { return }
    let before = line.text.characters.prefix(place).reduce(0) { $0 + Text.width(of: $1) }
    let width = line.text.characters[place...].prefix { $0 != " " }
      .reduce(0) { $0 + Text.width(of: $1) }
    let rest = columns - 1 - column - before
    canvas.restyle(
      Region(row: row, column: column + before, rows: 1, columns: min(max(1, width), max(0, rest))),
      as: .entryError
    )
  }

  /// A labelled slot.
  private struct Cell {
    let label: String
    let text: String
    /// What stands where nothing is typed.
    let blank: String
    let isHere: Bool
    /// Whether it may be left out where there is no room: nothing is in it, and nobody is there.
    var isDispensable = false
    /// Where what is typed in it fails.
    var wrong: Int?

    func width(_ blanks: Int) -> Int {
      let body = text.isEmpty ? (isHere ? 1 : min(blanks, blank.count)) : Text.width(of: text)
      return Text.width(of: label) + 1 + body + (isHere && !text.isEmpty ? 1 : 0)
    }
  }

  private func cell(_ slots: VitalsSlots, _ place: Int, _ isActive: Bool) -> Cell {
    let slot = slots.slots[place]
    let text = slot.isLeftOut ? slot.reason ?? "-\(slot.text)" : slot.text
    let isWords = slot.kind == .circumstances
    let blank = isWords || slot.kind == .reading(.temperature) ? "____" : "___"
    let isThere = isActive && slots.current == place
    return Cell(
      label: slot.kind.label,
      text: text,
      blank: blank,
      isHere: isThere && field.timeText == nil,
      isDispensable: isWords && text.isEmpty && !isThere,
      wrong: isWords ? field.problem?.column : nil
    )
  }

  private func cell(_ scores: ScoresField, _ place: Int, _ isActive: Bool) -> Cell {
    let scale = scores.scales[place]
    let label = layout.isWide ? scale.label : scale.shortLabel
    let isHere = isActive && scores.place == place && field.timeText == nil
    return Cell(label: label, text: scores.texts[place], blank: "_", isHere: isHere)
  }

  /// The slots with as much air as there is room for; where there is little the time gives way
  /// first, since the echo says it.
  private func draw(_ cells: [Cell], from column: Int, room: Int, on canvas: inout Canvas) {
    func width(_ gap: Int, _ blanks: Int) -> Int {
      cells.reduce(0) { $0 + $1.width(blanks) } + gap * max(0, cells.count - 1)
    }
    let whole = Text.width(of: time ?? "") + (layout.isWide ? 4 : 3)
    var cells = cells
    if cells.last?.isDispensable ?? false, width(1, 4) + whole > room { cells.removeLast() }
    var start = column
    var gap = layout.isWide ? 5 : 3
    var blanks = 4
    if width(1, 4) + whole <= room {
      start = drawTime(from: column, isShort: false, on: &canvas)
      while gap > 1, width(gap, 4) + whole > room { gap -= 1 }
    } else if width(1, 2) + whole - 3 <= room, field.timeText == nil {
      start = drawTime(from: column, isShort: true, on: &canvas)
      gap = 1
      blanks = 2
    } else {
      start =
        field.timeText == nil ? column + 1 : drawTime(from: column, isShort: true, on: &canvas)
      gap = 1
      blanks = width(1, 3) <= room ? 3 : 1
    }
    // Where even that is too much, those before the one that is typed go.
    var first = 0
    let here = cells.firstIndex(where: \.isHere) ?? 0
    while first < here,
      cells[first...here].reduce(0, { $0 + $1.width(blanks) + gap }) > columns - 1 - start
    {
      first += 1
    }
    for cell in cells[first...] where start < columns - 2 {
      start = draw(cell, from: start, blanks: blanks, on: &canvas) + gap
    }
  }

  private func draw(
    _ cell: Cell,
    from column: Int,
    blanks: Int,
    on canvas: inout Canvas
  ) -> Int {
    let role: Role = cell.isHere ? .key : .muted
    let next = canvas.write(cell.label, row: row, column: column, as: role) + 1
    if cell.text.isEmpty, !cell.isHere {
      return canvas.write(cell.blank.prefix(blanks), row: row, column: next, as: .muted)
    }
    let limit = max(0, columns - 1 - next)
    let textRole: Role = cell.isHere ? .entry : .strong
    // Who writes sees the end of what is too long; who is elsewhere, its beginning.
    let isCut = cell.isHere && cell.text.count >= limit
    let shown =
      isCut
      ? String(cell.text.suffix(max(0, limit - 1))) : Text.clippedAtWord(cell.text, to: limit)
    let end = canvas.write(shown, row: row, column: next, as: textRole, limit: limit)
    guard cell.isHere else { return end }
    if let wrong = cell.wrong, !isCut, wrong < shown.count {
      let length = shown.dropFirst(wrong).prefix { $0 != " " }.count
      let place = Region(row: row, column: next + wrong, rows: 1, columns: max(1, length))
      canvas.restyle(place, as: .entryError)
    }
    canvas.cursor = Point(row: row, column: min(end, columns - 1))
    return canvas.write(display.sign(.cursor), row: row, column: end, as: .entry)
  }

  private func draw(_ choice: ChoiceField, from column: Int, on canvas: inout Canvas) {
    guard choice.purpose.isInLine else {
      let chosen = choice.options[safe: choice.place]
      let key = chosen.map { $0.key.isEmpty ? "" : "\($0.key) " } ?? ""
      var text = "\(key)\(chosen?.label ?? "")"
      if case .due(let items) = choice.purpose {
        text = items[safe: choice.place].map { DuePane.title(of: $0, in: display) } ?? ""
      }
      // The page shows the line whole; here it would be cut.
      if case .page = choice.purpose { text = "\(choice.place + 1) of \(choice.options.count)" }
      let shown = Text.clippedAtWord(text, to: max(0, columns - column - 4))
      let marked = display.sign(.chosen) + shown + display.sign(.chosenEnd)
      canvas.write(marked, row: row, column: column, as: .selection)
      return
    }
    let isPhase = if case .phase = choice.purpose { true } else { false }
    let labels = choice.options.enumerated().map { place, option in
      let text = option.key.isEmpty ? option.label : "\(option.key) \(option.label)"
      guard place == choice.place else { return text }
      return display.sign(.chosen) + (isPhase ? text.uppercased() : text) + display.sign(.chosenEnd)
    }
    let room = columns - column - 1
    func width(_ from: Int, _ to: Int) -> Int {
      labels[from...to].reduce(0) { $0 + Text.width(of: $1) + 2 } - 2
    }
    var first = 0
    let last = labels.count - 1
    // The chosen one and what follows it matter more than what is past.
    while first < max(0, choice.place - 1), last >= 0, width(first, last) > room { first += 1 }
    while first < choice.place, width(first, choice.place) > room { first += 1 }
    var at = column
    for place in labels.indices.dropFirst(first) {
      guard at + Text.width(of: labels[place]) <= columns - 1 else { break }
      let role: Role = place == choice.place ? .selection : .text
      at = canvas.write(labels[place], row: row, column: at, as: role) + 2
    }
  }
}
