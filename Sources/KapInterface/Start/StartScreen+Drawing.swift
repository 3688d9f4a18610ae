package import KapCanvas
import KapTimeline

extension StartScreen {
  /// Draws the whole screen.
  package func draw() -> Canvas {
    var canvas = Canvas(size: size, glyphs: glyphs)
    guard Layout.fits(size) else {
      TooSmall().draw(on: &canvas)
      return canvas
    }
    let wall = WallTime(now, offset: offset)
    let region = canvas.region
    canvas.write("kap", row: 0, column: 1, as: .strong)
    canvas.write("a console for ketamine-assisted psychotherapy", row: 0, column: 6, as: .muted)
    canvas.writeTrailing(
      "\(wall.shortDate) \(wall.clock) ",
      in: region,
      row: 0,
      from: 54,
      as: .clock
    )
    canvas.write(
      "Documentation aid: it records and shows; people watch and decide.",
      row: 1,
      column: 1,
      as: .muted
    )
    let box = region.dropTop(3).dropBottom(4)
    if let form {
      draw(form, in: box, on: &canvas)
    } else if let practicePlace {
      drawScenarios(practicePlace, in: box, on: &canvas)
    } else {
      drawList(in: box, on: &canvas)
    }
    drawBottom(on: &canvas)
    return canvas
  }

  private func drawScenarios(_ chosen: Int, in box: Region, on canvas: inout Canvas) {
    canvas.frame(box, title: "Practice", trailing: "a simulated patient; nobody is treated")
    let inside = box.inset
    let names = scenarios.map { Text.width(of: $0.name) }.max() ?? 0
    for (row, scenario) in scenarios.prefix(inside.rows).enumerated() {
      let role: Role = row == chosen ? .selection : .text
      if row == chosen { canvas.fill(inside.rows(from: row, count: 1), as: .selection) }
      let mark = row == chosen ? String(glyphs[.chosen]) : " "
      canvas.write("\(mark) \(row + 1)", in: inside, row: row, column: 0, as: role)
      canvas.write(scenario.name, in: inside, row: row, column: 4, as: role)
      let column = 4 + names + 2
      let title = Text.clippedAtWord(scenario.title, to: inside.columns - column - 1)
      canvas.write(title, in: inside, row: row, column: column, as: role)
    }
  }

  private func drawList(in box: Region, on canvas: inout Canvas) {
    let open = sessions.count(where: \.isOpen)
    let count = open == 1 ? "1 open" : "\(open) open"
    let read = readingCount.map { $0 == Int.max ? "reading" : "\(sessions.count) of \($0) read" }
    let trailing = [count, read].compactMap(\.self).joined(separator: ", ")
    canvas.frame(box, title: "Sessions", trailing: trailing)
    let inside = box.inset
    guard !sessions.isEmpty else {
      guard readingCount == nil else { return }
      canvas.write("No session yet.", in: inside, row: 1, column: 2, as: .text)
      canvas.write(
        "n opens the first one; p practises with a simulated patient.",
        in: inside,
        row: 2,
        column: 2,
        as: .muted
      )
      return
    }
    let first = max(0, min(place - inside.rows + 1, sessions.count - inside.rows))
    for (row, session) in sessions.dropFirst(first).prefix(inside.rows).enumerated() {
      draw(session, isChosen: first + row == place, row: row, in: inside, on: &canvas)
    }
  }

  private func draw(
    _ session: ListedSession,
    isChosen: Bool,
    row: Int,
    in region: Region,
    on canvas: inout Canvas
  ) {
    let role: Role = isChosen ? .selection : session.isOpen ? .strong : .text
    if isChosen { canvas.fill(region.rows(from: row, count: 1), as: .selection) }
    if isChosen { canvas.write(String(glyphs[.chosen]), in: region, row: row, column: 0, as: role) }
    var column =
      canvas.write(session.isOpen ? "OPEN " : "ended", in: region, row: row, column: 2, as: role)
      + 2
    column =
      canvas.write(
        Text.padded(Text.clippedAtWord(session.subject, to: 12), to: 12),
        in: region,
        row: row,
        column: column,
        as: role
      ) + 1
    let room = session.room.map { ", room \($0)" } ?? ""
    let started = WallTime(session.startedAt, offset: offset)
    let when = "\(started.shortDate) \(started.clock)"
    let last = session.isOpen ? "last entry \(ago(now - session.lastEntryAt))" : ""
    let trailing = [when, last].filter { !$0.isEmpty }.joined(separator: ", ") + " "
    let width = region.columns - column - Text.width(of: trailing) - 1
    canvas.write(
      Text.clippedAtWord(session.title + room, to: width),
      in: region,
      row: row,
      column: column,
      as: role
    )
    canvas.writeTrailing(
      trailing,
      in: region,
      row: row,
      from: column,
      as: isChosen ? .selection : .muted
    )
  }

