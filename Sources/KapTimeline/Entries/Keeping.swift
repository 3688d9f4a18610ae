/// A lasting fact about the session, changeable with its history.
package enum FrameFact: Hashable, Sendable {
  /// In kilograms.
  case weight(Double)
  case intention(String)
  case calming(String)
  case allergies(String)
  case escort(String)
  case touch(String)
  case stopSign(String)
  case room(String)

  /// The word of the entry language.
  package var name: String {
    switch self {
    case .weight: "weight"
    case .intention: "intention"
    case .calming: "calming"
    case .allergies: "allergies"
    case .escort: "escort"
    case .touch: "touch"
    case .stopSign: "stopsign"
    case .room: "room"
    }
  }

  /// What it says, as text.
  package var text: String {
    switch self {
    case .weight(let kilograms): "\(plain(kilograms)) kg"
    case .intention(let text), .calming(let text), .allergies(let text), .escort(let text),
      .touch(let text), .stopSign(let text), .room(let text):
      text
    }
  }

  /// The fact called `name` that says `text`, or nil when there is no such fact of text.
  package init?(name: some StringProtocol, text: String) {
    switch String(name) {
    case "intention": self = .intention(text)
    case "calming": self = .calming(text)
    case "allergies": self = .allergies(text)
    case "escort": self = .escort(text)
    case "touch": self = .touch(text)
    case "stopsign": self = .stopSign(text)
    case "room": self = .room(text)
    default: return nil
    }
  }
}

extension FrameFact: Codable {
  private enum CodingKeys: String, CodingKey { case fact, text, kilograms }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let name = try container.decode(String.self, forKey: .fact)
    if name == "weight" {
      self = .weight(try container.decode(Double.self, forKey: .kilograms))
      return
    }
    let text = try container.decode(String.self, forKey: .text)
    guard let fact = FrameFact(name: name, text: text) else {
      throw DecodingError.dataCorruptedError(
        forKey: .fact,
        in: container,
        debugDescription: "no such fact"
      )
    }
    self = fact
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .fact)
    if case .weight(let kilograms) = self {
      try container.encode(kilograms, forKey: .kilograms)
    } else {
      try container.encode(text, forKey: .text)
    }
  }
}

/// A person who came into the session or left it.
package struct Presence: Hashable, Sendable, Codable {
  /// The person's name.
  package var person: String
  /// What they do here; absent when they leave.
  package var role: CareRole?
  /// Why they left, where that wanted a reason.
  package var reason: String?

  /// Creates an entry.
  package init(person: String, role: CareRole? = nil, reason: String? = nil) {
    self.person = person
    self.role = role
    self.reason = reason
  }
}

/// A due item put off within its tolerance.
package struct Postponement: Hashable, Sendable, Codable {
  /// The due item's key.
  package var item: String
  /// Until when.
  package var until: Instant

  /// Creates an entry.
  package init(item: String, until: Instant) {
    self.item = item
    self.until = until
  }
}

/// A due item that was not done, and why.
package struct NotDone: Hashable, Sendable, Codable {
  /// The due item's key.
  package var item: String
  /// Why.
  package var reason: String

  /// Creates an entry.
  package init(item: String, reason: String) {
    self.item = item
    self.reason = reason
  }
}

/// A notice that somebody has seen, with what they say to it.
package struct Acknowledgement: Hashable, Sendable, Codable {
  /// The entry that raised the notice.
  package var event: EventID
  /// The rule that was crossed.
  package var rule: String
  /// What was found or done.
  package var words: String
  /// The call that was made about it.
  package var call: EventID?

  /// Creates an acknowledgement.
  package init(event: EventID, rule: String, words: String, call: EventID? = nil) {
    self.event = event
    self.rule = rule
    self.words = words
    self.call = call
  }
}

/// A person's word on an unusual value.
package struct Verdict: Hashable, Sendable, Codable {
  /// The entry it is about.
  package var target: EventID
  /// Whether the value is a misreading of the device; else it is as it stands.
  package var isArtefact: Bool
  /// Why, for an artefact.
  package var reason: String?

  /// Creates a verdict.
  package init(target: EventID, isArtefact: Bool, reason: String? = nil) {
    self.target = target
    self.isArtefact = isArtefact
    self.reason = reason
  }

  private enum CodingKeys: String, CodingKey {
    case target, reason
    case isArtefact = "artefact"
  }
}

/// An entry withdrawn: still shown, marked entered in error.
package struct Withdrawal: Hashable, Sendable {
  /// The entry.
  package var target: EventID
  /// Why.
  package var reason: String
  /// Whether it took back the last thing done, whatever that was, rather than an entry that was
  /// named.
  package var isUndo: Bool

  /// Creates a withdrawal.
  package init(target: EventID, reason: String, isUndo: Bool = false) {
    self.target = target
    self.reason = reason
    self.isUndo = isUndo
  }
}

extension Withdrawal: Codable {
  private enum CodingKeys: String, CodingKey {
    case target, reason
    case isUndo = "undo"
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      target: try container.decode(EventID.self, forKey: .target),
      reason: try container.decode(String.self, forKey: .reason),
      isUndo: try container.decodeIfPresent(Bool.self, forKey: .isUndo) ?? false
    )
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(target, forKey: .target)
    try container.encode(reason, forKey: .reason)
    if isUndo { try container.encode(true, forKey: .isUndo) }
  }
}

/// An entry corrected: the first version stays, linked.
package struct Correction: Hashable, Sendable {
  /// The entry.
  package var target: EventID
  /// What it says now, whole.
  package var replacement: Event
  /// When it happened, where that was wrong.
  package var occurredAt: Instant?
  /// Why, where a reason was given.
  package var reason: String?

  /// Creates a correction.
  package init(
    target: EventID,
    replacement: Event,
    occurredAt: Instant? = nil,
    reason: String? = nil
  ) {
    self.target = target
    self.replacement = replacement
    self.occurredAt = occurredAt
    self.reason = reason
  }
}
