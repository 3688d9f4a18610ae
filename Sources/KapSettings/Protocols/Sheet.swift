/// Lines in two columns: a rule, and where it comes from.
struct Sheet {
  var lines: [String] = []
  let rule: Int
  let source: Int
  /// Where the line above in this section comes from.
  private var origin: String?

  /// What is said where no source was found.
  static let unsourced = "unsourced, for the clinic to set"

  /// A page wider than any source is long gives the rest to the rule.
  init(width: Int) {
    rule = max(min(46, max(20, width / 2)), width - 504)
    source = max(20, width - rule - 4)
  }

  mutating func title(_ text: String) {
    lines += ["", text]
    origin = nil
  }

  /// A rule, and where it comes from; nothing stands on the page without either.
  ///
  /// A long source that is also that of the line above is not said twice.
  mutating func add(_ text: String, _ origin: String?) {
    let left = wrapped(text, to: rule)
    var right = wrapped(origin ?? Self.unsourced, to: source)
    if right.count > 1, origin == self.origin { right = ["as above"] }
    self.origin = origin
    for row in 0..<max(left.count, right.count) {
      let first = row < left.count ? left[row] : ""
      let second = row < right.count ? right[row] : ""
      let space = String(repeating: " ", count: max(0, rule - first.count))
      lines.append(second.isEmpty ? "  \(first)" : "  \(first)\(space)  \(second)")
    }
  }

  private func wrapped(_ text: String, to width: Int) -> [String] {
    var rows: [String] = [""]
    for word in text.split(separator: " ") {
      let last = rows[rows.count - 1]
      if last.isEmpty {
        rows[rows.count - 1] = String(word)
      } else if last.count + 1 + word.count <= width {
        rows[rows.count - 1] = "\(last) \(word)"
      } else {
        rows.append(String(word))
      }
    }
    return rows
  }
}
