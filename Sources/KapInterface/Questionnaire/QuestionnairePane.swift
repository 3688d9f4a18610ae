import KapCanvas
import KapTimeline

/// A questionnaire's page: what is asked, the answers with their digits, and at the end what came out.
struct QuestionnairePane {
  let questionnaire: Questionnaire
  let region: Region
  let glyphs: Glyphs

  private var scale: Scale { questionnaire.scale }
  private var room: Int { max(8, region.columns - 2) }

  /// The words of the title: `PHQ-9  item 3 of 9`.
  var title: String {
    let count = questionnaire.askedCount
    return questionnaire.item == nil
      ? "\(scale.label)  all \(count)"
      : "\(scale.label)  item \(questionnaire.number) of \(count)"
  }

  private struct Line {
    var text: String
    var role: Role
    var key = ""
    var isChosen = false
  }

  func draw(on canvas: inout Canvas) {
    canvas.fill(region, as: .text)
    let box = Region(
      row: region.row - 1,
      column: region.column - 1,
      rows: region.rows + 2,
      columns: region.columns + 2
    )
    canvas.rule(row: region.row - 1, across: box, title: title, trailing: "Esc puts aside")
    for (row, line) in lines.prefix(region.rows).enumerated() {
      if line.isChosen { canvas.fill(region.rows(from: row, count: 1), as: .selection) }
      let role = line.isChosen ? .selection : line.role
      canvas.write(line.text, in: region, row: row, column: 1, as: role)
      guard !line.key.isEmpty else { continue }
      canvas.write(line.key, in: region, row: row, column: 1, as: line.isChosen ? .selection : .key)
    }
  }

  /// Whether what must be shown with the items has its place on this page.
  var showsLicence: Bool {
    guard let licence = scale.licence else { return true }
    return lines.last?.text == wrapped(licence, .muted).last?.text
  }

  private var lines: [Line] {
    guard let item = questionnaire.item else { return ending }
    let asked = wrapped("\(questionnaire.number)  \(item.text)", .strong)
    let stem = scale.stem.map { wrapped($0, .muted) } ?? []
    let licence = scale.licence.map { wrapped($0, .muted) } ?? []
    var answers = choices(of: item)
    if asked.count + answers.count > region.rows { answers = compact(item) }
    var lines = asked + answers
    // The words for all items go before what must be credited, and both before none.
    if lines.count + stem.count <= region.rows { lines = stem + lines }
    if lines.count + licence.count + 1 <= region.rows {
      lines += [Line(text: "", role: .muted)] + licence
    } else if lines.count + licence.count <= region.rows {
      lines += licence
    }
    return lines
  }

  private func wrapped(_ text: String, _ role: Role) -> [Line] {
    Text.wrapped(text, to: room, limit: 40).map { Line(text: $0, role: role) }
  }

  private func meaning(of value: Int, _ item: Scale.Item) -> String? {
    item.meanings[value] ?? scale.meanings[value]
  }

  private func choices(of item: Scale.Item) -> [Line] {
    guard !questionnaire.isNumber(item) else { return [number(item)] }
    let chosen = questionnaire.answers[safe: questionnaire.place]
    return (item.minimum...max(item.minimum, item.maximum)).map { value in
      let label = meaning(of: value, item).map { "\(value)  \($0)" } ?? String(value)
      return Line(
        text: Text.clippedAtWord(label, to: room),
        role: .text,
        key: String(value),
        isChosen: chosen == .value(value)
      )
    }
  }

  private func number(_ item: Scale.Item) -> Line {
    Line(text: "a number, \(item.minimum) to \(item.maximum), then Enter", role: .text)
  }

  /// The answers one after the other, where each has no row of its own.
  private func compact(_ item: Scale.Item) -> [Line] {
    guard !questionnaire.isNumber(item) else { return [number(item)] }
    let all = (item.minimum...max(item.minimum, item.maximum)).map { value in
      meaning(of: value, item).map { "\(value) \($0)" } ?? String(value)
    }
    // No answer is broken where it can stand whole on the next row.
    var rows: [String] = []
    for answer in all {
      guard let last = rows.last, Text.width(of: last) + 3 + Text.width(of: answer) <= room else {
        rows.append(answer)
        continue
      }
      rows[rows.count - 1] = "\(last)   \(answer)"
    }
    return rows.map { Line(text: Text.clippedAtWord($0, to: room), role: .text) }
  }

  /// What came out, before it is recorded.
  private var ending: [Line] {
    var lines = wrapped(questionnaire.result, .strong)
    for prompt in questionnaire.prompts {
      let mark = "\(NoticeLine.mark(prompt.urgency))  \(prompt.words)"
      lines += wrapped(mark, prompt.urgency == .urgent ? .vitalUrgent : .vitalNotice)
    }
    lines += wrapped("Answers \(questionnaire.line)", .muted)
    lines += wrapped("Enter records it. Backspace goes back.", .text)
    if let licence = scale.licence { lines += wrapped(licence, .muted) }
    return lines
  }
}
