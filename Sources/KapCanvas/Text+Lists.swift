extension Text {
  /// Returns as many whole items as fit in `columns`, and how many more there are: `a, b +3 more`.
  ///
  /// The last ones go first, and the item at `kept` never does. If not even one item fits, it is cut
  /// after a whole word.
  package static func counted(
    _ items: [String],
    separator: String,
    keeping kept: Int? = nil,
    to columns: Int
  ) -> String {
    var shown = Array(items.indices)
    while let first = shown.first {
      let more = items.count - shown.count
      let rest = more == 0 ? "" : " +\(more) more"
      let text = shown.map { items[$0] }.joined(separator: separator)
      let room = columns - width(of: rest)
      if width(of: text) <= room { return sanitized(text) + rest }
      if shown.count == 1 {
        return room > 0 ? clippedAtWord(items[first], to: room) + rest : clipped(text, to: columns)
      }
      let dropped = shown.last { $0 != kept }
      shown.removeAll { $0 == dropped }
    }
    return ""
  }
}
