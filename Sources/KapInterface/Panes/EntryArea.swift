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
  private var dot: String { display.sign(.separator) }

  func draw(on canvas: inout Canvas) {
    var answer = Answer()
    if let field = interface.field {
      FieldLine(interface: interface, display: display, layout: layout, field: field)
        .draw(isActive: true, on: &canvas)
      answer = self.answer(to: field)
    } else if let pending = interface.pending.last {
      FieldLine(interface: interface, display: display, layout: layout, field: pending.field)
        .draw(isActive: false, on: &canvas)
      let why = isStuck ? ": the disk, or another seat that writes, keeps it waiting" : ""
      answer = Answer(text: "saving\(why)", role: .unsaved)
    } else if interface.mode == .replay {
      drawReplay(on: &canvas)
      answer = interface.remark == nil ? replayHint : remark
    } else {
      drawRest(on: &canvas)
      answer = remark
    }
    let lines = draw(answer, on: &canvas)
    // A long answer takes the line below it too; what is saved then stands where the hints do.
    saved(row: lines > 1 ? row + 3 : row + 2, on: &canvas)
    if lines < 2 {
      let isRefused = interface.field.flatMap { interface.obstacle(to: $0) } != nil
      Hints(interface: interface, layout: layout, isRefused: isRefused).draw(on: &canvas)
    }
  }

  /// What is said under the line.
  private struct Answer {
    var mark = ""
    var text = ""
    var role = Role.entryEcho
    /// What to do about it.
    var remedy = ""
    /// Whether the remedy may be left out: it stands among the hints too.
    var isDispensable = false
  }

  private var owner: String { interface.session.initials(of: interface.writer.person) }

  private func drawRest(on canvas: inout Canvas) {
    if let typing = interface.typing { return draw(typing, on: &canvas) }
    var column = canvas.write(owner, row: row, column: 1, as: .strong) + 2
    let isOver = !display.moment.state.isOpen
    if interface.writerOnce != nil {
      column = canvas.write("writes the next entry", row: row, column: column, as: .entryAsk) + 3
    }
    if let aside = interface.asides.last {
      let more = interface.asides.count > 1 ? " (+\(interface.asides.count - 1))" : ""
      let head = "put aside\(more): \(aside.name) "
      let tail = "  Enter takes it up"
      let room = columns - column - 1 - Text.width(of: head + tail) - 2
      let words =
        aside.draftText.map { display.quoted(Text.clippedAtWord($0, to: max(4, room))) } ?? ""
      canvas.write(
        head + words + tail,
        row: row,
        column: column,
        as: .entryAsk,
        limit: columns - column - 1
      )
    } else {
      let room = columns - column - 1
      let rest =
        isOver
        ? Self.over.first { Text.width(of: $0) <= room } ?? ""
        : "at rest: letters are verbs and record nothing"
      canvas.write(rest, row: row, column: column, as: .muted, limit: room)
    }
  }

  /// What can be done once the session is over, the fullest first.
  private static let over = [
    "ended: @15:40 in front writes a late entry; reopen because ...",
    "ended: @15:40 writes a late entry; reopen because ...",
    "ended: reopen because ...",
  ]

  private func draw(_ typing: Interface.Typing, on canvas: inout Canvas) {
    let column =
      canvas.write(interface.session.initials(of: typing.author), row: row, column: 1, as: .strong)
      + 2
    let room = columns - column - 3
    let isLong = Text.width(of: typing.text) > room
    let shown = isLong ? String(typing.text.suffix(room)) : typing.text
    let end = canvas.write(shown, row: row, column: column, as: .entry, limit: room)
    canvas.write(display.sign(.cursor), row: row, column: end, as: .entry)
  }

  private func drawReplay(on canvas: inout Canvas) {
    guard let replay = interface.replay else { return }
    ScrubBar(display: display, replay: replay, layout: layout).draw(on: &canvas)
  }

  private var remark: Answer {
    guard let remark = interface.remark else { return Answer() }
    return Answer(text: remark.text, role: remark.isError ? .entryError : .entryEcho)
  }

  /// What a replay is, while there is nothing else to say of it.
  private var replayHint: Answer {
    if let aside = interface.asides.last {
      return Answer(text: "put aside: \(aside.name). Enter takes it up.", role: .entryAsk)
    }
    let late = " n writes a late entry, with both times."
    let text =
      "REPLAY of the record. Nothing here changes it\(interface.readOnly == nil ? ";" : ".")"
    return Answer(text: text + (interface.readOnly == nil ? late : ""), role: .entryHint)
  }

  private var isStuck: Bool {
    interface.pending.contains { interface.stamp.ticks - $0.sentTicks > 2000 }
  }

  private func answer(to field: Field) -> Answer {
    if !field.asked.isEmpty {
      let page = interface.askedPage(of: field)
      let keys = interface.askedKeys(isLast: page.isLast)
      return Answer(mark: "?", text: page.text, role: .entryAsk, remedy: keys)
    }
    if let question = field.stepQuestion {
      let isStep = question.hasSuffix("?") && question.contains(" or step ")
      let keys = isStep ? "y words \(dot) the digit again: step" : "y it is so \(dot) other: edit"
      return Answer(mark: "?", text: question, role: .entryAsk, remedy: keys)
    }
    if let problem = field.problem {
      return Answer(mark: "X", text: problem.message, role: .entryError, remedy: problem.remedy)
    }
    if interface.remark != nil { return remark }
    let echo = FieldEcho(interface: interface, field: field, display: display)
    return Answer(
      text: echo.text,
      role: echo.refused != nil ? .entryAsk : echo.isHint ? .entryHint : .entryEcho,
      remedy: echo.trailing,
      isDispensable: echo.isTrailingDispensable
    )
  }

  /// Draws what is said, with what to do about it at the right where there is room for both; returns
  /// how many lines that took.
  private func draw(_ answer: Answer, on canvas: inout Canvas) -> Int {
    let first = 5
    let (text, role) = (answer.text, answer.role)
    canvas.write(answer.mark, row: row + 1, column: 1, as: role)
    let remedyWidth = Text.width(of: answer.remedy)
    let needsRemedy = !answer.remedy.isEmpty && !answer.isDispensable
    let area = AnswerLines(columns: columns, remedyWidth: needsRemedy ? remedyWidth : 0)
    let room = area.room
    let width = Text.width(of: text.prefix(room + 1))
    if width <= room {
      canvas.write(text, row: row + 1, column: first, as: role)
      if answer.remedy.isEmpty { return 1 }
      if width + (width > 0 ? 2 : 0) + remedyWidth <= room {
        let column = columns - 1 - remedyWidth
        canvas.write(answer.remedy, row: row + 1, column: column, as: .entryHint)
        return 1
      }
      if answer.isDispensable { return 1 }
      let remedy = Text.clippedAtWord(answer.remedy, to: room)
      canvas.write(remedy, row: row + 2, column: first, as: .entryHint)
      return 2
    }
    let lines = Text.wrapped(text, to: room, limit: 3)
    canvas.write(lines.first ?? "", row: row + 1, column: first, as: role)
    let second = lines.count > 1 ? lines[1] + (lines.count > 2 ? " \(lines[2])" : "") : ""
    let end = canvas.write(
      Text.clippedAtWord(second, to: area.rest),
      row: row + 2,
      column: first,
      as: role
    )
    if needsRemedy {
      let remedy = Text.clippedAtWord(answer.remedy, to: columns - 1 - end - 2)
      let column = columns - 1 - Text.width(of: remedy)
      canvas.write(remedy, row: row + 2, column: column, as: .entryHint)
    }
    return 2
  }

  private func saved(row: Int, on canvas: inout Canvas) {
    if interface.mode == .replay {
      let text = interface.replay?.verification ?? ""
      canvas.write(Text.clippedAtWord(text, to: columns - 2), row: row, column: 1, as: .saved)
      return
    }
    let sentence = isStuck ? "NOT SAVED YET. \(interface.savedSentence)" : interface.savedSentence
    let end = canvas.write(sentence, row: row, column: 1, as: isStuck ? .unsaved : .saved)
    let aid = "Documentation aid: watch the patient"
    let disclaimer = layout.isWide ? "\(aid) and the monitor." : "\(aid)."
    let text = interface.mode == .practice ? "PRACTICE: nobody is treated." : disclaimer
    guard end + 3 + Text.width(of: text) < columns else { return }
    canvas.write(text, row: row, column: end + 3, as: .muted)
  }
}
