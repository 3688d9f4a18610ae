import KapCanvas
import KapEntry
import KapTimeline

/// The four lines at the bottom: the entry line, its echo, what is saved, and the hints.
struct EntryArea {
  let interface: Interface
  let display: Display
  let layout: Layout

  private var row: Int { layout.bottom.row }
  private var columns: Int { layout.size.columns }

  func draw(on canvas: inout Canvas) {
    if let field = interface.field {
      draw(field, on: &canvas)
    } else if let pending = interface.pending.last {
      drawPending(pending, on: &canvas)
    } else {
      drawRest(on: &canvas)
    }
    saved(on: &canvas)
    hints(on: &canvas)
  }

  private var owner: String {
    let writer = interface.writerOnce?.person ?? interface.seat.person
    return initials(of: writer)
  }

  private func drawRest(on canvas: inout Canvas) {
    if let typing = interface.typing {
      let column = canvas.write(initials(of: typing.author), row: row, column: 1, as: .strong) + 2
      let room = columns - column - 3
      let shown = Text.width(of: typing.text) > room ? String(typing.text.suffix(room)) : typing.text
      let end = canvas.write(shown, row: row, column: column, as: .entry, limit: room)
      canvas.write(display.sign(.cursor), row: row, column: end, as: .entry)
      if let remark = interface.remark { say(remark.text, as: .entryEcho, on: &canvas) }
      return
    }
    canvas.write(owner, row: row, column: 1, as: .strong)
    let rest = interface.mode == .replay ? "" : "at rest: letters are verbs and record nothing"
    var column = 2 + Text.width(of: owner) + 1
    if let aside = interface.asides.last {
      let text = "put aside: \(aside.name) \(aside.draftText.map { display.quoted(Text.clipped($0, to: 30)) } ?? "")  Enter takes it up"
      column = canvas.write(text, row: row, column: column, as: .entryAsk, limit: columns - column - 1)
    } else {
      canvas.write(rest, row: row, column: column, as: .muted, limit: columns - column - 1)
    }
    guard let remark = interface.remark else { return }
    say(remark.text, as: remark.isError ? .entryError : .entryEcho, on: &canvas)
  }

  private func drawPending(_ pending: Interface.Pending, on canvas: inout Canvas) {
    if let field = pending.field { line(of: field, isActive: false, on: &canvas) }
    let waited = interface.stamp.ticks - pending.sentTicks
    let why = waited > 2000 ? ": the disk or another seat holds the record" : ""
    say("saving \(pending.saying)\(why)", as: .unsaved, on: &canvas)
  }

  private func draw(_ field: Field, on canvas: inout Canvas) {
    line(of: field, isActive: true, on: &canvas)
    if !field.asked.isEmpty {
      let questions = field.asked.map(\.question)
      mark("?", as: .entryAsk, on: &canvas)
      say(questions.joined(separator: " "), as: .entryAsk, trailing: "y it is so \(display.sign(.separator)) other: edit", on: &canvas)
    } else if let problem = field.problem {
      mark("X", as: .entryError, on: &canvas)
      say(problem.message, as: .entryError, trailing: problem.remedy, on: &canvas)
    } else {
      echo(of: field, on: &canvas)
    }
  }

  private func mark(_ text: String, as role: Role, on canvas: inout Canvas) {
    canvas.write(text, row: row + 1, column: 1, as: role)
  }

  /// Words on the second line, with what to do about them at the right when there is room.
  private func say(
    _ text: String,
    as role: Role,
    trailing: String = "",
    on canvas: inout Canvas
  ) {
    let first = 5
    let room = columns - first - 1
    let gap = 3
    let width = Text.width(of: text.prefix(room + 1))
    if !trailing.isEmpty, width + gap + Text.width(of: trailing) <= room {
      canvas.write(text, row: row + 1, column: first, as: role)
      let column = columns - 1 - Text.width(of: trailing)
      canvas.write(trailing, row: row + 1, column: column, as: .entryHint)
    } else {
      let whole = trailing.isEmpty ? text : "\(text) \(trailing)"
      canvas.write(Text.clipped(whole, to: room), row: row + 1, column: first, as: role)
    }
  }


  private func line(of field: Field, isActive: Bool, on canvas: inout Canvas) {
    var column = canvas.write(owner, row: row, column: 1, as: .strong) + 2
    let title = self.title(of: field)
    column = canvas.write(title, row: row, column: column, as: .entry) + 2
    if let time = time(of: field) {
      column = canvas.write(time, row: row, column: column, as: .muted) + 3
    }
    switch field.content {
    case .line(let line): draw(line, from: column, isActive: isActive, problem: field.problem, on: &canvas)
    case .vitals(let slots): draw(slots, from: column, isActive: isActive, on: &canvas)
    case .scores(let scores): draw(scores, from: column, isActive: isActive, on: &canvas)
    case .choice(let choice): draw(choice, from: column, on: &canvas)
    }
  }

  private func title(of field: Field) -> String {
    switch field.content {
    case .line(let line): line.title
    case .vitals: "VITALS"
    case .scores: "SCORES"
    case .choice(let choice): choice.purpose.title
    }
  }

  /// The time of the entry: frozen from the first key on.
  private func time(of field: Field) -> String? {
    if case .line(let line) = field.content, line.isSearch || line.title == "LINE" { return nil }
    let at = display.wall(field.openedAt).clockWithSeconds
    let minutes = (interface.stamp.now - field.openedAt).wholeMinutes
    return minutes >= 2 && interface.field != nil ? "\(at) opened \(minutes) min ago" : at
  }

