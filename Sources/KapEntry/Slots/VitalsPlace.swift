package import KapTimeline

/// What a slot of the vitals field holds.
package enum VitalsPlace: Hashable, Sendable {
  /// One reading.
  case reading(VitalsSlot)
  /// What is said with the readings: oxygen, position, and how they were taken.
  case circumstances

  /// The word above what is typed.
  package var label: String {
    switch self {
    case .reading(let slot): slot.label
    case .circumstances: "With"
    }
  }

  /// The letter that jumps to it.
  package var letter: Character {
    switch self {
    case .reading(let slot): slot.letter
    case .circumstances: "w"
    }
  }
}
