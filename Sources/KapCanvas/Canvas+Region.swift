extension Canvas {
  /// Writes `text` into a region, and returns the column after the last cell.
  ///
  /// Row and column are counted within the region, the returned column too. Nothing is written
  /// outside of it.
  @discardableResult
  package mutating func write(
    _ text: String,
    in region: Region,
    row: Int = 0,
    column: Int = 0,
    as role: Role
  ) -> Int {
    guard row >= 0, row < region.rows, column >= 0, column < region.columns else { return column }
    let next = write(
      text,
      row: region.row + row,
      column: region.column + column,
      as: role,
      limit: region.columns - column
    )
    return next - region.column
  }

  /// Writes a text of another type, as ``write(_:in:row:column:as:)`` does.
  @discardableResult
  package mutating func write(
    _ text: some StringProtocol,
    in region: Region,
    row: Int = 0,
    column: Int = 0,
    as role: Role
  ) -> Int {
    guard row >= 0, row < region.rows, column >= 0, column < region.columns else { return column }
    let next = write(
      text,
      row: region.row + row,
      column: region.column + column,
      as: role,
      limit: region.columns - column
    )
    return next - region.column
  }

  /// Writes `text` at the right edge of a region's row, if all of it has room from `column` on.
  ///
  /// - Returns: Whether it was written.
  @discardableResult
  package mutating func writeTrailing(
    _ text: some StringProtocol,
    in region: Region,
    row: Int = 0,
    from column: Int = 0,
    as role: Role
  ) -> Bool {
    let fitted = Text.fitted(text, to: region.columns)
    let first = region.columns - fitted.width
    guard fitted.isWhole, first >= max(column, 0) else { return false }
    write(fitted.text, in: region, row: row, column: first, as: role)
    return true
  }
}
