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
    "\(first + 1) of \(count), \(glyphs[.down])"
  }

  /// The page as it is recorded; on a narrower screen what has no room goes on below itself.
  private var lines: [String] {
    let room = max(8, region.columns - 2)
    guard unlocking.page.contains(where: { Text.width(of: $0) > room }) else {
      return unlocking.page
    }
    let gap = String(repeating: " ", count: Self.indent)
    var sections: [(title: String, words: String)] = []
    for line in unlocking.page {
      if line.hasPrefix(gap), !sections.isEmpty {
        sections[sections.count - 1].words += " " + line.dropFirst(Self.indent)
      } else if let title = Self.title(of: line) {
        sections.append((title, String(line.dropFirst(Self.indent))))
      } else {
        sections.append(("", line))
      }
    }
    return sections.flatMap { title, words -> [String] in
      guard !title.isEmpty else { return words.isEmpty ? [""] : Text.wrapped(words, to: room) }
      return Text.wrapped(words, to: max(8, room - Self.indent)).enumerated().map { place, words in
        (place == 0 ? title : gap) + words
      }
    }
  }

  /// The title that a line of the page begins with, and the space up to its words.
  private static func title(of line: String) -> String? {
    let head = line.prefix(indent)
    let word = head.prefix { $0 != " " }
    guard head.count == indent, !word.isEmpty, word.count < indent,
      head.dropFirst(word.count).allSatisfy({ $0 == " " })
    else { return nil }
    return String(head)
  }

  private var title: String {
    let (from, to) = (initials(of: outgoing), initials(of: unlocking.person))
    guard case .handOver(let kind, _) = unlocking.purpose else { return "" }
    switch kind {
    case .handOver: return "HAND-OVER  \(from) to \(to)"
    case .cover: return "HAND-OVER  \(to) covers for \(from)"
    case .back: return "HAND-OVER  \(to) is back"
    }
  }
}
