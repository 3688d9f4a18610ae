/// A grid of cells: the contract between what is drawn and the terminal.
///
/// Panes write text by role into a canvas; the painter shows the cells that differ from the canvas
/// before. Nothing outside the grid is ever written, whatever place is asked for.
package struct Canvas: Sendable {
  /// The extent of the canvas.
  package let size: Size
  /// The signs that the terminal can show.
  package let glyphs: Glyphs
  /// Where the terminal's cursor stands, or none to hide it.
  package var cursor: Point?

  var cells: [Cell]
  /// For each cell the lines of a border that leave it, so that borders drawn later join them.
  var arms: [Arms]

  /// Creates an empty canvas.
  package init(size: Size, glyphs: Glyphs = .unicode) {
    self.size = size
    self.glyphs = glyphs
    cells = Array(repeating: .blank, count: size.rows * size.columns)
    arms = Array(repeating: [], count: size.rows * size.columns)
  }

  /// The cell at a place, or a blank one outside the canvas.
  package subscript(row: Int, column: Int) -> Cell {
    contains(row, column) ? cells[row * size.columns + column] : .blank
  }

  /// The whole canvas.
  package var region: Region { Region(size) }

  func contains(_ row: Int, _ column: Int) -> Bool {
    row >= 0 && row < size.rows && column >= 0 && column < size.columns
  }
}

extension Canvas: Equatable {
  /// Whether two canvases look the same.
  package static func == (left: Canvas, right: Canvas) -> Bool {
    left.size == right.size && left.cursor == right.cursor && left.cells == right.cells
  }
}

extension Canvas {
  /// Writes `text` from a place on, and returns the column after the last cell.
  ///
  /// The text is cut at the edge of the canvas and after `limit` cells. A wide character that would be
  /// cut through is left out, and so is what follows it. What would be invisible or could command the terminal is shown as
  /// ``Text/sanitized(_:)`` says.
  @discardableResult
  package mutating func write(
    _ text: some StringProtocol,
    row: Int,
    column: Int,
    as role: Role,
    limit: Int? = nil
  ) -> Int {
    let start = column
    guard row >= 0, row < size.rows, column < size.columns else { return start }
    var end = size.columns
    if let limit {
      let (limited, overflow) = column.addingReportingOverflow(max(limit, 0))
      if !overflow { end = min(end, limited) }
    }
    var next = column
    var isFull = next >= end
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
    forEachCell(of: region) { canvas, row, column in
      canvas.place(Cell(shown, as: role), row: row, column: column)
    }
  }

  /// Gives every cell of `region` the role, and leaves what stands in it.
  ///
  /// Of a wide character at the edge both halves are restyled.
  package mutating func restyle(_ region: Region, as role: Role) {
    forEachCell(of: region) { canvas, row, column in
      let index = row * canvas.size.columns + column
      canvas.cells[index] = canvas.cells[index].restyled(as: role)
      if canvas.cells[index].width == 2 {
        canvas.cells[index + 1] = canvas.cells[index + 1].restyled(as: role)
      } else if canvas.cells[index].width == 0 {
        canvas.cells[index - 1] = canvas.cells[index - 1].restyled(as: role)
      }
    }
  }

  private mutating func forEachCell(of region: Region, _ act: (inout Canvas, Int, Int) -> Void) {
    let inside = region.intersection(self.region)
    for row in inside.row..<inside.endRow {
      for column in inside.column..<inside.endColumn { act(&self, row, column) }
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
      if column == -1, width == 2 { place(Cell(" ", as: role), row: row, column: 0) }
      return
    }
    let character = glyphs.shown(shown)
    guard width == 2 else {
      return place(Cell(character, as: role), row: row, column: column)
    }
    guard character == shown else {
      place(Cell(character, as: role), row: row, column: column)
      return place(Cell(" ", as: role), row: row, column: column + 1)
    }
    place(Cell(" ", as: role), row: row, column: column)
    place(Cell(" ", as: role), row: row, column: column + 1)
    let index = row * size.columns + column
    cells[index] = Cell(character, width: 2, as: role)
    cells[index + 1] = Cell(" ", width: 0, as: role)
  }

  /// Replaces one cell inside the canvas; the other half of a wide character cut through is blanked.
  mutating func place(_ cell: Cell, row: Int, column: Int) {
    let index = row * size.columns + column
    let old = cells[index]
    if old.width == 2 {
      cells[index + 1] = Cell(" ", as: old.role)
    } else if old.width == 0 {
      cells[index - 1] = Cell(" ", as: old.role)
    }
    cells[index] = cell
    arms[index] = []
  }
}
