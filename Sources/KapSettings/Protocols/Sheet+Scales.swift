import KapTimeline

extension Sheet {
  /// The scales: range, answers, bands, and what they ask of the room.
  mutating func addScales(of rules: ClinicProtocol) {
    title("Scales")
    for scale in rules.scales {
      let range = "\(plain(scale.minimum)) to \(plain(scale.maximum))"
      let meanings = Self.answers(scale.meanings)
      let words = meanings.isEmpty ? "" : ": \(meanings)"
      add("\(scale.name), \(scale.label), \(range)\(words)", scale.source)
      let bands = scale.bands.map { "from \(plain($0.from)) \($0.label)" }
      if !bands.isEmpty { add("\(scale.label) \(bands.joined(separator: ", "))", scale.source) }
      if let response = scale.response {
        add("\(scale.label) response: \(response.text) an earlier score", response.source)
      }
      if let remission = scale.remission {
        add("\(scale.label) remission range: \(plain(remission.atMost)) or less", remission.source)
      }
      if let rule = scale.clusters {
        for cluster in rule.clusters {
          add(
            "\(scale.label) cluster \(cluster.name): \(cluster.count) or more of the items "
              + "\(cluster.items.joined(separator: " ")) rated \(rule.atLeast) or more; shown only",
            rule.source
          )
        }
      }
    }
    for scale in rules.scales where !scale.items.isEmpty { addItems(of: scale) }
    let asking = rules.scales.filter { !$0.prompts.isEmpty }
    guard !asking.isEmpty else { return }
    title("What answers ask of the room")
    for scale in asking {
      for prompt in scale.prompts {
        let item = prompt.item.map { " item \($0)" } ?? ""
        add(
          "\(scale.label)\(item) \(prompt.side.word(isInclusive: true)) \(plain(prompt.value)): "
            + "\(prompt.urgency.rawValue); "
            + prompt.words,
          prompt.source
        )
      }
    }
  }

  private mutating func addItems(of scale: Scale) {
    let how =
      switch scale.scoring {
      case .sum: "added up"
      case .highest: "the highest level of a yes"
      case .parts: "each part by itself"
      }
    title("\(scale.label), its items, \(how)")
    if scale.factor != 1 { add("the sum times \(plain(scale.factor))", scale.source) }
    if let stem = scale.stem { add(stem, scale.source) }
    let shared = scale.items.allSatisfy { $0.answerText == scale.items.first?.answerText }
    if shared, let first = scale.items.first { add("each \(first.answerText)", scale.source) }
    for item in scale.items {
      let answers = shared ? "" : "; \(item.answerText)"
      let level = item.level.map { ", level \($0)" } ?? ""
      let asked = item.asksIf.map { ", asked if \($0.item) is at least \($0.atLeast)" } ?? ""
      add("\(item.key) \(item.text)\(answers)\(level)\(asked)", scale.source)
    }
    if let licence = scale.licence { add("notice: \(licence)", scale.source) }
  }

  fileprivate static func answers(_ meanings: [Int: String]) -> String {
    meanings.sorted { $0.key > $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
  }
}

extension Scale.Item {
  fileprivate var answerText: String {
    meanings.isEmpty ? "\(minimum) to \(maximum)" : Sheet.answers(meanings)
  }
}
