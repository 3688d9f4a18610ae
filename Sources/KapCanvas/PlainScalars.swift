/// The beginning of a text, as far as every scalar is a character by itself and is drawn in one
/// column as it is.
///
/// Nearly all text of a screen is of that kind. It needs no search for the borders of characters
/// and none for what their scalars are, which otherwise takes most of the time of drawing.
struct PlainScalars {
  /// The bytes of the text that were read.
  private(set) var length = 0
  private var scalars: String.UnicodeScalarView.Iterator
  private var upcoming: Unicode.Scalar?
  private var isUpcomingPlain: Bool

  init(_ text: String) {
    scalars = text.unicodeScalars.makeIterator()
    upcoming = scalars.next()
    isUpcomingPlain = upcoming.map(Self.isPlain) ?? false
  }

  /// Whether the whole text was read.
  var isAtEnd: Bool { upcoming == nil }

  /// The next scalar, or none at the end and before a character that takes a closer look.
  mutating func next() -> Unicode.Scalar? {
    guard isUpcomingPlain, let scalar = upcoming else { return nil }
    upcoming = scalars.next()
    if let upcoming {
      // What is not plain may join the scalar before it.
      isUpcomingPlain = Self.isPlain(upcoming)
      if !isUpcomingPlain { return nil }
    } else {
      isUpcomingPlain = false
    }
    length += scalar.value < 0x80 ? 1 : scalar.value < 0x800 ? 2 : 3
    return scalar
  }

  /// Reads on to the end; returns false if the text is not plain throughout.
  mutating func readAll() -> Bool {
    while next() != nil {}
    return isAtEnd
  }

  /// Whether the scalar is one column wide, is drawn as it is, and never joins another plain one.
  ///
  /// All of them are of grapheme break class Other, none is ignorable, and none of them above U+FFFF.
  static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E: true
    case 0xA0...0xAC, 0xAE...0x2FF, 0x391...0x3A1, 0x3A3...0x3FF, 0x400...0x482, 0x48A...0x52F: true
    case 0x1E00...0x1EFF, 0x2010...0x2027, 0x2030...0x205E, 0x20A0...0x20BF: true
    case 0x2190...0x22FF, 0x2500...0x25FC, 0x2600...0x2613, 0x2713, 0xFFFD: true
    default: false
    }
  }
}

extension String {
  /// The place up to which its plain scalars were read.
  func index(of plain: PlainScalars) -> Index { utf8.index(startIndex, offsetBy: plain.length) }
}
