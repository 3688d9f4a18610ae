/// The value that stands at the end of a line as it was offered.
enum OfferedEnd: Hashable, Sendable {
  /// An amount, which a digit begins anew.
  case amount(String)
  /// A lot and all behind it, which is that lot's own; a letter or a digit begins another one.
  case lot(String)

  var text: String {
    switch self {
    case .amount(let text), .lot(let text): text
    }
  }

  /// Whether a character typed behind it begins another value.
  func isBegun(by character: Character) -> Bool {
    switch self {
    case .amount: character.isASCII && character.isNumber
    case .lot: character.isLetter || character.isNumber
    }
  }
}
