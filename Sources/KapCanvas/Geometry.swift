/// A place on the screen, counted from 0 at the top left.
package struct Point: Hashable, Sendable {
  /// The row, counted from the top.
  package var row: Int
  /// The column, counted from the left.
  package var column: Int

  /// Creates a point; it may lie outside any canvas.
  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// An extent in rows and columns.
///
/// A terminal may claim any size. Both numbers are held to what a screen can be, so that no claim
/// can exhaust memory.
package struct Size: Hashable, Sendable {
  /// The most rows and columns that are believed.
  package static let limit = (rows: 1_000, columns: 2_000)

  /// The number of rows.
  package let rows: Int
  /// The number of columns.
  package let columns: Int

  /// Creates a size, holding each number between 0 and ``limit``.
  package init(rows: Int, columns: Int) {
    self.rows = min(max(rows, 0), Self.limit.rows)
    self.columns = min(max(columns, 0), Self.limit.columns)
  }
}

/// A rectangle of cells.
///
/// Every operation clamps: a region that is asked for more than it has gives what it has, and one
/// that has nothing gives an empty region at its edge. Nothing traps.
package struct Region: Hashable, Sendable {
  /// The first row.
  package let row: Int
  /// The first column.
  package let column: Int
  /// The number of rows.
  package let rows: Int
  /// The number of columns.
  package let columns: Int

  /// Creates a region, holding every number between 0 and what a screen can be.
  package init(row: Int, column: Int, rows: Int, columns: Int) {
    self.row = min(max(row, 0), Size.limit.rows)
    self.column = min(max(column, 0), Size.limit.columns)
    self.rows = min(max(rows, 0), Size.limit.rows)
    self.columns = min(max(columns, 0), Size.limit.columns)
  }

  /// Creates the region that covers a whole canvas of `size`.
  package init(_ size: Size) {
    self.init(row: 0, column: 0, rows: size.rows, columns: size.columns)
  }
}

extension Region {
  /// Whether the region has no cell.
  package var isEmpty: Bool { rows == 0 || columns == 0 }

  /// The row below the last one.
  package var endRow: Int { row + rows }

  /// The column after the last one.
  package var endColumn: Int { column + columns }

  /// The region within its border: one row and one column less on every side.
  package var inset: Region { inset(by: 1) }

  /// The region with the border around it: a row and a column more on every side.
  package var outset: Region {
    Region(row: row - 1, column: column - 1, rows: rows + 2, columns: columns + 2)
  }

  /// The region with `count` rows and columns less on every side.
  package func inset(by count: Int) -> Region {
    dropTop(count).dropBottom(count).dropLeft(count).dropRight(count)
  }

  /// The rows from `start`, counted within the region, at most `count` of them.
  package func rows(from start: Int, count: Int) -> Region { dropTop(start).top(count) }

  /// The columns from `start`, counted within the region, at most `count` of them.
  package func columns(from start: Int, count: Int) -> Region { dropLeft(start).left(count) }

  /// The first `count` rows.
  package func top(_ count: Int) -> Region {
    Region(row: row, column: column, rows: clamped(count, rows), columns: columns)
  }

  /// All but the first `count` rows.
  package func dropTop(_ count: Int) -> Region {
    let dropped = clamped(count, rows)
    return Region(row: row + dropped, column: column, rows: rows - dropped, columns: columns)
  }

  /// The last `count` rows.
  package func bottom(_ count: Int) -> Region { dropTop(rows - clamped(count, rows)) }

  /// All but the last `count` rows.
  package func dropBottom(_ count: Int) -> Region { top(rows - clamped(count, rows)) }

  /// The first `count` columns.
  package func left(_ count: Int) -> Region {
    Region(row: row, column: column, rows: rows, columns: clamped(count, columns))
  }

  /// All but the first `count` columns.
  package func dropLeft(_ count: Int) -> Region {
    let dropped = clamped(count, columns)
    return Region(row: row, column: column + dropped, rows: rows, columns: columns - dropped)
  }

  /// The last `count` columns.
  package func right(_ count: Int) -> Region { dropLeft(columns - clamped(count, columns)) }

  /// All but the last `count` columns.
  package func dropRight(_ count: Int) -> Region { left(columns - clamped(count, columns)) }

  /// The part that lies in `other` too.
  package func intersection(_ other: Region) -> Region {
    let top = max(row, other.row)
    let left = max(column, other.column)
    return Region(
      row: top,
      column: left,
      rows: min(endRow, other.endRow) - top,
      columns: min(endColumn, other.endColumn) - left
    )
  }

  /// Whether `point` lies in the region.
  package func contains(_ point: Point) -> Bool {
    point.row >= row && point.row < endRow && point.column >= column && point.column < endColumn
  }

  private func clamped(_ count: Int, _ whole: Int) -> Int { min(max(count, 0), whole) }
}
