/// A text that is being typed, with a cursor between its characters.
///
/// The length is bounded in Unicode scalars, so that neither a paste nor a flood of marks on one
/// letter can make the field slow: what would exceed it is refused as a whole, and the rest stays.
package struct TextField: Hashable, Sendable {
  /// The characters typed so far.
  package private(set) var characters: [Character]
  /// The number of characters before the cursor.
  package internal(set) var cursor: Int
  /// The most Unicode scalars that the field holds.
  package let maximumLength: Int
  private var length: Int

  /// Creates a field that holds `text`, with the cursor behind it.
  ///
  /// A text longer than `maximumLength` is left out.
  package init(_ text: String = "", maximumLength: Int = 4_000) {
    characters = []
    cursor = 0
    length = 0
    self.maximumLength = max(maximumLength, 0)
    insert(text)
  }

  /// The text typed so far.
  package var text: String { String(characters) }

  /// Whether nothing is typed.
  package var isEmpty: Bool { characters.isEmpty }
}

extension TextField {
  /// Inserts `text` at the cursor; returns false, and changes nothing, if that would be too long.
  ///
  /// A mark typed alone joins the letter before it.
  @discardableResult
  package mutating func insert(_ text: String) -> Bool {
    let room = maximumLength - length
    let scalars = text.unicodeScalars
    let fits = scalars.index(scalars.startIndex, offsetBy: room + 1, limitedBy: scalars.endIndex)
    guard fits == nil else { return false }
    guard !text.isEmpty else { return true }
    let first = max(cursor - 1, 0)
    let last = min(cursor + 1, characters.count)
    let before = String(characters[first..<cursor]) + text
    let joined = Array(before + String(characters[cursor..<last]))
    characters.replaceSubrange(first..<last, with: joined)
    cursor = first + before.count
    length += scalars.count
    return true
  }

  /// Deletes the character before the cursor.
  package mutating func deleteBackwards() { delete(from: cursor - 1, to: cursor) }

  /// Deletes the character after the cursor.
  package mutating func deleteForwards() { delete(from: cursor, to: cursor + 1) }

  /// Deletes back to the beginning of the word before the cursor.
  package mutating func deleteWord() { delete(from: startOfWord, to: cursor) }

  /// Deletes everything.
  package mutating func clear() { self = TextField(maximumLength: maximumLength) }

  private mutating func delete(from first: Int, to last: Int) {
    guard first >= 0, last <= characters.count, first < last else { return }
    length -= characters[first..<last].reduce(0) { $0 + $1.unicodeScalars.count }
    characters.removeSubrange(first..<last)
    rejoin(at: first)
    cursor = min(first, characters.count)
  }

  /// Lets the characters on both sides of a deletion become one, if that is what they now are.
  private mutating func rejoin(at index: Int) {
    guard index > 0, index < characters.count else { return }
    let joined = Array(String(characters[(index - 1)...index]))
    if joined.count != 2 { characters.replaceSubrange((index - 1)...index, with: joined) }
  }

  /// The beginning of the word before the cursor, spaces after the word among it.
  private var startOfWord: Int {
    var start = cursor
    while start > 0, characters[start - 1].isWhitespace { start -= 1 }
    while start > 0, !characters[start - 1].isWhitespace { start -= 1 }
    return start
  }
}

extension TextField {
  /// Moves the cursor by a number of characters, as far as there are any.
  package mutating func move(by count: Int) {
    let (moved, overflow) = cursor.addingReportingOverflow(count)
    cursor = overflow ? (count < 0 ? 0 : characters.count) : min(max(moved, 0), characters.count)
  }

  /// Moves the cursor before the first character.
  package mutating func moveToStart() { cursor = 0 }

  /// Moves the cursor behind the last character.
  package mutating func moveToEnd() { cursor = characters.count }

  /// What of a field is in sight.
  package struct Window: Hashable, Sendable {
    /// The text in sight, as it is drawn.
    package let text: String
    /// The column of the cursor within it.
    package let cursorColumn: Int
    /// Whether there is text to the left of it.
    package let hidesStart: Bool
    /// Whether there is text to the right of it.
    package let hidesEnd: Bool
  }

  /// Returns the part that is in sight in `columns`, the cursor and what stands at it always.
  ///
  /// The text scrolls by half of the width, so that it stands still while the cursor moves.
  package func window(columns: Int) -> Window {
    let widths = characters[..<cursor].map { Text.width(of: $0) }
    let before = widths.reduce(0, +)
    let atCursor = cursor < characters.count ? Text.width(of: characters[cursor]) : 1
    let excess = before + max(atCursor, 1) - columns
    var first = 0
    var skipped = 0
    if excess > 0 {
      let step = max(columns / 2, 1)
      let wanted = (excess + step - 1) / step * step
      while first < cursor, skipped < wanted {
        skipped += widths[first]
        first += 1
      }
    }
    var text = ""
    var used = 0
    var last = first
    while last < characters.count {
      let width = Text.width(of: characters[last])
      if used + width > columns { break }
      text += Text.sanitized(String(characters[last]))
      used += width
      last += 1
    }
    return Window(
      text: text,
      cursorColumn: min(before - skipped, max(columns - 1, 0)),
      hidesStart: first > 0,
      hidesEnd: last < characters.count
    )
  }
}
