/// What the patient strip shows while a phase lasts.
package struct StripRule: Hashable, Sendable, Codable {
  /// The phases it is for; empty for those without a rule of their own.
  package var phases: [Phase]
  /// The facts, in order, each with its label: `Calm`, `Touch`.
  package var items: [Item]
  /// Where it comes from; absent where nobody said.
  package var source: String?

  /// Creates a rule.
  package init(phases: [Phase], items: [Item], source: String? = nil) {
    self.phases = phases
    self.items = items
    self.source = source
  }

  /// One item of the strip.
  package struct Item: Hashable, Sendable, Codable {
    /// The name of a frame fact.
    package var fact: String
    /// The word before it.
    package var label: String

    /// Creates an item.
    package init(fact: String, label: String) {
      self.fact = fact
      self.label = label
    }
  }
}

/// A slot of the vitals field.
package enum VitalsSlot: String, Hashable, Sendable, Codable, CaseIterable {
  case bloodPressure, heartRate, oxygenSaturation, respiratoryRate, temperature

  /// The word above the number.
  package var label: String {
    switch self {
    case .bloodPressure: "BP"
    case .heartRate: "HR"
    case .oxygenSaturation: "SpO2"
    case .respiratoryRate: "RR"
    case .temperature: "Temp"
    }
  }

  /// The signs that are read in it.
  package var signs: [Sign] {
    switch self {
    case .bloodPressure: [.systolic, .diastolic]
    case .heartRate: [.heartRate]
    case .oxygenSaturation: [.oxygenSaturation]
    case .respiratoryRate: [.respiratoryRate]
    case .temperature: [.temperature]
    }
  }

  /// The letter that jumps to it.
  package var letter: Character {
    switch self {
    case .bloodPressure: "b"
    case .heartRate: "h"
    case .oxygenSaturation: "s"
    case .respiratoryRate: "r"
    case .temperature: "t"
    }
  }

  /// The sign it holds; the systolic for a pair.
  package var sign: Sign {
    switch self {
    case .bloodPressure: .systolic
    case .heartRate: .heartRate
    case .oxygenSaturation: .oxygenSaturation
    case .respiratoryRate: .respiratoryRate
    case .temperature: .temperature
    }
  }
}

/// The clinic's one-key reasons.
package struct Reasons: Hashable, Sendable, Codable {
  /// Why a reading is missing: `cuff failed`.
  package var noReading: [String]
  /// Why a due item was not done: `asleep`.
  package var notDone: [String]
  /// Why an entry is in error: `mistyped`.
  package var void: [String]
  /// Where these come from; absent where nobody said.
  package var source: String?

  /// Creates reasons.
  package init(
    noReading: [String],
    notDone: [String],
    void: [String],
    source: String? = nil
  ) {
    self.noReading = noReading
    self.notDone = notDone
    self.void = void
    self.source = source
  }
}

/// A technique, touch or music the room uses, by its key.
package struct Code: Hashable, Sendable, Codable {
  /// `1` to `9`, `a` to `z`.
  package var key: String
  /// The name: `guided imagery`.
  package var name: String
  /// The kind: `technique`, `touch`, `music`.
  package var group: String
  /// Whether it lasts, from a start to a stop.
  package var isInterval: Bool
  /// Where it comes from; absent where nobody said.
  package var source: String?

  /// Creates a code.
  package init(key: String, name: String, group: String, isInterval: Bool, source: String? = nil) {
    self.key = key
    self.name = name
    self.group = group
    self.isInterval = isInterval
    self.source = source
  }

  private enum CodingKeys: String, CodingKey {
    case key, name, group, source
    case isInterval = "interval"
  }
}

/// A word of the clinic's vocabulary, with where it comes from.
package struct NamedTerm: Hashable, Sendable, Codable {
  /// The word.
  package var name: String
  /// Where it comes from.
  package var source: String

  /// Creates a term.
  package init(name: String, source: String) {
    self.name = name
    self.source = source
  }
}
