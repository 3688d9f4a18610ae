/// The signs that this terminal can show, chosen one by one at start.
///
/// A sign that is not exactly one column wide here is replaced by its ASCII twin, so that columns
/// never shift. ``Canvas/write(_:row:column:as:limit:)`` applies the same choice to text, so `“` or
/// `·` in a sentence needs no thought.
package struct Glyphs: Hashable, Sendable {
  /// The signs that look otherwise than they should, whatever the reason.
  private let others: [Glyph: Character]
  private let substitutes: [Character: Character]
  /// The signs for the lines of a border, by ``Arms``; none where one is more than a scalar.
  private let lines: [Unicode.Scalar?]
  /// Whether the terminal shows letters beyond ASCII at all.
  package let showsUnicode: Bool

  /// Chooses the signs for a terminal on which a character takes the columns that `width` returns.
  ///
  /// - Parameters:
  ///   - overrides: Signs of a theme, taken where they are one column wide, both in the terminal's
  ///     eyes and by ``Text/width(of:)-(Character)``.
  ///   - width: Returns the columns that a character takes, or a negative number if it has none.
  package init(
    overriding overrides: [Glyph: Character] = [:],
    width: (Character) -> Int
  ) {
    func fits(_ sign: Character) -> Bool {
      width(sign) == 1 && Text.width(of: sign) == 1 && Text.sanitized(String(sign)) == String(sign)
    }
    var others: [Glyph: Character] = [:]
    var substitutes: [Character: Character] = [:]
    for glyph in Glyph.allCases {
      let wanted = [overrides[glyph], glyph.unicode].compactMap(\.self).first(where: fits)
      let sign = wanted ?? glyph.ascii
      if sign != glyph.unicode { others[glyph] = sign }
      if !fits(glyph.unicode) { substitutes[glyph.unicode] = glyph.ascii }
    }
    for (character, twin) in Self.typographic where !fits(character) {
      substitutes[character] = twin
    }
    self.others = others
    self.substitutes = substitutes
    showsUnicode = fits("ñ")
    lines = (UInt8(0)..<16).map { arms in
      let glyph = Arms(rawValue: arms).glyph
      let scalars = (others[glyph] ?? glyph.unicode).unicodeScalars
      return scalars.count == 1 ? scalars.first : nil
    }
  }

  /// All signs as they should look.
  package static let unicode = Glyphs { Text.width(of: $0) }

  /// All signs as their ASCII twins.
  package static let ascii = Glyphs { $0.isASCII ? 1 : -1 }

  /// The sign to draw for `glyph`.
  package subscript(glyph: Glyph) -> Character {
    others.isEmpty ? glyph.unicode : others[glyph] ?? glyph.unicode
  }

  /// The sign for the lines that leave a cell, if it is one scalar.
  func line(_ arms: Arms) -> Unicode.Scalar? { lines[Int(arms.rawValue & 15)] }

  /// What is drawn for a scalar of a text, unless it is drawn as it is.
  func shown(_ scalar: Unicode.Scalar) -> Character? {
    scalar.isASCII || substitutes.isEmpty ? nil : shown(Character(scalar))
  }

  /// What is drawn for a character of a text, taking the same columns or one.
  func shown(_ character: Character) -> Character {
    if character.isASCII || substitutes.isEmpty { return character }
    if let substitute = substitutes[character] { return substitute }
    return showsUnicode ? character : self[.replacement]
  }

  /// Letters that people type without noticing, which have a plain twin.
  private static let typographic: [Character: Character] = [
    "‘": "'", "’": "'", "‚": "'", "„": "\"", "«": "\"", "»": "\"",
    "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "\u{A0}": " ", "°": "o",
  ]
}
