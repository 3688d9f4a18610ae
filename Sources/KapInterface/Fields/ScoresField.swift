package import KapTimeline

/// Digits for scales, one after the other.
package struct ScoresField: Hashable, Sendable {
  /// The scales, in the protocol's order.
  package var scales: [Scale]
  /// What was typed for each.
  package var texts: [String]
  /// Which one is being typed.
  package var place = 0
  /// Whether it has just moved on by itself: a Space or Tab out of habit then does nothing.
  private var hasMovedByItself = false

  init(_ scales: [Scale]) {
    self.scales = scales
    texts = Array(repeating: "", count: scales.count)
  }

  /// The scores typed so far.
  var scores: [Score] {
    zip(scales, texts).compactMap { scale, text in
      Double(text).map { Score(scale: scale.name, value: $0) }
    }
  }

  /// Takes a digit, and says whether it meant something; a value that can grow no more within its
  /// scale moves on, and a zero is whole.
  mutating func type(_ character: Character) -> Bool {
    guard scales.indices.contains(place), character.isASCII, character.isNumber else {
      return false
    }
    hasMovedByItself = false
    let longer = texts[place] + String(character)
    guard texts[place] != "0", let value = Double(longer), value <= scales[place].maximum,
      longer.count <= 3
    else {
      guard !texts[place].isEmpty, place + 1 < scales.count else { return false }
      place += 1
      return type(character)
    }
    texts[place] = longer
    if value == 0 || value * 10 > scales[place].maximum, place + 1 < scales.count {
      place += 1
      hasMovedByItself = true
    }
    return true
  }

  /// On to the next scale, unless the digit before has just gone there.
  mutating func advance() {
    if !hasMovedByItself { place = min(place + 1, max(0, scales.count - 1)) }
    hasMovedByItself = false
  }

  mutating func back() {
    place = max(0, place - 1)
    hasMovedByItself = false
  }

  mutating func backspace() {
    hasMovedByItself = false
    guard texts.indices.contains(place) else { return }
    if texts[place].isEmpty, place > 0 { place -= 1 }
    if !texts[place].isEmpty { texts[place].removeLast() }
  }
}
