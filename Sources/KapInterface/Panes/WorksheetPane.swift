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

  /// The rows there is room for.
  ///
  /// Of a list the last items are counted, down to a line; then those rows go that can be spared
  /// most. What room that leaves the list has again.
  private var fitting: [Worksheet.Row] {
    var rows = worksheet.rows
    func lines(_ rows: [Worksheet.Row], withLists most: Int) -> Int {
      rows.reduce(0) { sum, row in
        let count = self.lines(of: row).count
        return sum + (row.items.isEmpty ? count : min(count, most))
      }
    }
    while lines(rows, withLists: 1) > region.rows, let spare = rows.map(\.spare).max(), spare > 0 {
      rows.removeAll { $0.spare == spare }
    }
    // Where it comes from is not needed to go on.
    if lines(rows, withLists: .max) > region.rows {
      rows.removeAll { $0.spare == Self.sourceSpare }
    }
    var most = 1
    while most < region.rows, lines(rows, withLists: most + 1) <= region.rows { most += 1 }
    return rows.map { shortened($0, to: most) }
  }

  private static let sourceSpare = 5

  /// A row whose list takes at most so many lines.
  private func shortened(_ row: Worksheet.Row, to most: Int) -> Worksheet.Row {
    guard !row.items.isEmpty, lines(of: row).count > most else { return row }
    var row = row
    for kept in row.items.indices.reversed() {
      let rest = " +\(row.items.count - kept) more"
      row.words = row.items.prefix(kept).joined(separator: ", ") + rest
      if lines(of: row).count <= most { break }
    }
    return row
  }
}

extension Worksheet.Row {
  fileprivate var role: Role { asks ? .entryAsk : isReckoned ? .strong : .text }
}
