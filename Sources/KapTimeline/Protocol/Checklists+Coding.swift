extension ChecklistItem: Codable {
  private enum CodingKeys: String, CodingKey {
    case key, label, short, group, needs, holds, asks, evidence, against, ifNo, source
    case isRequired = "required"
    case isForFew = "forFew"
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      key: try container.decode(String.self, forKey: .key),
      label: try container.decode(String.self, forKey: .label),
      short: try container.decode(String.self, forKey: .short),
      group: try container.decode(String.self, forKey: .group),
      isRequired: try container.decode(Bool.self, forKey: .isRequired),
      isForFew: try container.decodeIfPresent(Bool.self, forKey: .isForFew) ?? false,
      needs: try container.decode(Needs.self, forKey: .needs),
      holds: try container.decodeIfPresent(Content.self, forKey: .holds),
      asks: try container.decodeIfPresent([Question].self, forKey: .asks) ?? [],
      evidence: try container.decodeIfPresent(Evidence.self, forKey: .evidence),
      against: try container.decodeIfPresent([Contradiction].self, forKey: .against) ?? [],
      ifNo: try container.decodeIfPresent(Prompt.self, forKey: .ifNo),
      source: try container.decode(String.self, forKey: .source)
    )
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(key, forKey: .key)
    try container.encode(label, forKey: .label)
    try container.encode(short, forKey: .short)
    try container.encode(group, forKey: .group)
    try container.encode(isRequired, forKey: .isRequired)
    if isForFew { try container.encode(isForFew, forKey: .isForFew) }
    try container.encode(needs, forKey: .needs)
    try container.encodeIfPresent(holds, forKey: .holds)
    if !asks.isEmpty { try container.encode(asks, forKey: .asks) }
    try container.encodeIfPresent(evidence, forKey: .evidence)
    if !against.isEmpty { try container.encode(against, forKey: .against) }
    try container.encodeIfPresent(ifNo, forKey: .ifNo)
    try container.encode(source, forKey: .source)
  }
}
