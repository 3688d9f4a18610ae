extension Scale: Codable {
  private enum CodingKeys: String, CodingKey {
    case name, aliases, label, shortLabel, minimum, maximum, meanings, stem, items, scoring
    case factor, bands, prompts, response, remission, licence, source
    case takesFractions = "fractions"
    case clusters
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      name: try container.decode(String.self, forKey: .name),
      aliases: try container.decode([String].self, forKey: .aliases),
      label: try container.decode(String.self, forKey: .label),
      shortLabel: try container.decode(String.self, forKey: .shortLabel),
      minimum: try container.decode(Double.self, forKey: .minimum),
      maximum: try container.decode(Double.self, forKey: .maximum),
      meanings: try container.decode([Int: String].self, forKey: .meanings),
      stem: try container.decodeIfPresent(String.self, forKey: .stem),
      items: try container.decodeIfPresent([Item].self, forKey: .items) ?? [],
      scoring: try container.decodeIfPresent(Scoring.self, forKey: .scoring) ?? .sum,
      factor: try container.decodeIfPresent(Double.self, forKey: .factor) ?? 1,
      takesFractions: try container.decodeIfPresent(Bool.self, forKey: .takesFractions) ?? false,
      bands: try container.decodeIfPresent([Band].self, forKey: .bands) ?? [],
      prompts: try container.decodeIfPresent([Prompt].self, forKey: .prompts) ?? [],
      response: try container.decodeIfPresent(Response.self, forKey: .response),
      remission: try container.decodeIfPresent(Remission.self, forKey: .remission),
      clusters: try container.decodeIfPresent(ClusterRule.self, forKey: .clusters),
      licence: try container.decodeIfPresent(String.self, forKey: .licence),
      source: try container.decode(String.self, forKey: .source)
    )
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(aliases, forKey: .aliases)
    try container.encode(label, forKey: .label)
    try container.encode(shortLabel, forKey: .shortLabel)
    try container.encode(minimum, forKey: .minimum)
    try container.encode(maximum, forKey: .maximum)
    try container.encode(meanings, forKey: .meanings)
    try container.encodeIfPresent(stem, forKey: .stem)
    if factor != 1 { try container.encode(factor, forKey: .factor) }
    if takesFractions { try container.encode(true, forKey: .takesFractions) }
    if !items.isEmpty {
      try container.encode(items, forKey: .items)
      try container.encode(scoring, forKey: .scoring)
    }
    if !bands.isEmpty { try container.encode(bands, forKey: .bands) }
    if !prompts.isEmpty { try container.encode(prompts, forKey: .prompts) }
    try container.encodeIfPresent(response, forKey: .response)
    try container.encodeIfPresent(remission, forKey: .remission)
    try container.encodeIfPresent(clusters, forKey: .clusters)
    try container.encodeIfPresent(licence, forKey: .licence)
    try container.encode(source, forKey: .source)
  }
}