  private func draw(
    _ line: LineField,
    from column: Int,
    isActive: Bool,
    problem: Field.Problem?,
    on canvas: inout Canvas
  ) {
    let room = max(1, columns - column - 2)
    let window = line.text.window(columns: room)
    canvas.write(window.text, row: row, column: column, as: .entry, limit: room)
    if isActive { canvas.cursor = Point(row: row, column: column + window.cursorColumn) }
  }

  private func draw(
    _ slots: VitalsSlots,
    from column: Int,
    isActive: Bool,
    on canvas: inout Canvas
  ) {
    var column = column
    for (place, slot) in slots.slots.enumerated() {
      let text = slot.isLeftOut ? slot.reason ?? "-" : slot.text
      let isHere = isActive && slots.current == place
      let next = canvas.write(slot.kind.label, row: row, column: column, as: isHere ? .key : .muted) + 1
      let shown = text.isEmpty && !isHere ? String(repeating: "_", count: 3) : text
      let end = canvas.write(shown, row: row, column: next, as: isHere ? .entry : .strong)
      if isHere { canvas.cursor = Point(row: row, column: end) }
      column = max(end, next + 3) + (layout.isWide ? 5 : 3)
    }
  }

  private func draw(
    _ scores: ScoresField,
    from column: Int,
    isActive: Bool,
    on canvas: inout Canvas
  ) {
    var column = column
    for (place, scale) in scores.scales.enumerated() {
      let isHere = isActive && scores.place == place
      let label = layout.isWide ? scale.label : scale.shortLabel
      let next = canvas.write(label, row: row, column: column, as: isHere ? .key : .muted) + 1
      let text = scores.texts[place]
      let end = canvas.write(text.isEmpty && !isHere ? "_" : text, row: row, column: next, as: .entry)
      if isHere { canvas.cursor = Point(row: row, column: end) }
      column = max(end, next + 2) + 3
    }
  }

  private func draw(_ choice: ChoiceField, from column: Int, on canvas: inout Canvas) {
    if case .due = choice.purpose {
      canvas.write("choose in the list", row: row, column: column, as: .muted)
      return
    }
    let labels = choice.options.enumerated().map { place, option in
      let isPhase = if case .phase = choice.purpose { true } else { false }
      let text = option.key.isEmpty || isPhase ? option.label : "\(option.key) \(option.label)"
      guard place == choice.place else { return text }
      return display.sign(.chosen) + (isPhase ? text.uppercased() : text) + display.sign(.chosenEnd)
    }
    var first = 0
    let room = columns - column - 1
    // Keeps the chosen one in sight: options before it go when the row is full.
    while first < choice.place, labels[first...choice.place].joined(separator: "  ").count > room {
      first += 1
    }
    var at = column
    for place in first..<labels.count {
      let width = Text.width(of: labels[place])
      guard at + width <= columns - 1 else { break }
      at = canvas.write(labels[place], row: row, column: at, as: place == choice.place ? .selection : .text) + 2
    }
  }

  /// What was understood, in words, before Enter.
  private func echo(of field: Field, on canvas: inout Canvas) {
    if let remark = interface.remark {
      say(remark.text, as: remark.isError ? .entryError : .entryHint, on: &canvas)
      return
    }
    let echo = FieldEcho(interface: interface, field: field, display: display)
    say(echo.text, as: echo.isHint ? .entryHint : .entryEcho, trailing: echo.trailing, on: &canvas)
  }


  private func saved(on canvas: inout Canvas) {
    let isReplay = interface.mode == .replay
    if isReplay {
      let text = interface.replay?.verification ?? ""
      canvas.write(Text.clipped(text, to: columns - 2), row: row + 2, column: 1, as: .saved)
      return
    }
    let isStuck = interface.pending.contains { interface.stamp.ticks - $0.sentTicks > 2000 }
    let sentence = isStuck ? "NOT SAVED YET. \(interface.savedSentence)" : interface.savedSentence
    let end = canvas.write(sentence, row: row + 2, column: 1, as: isStuck ? .unsaved : .saved)
    let disclaimer =
      layout.isWide
      ? "Documentation aid: watch the patient and the monitor." : "Documentation aid: watch the patient."
    let practice = interface.mode == .practice ? "PRACTICE: nobody is treated." : disclaimer
    canvas.write(practice, row: row + 2, column: end + 3, as: .muted, limit: columns - end - 4)
  }

  private func hints(on canvas: inout Canvas) {
    var column = 1
    let last = "?"
    for (key, hint) in hintList {
      let width = Text.width(of: key) + 1 + Text.width(of: hint)
      guard column + width + 2 + last.count < columns else { break }
      let next = canvas.write(key, row: row + 3, column: column, as: .key) + 1
      column = canvas.write(hint, row: row + 3, column: next, as: .muted) + 2
    }
    canvas.write(last, row: row + 3, column: column, as: .key)
    if layout.isWide { canvas.write("keys", row: row + 3, column: column + 2, as: .muted) }
  }

  private var hintList: [(String, String)] {
    if let field = interface.field { return FieldEcho.hints(of: field) }
    let table = Keymap.table(of: interface.mode)
    let hinted = table.filter { !$0.hint.isEmpty && $0.action != .keys }
    return hinted.map { binding in
      let first = binding.keys.first?.name ?? ""
      return (first == "Space" && !layout.isWide ? "Spc" : first, binding.hint)
    }
  }
}

extension ChoiceField.Purpose {
  /// The words at the left of the line.
  var title: String {
    switch self {
    case .phase: "PHASE"
    case .due: "DUE"
    case .notDone: "NOT DONE"
    case .technique: "TECHNIQUE"
    case .effect: "EFFECT"
    case .severity(let term): term.uppercased()
    case .void: "IN ERROR"
    case .pins: "PINS"
    case .writer: "WRITER"
    case .filter: "SHOW"
    }
  }
}
