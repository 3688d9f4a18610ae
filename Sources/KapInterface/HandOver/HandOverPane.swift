import KapCanvas
import KapTimeline

/// The page that both go through before a session changes hands.
struct HandOverPane {
  let unlocking: Unlocking
  let outgoing: String
  let region: Region
  let glyphs: Glyphs

  /// How wide the titles of the page are, with the space behind them.
  private static let indent = 9

  /// How far it can be scrolled.
  var last: Int { max(0, lines.count - region.rows) }

  func draw(on canvas: inout Canvas) {
    canvas.fill(region, as: .text)
    let box = region.outset
    let lines = self.lines
    let first = min(unlocking.scrolled, last)
    let isLong = lines.count > region.rows
    canvas.frame(box, title: title, trailing: isLong ? trailing(first, of: lines.count) : "")
    if lines.isEmpty {
      canvas.write("Nothing is open.", in: region, column: 1, as: .muted)
    }
    for (row, line) in lines.dropFirst(first).prefix(region.rows).enumerated() {
      canvas.write(line, in: region, row: row, column: 1, as: .text)
    }
  }

  private func trailing(_ first: Int, of count: Int) -> String {
    let more = count - first - region.rows
    return more > 0 ? "\(more) more lines, \(glyphs[.down])" : "the end, \(glyphs[.up])"
  }

  /// The page as it is recorded, wrapped once at the width that there is: what has no room beside
  /// its title goes on below itself.
  private var lines: [String] {
    let airy = airyLines
    guard airy.count > region.rows else { return airy }
    // What is scrolled anyway is easier to read line by line.
    let dense = denseLines
    return dense.count > region.rows ? airy : dense
  }

  private var room: Int { max(8, region.columns - 2) }

  private var airyLines: [String] {
    let gap = String(repeating: " ", count: Self.indent)
    return unlocking.page.flatMap { line -> [String] in
      let words = Text.wrapped(
        String(line.dropFirst(Self.indent)),
        to: max(8, room - Self.indent)
      )
      return words.enumerated().map { ($0 == 0 ? String(line.prefix(Self.indent)) : gap) + $1 }
    }
  }

  /// The same words where they have no room line by line: what belongs under one title goes on behind
  /// each other, and short ones share a row.
  private var denseLines: [String] {
    var sections: [(title: String, text: String)] = []
    for line in unlocking.page {
      let title = line.prefix(Self.indent).filter { $0 != " " }
      let text = String(line.dropFirst(Self.indent))
      if title.isEmpty, let last = sections.indices.last {
        sections[last].text += " · \(text)"
      } else {
        sections.append((title, text))
      }
    }
    let gap = String(repeating: " ", count: 2)
    return sections.reduce(into: []) { lines, section in
      let whole = "\(section.title)  \(section.text)"
      if let last = lines.last, Text.width(of: last) + 3 + Text.width(of: whole) <= room {
        lines[lines.count - 1] = "\(last)   \(whole)"
        return
      }
      let words = Text.wrapped(whole, to: max(8, room - gap.count))
      lines += words.enumerated().map { $0 == 0 ? $1 : gap + $1 }
    }
  }

  private var title: String {
    let (from, to) = (initials(of: outgoing), initials(of: unlocking.person))
    guard case .handOver(let kind, _, _) = unlocking.purpose else { return "" }
    switch kind {
    case .handOver: return "HAND-OVER  \(from) to \(to)"
    case .cover: return "HAND-OVER  \(to) covers for \(from)"
    case .back: return "HAND-OVER  \(to) is back"
    }
  }
}
