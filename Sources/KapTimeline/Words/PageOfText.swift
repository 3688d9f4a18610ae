/// A page of plain text of a fixed size: titles at the left, what belongs to them beside.
struct PageOfText {
  /// How many columns and lines there are.
  let columns: Int
  let lines: Int

  private static let indent = 9

  /// Fills the page; where not everything fits, each section keeps its first lines and the last of
  /// them says that there is more.
  func filled(with sections: [(title: String, items: [String])]) -> [String] {
    var blocks = sections.map { section in
      let body = wrapped(section.items.joined(separator: "; "))
      return body.enumerated().map { place, line in
        let title = place == 0 ? section.title : ""
        return title + String(repeating: " ", count: max(1, Self.indent - title.count)) + line
      }
    }
    while blocks.map(\.count).reduce(0, +) > lines {
      guard let longest = blocks.indices.max(by: { blocks[$0].count < blocks[$1].count }),
        blocks[longest].count > 1
      else { break }
      blocks[longest].removeLast()
      let last = blocks[longest].removeLast()
      let room = last.count > columns - 2 ? String(last.dropLast(last.count - columns + 2)) : last
      blocks[longest].append(room.hasSuffix(" +") ? room : room + " +")
    }
    return Array(blocks.joined().prefix(lines))
  }

  /// Words in lines of what is left beside the titles; a word that is longer is cut into pieces.
  private func wrapped(_ text: String) -> [String] {
    let width = columns - Self.indent
    var result: [String] = []
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      var rest = word
      while !rest.isEmpty {
        let piece = rest.prefix(width)
        rest = rest.dropFirst(piece.count)
        if line.isEmpty {
          line = String(piece)
        } else if line.count + 1 + piece.count <= width {
          line += " " + piece
        } else {
          result.append(line)
          line = String(piece)
        }
      }
    }
    return line.isEmpty ? result : result + [line]
  }
}