  private func draw(_ form: NewSessionForm, in box: Region, on canvas: inout Canvas) {
    canvas.frame(box, title: "New session", trailing: "nothing is recorded until the last Enter")
    let inside = box.inset
    for (row, line) in NewSessionForm.Line.allCases.enumerated() {
      let isHere = form.line == line
      let y = 1 + row
      canvas.write(line.label, in: inside, row: y, column: 2, as: isHere ? .key : .muted)
      let column = 16
      if line == .rules {
        let name = protocols[safe: form.protocolPlace].map { "\($0.name)  \($0.title)" } ?? "none"
        let text = isHere ? "\(glyphs[.left]) \(name) \(glyphs[.right])" : name
        canvas.write(
          Text.clippedAtWord(text, to: inside.columns - column - 1),
          in: inside,
          row: y,
          column: column,
          as: isHere ? .selection : .text
        )
        continue
      }
      let window = form.texts[line.rawValue].window(columns: 30)
      canvas.write(window.text, in: inside, row: y, column: column, as: .entry)
      canvas.write(
        Text.clippedAtWord(form.hint(of: line, protocols: protocols), to: inside.columns - 49),
        in: inside,
        row: y,
        column: 48,
        as: .muted
      )
      if isHere, check == nil {
        canvas.cursor = Point(
          row: inside.row + y,
          column: inside.column + column + window.cursorColumn
        )
      }
    }
    if let asked = form.asked {
      let question = "? \(asked)  y it is so; other keys: edit"
      for (row, line) in Text.wrapped(question, to: inside.columns - 4, limit: 2).enumerated() {
        canvas.write(line, in: inside, row: 8 + row, column: 2, as: .entryAsk)
      }
    }
    if let problem = form.problem {
      for (row, line) in Text.wrapped(problem, to: inside.columns - 4, limit: 2).enumerated() {
        canvas.write(line, in: inside, row: 8 + row, column: 2, as: .entryError)
      }
    }
  }

  private func drawBottom(on canvas: inout Canvas) {
    let row = size.rows - 4
    canvas.write(initials(of: person), row: row, column: 1, as: .strong)
    if let check {
      let label = "TYPE THE PATIENT'S CODE TO GO ON:"
      let column = canvas.write(label, row: row, column: 6, as: .entryAsk) + 1
      let window = check.typed.window(columns: 30)
      canvas.write(window.text, row: row, column: column, as: .entry)
      canvas.cursor = Point(row: row, column: column + window.cursorColumn)
    }
    canvas.write(
      Text.clippedAtWord(remark, to: size.columns - 6),
      row: row + 1,
      column: 5,
      as: .entryHint
    )
    let choosing = [
      ("Enter", "plays it"), ("h", "by hand"), ("↑↓", "moves"), ("Esc", "back"), ("q", "leave"),
    ]
    let hints: [(String, String)] =
      practicePlace != nil
      ? choosing
      : form == nil
        ? [
          ("Enter", "go on or replay"), ("n", "new session"), ("r", "replay"), ("p", "practice"),
          ("q", "leave"),
        ]
        : [("Tab", "next line"), ("Enter", "next; on the last opens"), ("Esc", "back")]
    var column = 1
    for (key, hint) in hints {
      let next = canvas.write(key, row: row + 3, column: column, as: .key) + 1
      column = canvas.write(hint, row: row + 3, column: next, as: .muted) + 2
    }
  }
}
