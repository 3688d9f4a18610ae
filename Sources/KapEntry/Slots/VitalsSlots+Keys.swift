import KapTimeline

extension VitalsSlots {
  /// A word that began with a slot's letter and so jumped to it.
  struct Jump: Hashable {
    /// The letters so far, in small letters.
    var word: String
    /// Where it was begun, and where a Space before it came from.
    let start: Int
    let cameFrom: Int?
  }

  /// More characters than any reading has with its unit; beyond them nothing is taken.
  private static let longestText = 24

  /// Takes a key, and says whether it meant something here.
  ///
  /// A letter jumps only where a word begins; behind a number it is the number's unit.
  @discardableResult
  package mutating func keep(_ character: Character) -> Bool {
    if slots[current].kind == .circumstances { return write(character) }
    if asksForReason, isDigit(character) { return chooseReason(character) }
    if isSpace(character) || endsNumber(character) { return space() }
    if let jump, let isTaken = goOn(jump, with: character) { return isTaken }
    jump = nil
    if character == "-", slots[current].isBlank || replaces { return leaveOut() }
    if isDigit(character) { return type(character) }
    if startsWord, let index = place(of: character) {
      let begun = Jump(
        word: character.lowercased(),
        start: current,
        cameFrom: cameFrom
      )
      move(to: index)
      jump = begun
      return true
    }
    if slots[current].isBlank, let cameFrom {
      // A unit apart from its number: it belongs to the number, not to the slot after it.
      move(to: cameFrom)
    }
    return append(character)
  }

  /// A comma between readings; within a temperature it is the point.
  private func endsNumber(_ character: Character) -> Bool {
    guard isSeparator(character) else { return false }
    guard character == ",", slots[current].kind == .reading(.temperature) else { return true }
    return !(slots[current].text.last.map(isDigit) ?? false)
  }

  private var startsWord: Bool { slots[current].text.isEmpty || replaces }

  private func place(of letter: Character) -> Int? {
    let lower = letter.lowercased()
    return slots.firstIndex { String($0.kind.letter) == lower }
  }

  /// The next character of a word that jumped: nil where the word is over.
  ///
  /// `bp`, `hr` and the like name the slot; `bpm` is the unit of the number before it; what is
  /// neither stays where it was begun, and Enter says so.
  private mutating func goOn(_ begun: Jump, with character: Character) -> Bool? {
    let letter = character.lowercased()
    if letter == begun.word { return true }
    if character == ":" || character == "=" {
      jump = nil
      return true
    }
    let word = begun.word + letter
    if case .reading(let slot) = slots[current].kind,
      Sign.words.contains(where: { $0.sign == slot.sign && $0.word.hasPrefix(word) })
    {
      jump?.word = word
      return true
    }
    guard character.isLetter || character == "/" || character == "%" else { return nil }
    jump = nil
    let number = begun.cameFrom ?? begun.start
    let isUnit = slots[number].units.contains { $0.hasPrefix(word) }
    move(to: isUnit && !slots[number].text.isEmpty ? number : begun.start)
    for letter in begun.word { append(letter) }
    return append(character)
  }

  private mutating func chooseReason(_ character: Character) -> Bool {
    guard slots[current].text.isEmpty, let number = character.wholeNumberValue, number > 0,
      number <= reasons.count
    else {
      // No reason of the list: it stays where it was typed, and Enter says why it cannot be kept.
      guard slots[current].text.count < Self.longestText else { return false }
      slots[current].text.append(character)
      return true
    }
    slots[current].reason = reasons[number - 1]
    asksForReason = false
    goOnByItself()
    return true
  }

  /// Space moves on from what is filled; on an empty slot it is only a space between numbers.
  private mutating func space() -> Bool {
    jump = nil
    guard !hasMovedByItself else {
      hasMovedByItself = false
      return true
    }
    guard !slots[current].isBlank, current + 1 < slots.count else { return false }
    let from = slots[current].isLeftOut ? nil : current
    move(to: current + 1)
    cameFrom = from
    return true
  }

  private mutating func leaveOut() -> Bool {
    clear(current)
    stay()
    slots[current].isLeftOut = true
    asksForReason = !reasons.isEmpty
    return true
  }

  /// A digit; in a slot that was moved to it replaces what stands there.
  private mutating func type(_ character: Character) -> Bool {
    if replaces { clear(current) }
    guard append(character) else { return false }
    let slot = slots[current]
    if slot.kind == .reading(.bloodPressure), !slot.isLeftOut, isWholePair(slot.text) {
      goOnByItself()
    }
    return true
  }

  @discardableResult
  private mutating func append(_ character: Character) -> Bool {
    guard slots[current].text.count < Self.longestText else { return false }
    if let reason = slots[current].reason, let place = reasons.firstIndex(of: reason) {
      // Behind a reason that was chosen the digit that chose it stands again, as it was typed.
      slots[current].reason = nil
      slots[current].text = "\(place + 1)"
    }
    stay()
    slots[current].text.append(character)
    return true
  }

  /// Whether no further digit can belong to the pair: three after the stroke, or two to which no
  /// third makes a diastolic that the protocol accepts.
  private func isWholePair(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts.allSatisfy({ $0.allSatisfy(isDigit) }),
      let value = Int(parts[1])
    else { return false }
    let count = parts[1].count
    if count >= 3 { return true }
    let diastolic = rules?.bound(on: Sign.diastolic.rawValue)
    guard count == 2, let low = diastolic?.refuseBelow, let high = diastolic?.refuseAbove
    else { return false }
    return !(0...9).contains { (low...max(low, high)).contains(Double(value * 10 + $0)) }
  }

  /// Moves on where a reading is complete, never into the words: nobody meant to write any.
  private mutating func goOnByItself() {
    guard current + 1 < readingCount else { return }
    let from = slots[current].isLeftOut ? nil : current
    move(to: current + 1)
    hasMovedByItself = true
    cameFrom = from
  }

  mutating func move(to index: Int) {
    stay()
    guard slots.indices.contains(index) else { return }
    current = index
    replaces = index < readingCount && !slots[index].isBlank
  }

  /// Forgets how the slot was reached: what comes next belongs to it.
  mutating func stay() {
    asksForReason = false
    hasMovedByItself = false
    replaces = false
    cameFrom = nil
    jump = nil
  }

  mutating func clear(_ index: Int) {
    slots[index].text = ""
    slots[index].isLeftOut = false
    slots[index].reason = nil
  }
}

extension VitalsSlots.Slot {
  /// The units that may follow its number.
  fileprivate var units: [String] {
    guard case .reading(let slot) = kind else { return [] }
    return slot.sign.units
  }
}
