/// A session's phase, declared by a person and never inferred.
package enum Phase: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
  case preparation, baseline, administration, onset, peak, `return`, recovery, integration
  case discharged

  package static func < (left: Phase, right: Phase) -> Bool { left.position < right.position }

  /// Its place in the usual order, from 0.
  package var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// The one that usually follows.
  package var next: Phase? {
    let place = position + 1
    return place < Self.allCases.count ? Self.allCases[place] : nil
  }
}

/// A phase somebody declared.
package struct PhaseDeclaration: Hashable, Sendable, Codable {
  /// The phase from now on.
  package var phase: Phase
  /// Why, where it goes back to an earlier one.
  package var reason: String?

  /// Creates a declaration.
  package init(_ phase: Phase, reason: String? = nil) {
    self.phase = phase
    self.reason = reason
  }
}

/// Whose words a note holds.
package enum Voice: String, Hashable, Sendable, Codable, CaseIterable {
  /// What somebody saw or did.
  case observation
  /// The patient's own words.
  case patient
  /// The therapist's record of the therapy.
  case therapist
}

/// A sentence in the record.
package struct Note: Hashable, Sendable, Codable {
  /// Whose words they are.
  package var voice: Voice
  /// The words, as they were typed.
  package var text: String

  /// Creates a note.
  package init(_ text: String, voice: Voice = .observation) {
    self.text = text
    self.voice = voice
  }
}

/// A value on a scale that the protocol describes.
package struct Score: Hashable, Sendable, Codable {
  /// The scale's name: `dissociation`, `moaas`, `distress`, `phq9`.
  package var scale: String
  /// The value.
  package var value: Double

  /// Creates a score.
  package init(scale: String, value: Double) {
    self.scale = scale
    self.value = value
  }
}

/// A sign that could not be read, and why: missing is not zero.
package struct MissingReading: Hashable, Sendable, Codable {
  /// Which sign; absent when none could be read.
  package var sign: Sign?
  /// Why.
  package var reason: String

  /// Creates an entry.
  package init(sign: Sign?, reason: String) {
    self.sign = sign
    self.reason = reason
  }
}

/// Something that begins and ends, or happens once.
package enum Edge: String, Hashable, Sendable, Codable, CaseIterable {
  case start, stop
  /// At a moment, with no length.
  case once
}

/// A technique, a touch, a piece of music, a modality: what the room does.
package struct TechniqueChange: Hashable, Sendable, Codable {
  /// The name, from the protocol's codes or free: `guided imagery`.
  package var name: String
  /// The kind it belongs to, where the protocol says: `touch`, `music`, `modality`.
  package var group: String?
  /// Whether it starts, stops or happens once.
  package var edge: Edge

  /// Creates a change.
  package init(name: String, group: String? = nil, edge: Edge) {
    self.name = name
    self.group = group
    self.edge = edge
  }
}

/// A theme of the session, and how strong it was.
package struct ThemeMark: Hashable, Sendable, Codable {
  /// The theme's name.
  package var name: String
  /// How strong, on the protocol's scale.
  package var intensity: Int?

  /// Creates a mark.
  package init(name: String, intensity: Int? = nil) {
    self.name = name
    self.intensity = intensity
  }
}

/// An adverse event that begins, changes or ends.
package struct AdverseEffect: Hashable, Sendable, Codable {
  /// What it is: `nausea`.
  package var term: String
  /// How bad, when it begins or changes.
  package var severity: Severity?
  /// Whether it ended.
  package var hasEnded: Bool
  /// Whether it is serious, in the sense of the rules for reporting; absent is not said.
  package var isSerious: Bool?
  /// Whether it comes from the medicine, in the protocol's words: `probable`.
  package var relatedness: String?
  /// What was done about it, in the protocol's words: `none`, `medicine given`.
  package var action: String?
  /// What came of it, in the protocol's words: `recovered`.
  package var outcome: String?

  /// Creates an entry.
  package init(
    term: String,
    severity: Severity? = nil,
    hasEnded: Bool = false,
    isSerious: Bool? = nil,
    relatedness: String? = nil,
    action: String? = nil,
    outcome: String? = nil
  ) {
    self.term = term
    self.severity = severity
    self.hasEnded = hasEnded
    self.isSerious = isSerious
    self.relatedness = relatedness
    self.action = action
    self.outcome = outcome
  }

  private enum CodingKeys: String, CodingKey {
    case term, severity, relatedness, action, outcome
    case hasEnded = "ended"
    case isSerious = "serious"
  }

  /// How bad an adverse event is, in plain words.
  package enum Severity: String, Hashable, Sendable, Codable, CaseIterable {
    case mild, moderate, severe
    case lifeThreatening = "life-threatening"
  }
}

/// A numbered moment to be worded later, or the words for one.
package struct Pin: Hashable, Sendable, Codable {
  /// The pin these words are for; absent for a new pin.
  package var target: EventID?
  /// The words, when there are any yet.
  package var words: String?

  /// Creates a pin or the words for one.
  package init(target: EventID? = nil, words: String? = nil) {
    self.target = target
    self.words = words
  }
}
