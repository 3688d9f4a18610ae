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
    package internal(set) var isLeftOut: Bool
    /// Why it was left out, where a reason was chosen.
    package internal(set) var reason: String?

    var isBlank: Bool { text.isEmpty && !isLeftOut }
  }

  /// The slots, in the clinic's order; the one of words is the last.
  package internal(set) var slots: [Slot]
  /// The place of the slot that keys go to.
  package internal(set) var current: Int
  /// Whether a digit now chooses why the slot is left out.
  package internal(set) var asksForReason: Bool
  /// The reasons that digits from 1 choose.
  package let reasons: [String]

  let rules: ClinicProtocol?
  /// Whether the field has just moved on by itself: a Space or Tab out of habit then does nothing.
  var hasMovedByItself: Bool
  /// Whether the first digit replaces what a slot that was moved to holds, as in any form.
  var replaces: Bool
  /// The slot that a Space or a complete pair has just gone on from: a unit typed here belongs there.
  var cameFrom: Int?
  /// The letters of the word that jumped here, and the slot where it was begun.
  var jump: Jump?

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
    self.rules = rules
    hasMovedByItself = false
    replaces = false
    cameFrom = nil
    jump = nil
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
