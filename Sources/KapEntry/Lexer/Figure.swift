/// A decimal number as it was typed, exact.
struct Figure: Hashable {
  /// The digits without the point.
  let digits: Int64
  /// How many of them stand after the point.
  let places: Int
  let isNegative: Bool

  /// At most so many digits before and after the point: no reading or amount needs more, and no
  /// sum of them can overflow.
  static let wholeDigits = 6
  static let fractionDigits = 6

  var value: Double {
    let size = Double(digits) / Self.powers[places]
    return isNegative ? -size : size
  }

  var whole: Int? { places == 0 ? Int(isNegative ? -digits : digits) : nil }

  /// The number with a point and without needless zeros: `0.1`.
  var text: String {
    let scale = Int64(Self.powers[places])
    var fraction = String(digits % scale)
    fraction = String(repeating: "0", count: places - min(places, fraction.count)) + fraction
    while fraction.hasSuffix("0") { fraction.removeLast() }
    let sign = isNegative ? "-" : ""
    return "\(sign)\(digits / scale)" + (places == 0 || fraction.isEmpty ? "" : ".\(fraction)")
  }

  /// The number times `factor`, rounded to the nearest whole, or nil when that is beyond counting.
  func scaled(by factor: Int64) -> Int64? {
    let (product, overflow) = digits.multipliedReportingOverflow(by: factor)
    guard !overflow else { return nil }
    let scale = Int64(Self.powers[places])
    let rounded = product / scale + (product % scale * 2 >= scale ? 1 : 0)
    return isNegative ? -rounded : rounded
  }

  /// Powers of ten are exact as doubles, so the quotient above is the nearest one to what was typed.
  static let powers: [Double] = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000]
}

extension Reader {
  /// Whether a word begins with a digit of any script, or with a point and a digit.
  func beginsWithNumber(_ word: Word) -> Bool {
    let first = characters[word.start]
    guard first == ".", word.start + 1 < word.end else { return first.isNumber }
    return isDigit(characters[word.start + 1])
  }

  /// Reads the number that begins at `start`, and says where it ends.
  ///
  /// A comma may stand for the point (`36,8`), but not where it could part thousands (`1,000`).
  func figure(
    from start: Int,
    to stop: Int,
    of what: String,
    _ remedy: String,
    isSigned: Bool = false
  ) throws(EntryError) -> (figure: Figure, end: Int) {
    var index = start
    var isNegative = false
    if isSigned, index < stop, isMinus(characters[index]) || characters[index] == "+" {
      isNegative = characters[index] != "+"
      index += 1
    }
    let first = index
    var digits: Int64 = 0
    var wholeCount = 0
    var places = 0
    var mark: Int?
    while index < stop {
      let character = characters[index]
      if let digit = character.wholeNumberValue, isDigit(character) {
        if mark == nil {
          if wholeCount > 0 || digit > 0 { wholeCount += 1 }
        } else {
          places += 1
        }
        guard wholeCount <= Figure.wholeDigits, places <= Figure.fractionDigits else {
          throw tooLong(from: start, to: stop, of: what, remedy)
        }
        digits = digits * 10 + Int64(digit)
      } else if mark == nil, character == "." || character == ",", index + 1 < stop,
        isDigit(characters[index + 1])
      {
        mark = index
      } else {
        break
      }
      index += 1
    }
    if index < stop, characters[index].isNumber, !isDigit(characters[index]) {
      throw failure(
        .foreignDigits,
        from: start,
        to: stop,
        "“\(clip(String(characters[start..<stop])))” is not written with the digits 0 to 9.",
        remedy
      )
    }
    guard index > first else {
      throw failure(
        .notANumber,
        from: start,
        to: stop,
        "\(what) needs a number, not “\(clip(String(characters[start..<stop])))”.",
        remedy
      )
    }
    if let mark, characters[mark] == ",", places == 3, wholeCount > 0 {
      throw failure(
        .ambiguousNumber,
        from: start,
        to: index,
        "“\(String(characters[start..<index]))” may be a fraction or thousands.",
        "Type it with a point, or without a mark."
      )
    }
    if let mark, mark == first, characters[mark] == "," {
      throw failure(.notANumber, from: start, to: index, "\(what) needs a number.", remedy)
    }
    return (Figure(digits: digits, places: places, isNegative: isNegative), index)
  }

  private func tooLong(
    from start: Int,
    to stop: Int,
    of what: String,
    _ remedy: String
  ) -> EntryError {
    failure(
      .numberTooLarge,
      from: start,
      to: stop,
      "\(what) has more digits than such a number can have.",
      "Check the digits. \(remedy)"
    )
  }
}
