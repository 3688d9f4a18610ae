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
    let box = region.outset
    let all = lines
    let first = min(questionnaire.scrolled, last)
    let isLong = all.count > region.rows
    let trailing =
      isLong ? "\(first + 1) of \(all.count), \(glyphs[.down])" : "Esc puts aside"
    canvas.rule(row: region.row - 1, across: box, title: title, trailing: trailing)
    for (row, line) in all.dropFirst(first).prefix(region.rows).enumerated() {
      if line.isChosen { canvas.fill(region.rows(from: row, count: 1), as: .selection) }
      let role = line.isChosen ? .selection : line.role
      canvas.write(line.text, in: region, row: row, column: 1, as: role)
      guard !line.key.isEmpty else { continue }
      canvas.write(line.key, in: region, row: row, column: 1, as: line.isChosen ? .selection : .key)
    }
  }

  /// How far it can be scrolled.
  var last: Int { max(0, lines.count - region.rows) }

  /// Whether the end of what must be shown with the items is on the screen.
  var showsLicence: Bool {
    scale.licence == nil || min(questionnaire.scrolled, last) + region.rows >= lines.count
  }

  /// Whether every item of a scale has room in `region` with all that must be shown with it.
  static func fits(_ scale: Scale, in region: Region) -> Bool {
    guard var questionnaire = Questionnaire(scale) else { return true }
    for _ in scale.items {
      let pane = Self(questionnaire: questionnaire, region: region, glyphs: .unicode)
      guard pane.lines.count <= region.rows else { return false }
      questionnaire.skip()
    }
    return true
  }

  private var lines: [Line] {
    guard let item = questionnaire.item else { return ending }
    let asked = wrapped("\(questionnaire.number)  \(item.text)", .strong)
    let stem = scale.stem.map { wrapped($0, .muted) } ?? []
    let licence = scale.licence.map { wrapped($0, .muted) } ?? []
    var answers = choices(of: item)
    if asked.count + answers.count > region.rows { answers = compact(item) }
    let lines = asked + answers
    let gap = [Line(text: "", role: .muted)]
    let whole = stem + lines + (licence.isEmpty ? [] : gap + licence)
    if whole.count <= region.rows { return whole }
    // What is answered now stands first, and the rest below it.
    if stem.count + lines.count <= region.rows { return stem + lines + licence }
    return lines + stem + licence
  }

  private func wrapped(_ text: String, _ role: Role) -> [Line] {
    Text.wrapped(text, to: room).map { Line(text: $0, role: role) }
  }

  private func meaning(of value: Int, _ item: Scale.Item) -> String? {
    item.meanings[value] ?? scale.meanings[value]
  }

  private func choices(of item: Scale.Item) -> [Line] {
    guard !questionnaire.isNumber(item) else { return [number(item)] }
    let chosen = questionnaire.answers[safe: questionnaire.place]
    return (item.minimum...max(item.minimum, item.maximum)).flatMap { value in
      let label = meaning(of: value, item).map { "\(value)  \($0)" } ?? String(value)
      return wrapped(label, .text).enumerated().map { place, line in
        var line = line
        line.key = place == 0 ? String(value) : ""
        line.isChosen = chosen == .value(value)
        return line
      }
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
    return rows.flatMap { wrapped($0, .text) }
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
