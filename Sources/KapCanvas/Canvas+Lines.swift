/// The directions in which a border leaves a cell.
struct Arms: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  static let up = Arms(rawValue: 1)
  static let down = Arms(rawValue: 2)
  static let left = Arms(rawValue: 4)
  static let right = Arms(rawValue: 8)
  static let across = Arms(rawValue: 12)
  static let along = Arms(rawValue: 3)
  /// A word of a title stands on the line; the line goes on beneath it.
  static let titled = Arms(rawValue: 16)

  /// The sign for the arms.
  var glyph: Glyph {
    switch rawValue & 15 {
    case 3, 1, 2: .vertical
    case 5: .bottomRight
    case 6: .topRight
    case 7: .joinLeft
    case 9: .bottomLeft
    case 10: .topLeft
    case 11: .joinRight
    case 13: .joinUp
    case 14: .joinDown
    case 15: .cross
    default: .horizontal
    }
  }
}

extension Canvas {
  /// Draws a box along the edge of `region`, with words in its upper line.
  ///
  ///     ┌─ Phase  PEAK ────────── stay until 15:48 ─┐
  ///
  /// Regions that share a row or a column share the border: lines join where they meet, in whatever
  /// order they are drawn, and words stay. The border of a focused pane wins over a plain one, and its
  /// title begins with `›`. A title too long is cut; `trailing` appears only if all of it has room.
  package mutating func frame(
    _ region: Region,
    title: String = "",
    trailing: String = "",
    focused: Bool = false
  ) {
    let (last, right) = (region.endRow - 1, region.endColumn - 1)
    guard region.rows >= 2, region.columns >= 2 else { return }
    line(row: region.row, from: region.column, to: right, focused: focused)
    line(row: last, from: region.column, to: right, focused: focused)
    line(column: region.column, from: region.row, to: last, focused: focused)
    line(column: right, from: region.row, to: last, focused: focused)
    words(title, [trailing], row: region.row, of: region, focused: focused)
  }

  /// Draws a line across `region` at a row of the canvas, joining the borders that it meets.
  ///
  /// Where `trailing` has no room beside the title, the first of `shorter` that has stands there.
  package mutating func rule(
    row: Int,
    across region: Region,
    title: String = "",
    trailing: String = "",
    shorter: [String] = [],
    focused: Bool = false
  ) {
    guard region.columns >= 2 else { return }
    line(row: row, from: region.column, to: region.endColumn - 1, focused: focused)
    words(title, [trailing] + shorter, row: row, of: region, focused: focused)
  }

  /// Draws a line down `region` at a column of the canvas, joining the borders that it meets.
  package mutating func rule(column: Int, down region: Region, focused: Bool = false) {
    guard region.rows >= 2 else { return }
    line(column: column, from: region.row, to: region.endRow - 1, focused: focused)
  }

  private mutating func line(row: Int, from first: Int, to last: Int, focused: Bool) {
    guard first < last else { return }
    for column in first...last {
      let arm: Arms = column == first ? .right : column == last ? .left : .across
      join(arm, row: row, column: column, focused: focused)
    }
  }

  private mutating func line(column: Int, from first: Int, to last: Int, focused: Bool) {
    guard first < last else { return }
    for row in first...last {
      let arm: Arms = row == first ? .down : row == last ? .up : .along
      join(arm, row: row, column: column, focused: focused)
    }
  }

  private mutating func join(_ arm: Arms, row: Int, column: Int, focused: Bool) {
    guard contains(row, column) else { return }
    let old = cells[row * size.columns + column]
    let joined = old.arms.union(arm)
    if joined.contains(.titled) {
      cells[row * size.columns + column].arms = joined
      return
    }
    let wasFocused = !old.arms.isEmpty && old.role == .borderFocus
    let sign = glyphs.line(joined)?.value ?? sign(of: glyphs[joined.glyph])
    var slot = Slot(sign, as: focused || wasFocused ? .borderFocus : .border)
    slot.arms = joined
    place(slot, row: row, column: column)
  }

  private mutating func words(
    _ title: String,
    _ trailings: [String],
    row: Int,
    of region: Region,
    focused: Bool
  ) {
    let inner = region.columns - 6
    guard inner > 0 else { return }
    let mark = focused ? String(Glyph.chosen.unicode) : ""
    let whole = title.isEmpty ? "" : mark + Text.beginning(of: title, inner + 1)
    let heading = Text.clippedAtWord(whole, to: inner)
    let headingWidth = Text.width(of: heading)
    if !heading.isEmpty {
      let role: Role = focused ? .titleFocus : .title
      label(heading, headingWidth, row: row, column: region.column + 2, as: role)
    }
    let room = inner - headingWidth - (heading.isEmpty ? 0 : 3)
    for trailing in trailings where !trailing.isEmpty {
      let ending = Text.sanitized(Text.beginning(of: trailing, inner + 1))
      let endingWidth = Text.width(of: ending)
      guard endingWidth <= room else { continue }
      let column = region.endColumn - 4 - endingWidth
      return label(ending, endingWidth, row: row, column: column, as: .muted)
    }
  }

  /// Writes words with a space at either end, below which the line goes on.
  private mutating func label(
    _ words: String,
    _ width: Int,
    row: Int,
    column: Int,
    as role: Role
  ) {
    let lines = (column..<column + width + 2).map { at in
      contains(row, at) ? cells[row * size.columns + at].arms : []
    }
    write(" " + words + " ", row: row, column: column, as: role)
    for (offset, line) in lines.enumerated() where contains(row, column + offset) {
      cells[row * size.columns + column + offset].arms = line.union(.titled)
    }
  }
}
