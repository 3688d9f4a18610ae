package import KapTimeline

/// The vitals field: labelled slots in the clinic's order, filled key by key, and last a slot of words
/// for what is said with the readings.
///
/// Space, Tab or a complete blood pressure moves on; `-` leaves a slot out; a letter jumps. A key
/// that has no meaning where it is typed changes nothing. In the slot of words letters are text.
package struct VitalsSlots: Hashable, Sendable {
  /// One slot as the screen shows it.
  package struct Slot: Hashable, Sendable {
    /// What it holds.
    package let kind: VitalsPlace
    /// What was typed; in a slot that was left out, what is no reason of the list.
    package internal(set) var text: String
    /// Whether it was left out on purpose.
    package fileprivate(set) var isLeftOut: Bool
    /// Why it was left out, where a reason was chosen.
    package fileprivate(set) var reason: String?

    var isBlank: Bool { text.isEmpty && !isLeftOut }
  }

  /// The slots, in the clinic's order; the one of words is the last.
  package internal(set) var slots: [Slot]
  /// The place of the slot that keys go to.
  package private(set) var current: Int
  /// Whether a digit now chooses why the slot is left out.
  package private(set) var asksForReason: Bool
  /// The reasons that digits from 1 choose.
  package let reasons: [String]

  private let diastolic: Bound?
  /// Whether the field has just moved on by itself: a Space or Tab out of habit then does nothing.
  private var hasMovedByItself: Bool
  /// Whether the first digit replaces what a slot that was moved to holds, as in any form.
  private var replaces: Bool

  /// Creates an empty field under a protocol's order, reasons and bounds.
  package init(under rules: ClinicProtocol?) {
    var order: [VitalsSlot] = []
    for slot in rules?.slots ?? [] where !order.contains(slot) { order.append(slot) }
    if order.isEmpty { order = VitalsSlot.allCases }
    let places = order.map(VitalsPlace.reading) + [.circumstances]
    slots = places.map { Slot(kind: $0, text: "", isLeftOut: false, reason: nil) }
    current = 0
    asksForReason = false
    reasons = Array((rules?.reasons.noReading ?? []).prefix(9))
    diastolic = rules?.bound(on: Sign.diastolic.rawValue)
    hasMovedByItself = false
    replaces = false
  }

  /// Whether nothing was typed and nothing left out.
  package var isEmpty: Bool { slots.allSatisfy(\.isBlank) }

  /// The slot that keys go to.
  package var currentSlot: Slot { slots[current] }

  /// How many of the slots hold readings.
  var readingCount: Int { slots.count - 1 }

  /// What was typed, such that ``paste(_:)`` into an empty field brings it back.
  package var draft: String {
    let readings = slots.prefix(readingCount)
    let last = readings.lastIndex { !$0.isBlank } ?? -1
    var parts = readings.prefix(last + 1).map { slot in
      guard slot.isLeftOut else { return slot.text.isEmpty ? "-" : slot.text }
      return "-" + (slot.reason.flatMap(reasons.firstIndex).map { "\($0 + 1)" } ?? slot.text)
    }
    if let words = slots.last, !words.isBlank { parts.append("\(words.kind.letter) \(words.text)") }
    return parts.joined(separator: " ")
  }

  /// Takes a key, and says whether it meant something here.
  @discardableResult
  package mutating func keep(_ character: Character) -> Bool {
    if slots[current].kind == .circumstances { return write(character) }
    if asksForReason, isDigit(character) { return chooseReason(character) }
    if isSpace(character) || isSeparator(character) && slots[current].kind != .reading(.temperature)
    {
      return space()
    }
    if character == "-" { return leaveOut() }
    if isTyped(character) { return type(character) }
    return jump(to: character)
  }

  /// Moves to the next slot, as Tab does; past the last it stays.
  ///
  /// Right after a blood pressure that moved on by itself it stays too: the hand that types Tab there
  /// means the move that was made.
  package mutating func advance() {
    guard !hasMovedByItself else {
      hasMovedByItself = false
      return
    }
    move(to: current + 1)
  }

  /// Moves to the slot before.
  package mutating func back() { move(to: current - 1) }

  /// Moves to a slot, as its letter does from one that holds a reading.
  package mutating func go(to place: VitalsPlace) {
    guard let index = slots.firstIndex(where: { $0.kind == place }) else { return }
    move(to: index)
  }

  /// Takes back the last key: a character, a slot left out, or the move to this slot.
  package mutating func backspace() {
    if asksForReason || slots[current].isLeftOut {
      clear(current)
      stay()
      return
    }
    if !slots[current].text.isEmpty, !hasMovedByItself {
      slots[current].text.removeLast()
      stay()
      return
    }
    guard current > 0 else { return }
    let wasMade = hasMovedByItself
    current -= 1
    stay()
    guard wasMade else { return }
    if slots[current].isLeftOut {
      clear(current)
    } else if !slots[current].text.isEmpty {
      slots[current].text.removeLast()
    }
  }
}

