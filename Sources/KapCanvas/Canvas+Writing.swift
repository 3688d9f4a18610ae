extension Canvas {
  /// Writes `text` from a place on, and returns the column after the last cell.
  ///
  /// The text is cut at the edge of the canvas and after `limit` cells. A wide character that would
  /// be cut through is left out, and so is what follows it. What would be invisible or could
  /// command the terminal is shown as ``Text/sanitized(_:)`` says.
  @discardableResult
  package mutating func write(
    _ text: String,
    row: Int,
    column: Int,
    as role: Role,
    limit: Int? = nil
  ) -> Int {
    guard row >= 0, row < size.rows, column < size.columns else { return column }
    let end = end(from: column, limit: limit)
    if Text.isPlainASCII(text) {
      return write(ascii: text, row: row, from: column, to: end, as: role)
    }
    var next = column
    var plain = PlainScalars(text)
    while next < end, let scalar = plain.next() {
      if next >= 0 {
        let sign = glyphs.shown(scalar).map { self.sign(of: $0) } ?? scalar.value
        place(Slot(sign, as: role), row: row, column: next)
      }
      next += 1
    }
    if next >= end || plain.isAtEnd { return next }
    let rest = text[text.index(of: plain)...]
    return write(characters: rest, row: row, column: next, as: role, end: end)
  }

  /// Writes a text of another type, as ``write(_:row:column:as:limit:)`` does.
  @discardableResult
  package mutating func write(
    _ text: some StringProtocol,
    row: Int,
    column: Int,
    as role: Role,
    limit: Int? = nil
  ) -> Int {
    if text.utf8.count <= Text.shortLength {
      return write(String(text), row: row, column: column, as: role, limit: limit)
    }
    guard row >= 0, row < size.rows, column < size.columns else { return column }
    let end = end(from: column, limit: limit)
    return write(characters: text, row: row, column: column, as: role, end: end)
  }

  private mutating func write(
    ascii text: String,
    row: Int,
    from column: Int,
    to end: Int,
    as role: Role
  ) -> Int {
    guard column < end else { return column }
    let next = min(end, column + text.utf8.count)
    guard next > max(column, 0) else { return next }
    let skipped = max(column, 0) - column
    let first = row * size.columns + column + skipped
    let last = row * size.columns + next - 1
    // Within the text both halves of a wide character are replaced; at its ends one may be.
    if cells[first].width == 0 { blank(first - 1, as: cells[first].role) }
    if cells[last].width == 2 { blank(last + 1, as: cells[last].role) }
    text.utf8.withContiguousStorageIfAvailable { bytes in
      cells.withUnsafeMutableBufferPointer { cells in
        for index in first...last {
          cells[index] = Slot(UInt32(bytes[skipped + index - first]), as: role)
        }
      }
    }
    return next
  }

  /// The column at which a text from `column` on is cut.
  private func end(from column: Int, limit: Int?) -> Int {
    guard let limit else { return size.columns }
    let (limited, overflow) = column.addingReportingOverflow(max(limit, 0))
    return overflow ? size.columns : min(size.columns, limited)
  }

  private mutating func write(
    characters text: some StringProtocol,
    row: Int,
    column: Int,
    as role: Role,
    end: Int
  ) -> Int {
    var isFull = column >= end
    var next = column
    for character in text {
      if isFull { break }
      Text.show(character) { shown, width in
        isFull = isFull || next + width > end
        if isFull { return }
        put(shown, width: width, row: row, column: next, as: role)
        next += width
      }
    }
    return next
  }

  /// Fills `region` with a character that is one column wide; any other counts as a space.
  package mutating func fill(_ region: Region, with character: Character = " ", as role: Role) {
    let shown = glyphs.shown(Text.width(of: character) == 1 ? character : " ")
    let slot = Slot(sign(of: shown), as: role)
    let inside = region.intersection(self.region)
    for row in inside.row..<inside.endRow {
      for column in inside.column..<inside.endColumn { place(slot, row: row, column: column) }
    }
  }

  /// Gives every cell of `region` the role, and leaves what stands in it.
  ///
  /// Of a wide character at the edge both halves are restyled.
  package mutating func restyle(_ region: Region, as role: Role) {
    let inside = region.intersection(self.region)
    for row in inside.row..<inside.endRow {
      let start = row * size.columns
      for index in (start + inside.column)..<(start + inside.endColumn) {
        cells[index].role = role
        if cells[index].width == 2 {
          cells[index + 1].role = role
        } else if cells[index].width == 0 {
          cells[index - 1].role = role
        }
      }
    }
  }

  /// Puts one piece of a text, which may begin left of the canvas.
  private mutating func put(
    _ shown: Character,
    width: Int,
    row: Int,
    column: Int,
    as role: Role
  ) {
    guard column >= 0 else {
      if column == -1, width == 2 { place(.space(as: role), row: row, column: 0) }
      return
    }
    let character = glyphs.shown(shown)
    let sign = sign(of: character)
    guard width == 2 else { return place(Slot(sign, as: role), row: row, column: column) }
    guard character == shown else {
      place(Slot(sign, as: role), row: row, column: column)
      return place(.space(as: role), row: row, column: column + 1)
    }
    place(.space(as: role), row: row, column: column)
    place(.space(as: role), row: row, column: column + 1)
    let index = row * size.columns + column
    cells[index] = Slot(sign, width: 2, as: role)
    cells[index + 1] = Slot(0x20, width: 0, as: role)
  }

  /// Replaces one cell inside the canvas; the other half of a wide character cut through is blanked.
  mutating func place(_ slot: Slot, row: Int, column: Int) {
    let index = row * size.columns + column
    let old = cells[index]
    cells[index] = slot
    if old.width == 2 {
      blank(index + 1, as: old.role)
    } else if old.width == 0 {
      blank(index - 1, as: old.role)
    }
  }

  private mutating func blank(_ index: Int, as role: Role) {
    let arms = cells[index].arms
    cells[index] = .space(as: role)
    cells[index].arms = arms
  }
}
