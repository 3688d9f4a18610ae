/// A page of plain text: titles at the left, what belongs to them beside.
///
/// A line is as long as its words are: whoever shows the page wraps it, once.
struct PageOfText {
  /// The lines so far.
  private(set) var lines: [String] = []

  /// How wide the titles are, with the space behind them.
  static let indent = 9

  /// Adds what belongs to a title in one line; nothing where there is nothing.
  mutating func add(_ title: String, _ items: [String]) {
    guard !items.isEmpty else { return }
    add(title, each: [items.joined(separator: "; ")])
  }

  /// Adds what belongs to a title, a line each.
  mutating func add(_ title: String, each items: [String]) {
    for (place, item) in items.enumerated() {
      let words = item.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let head = place == 0 ? title : ""
      lines.append(head + String(repeating: " ", count: max(1, Self.indent - head.count)) + words)
    }
  }
}
