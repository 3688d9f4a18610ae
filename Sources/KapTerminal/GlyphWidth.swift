import CTerminal

/// Whether characters beyond ASCII are encoded as UTF-8 here.
package var isUnicodeLocale: Bool { kap_locale_is_unicode() == 1 }

/// Returns the columns that `character` takes by the system's own table, or -1 if it has none.
///
/// For choosing glyphs at start, as in `Glyphs(width: glyphWidth)`. Text is measured by the
/// canvas, which knows more characters and is the same everywhere.
package func glyphWidth(_ character: Character) -> Int {
  guard isUnicodeLocale || character.isASCII else { return -1 }
  var width = 0
  for scalar in character.unicodeScalars {
    let columns = Int(kap_locale_width(scalar.value))
    guard columns >= 0 else { return -1 }
    width += columns
  }
  return width
}
