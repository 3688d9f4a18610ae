/// What becomes of a text on its way to the screen.
///
/// Every function here reads no more of its text than the cells that are asked for need, and is
/// linear in what it reads.
package enum Text {
  /// The most marks that are drawn over one letter; a terminal's cell holds no more.
  static let maximumMarks = 4

  /// The bytes up to which a text is rather copied than read where it is.
  static let shortLength = 4_096

  /// What stands for a scalar that would be invisible.
  static let invisibleMark: Character = "·"

  /// What stands for a scalar that must not reach a terminal.
  static let replacement: Character = "\u{FFFD}"
}

extension Text {
  /// Returns the columns that `character` takes when it is drawn.
  package static func width(of character: Character) -> Int {
    var width = 0
    show(character) { _, columns in width += columns }
    return width
  }

  /// Returns the columns that `text` takes when it is drawn.
  package static func width(of text: String) -> Int {
    if isPlainASCII(text) { return text.utf8.count }
    var width = 0
    var plain = PlainScalars(text)
    while plain.next() != nil { width += 1 }
    if plain.isAtEnd { return width }
    return width + Text.width(ofCharacters: text[text.index(of: plain)...])
  }

  /// Returns the columns that `text` takes when it is drawn.
  package static func width(of text: some StringProtocol) -> Int { width(of: String(text)) }

  private static func width(ofCharacters text: Substring) -> Int {
    var width = 0
    for character in text {
      show(character) { _, columns in width += columns }
    }
    return width
  }

  /// Returns `text` as it is drawn, without anything that a terminal could obey.
  ///
  /// Control characters, bidirectional overrides and isolates, private and unassigned scalars become
  /// `�`; invisible ones and marks without a letter become `·`; tabs and line ends become spaces; of
  /// a flood of marks the first four stay. Doing it twice changes nothing more.
  package static func sanitized(_ text: String) -> String {
    if isPlainASCII(text) { return text }
    var plain = PlainScalars(text)
    if plain.readAll() { return text }
    let rest = text.index(of: plain)
    var result = String(text[..<rest])
    for character in text[rest...] {
      show(character) { shown, _ in result.append(shown) }
    }
    return result
  }

  /// Returns `text` as it is drawn, without anything that a terminal could obey.
  package static func sanitized(_ text: some StringProtocol) -> String { sanitized(String(text)) }

  /// Whether a text is short and each of its bytes a letter that is drawn as it is.
  static func isPlainASCII(_ text: String) -> Bool {
    guard text.utf8.count <= shortLength else { return false }
    return text.utf8.withContiguousStorageIfAvailable { bytes in
      // Without a way out at the first that is not, many are looked at at a time.
      bytes.reduce(0) { $0 | ($1 &- 0x20 < 0x5F ? 0 : 1) } == 0
    } ?? false
  }

  /// The first characters of a text, of which a title or the like needs no more.
  static func beginning(of text: String, _ count: Int) -> String {
    text.utf8.count <= count ? text : String(text.prefix(count))
  }

  /// Gives `emit` the pieces that are drawn for `cluster`, each with its columns, 1 or 2.
  ///
  /// A cluster is what reads as one character but may be several scalars. Terminals agree on a letter
  /// with marks over it: one piece. They agree, because each takes columns of its own, on letters and
  /// spacing marks that only a script's rules join: a piece each. They do not agree on what emoji
  /// sequences take (joined people, skin tones, selected presentations, flags, key caps): the first
  /// scalar stands for the sequence if it can be shown alone, else `�`.
  static func show(_ cluster: Character, _ emit: (Character, Int) -> Void) {
    if let byte = cluster.asciiValue {
      switch byte {
      case 0x20..<0x7F: emit(cluster, 1)
      case 0x09...0x0D: emit(" ", 1)
      default: emit(replacement, 1)
      }
      return
    }
    let scalars = cluster.unicodeScalars
    guard let first = scalars.first else { return }
    if scalars.index(after: scalars.startIndex) == scalars.endIndex {
      emitAlone(first, emit)
    } else if isEmojiSequence(scalars, first) {
      emitAlone(first, emit)
    } else {
      emitPieces(scalars, emit)
    }
  }

  private static func emitAlone(_ scalar: Unicode.Scalar, _ emit: (Character, Int) -> Void) {
    switch ScalarWidth.of(scalar) {
    case .narrow: emit(Character(scalar), 1)
    case .wide: emit(Character(scalar), 2)
    case .over: emit(invisibleMark, 1)
    case .hidden: emit(mark(for: scalar), 1)
    }
  }

  private static func emitPieces(
    _ scalars: Character.UnicodeScalarView,
    _ emit: (Character, Int) -> Void
  ) {
    var piece = String.UnicodeScalarView()
    var columns = 0
    func flush() {
      if columns > 0 { emit(Character(String(piece)), columns) }
      piece = String.UnicodeScalarView()
      columns = 0
    }
    var marks = 0
    for scalar in scalars {
      let width = ScalarWidth.of(scalar)
      if width == .over, columns > 0 {
        marks += 1
        if marks <= maximumMarks { piece.append(scalar) }
        continue
      }
      if isVariationSelector(scalar) { continue }
      flush()
      switch width {
      case .narrow, .wide:
        piece.append(scalar)
        columns = width == .wide ? 2 : 1
        marks = 0
      case .over, .hidden:
        emitAlone(scalar, emit)
      }
    }
    flush()
  }

  private static func isEmojiSequence(
    _ scalars: Character.UnicodeScalarView,
    _ first: Unicode.Scalar
  ) -> Bool {
    guard !first.isASCII, first.properties.isEmoji else { return false }
    return scalars.dropFirst().contains { scalar in
      switch scalar.value {
      case 0x200D, 0x20E3, 0xFE0E, 0xFE0F, 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF: true
      case 0xE0020...0xE007F: true
      default: false
      }
    }
  }

  private static func isVariationSelector(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x180B...0x180D, 0x180F: true
    default: false
    }
  }

  private static func mark(for scalar: Unicode.Scalar) -> Character {
    switch scalar.value {
    case 0x85, 0x2028, 0x2029: return " "
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: return replacement
    default:
      return scalar.properties.isDefaultIgnorableCodePoint ? invisibleMark : replacement
    }
  }
}
