import KapCanvas

/// The worksheet of a dose, in place of the notes while its line is typed.
struct WorksheetPane {
  let worksheet: Worksheet
  let region: Region

  static let title = "Worksheet"
  static let trailing = "Enter confirms the arithmetic"

  func draw(on canvas: inout Canvas) {
    var line = 0
    for row in fitting {
      for (place, part) in lines(of: row).enumerated() where line < region.rows {
        if place == 0 { canvas.write(row.label, in: region, row: line, column: 1, as: .muted) }
        canvas.write(part, in: region, row: line, column: start, as: row.role)
        line += 1
      }
    }
  }

  /// Where the words begin, after the labels.
  private var start: Int { (worksheet.rows.map { Text.width(of: $0.label) }.max() ?? 0) + 3 }

  private func lines(of row: Worksheet.Row) -> [String] {
    Text.wrapped(row.words, to: max(1, region.columns - start))
  }

  /// The rows there is room for: those that can be spared most are left out first.
  private var fitting: [Worksheet.Row] {
    var rows = worksheet.rows
    while rows.reduce(0, { $0 + lines(of: $1).count }) > region.rows,
      let spare = rows.map(\.spare).max(), spare > 0
    {
      rows.removeAll { $0.spare == spare }
    }
    return rows
  }
}

extension Worksheet.Row {
  fileprivate var role: Role { asks ? .entryAsk : isReckoned ? .strong : .text }
}
