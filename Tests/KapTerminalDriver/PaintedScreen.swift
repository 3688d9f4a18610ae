package import KapCanvas

/// What a terminal would show after the program's bytes, and everything in them that a painter has
/// no business to send.
///
/// It knows the few control sequences that take, paint and give back a screen of an xterm. Whatever
/// else comes while the screen is taken is an offence: so no text of a patient can pass for one.
package struct PaintedScreen: Sendable {
  /// The size it was made for.
  package private(set) var size: Size
  /// What should not have come, in words.
  package private(set) var offences: [String] = []
  /// What was written while the screen was not taken: what a shell's user would read.
  package private(set) var said = ""
  /// Whether the program has taken the screen.
  package private(set) var isTaken = false
  /// Whether pastes are marked.
  package private(set) var marksPastes = false
  /// Whether the cursor is shown.
  package private(set) var showsCursor = true
  /// Whether any colour was asked for.
  package private(set) var hasColour = false

  private var cells: [[Character?]]
  private var row = 0
  private var column = 0
  private var rest: [UInt8] = []

  /// Creates an empty screen.
  package init(_ size: Size) {
    self.size = size
    cells = Self.blank(size)
  }

  /// The rows of text.
  package var text: ScreenText {
    ScreenText(cells.map { row in String(row.compactMap { $0 }) })
  }

  /// Gives the screen another size, blank until it is painted.
  package mutating func resize(_ size: Size) {
    self.size = size
    cells = Self.blank(size)
  }

  /// Shows what the program wrote.
  package mutating func accept(_ bytes: some Sequence<UInt8>) {
    rest += bytes
    var place = 0
    while place < rest.count, let next = accept(at: place) { place = next }
    rest.removeFirst(place)
  }

  private static func blank(_ size: Size) -> [[Character?]] {
    Array(repeating: Array(repeating: " ", count: size.columns), count: size.rows)
  }

  private mutating func offend(_ words: String) {
    if offences.count < 20 { offences.append(words) }
  }

  /// Takes what begins at a place; nil while its end has not come.
  private mutating func accept(at place: Int) -> Int? {
    if rest[place] == 0x1B { return acceptSequence(at: place) }
    let end = rest[place...].firstIndex(of: 0x1B) ?? rest.count
    var piece = rest[place..<end]
    if end == rest.count { piece = piece.dropLast(Self.incomplete(piece)) }
    guard !piece.isEmpty else { return nil }
    if let text = String(validating: piece, as: UTF8.self) {
      write(text)
    } else {
      offend("bytes that are no UTF-8: \(piece.prefix(40))")
    }
    return piece.endIndex
  }

  /// How many bytes at the end begin a character that is not whole yet.
  private static func incomplete(_ bytes: ArraySlice<UInt8>) -> Int {
    for (count, byte) in bytes.reversed().prefix(3).enumerated() where byte & 0xC0 != 0x80 {
      let needed = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      return needed > count + 1 ? count + 1 : 0
    }
    return 0
  }

  private mutating func write(_ text: String) {
    guard isTaken else {
      said += text
      return
    }
    for character in text {
      let width = Text.width(of: character)
      if let why = Self.offence(of: character) { offend(why) }
      guard width > 0, row < size.rows, column + width <= size.columns else {
        offend("\(Self.codes(of: character)) at row \(row), column \(column), \(width) wide")
        continue
      }
      cells[row][column] = character
      if width == 2 { cells[row][column + 1] = nil }
      column += width
    }
  }

  /// Why a character may not reach a terminal, if it may not.
  private static func offence(of character: Character) -> String? {
    let scalars = character.unicodeScalars
    // What fits over and under one letter is a few marks; a flood leaves the row.
    if scalars.count > 12 { return "\(scalars.count) scalars in one cell" }
    for scalar in scalars {
      switch scalar.value {
      case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: return "control \(codes(of: character))"
      case 0x61C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF:
        return "format \(codes(of: character))"
      default: continue
      }
    }
    return nil
  }

  private static func codes(of character: Character) -> String {
    character.unicodeScalars.map { "U+" + String($0.value, radix: 16) }.joined(separator: " ")
  }
}

extension PaintedScreen {
  private mutating func acceptSequence(at place: Int) -> Int? {
    guard place + 1 < rest.count else { return nil }
    switch rest[place + 1] {
    case 0x5B:
      guard let end = rest[(place + 2)...].firstIndex(where: { !(0x20..<0x40).contains($0) })
      else { return nil }
      let body = String(decoding: rest[(place + 2)..<end], as: UTF8.self)
      control(body, Character(Unicode.Scalar(rest[end])))
      return end + 1
    case 0x28:
      guard place + 2 < rest.count else { return nil }
      if rest[place + 2] != 0x42 { offend("another alphabet") }
      return place + 3
    case let other:
      offend("Esc \(Character(Unicode.Scalar(other)).debugDescription)")
      return place + 2
    }
  }

  private mutating func control(_ body: String, _ final: Character) {
    let numbers = body.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    switch (final, body) {
    case ("H", _):
      row = max(numbers[0] - 1, 0)
      column = max((numbers.count > 1 ? numbers[1] : 1) - 1, 0)
    case ("G", _): column = max(numbers[0] - 1, 0)
    case ("J", "2"), ("J", ""), ("J", "3"): cells = Self.blank(size)
    case ("m", _): dress(numbers)
    case ("h", "?25"), ("l", "?25"): showsCursor = final == "h"
    case ("h", "?1049"), ("l", "?1049"): isTaken = final == "h"
    case ("h", "?2004"), ("l", "?2004"): marksPastes = final == "h"
    case ("l", "?12"), ("h", "?12"), ("l", "34"), ("h", "34"): break
    // What an xterm is told of its title's stack and its cursor's shape as the screen is taken.
    case ("t", "22;0;0"), ("t", "23;0;0"), ("q", _): break
    default: offend("Esc [ \(body) \(final)")
    }
  }

  private mutating func dress(_ numbers: [Int]) {
    let colours = numbers.contains { (30...38).contains($0) || (40...48).contains($0) || $0 >= 90 }
    if colours { hasColour = true }
  }
}
