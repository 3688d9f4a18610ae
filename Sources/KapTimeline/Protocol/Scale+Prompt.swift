extension Scale {
  /// What an answer or a value asks of the room.
  package struct Prompt: Hashable, Sendable {
    /// The item it looks at; absent for the value of the whole.
    package var item: String?
    /// From this value on it is asked, upwards or downwards.
    package var value: Double
    package var side: Limit.Side
    /// How soon somebody should look.
    package var urgency: Urgency
    /// What is to be done, in the clinic's words.
    package var words: String
    /// Where it comes from.
    package var source: String

    /// Creates a prompt from a value on, to one side of it.
    package init(
      item: String? = nil,
      _ value: Double,
      _ side: Limit.Side,
      urgency: Urgency,
      words: String,
      source: String
    ) {
      self.item = item
      self.value = value
      self.side = side
      self.urgency = urgency
      self.words = words
      self.source = source
    }

    /// Whether a value asks it.
    package func isRaised(by value: Double) -> Bool {
      side.holds(value, of: self.value, isInclusive: true)
    }

    /// From which value on: `2 or more`, `0 or less`.
    package var limit: String { side.from(plain(value)) }
  }
}

extension Scale.Prompt: Codable {
  private enum CodingKeys: String, CodingKey {
    case item, atLeast, atMost, urgency, words, source
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let most = try container.decodeIfPresent(Double.self, forKey: .atMost)
    self.init(
      item: try container.decodeIfPresent(String.self, forKey: .item),
      try most ?? container.decode(Double.self, forKey: .atLeast),
      most == nil ? .above : .below,
      urgency: try container.decode(Urgency.self, forKey: .urgency),
      words: try container.decode(String.self, forKey: .words),
      source: try container.decode(String.self, forKey: .source)
    )
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(item, forKey: .item)
    try container.encode(value, forKey: side == .above ? .atLeast : .atMost)
    try container.encode(urgency, forKey: .urgency)
    try container.encode(words, forKey: .words)
    try container.encode(source, forKey: .source)
  }
}
