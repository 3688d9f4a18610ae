import KapCanvas

/// Rows of plain text in columns, for people; nothing in a cell can leave its line.
struct PlainTable {
  private var rows: [[String]] = []

  /// Adds a row; the last cell of one may be as long as it likes.
  mutating func add(_ cells: [String]) { rows.append(cells.map { Text.sanitized($0) }) }

  /// The rows with their columns below each other, two blanks apart.
  var lines: [String] {
    var widths: [Int] = []
    for row in rows {
      for (column, cell) in row.dropLast().enumerated() {
        if column == widths.count { widths.append(0) }
        widths[column] = max(widths[column], Text.width(of: cell))
      }
    }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        line += cell
        guard column + 1 < row.count, column < widths.count else { continue }
        line += String(repeating: " ", count: widths[column] - Text.width(of: cell) + 2)
      }
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }
  }
}
