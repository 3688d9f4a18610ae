/// A step on the emergency card: it begins, something is done, it ends.
package struct EmergencyStep: Hashable, Sendable, Codable {
  /// What kind of step.
  package var action: Action
  /// What was done, by the protocol's name: `infusion stopped`.
  package var name: String?
  /// What there is to say of it.
  package var words: String?
  /// Whether the card was opened by mistake, for its end.
  package var isMistake: Bool

  /// Creates a step.
  package init(
    _ action: Action,
    name: String? = nil,
    words: String? = nil,
    isMistake: Bool = false
  ) {
    self.action = action
    self.name = name
    self.words = words
    self.isMistake = isMistake
  }

  /// The kinds of step.
  package enum Action: String, Hashable, Sendable, Codable, CaseIterable {
    case start, step
    case standDown = "stand-down"
  }
}

extension EmergencyStep {
  private enum CodingKeys: String, CodingKey {
    case action, name, words
    case isMistake = "mistake"
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      try container.decode(Action.self, forKey: .action),
      name: try container.decodeIfPresent(String.self, forKey: .name),
      words: try container.decodeIfPresent(String.self, forKey: .words),
      isMistake: try container.decodeIfPresent(Bool.self, forKey: .isMistake) ?? false
    )
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(action, forKey: .action)
    try container.encodeIfPresent(name, forKey: .name)
    try container.encodeIfPresent(words, forKey: .words)
    if isMistake { try container.encode(true, forKey: .isMistake) }
  }
}

/// The session handed from one person to another, with the page they went through.
package struct HandOver: Hashable, Sendable, Codable {
  /// Who goes, and who comes.
  package var from: String
  package var to: String
  /// What kind of change it is.
  package var kind: Kind
  /// The page as it stood, line by line.
  package var page: [String]
  /// What there is to say of it.
  package var words: String?
  /// Whether the one who comes gave a passphrase for it; nil where none is asked, and in records
  /// of before this was kept.
  package var isUnlocked: Bool?

  /// Creates a hand-over.
  package init(
    from: String,
    to: String,
    kind: Kind,
    page: [String],
    words: String? = nil,
    isUnlocked: Bool? = nil
  ) {
    self.from = from
    self.to = to
    self.kind = kind
    self.page = page
    self.words = words
    self.isUnlocked = isUnlocked
  }

  private enum CodingKeys: String, CodingKey {
    case from, to, kind, page, words
    case isUnlocked = "unlocked"
  }

  /// The kinds of change.
  package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// For good.
    case handOver = "hand-over"
    /// Until the one who goes comes back.
    case cover
    /// The one who went is back.
    case back
  }
}

/// Notices kept quiet for a little while; another or a more urgent one breaks through.
package struct Quiet: Hashable, Sendable, Codable {
  /// Until when.
  package var until: Instant
  /// The most urgent that was open.
  package var urgency: Urgency

  /// Creates an entry.
  package init(until: Instant, urgency: Urgency) {
    self.until = until
    self.urgency = urgency
  }
}

/// A notice, by the entry that raised it and the rule that was crossed.
package struct NoticeReference: Hashable, Sendable, Codable {
  /// The entry that raised it.
  package var event: EventID
  /// The rule.
  package var rule: String

  /// Creates a reference.
  package init(event: EventID, rule: String) {
    self.event = event
    self.rule = rule
  }
}
