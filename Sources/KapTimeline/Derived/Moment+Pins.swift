/// A pin with its number and its words, if it has any.
package struct PinState: Hashable, Sendable {
  /// Its number in the session, from 1; pins in error keep theirs.
  package let number: Int
  /// When it was dropped.
  package let at: Instant
  /// The words.
  package let words: String?
  /// The entry's index.
  package let entry: Int
}

extension Moment {
  /// The pins that stand, in the order they were written, so that a number never changes hands.
  ///
  /// A number is a name, like `a12`: it counts all pins of the session, later ones included.
  package var pins: [PinState] {
    session.pinsAsDropped.enumerated().compactMap { place, index in
      let entry = session.entries[index]
      guard !entry.isVoid, includes(index) else { return nil }
      let words = session.words(ofPinAt: index)
      return PinState(number: place + 1, at: entry.occurredAt, words: words, entry: index)
    }
  }
}

extension Session {
  /// Every pin that was dropped, in the order they were written, those in error included.
  var pinsAsDropped: [Int] {
    list(of: .pin)
      .filter { entries[$0].recorded.event.target == nil }
      .sorted { WritingKey(entries[$0]) < WritingKey(entries[$1]) }
  }

  /// The words that a pin has by now.
  func words(ofPinAt index: Int) -> String? {
    if let worded = entries[index].wordedBy, case .pin(let wording) = entries[worded].event {
      return wording.words
    }
    guard case .pin(let pin) = entries[index].event else { return nil }
    return pin.words
  }
}
