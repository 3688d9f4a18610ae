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

  var cells: [Slot]
  /// The characters of several scalars, in the order in which they were written.
  var clusters: [Character] = []

  /// Creates an empty canvas.
  package init(size: Size, glyphs: Glyphs = .unicode) {
    self.size = size
    self.glyphs = glyphs
    cells = Array(repeating: .space(as: .text), count: size.rows * size.columns)
  }

  /// The cell at a place, or a blank one outside the canvas.
  package subscript(row: Int, column: Int) -> Cell {
    guard contains(row, column) else { return .blank }
    let slot = cells[row * size.columns + column]
    return Cell(character: character(of: slot), width: slot.width, role: slot.role)
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
    left.size == right.size && left.cursor == right.cursor
      && left.cells.indices.allSatisfy { left.looks(like: right, at: $0) }
  }
}

extension Canvas {
  /// What stands in a cell of this canvas.
  func character(of slot: Slot) -> Character {
    if let place = slot.cluster { return clusters[place] }
    return Unicode.Scalar(slot.sign).map { Character($0) } ?? Text.replacement
  }

  /// What a cell holds to show `character`.
  mutating func sign(of character: Character) -> UInt32 {
    let scalars = character.unicodeScalars
    if let only = scalars.first, scalars.index(after: scalars.startIndex) == scalars.endIndex {
      return only.value
    }
    clusters.append(character)
    return Slot.clusters + UInt32(clusters.count - 1)
  }

  /// Whether the cell at `index` looks the same in a canvas of the same size.
  func looks(like other: Canvas, at index: Int) -> Bool {
    let (mine, theirs) = (cells[index], other.cells[index])
    if mine.sign < Slot.clusters, theirs.sign < Slot.clusters { return mine.looks(like: theirs) }
    return mine.width == theirs.width && mine.role == theirs.role
      && character(of: mine) == other.character(of: theirs)
  }
}