extension VitalsSlots {
  private mutating func chooseReason(_ character: Character) -> Bool {
    guard slots[current].text.isEmpty, let number = character.wholeNumberValue, number > 0,
      number <= reasons.count
    else {
      // No reason of the list: it stays where it was typed, and Enter says why it cannot be kept.
      guard slots[current].text.count < 6 else { return false }
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
    guard !hasMovedByItself else {
      hasMovedByItself = false
      return true
    }
    guard !slots[current].isBlank, current + 1 < slots.count else { return false }
    move(to: current + 1)
    return true
  }

  private mutating func leaveOut() -> Bool {
    guard slots[current].isBlank || replaces else { return false }
    clear(current)
    stay()
    slots[current].isLeftOut = true
    asksForReason = !reasons.isEmpty
    return true
  }

  private func isTyped(_ character: Character) -> Bool {
    if isDigit(character) { return true }
    let slot = slots[current]
    guard !slot.text.isEmpty, !replaces, !slot.isLeftOut else { return false }
    return switch character {
    case "/": slot.kind == .reading(.bloodPressure) && !slot.text.contains("/")
    case ".": slot.text.last.map(isDigit) ?? false
    case ",", "c", "C", "f", "F":
      slot.kind == .reading(.temperature) && (slot.text.last.map(isDigit) ?? false)
    default: false
    }
  }

  private mutating func type(_ character: Character) -> Bool {
    let isPair = slots[current].kind == .reading(.bloodPressure)
    if replaces || slots[current].isLeftOut { clear(current) }
    guard slots[current].text.count < (isPair ? 11 : 6) else { return false }
    stay()
    slots[current].text.append(character)
    if isPair, isWholePair(slots[current].text) { goOnByItself() }
    return true
  }

  private mutating func jump(to letter: Character) -> Bool {
    let lower = letter.lowercased()
    guard let index = slots.firstIndex(where: { String($0.kind.letter) == lower }) else {
      return false
    }
    move(to: index)
    return true
  }

  /// Whether no further digit can belong to the pair: three after the stroke, or two to which no
  /// third makes a diastolic that the protocol accepts.
  private func isWholePair(_ text: String) -> Bool {
    guard let stroke = text.firstIndex(of: "/") else { return false }
    let lower = text[text.index(after: stroke)...]
    guard lower.allSatisfy(isDigit), let value = Int(lower) else { return false }
    if lower.count >= 3 { return true }
    guard lower.count == 2, let low = diastolic?.refuseBelow, let high = diastolic?.refuseAbove
    else { return false }
    return !(0...9).contains { (low...max(low, high)).contains(Double(value * 10 + $0)) }
  }

  /// Moves on where a reading is complete, never into the words: nobody meant to write any.
  private mutating func goOnByItself() {
    guard current + 1 < readingCount else { return }
    move(to: current + 1)
    hasMovedByItself = true
  }

  mutating func move(to index: Int) {
    stay()
    guard slots.indices.contains(index) else { return }
    current = index
    replaces = index < readingCount && !slots[index].isBlank
  }

  /// Forgets how the slot was reached: what comes next belongs to it.
  private mutating func stay() {
    asksForReason = false
    hasMovedByItself = false
    replaces = false
  }

  mutating func clear(_ index: Int) {
    slots[index].text = ""
    slots[index].isLeftOut = false
    slots[index].reason = nil
  }
}
