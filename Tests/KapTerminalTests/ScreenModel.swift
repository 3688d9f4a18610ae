import KapCanvas
import Testing

@testable import KapTerminal

/// What a terminal shows after bytes, for as much of one as the painter asks for.
///
/// Anything else in the bytes is an issue of the test.
struct ScreenModel {
  struct Spot: Hashable {
    var character: Character = " "
    var pen = Pen()
  }

  let size: Size
  private(set) var spots: [Spot]
  private(set) var cursor = Point(row: 0, column: 0)
  private(set) var showsCursor = true
  private(set) var isAlternate = false
  private(set) var marksPastes = false
  private var pen = Pen()

  init(_ size: Size) {
    self.size = size
    spots = Array(repeating: Spot(), count: size.rows * size.columns)
  }

  subscript(row: Int, column: Int) -> Spot { spots[row * size.columns + column] }

  mutating func accept(_ bytes: [UInt8]) {
    var rest = Substring(String(decoding: bytes, as: UTF8.self))[...]
    while let character = rest.popFirst() {
      if character == "\u{1B}" {
        sequence(&rest)
      } else if character != "\u{F}" {
        write(character)
      }
    }
  }

  private mutating func write(_ character: Character) {
    let width = Text.width(of: character)
    guard width > 0, cursor.row < size.rows, cursor.column + width <= size.columns else {
      Issue.record("“\(character)” written at \(cursor) of \(size)")
      return
    }
    spots[cursor.row * size.columns + cursor.column] = Spot(character: character, pen: pen)
    if width == 2 {
      spots[cursor.row * size.columns + cursor.column + 1] = Spot(character: " ", pen: pen)
    }
    cursor.column += width
  }

  private mutating func sequence(_ rest: inout Substring) {
    switch rest.popFirst() {
    case "[":
      let body = rest.prefix { !$0.isLetter }
      rest = rest.dropFirst(body.count)
      control(String(body), rest.popFirst() ?? " ")
    case "(": _ = rest.popFirst()
    case let other: Issue.record("Esc \(String(describing: other))")
    }
  }

  private mutating func control(_ body: String, _ final: Character) {
    let numbers = body.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    switch (final, body) {
    case ("H", ""): cursor = Point(row: 0, column: 0)
    case ("H", _): cursor = Point(row: numbers[0] - 1, column: numbers[1] - 1)
    case ("G", _): cursor.column = numbers[0] - 1
    case ("J", _): spots = spots.map { _ in Spot(pen: Pen(behind: pen.behind)) }
    case ("m", _): dress(numbers)
    case ("h", "?25"), ("l", "?25"): showsCursor = final == "h"
    case ("h", "?1049"), ("l", "?1049"): isAlternate = final == "h"
    case ("h", "?2004"), ("l", "?2004"): marksPastes = final == "h"
    case ("l", "?12"), ("h", "34"), ("c", _), ("t", _), ("q", _): break
    default: Issue.record("Esc [ \(body) \(final)")
    }
  }

  private mutating func dress(_ numbers: [Int]) {
    var rest = numbers[...]
    func colour(_ standard: Int) -> Pen.Ink {
      switch rest.popFirst() {
      case 5: return .indexed(UInt8(rest.popFirst() ?? 0))
      case 2:
        let parts = rest.prefix(3).map { UInt8($0) }
        rest = rest.dropFirst(3)
        return .direct(parts[0], parts[1], parts[2])
      default: return .standard
      }
    }
    while let number = rest.popFirst() {
      switch number {
      case 0: pen = Pen()
      case 1: pen.attributes.insert(.bold)
      case 2: pen.attributes.insert(.dim)
      case 4: pen.attributes.insert(.underline)
      case 7: pen.attributes.insert(.reverse)
      case 10: break
      case 22: pen.attributes.subtract([.bold, .dim])
      case 24: pen.attributes.remove(.underline)
      case 27: pen.attributes.remove(.reverse)
      case 30...37: pen.letters = .indexed(UInt8(number - 30))
      case 40...47: pen.behind = .indexed(UInt8(number - 40))
      case 90...97: pen.letters = .indexed(UInt8(number - 82))
      case 100...107: pen.behind = .indexed(UInt8(number - 92))
      case 38: pen.letters = colour(38)
      case 48: pen.behind = colour(48)
      case 39: pen.letters = .standard
      case 49: pen.behind = .standard
      default: Issue.record("rendition \(number)")
      }
    }
  }
}
