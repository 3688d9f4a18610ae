extension Text {
  /// Returns `text` as it is drawn, cut to `columns`, with an ellipsis at the end if it was cut.
  package static func clipped(_ text: some StringProtocol, to columns: Int) -> String {
    guard columns > 0 else { return "" }
    var result = ""
    /// The end of what fits beside an ellipsis, should one be needed.
    var short = 0
    var used = 0
    for character in text {
      let width = width(of: character)
      if used + width > columns {
        return String(decoding: result.utf8.prefix(short), as: UTF8.self)
          + String(Glyph.ellipsis.unicode)
      }
      show(character) { shown, _ in result.append(shown) }
      used += width
      if used < columns { short = result.utf8.count }
    }
    return result
  }

  /// Returns as many whole items of `text` as fit in `columns`, without anything in place of the rest.
  ///
  /// If not even the first fits it is clipped.
  package static func clippedAtItem(
    _ text: some StringProtocol,
    separator: String = " · ",
    to columns: Int
  ) -> String {
    let columns = min(columns, Size.limit.columns)
    guard columns > 0 else { return "" }
    let mark = Array(separator)
    guard !mark.isEmpty else { return clipped(text, to: columns) }
    var window: [Character] = []
    var used = 0
    var isWhole = true
    let reach = columns + width(of: separator)
    for character in text {
      used += width(of: character)
      if used > columns { isWhole = false }
      if used > reach { break }
      window.append(character)
    }
    if isWhole { return sanitized(String(window)) }
    var end: Int?
    var before = 0
    for index in window.indices {
      if before > columns { break }
      if window[index...].starts(with: mark) { end = index }
      before += width(of: window[index])
    }
    guard let end else { return clipped(text, to: columns) }
    return sanitized(String(window[..<end]))
  }

  /// Returns `text` followed by spaces to fill `columns`, clipped if it is too long.
  package static func padded(_ text: some StringProtocol, to columns: Int) -> String {
    let shown = clipped(text, to: columns)
    return shown + spaces(columns - width(of: shown))
  }

  /// Returns `text` behind spaces that fill `columns`, clipped if it is too long.
  package static func alignedRight(_ text: some StringProtocol, to columns: Int) -> String {
    let shown = clipped(text, to: columns)
    return spaces(columns - width(of: shown)) + shown
  }

  /// Returns `text` in the middle of `columns`, clipped if it is too long.
  package static func centered(_ text: some StringProtocol, to columns: Int) -> String {
    let shown = clipped(text, to: columns)
    let rest = max(columns - width(of: shown), 0)
    return spaces(rest / 2) + shown + spaces(rest - rest / 2)
  }

  private static func spaces(_ count: Int) -> String {
    String(repeating: " ", count: min(max(count, 0), Size.limit.columns))
  }
}
