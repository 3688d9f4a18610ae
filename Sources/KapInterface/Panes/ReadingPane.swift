import KapCanvas

/// A page to read in place of all panes; arrows turn it where it is long.
struct ReadingPane {
  let page: ReadingPage
  /// The first row that is shown.
  let first: Int
  let glyphs: Glyphs
  let box: Region

  private static let timeColumns = 16

  private var region: Region { box.inset }

  /// How far it can be scrolled.
  var last: Int { max(0, rows.count - region.rows) }

  func draw(on canvas: inout Canvas) {
    let rows = self.rows
    let start = min(first, last)
    let more = last > start ? ", \(glyphs[.down]) more" : ""
    let trailing = last > 0 ? "\(start + 1) of \(rows.count)\(more), Esc closes" : "Esc closes"
    canvas.fill(box, as: .text)
    canvas.frame(box, title: page.title, trailing: trailing)
    for (line, row) in rows.dropFirst(start).prefix(region.rows).enumerated() {
      canvas.write(row.time, in: region, row: line, column: 1, as: .muted)
      canvas.write(row.words, in: region, row: line, column: row.column, as: row.role)
    }
  }

  private struct Row {
    var time = ""
    var words = ""
    var column = 1
    var role = Role.text
  }

  private var rows: [Row] {
    var rows: [Row] = []
    for section in page.sections {
      if !rows.isEmpty { rows.append(Row()) }
      rows += Text.wrapped(section.title, to: max(8, region.columns - 2)).enumerated()
        .map { Row(words: $1, column: $0 == 0 ? 1 : 3, role: .strong) }
      if section.lines.isEmpty { rows.append(Row(words: "nothing", column: 3, role: .muted)) }
      for line in section.lines { rows += self.rows(of: line) }
    }
    return rows + [Row()]
      + Text.wrapped(page.foot, to: max(8, region.columns - 2)).map { Row(words: $0, role: .muted) }
  }

  private func rows(of line: ReadingPage.Line) -> [Row] {
    let column = Self.timeColumns + 1
    return Text.wrapped(line.words, to: max(8, region.columns - column - 1)).enumerated()
      .map { Row(time: $0 == 0 ? line.time : "", words: $1, column: column) }
  }
}

extension Interface {
  /// Where the page that is read stands.
  func readingPane(_ page: ReadingPage) -> ReadingPane {
    ReadingPane(page: page, first: readingRow, glyphs: glyphs, box: layout.box)
  }

  /// A key on the page: arrows turn it, a verb closes it and does what it says.
  mutating func turnReading(_ key: Key) -> Bool {
    guard let reading else { return false }
    let last = readingPane(reading).last
    let rows = max(1, layout.box.rows - 3)
    func turn(by step: Int) { readingRow = min(max(min(readingRow, last) + step, 0), last) }
    switch key {
    case .down, .character("j"): turn(by: 1)
    case .up, .character("k"): turn(by: -1)
    case .pageDown, .character(" "): turn(by: rows)
    case .pageUp: turn(by: -rows)
    case .home: readingRow = 0
    case .end: readingRow = last
    case .escape, .enter, .function, .unknown: self.reading = nil
    case .tab, .backTab, .left, .right, .alternateEnter, .backspace, .delete, .control, .character,
      .paste:
      self.reading = nil
      return false
    }
    return true
  }
}
