import Foundation
import KapTimeline

/// What a field of a recording says as a number.
enum Figure: Hashable, Sendable {
  /// Nothing was measured, or the device said so by one of its codes.
  case missing
  case number(Double)
  /// Something else than a number.
  case unreadable

  /// Reads a number with a point or a comma, and perhaps its unit behind it.
  init(_ field: some StringProtocol) {
    let text = field.trimmingCharacters(in: Self.around)
    guard !Self.words.contains(text.lowercased()) else {
      self = .missing
      return
    }
    guard text.utf8.count <= 64 else {
      self = .unreadable
      return
    }
    var digits = ""
    var rest = text[...]
    while let character = rest.first, character.isASCII,
      character.isNumber || "+-.,eE".contains(character)
    {
      // An `e` belongs to the number only where digits or a sign follow it.
      if character == "e" || character == "E" {
        guard let next = rest.dropFirst().first, next.isASCII, next.isNumber || "+-".contains(next)
        else { break }
      }
      digits.append(character == "," ? "." : character)
      rest.removeFirst()
    }
    let unit = rest.trimmingCharacters(in: Self.around)
    guard unit.isEmpty || Unit(unit) != .other, digits.count(where: { $0 == "." }) <= 1,
      let value = Double(digits)
    else {
      self = .unreadable
      return
    }
    self = value.isFinite ? .number(value) : .missing
  }

  /// The number as a reading of `sign`, where it is not one of the codes for no reading.
  ///
  /// Zero is a code here for every sign, breathing too: a monitor writes it when a lead is off, and
  /// only a person can say that somebody does not breathe.
  static func reading(_ field: some StringProtocol, of sign: Sign) -> Figure {
    guard case .number(let value) = Figure(field) else { return Figure(field) }
    if value <= 0 || codes.contains(value) { return .missing }
    if sign == .oxygenSaturation, saturationCodes.contains(value) { return .missing }
    return .number(value)
  }

  private static let around = CharacterSet.whitespacesAndNewlines
    .union(CharacterSet(charactersIn: "\"'*!\u{00A0}\u{FEFF}"))

  private static let words: Set<String> = [
    "", "-", "--", "---", "----", "–", "—", "?", "??", "???", ".", "..", "...", "/", "-/-", "--/--",
    "---/---", "nan", "+nan", "-nan", "na", "n/a", "n.a.", "#n/a", "<na>", "null", "nil", "none",
    "inf", "-inf", "+inf", "infinity", "-infinity", "invalid", "inv", "off", "missing", "void", "x",
    "xx", "xxx", "no data", "nodata", "no reading", "noreading", "no signal", "nosignal", "error",
    "err", "undefined", "unknown", "false", "not available", "not measured", "leads off",
    "lead off",
  ]

  /// Numbers that devices write for no reading; no sign can reach them.
  private static let codes: Set<Double> = [
    511, 999, 999.9, 2047, 4095, 6553.5, 8191, 9999, 16383, 32767, 32768, 65534, 65535, 99999,
    999_999, 8_388_607, 2_147_483_647, 4_294_967_295,
  ]

  private static let saturationCodes: Set<Double> = [127, 255]
}
