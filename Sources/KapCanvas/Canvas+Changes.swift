/// Cells beside each other, in one role, that are to be drawn anew.
package struct Run: Hashable, Sendable {
  /// The row, counted from 0.
  package let row: Int
  /// The column of the first cell, counted from 0.
  package let column: Int
  /// What stands in the cells, ready for the terminal.
  package let text: String
  /// What the cells mean.
  package let role: Role
  /// The columns that the text takes.
  package let columns: Int
}

extension Canvas {
  /// The unchanged cells that cost less to draw again than a cursor movement over them would.
  private static let worthwhileGap = 4

  /// Returns the runs that turn `previous` into this canvas, from the top left on.
  ///
  /// Every run carries its own place, so a terminal that disagrees about a width cannot shift what
  /// follows. Without a previous canvas, or with one of another size, everything is drawn.
  package func changes(from previous: Canvas?) -> [Run] {
    let previous = previous?.size == size ? previous : nil
    var runs: [Run] = []
    for row in 0..<size.rows {
      if let previous, isSame(row: row, in: previous) { continue }
      let start = row * size.columns
      var column = 0
      while column < size.columns {
        guard differs(at: start + column, from: previous) else {
          column += 1
          continue
        }
        if cells[start + column].width == 0 { column -= 1 }
        let end = endOfRun(row: row, from: column, previous: previous)
        runs.append(run(row: row, from: column, to: end))
        column = end
      }
    }
    return runs
  }

  /// Whether no cell of a row differs, where that can be seen at a glance.
  private func isSame(row: Int, in previous: Canvas) -> Bool {
    guard clusters.isEmpty, previous.clusters.isEmpty else { return false }
    let columns = (row * size.columns)..<((row + 1) * size.columns)
    return cells.withUnsafeBufferPointer { cells in
      previous.cells.withUnsafeBufferPointer { others in
        columns.allSatisfy { cells[$0].looks(like: others[$0]) }
      }
    }
  }

  private func differs(at index: Int, from previous: Canvas?) -> Bool {
    guard let previous else { return true }
    return !looks(like: previous, at: index)
  }

  /// The column after the last changed cell that belongs to the run which begins at `first`.
  private func endOfRun(row: Int, from first: Int, previous: Canvas?) -> Int {
    let start = row * size.columns
    let role = cells[start + first].role
    var end = first + 1
    var column = first + 1
    while column < size.columns, column - end <= Self.worthwhileGap {
      let cell = cells[start + column]
      if cell.role != role { break }
      column += 1
      if cell.width == 0 ? end == column - 1 : differs(at: start + column - 1, from: previous) {
        end = column
      }
    }
    return end
  }

  private func run(row: Int, from first: Int, to end: Int) -> Run {
    let start = row * size.columns
    return Run(
      row: row,
      column: first,
      text: text(from: start + first, to: start + end),
      role: cells[start + first].role,
      columns: end - first
    )
  }
}
