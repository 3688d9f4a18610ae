extension Text {
  /// Returns `text` as it is drawn, cut to `columns`, with an ellipsis at the end if it was cut.
  package static func clipped(_ text: String, to columns: Int) -> String {
    fitted(text, to: columns).text
  }

  /// Returns `text` as it is drawn, cut to `columns`, with an ellipsis at the end if it was cut.
  package static func clipped(_ text: some StringProtocol, to columns: Int) -> String {
    fitted(text, to: columns).text
  }

  /// A text cut to some columns.
  struct Fitted {
    /// The text as it is drawn.
    var text: String
    /// The columns that it takes.
    var width: Int
    /// Whether nothing was cut off.
    var isWhole: Bool
  }

  /// Returns `text` as ``clipped(_:to:)`` does, with what is known of it then.
  static func fitted(_ text: String, to columns: Int) -> Fitted {
    guard columns > 0 else { return Fitted(text: "", width: 0, isWhole: text.isEmpty) }
    if text.utf8.count <= columns, isPlainASCII(text) {
      return Fitted(text: text, width: text.utf8.count, isWhole: true)
    }
    var used = 0
    /// The end of what fits beside an ellipsis, should one be needed.
    var short = 0
    var plain = PlainScalars(text)
    while used < columns, plain.next() != nil {
      used += 1
      if used < columns { short = plain.length }
    }
    if plain.isAtEnd { return Fitted(text: text, width: used, isWhole: true) }
    if used < columns || plain.next() == nil { return fitted(characters: text, to: columns) }
    let kept = text[..<text.utf8.index(text.startIndex, offsetBy: short)]
    return Fitted(text: kept + ellipsis, width: columns, isWhole: false)
  }

  /// Returns a text of another type as ``clipped(_:to:)`` does, with what is known of it then.
  static func fitted(_ text: some StringProtocol, to columns: Int) -> Fitted {
    text.utf8.count <= shortLength
      ? fitted(String(text), to: columns) : fitted(characters: text, to: columns)
  }

  private static func fitted(characters text: some StringProtocol, to columns: Int) -> Fitted {
    guard columns > 0 else { return Fitted(text: "", width: 0, isWhole: text.isEmpty) }
    var result = ""
    var short = (length: 0, width: 0)
    var used = 0
    for character in text {
      let width = width(of: character)
      if used + width > columns {
        let kept = String(decoding: result.utf8.prefix(short.length), as: UTF8.self)
        return Fitted(text: kept + ellipsis, width: short.width + 1, isWhole: false)
      }
      show(character) { shown, _ in result.append(shown) }
      used += width
      if used < columns { short = (result.utf8.count, used) }
    }
    return Fitted(text: result, width: used, isWhole: true)
  }

  private static let ellipsis = String(Glyph.ellipsis.unicode)

  /// Returns `text` as it is drawn, cut to `columns` after a whole word, with an ellipsis behind it.
  ///
  /// Only where the first word alone is too long, that is cut. Scripts of wide characters are written
  /// without spaces, so each of them is a word.
  package static func clippedAtWord(_ text: some StringProtocol, to columns: Int) -> String {
    let fitted = fitted(text, to: columns)
    if fitted.isWhole { return fitted.text }
    let kept = fitted.text.dropLast()
    // What follows the cut tells whether a word ends there.
    if text.dropFirst(kept.count).first == " " { return trimmed(kept) + ellipsis }
    guard let space = kept.lastIndex(of: " ") else { return fitted.text }
    if let last = kept.last, width(of: last) == 2 { return fitted.text }
    let whole = trimmed(kept[..<space])
    return whole.isEmpty ? fitted.text : whole + ellipsis
  }

  /// Without spaces, and the signs that lead on to what is not there, at the end.
  private static func trimmed(_ text: some StringProtocol) -> String {
    let end = text.lastIndex { !" ,;:·-".contains($0) }
    return end.map { String(text[...$0]) } ?? ""
  }

  /// Returns as many whole items of `text` as fit in `columns`, without anything in place of the rest.
  ///
  /// If not even the first fits it is cut after a whole word.
  package static func clippedAtItem(
    _ text: some StringProtocol,
    separator: String = " · ",
    to columns: Int
  ) -> String {
    let columns = min(columns, Size.limit.columns)
    guard columns > 0 else { return "" }
    let fitted = fitted(text, to: columns)
    let mark = Array(separator)
    if fitted.isWhole || mark.isEmpty { return fitted.text }
    var window: [Character] = []
    var used = 0
    let reach = columns + width(of: separator)
    for character in text {
      used += width(of: character)
      if used > reach { break }
      window.append(character)
    }
    var end: Int?
    var before = 0
    for index in window.indices {
      if before > columns { break }
      if window[index...].starts(with: mark) { end = index }
      before += width(of: window[index])
    }
    guard let end else { return clippedAtWord(text, to: columns) }
    return sanitized(String(window[..<end]))
  }

  /// Returns `text` followed by spaces to fill `columns`, clipped if it is too long.
  package static func padded(_ text: some StringProtocol, to columns: Int) -> String {
    let fitted = fitted(text, to: columns)
    return fitted.text + spaces(columns - fitted.width)
  }

  /// Returns `text` behind spaces that fill `columns`, clipped if it is too long.
  package static func alignedRight(_ text: some StringProtocol, to columns: Int) -> String {
    let fitted = fitted(text, to: columns)
    return spaces(columns - fitted.width) + fitted.text
  }

  /// Returns `text` in the middle of `columns`, clipped if it is too long.
  package static func centered(_ text: some StringProtocol, to columns: Int) -> String {
    let fitted = fitted(text, to: columns)
    let rest = max(columns - fitted.width, 0)
    return spaces(rest / 2) + fitted.text + spaces(rest - rest / 2)
  }

  private static func spaces(_ count: Int) -> String {
    String(repeating: " ", count: min(max(count, 0), Size.limit.columns))
  }
}
