package import KapTimeline

/// Numbers for scales, one after the other.
///
/// What is typed stands where it was typed: a character that no score has is kept in its slot, and
/// Enter says why it is none.
package struct ScoresField: Hashable, Sendable {
  /// The scales, in the protocol's order.
  package var scales: [Scale]
  /// What was typed for each; `-` leaves one out.
  package var texts: [String]
  /// Which one is being typed.
  package var place = 0
  /// Whether it has just moved on by itself: a Space or Tab out of habit then does nothing.
  private var hasMovedByItself = false
  /// Whether the next key replaces what the slot holds, as in any form that is moved back to.
  private var replaces = false
  /// Whether a Space was typed behind the last number: what follows is one number too many.
  private var isPastEnd = false

  /// Whether a Space or Tab parted two numbers: from then on every number is one person's own.
  private var isParted = false

  /// The most characters of a slot: no score has as many.
  private static let longestText = 24

  init(_ scales: [Scale]) {
    self.scales = scales
    texts = Array(repeating: "", count: scales.count)
  }

  /// The first slot that holds no score of its scale.
  struct Mistake: Error, Hashable {
    let place: Int
    let message: String
    let remedy: String
  }

  /// The scores typed so far; what is no score names its slot and the scale's range.
  func scores() throws(Mistake) -> [Score] {
    var scores: [Score] = []
    for place in texts.indices {
      if let mistake = mistake(at: place) { throw mistake }
      if let value = value(at: place) {
        scores.append(Score(scale: scales[place].name, value: value))
      }
    }
    return scores
  }

  /// What is wrong in a slot; nil where it is a score, empty, or left out.
  func mistake(at place: Int) -> Mistake? {
    guard texts.indices.contains(place), !texts[place].isEmpty, texts[place] != "-",
      value(at: place) == nil
    else { return nil }
    let scale = scales[place]
    let kind = scale.takesFractions ? "number" : "whole number"
    let range = "\(kind) from \(plain(scale.minimum)) to \(plain(scale.maximum))"
    return Mistake(
      place: place,
      message: "“\(texts[place])” is no score of \(scale.label): it is a \(range).",
      remedy: "Type a \(range), or - to leave it out."
    )
  }

  private func value(at place: Int) -> Double? {
    let text = texts[place]
    let digits = text.first == "-" ? text.dropFirst() : text[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count),
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let value = Double(text), value >= scales[place].minimum, value <= scales[place].maximum,
      scales[place].takesFractions || value == value.rounded()
    else { return nil }
    return value
  }

  /// Takes a character; false only where nothing more fits.
  ///
  /// A value that can grow no more within its scale moves on, and a zero is whole. What is no digit
  /// belongs to the number before it.
  mutating func type(_ character: Character) -> Bool {
    guard scales.indices.contains(place) else { return false }
    let isDigit = character.isASCII && character.isNumber
    if hasMovedByItself, texts[place].isEmpty, !isDigit, character != "-" { place -= 1 }
    hasMovedByItself = false
    if replaces { texts[place] = "" }
    replaces = false
    let gap = isPastEnd ? " " : ""
    isPastEnd = false
    if isDigit, gap.isEmpty { splitRun() }
    guard texts[place].count + gap.count < Self.longestText else { return false }
    texts[place] += gap + String(character)
    if isDigit, isWhole(at: place), place + 1 < scales.count {
      move(to: place + 1)
      hasMovedByItself = true
    }
    return true
  }

  /// Takes two digits that are no score together as one score each, once a third follows them with
  /// no space anywhere: a 1 had to wait for what came after it.
  private mutating func splitRun() {
    guard !isParted, texts[place].utf8.count == 2, place + 1 < texts.count,
      texts[place + 1].isEmpty, mistake(at: place) != nil, let second = texts[place].last
    else { return }
    var other = self
    other.texts[place].removeLast()
    other.texts[place + 1] = String(second)
    guard other.value(at: place) != nil, other.value(at: place + 1) != nil else { return }
    other.place = other.isWhole(at: place + 1) && place + 2 < texts.count ? place + 2 : place + 1
    self = other
  }

  /// Whether no further digit makes another value of the scale.
  private func isWhole(at place: Int) -> Bool {
    guard !scales[place].takesFractions, !texts[place].hasPrefix("-"), let value = value(at: place)
    else { return false }
    return value == 0 || value * 10 > scales[place].maximum
  }

  private mutating func move(to wanted: Int) {
    place = min(max(wanted, 0), max(0, scales.count - 1))
    replaces = texts.indices.contains(place) && !texts[place].isEmpty
    hasMovedByItself = false
    isPastEnd = false
  }

  /// On to the next scale, unless the digit before has just gone there.
  mutating func advance() {
    isParted = true
    guard !hasMovedByItself else {
      hasMovedByItself = false
      return
    }
    guard place + 1 < scales.count else {
      isPastEnd = texts.indices.contains(place) && !texts[place].isEmpty && !replaces
      return
    }
    move(to: place + 1)
  }

  mutating func back() { move(to: place - 1) }

  /// To the slot that a mistake is about; the next key begins it anew.
  mutating func go(to place: Int) { move(to: place) }

  mutating func backspace() {
    hasMovedByItself = false
    replaces = false
    guard texts.indices.contains(place) else { return }
    if isPastEnd {
      isPastEnd = false
      return
    }
    if texts[place].isEmpty, place > 0 { place -= 1 }
    if !texts[place].isEmpty { texts[place].removeLast() }
  }

  /// Takes numbers with spaces between them, as they are pasted.
  mutating func take(_ text: String) {
    for character in text.prefix(40) {
      if character.isWhitespace || character == "," || character == ";" {
        if texts.indices.contains(place), !texts[place].isEmpty || hasMovedByItself { advance() }
      } else {
        _ = type(character)
      }
    }
  }

  /// What was typed, such that ``restore(_:)`` brings it back.
  var draft: String { texts.map { $0.isEmpty ? "-" : $0 }.joined(separator: " ") }

  /// Takes up a draft; what is too much for the slots stays in the last one.
  mutating func restore(_ draft: String) {
    guard !texts.isEmpty else { return }
    for (number, word) in draft.split(separator: " ").enumerated() {
      let last = texts.count - 1
      if number <= last {
        texts[number] = word == "-" ? "" : String(word)
      } else {
        texts[last] += " \(word)"
      }
    }
    let filled = texts.lastIndex { !$0.isEmpty } ?? 0
    move(to: isWhole(at: filled) ? filled + 1 : filled)
    replaces = false
  }
}
