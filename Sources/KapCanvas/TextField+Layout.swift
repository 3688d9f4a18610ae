extension TextField {
  /// A field as it stands in several lines.
  package struct Layout: Hashable, Sendable {
    /// The lines as they are drawn, none wider than was asked for.
    package let lines: [String]
    /// The cursor, its row counted in lines.
    package let cursor: Point
    /// For each line, the number of characters before it.
    let starts: [Int]
  }

  /// Returns the field in lines of at most `columns`, broken after spaces and at line ends.
  ///
  /// The last column is kept free for the cursor. Nothing is left out but spaces that reach beyond
  /// the end of a line, so that every key typed moves the cursor.
  package func layout(columns: Int) -> Layout {
    let columns = max(columns, 2)
    let starts = lineStarts(columns: columns - 1)
    let row = (starts.lastIndex { $0 <= cursor }) ?? 0
    let lines = starts.indices.map { line in
      let end = line + 1 < starts.count ? starts[line + 1] : characters.count
      return drawn(characters[starts[line]..<end], to: columns - 1)
    }
    let before = characters[starts[row]..<cursor].reduce(0) { $0 + Text.width(of: $1) }
    let place = Point(row: row, column: min(before, columns - 1))
    return Layout(lines: lines, cursor: place, starts: starts)
  }

  /// Moves the cursor by a number of lines of that layout, keeping its column as far as it goes.
  package mutating func move(byLines count: Int, columns: Int) {
    let layout = layout(columns: columns)
    let (wanted, overflow) = layout.cursor.row.addingReportingOverflow(count)
    let last = layout.starts.count - 1
    let row = overflow ? (count < 0 ? 0 : last) : min(max(wanted, 0), last)
    guard row != layout.cursor.row else { return }
    let end = row < last ? layout.starts[row + 1] - 1 : characters.count
    var column = 0
    cursor = layout.starts[row]
    while cursor < end, column + Text.width(of: characters[cursor]) <= layout.cursor.column {
      column += Text.width(of: characters[cursor])
      cursor += 1
    }
  }

  private func lineStarts(columns: Int) -> [Int] {
    var starts = [0]
    var used = 0
    /// Where the line may be broken last, and the columns from there on.
    var pause = 0
    var sincePause = 0
    for (index, character) in characters.enumerated() {
      if character.isNewline {
        starts.append(index + 1)
        (used, pause, sincePause) = (0, index + 1, 0)
        continue
      }
      let width = Text.width(of: character)
      let isSpace = character == " "
      if used + width > columns, !isSpace, index > starts[starts.count - 1] {
        let canPause = pause > starts[starts.count - 1]
        starts.append(canPause ? pause : index)
        used = canPause ? sincePause : 0
        pause = starts[starts.count - 1]
        sincePause = used
      }
      used += width
      sincePause += width
      if isSpace { (pause, sincePause) = (index + 1, 0) }
    }
    return starts
  }

  private func drawn(_ line: ArraySlice<Character>, to columns: Int) -> String {
    var shown = ""
    var used = 0
    for character in line where !character.isNewline {
      Text.show(character) { piece, width in
        if used + width <= columns { shown.append(piece) }
        used += width
      }
    }
    return shown
  }
}
