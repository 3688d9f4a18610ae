import KapTimeline

extension Section {
  /// The lists that people go through, each for its time.
  mutating func checklistsOfProtocol(scales: [Scale]) -> [Checklist] {
    var owners: [String: String] = [:]
    return sectionIfAny("checklists") { lists in
      lists.names.compactMap { name in
        guard let purpose = Checklist.Purpose(rawValue: name) else {
          _ = lists.valueIfAny(name)
          lists.noteUnknownList(name)
          return nil
        }
        return lists.section(name) { list -> Checklist? in
          let title = list.text("title")
          let fromDose = list.flag("fromDose")
          let items = list.sections("items") { key, item in
            item.checklistItem(key, scales: scales)
          }
          list.checkNames(in: name, of: items, owners: &owners)
          return title.map {
            Checklist(purpose: purpose, title: $0, items: items, fromDose: fromDose ? true : nil)
          }
        }
      }
    } ?? []
  }

  private mutating func noteUnknownList(_ name: String) {
    let known = Checklist.Purpose.allCases.map(\.rawValue)
    let near = nearest(to: name, among: known).map { "Did you mean `\($0)`?" }
    note(
      at: place(of: name),
      dotted(name),
      "there is no list `\(name)`",
      near ?? "The lists are: \(known.joined(separator: ", "))"
    )
  }

  /// One word means one item, in whichever list; so does the name that the screen shows for it.
  private mutating func checkNames(
    in list: String,
    of known: [ChecklistItem],
    owners: inout [String: String]
  ) {
    let items: [(key: String, place: Place, path: String)]? = sectionIfAny("items") { items in
      items.names.map { name in
        _ = items.valueIfAny(name)
        items.check(word: name)
        return (name, items.place(of: name), items.dotted(name))
      }
    }
    for (key, place, path) in items ?? [] {
      let short = known.first { $0.key == key }?.short
      for name in [key] + [short].compactMap(\.self).filter({ typed($0) != typed(key) }) {
        guard let owner = owners.updateValue(list, forKey: typed(name)) else { continue }
        note(
          at: place,
          path,
          "`\(name)` already means an item of `\(owner)`",
          "Choose another word"
        )
      }
    }
  }

  /// A name as a line may have it: capitals are nothing, and a hyphen is a space.
  private func typed(_ name: String) -> String {
    String(name.lowercased().map { $0 == "-" ? " " : $0 })
  }

  private mutating func checklistItem(_ key: String, scales: [Scale]) -> ChecklistItem? {
    let label = text("label")
    let short = textIfAny("short")
    let group = textIfAny("group") ?? ""
    let (isRequired, isForFew) = (flag("required"), flag("forFew"))
    if isRequired, isForFew {
      note("forFew", "what is required concerns everybody", "Drop one of the two")
    }
    let needs: ChecklistItem.Needs? = has("needs") ? choice("needs") : .tick
    _ = valueIfAny("needs")
    let holds = sectionIfAny("holds") { $0.contentOfWords() }
    if holds != nil, needs != .words {
      note("holds", "nothing asks for words that could hold it", "Write `needs: words` too")
    }
    let asks = has("asks") ? sections("asks") { name, ask in ask.question(name) } : []
    _ = valueIfAny("asks")
    let evidence = sectionIfAny("evidence") { $0.evidence(scales: scales) }
    let against = has("against") ? sections("against") { $1.contradiction(scales: scales) } : []
    _ = valueIfAny("against")
    let ifNo = sectionIfAny("ifNo") { $0.promptOfAnswer() }
    guard let source = text("source"), let label, let needs else { return nil }
    return ChecklistItem(
      key: key,
      label: label,
      short: short,
      group: group,
      isRequired: isRequired,
      isForFew: isForFew,
      needs: needs,
      holds: holds,
      asks: asks,
      evidence: evidence,
      against: against,
      ifNo: ifNo,
      source: source
    )
  }

  private mutating func contentOfWords() -> ChecklistItem.Content? {
    let what = text("what")
    let figures = number("figures", in: 1...9).flatMap { Int(exactly: $0) }
    guard let what, let figures else { return nil }
    return ChecklistItem.Content(what: what, figures: figures)
  }

  /// One of the things an item asks one by one; a comma would end its answer.
  private mutating func question(_ name: String) -> ChecklistItem.Question? {
    if name.contains(",") || name.contains(":") {
      note(at: place, path, "`\(name)` cannot stand in an answer", "Leave out commas and colons")
    }
    let why = textIfAny("why")
    return text("source").map { ChecklistItem.Question(name: name, why: why, source: $0) }
  }

  private mutating func evidence(scales: [Scale]) -> ChecklistItem.Evidence? {
    let kind = choice("kind", of: ChecklistItem.Evidence.Kind.self)
    let name = textIfAny("name")
    let count = numberIfAny("count", in: 1...50).flatMap { Int(exactly: $0) }
    let by: CareRole? = has("by") ? choice("by") : nil
    _ = valueIfAny("by")
    guard let kind else { return nil }
    if by != nil, kind != .gate {
      note("by", "only readings that hold the dose wait for somebody's word", "Drop it here")
    }
    switch kind {
    case .fact:
      if let name { check(fact: name, at: "name") } else { noteMissing("name", of: kind) }
    case .scale:
      if let name { check(scale: name, among: scales) } else { noteMissing("name", of: kind) }
    case .staff:
      if count == nil { noteMissing("count", of: kind) }
    case .baseline, .gate, .stay: break
    }
    return ChecklistItem.Evidence(kind, name: name, count: count, by: by)
  }

  private mutating func noteMissing(_ key: String, of kind: ChecklistItem.Evidence.Kind) {
    note(
      at: place,
      dotted(key),
      "evidence of kind `\(kind.rawValue)` needs a whole `\(key)`",
      "Write `\(key): …` here"
    )
  }

  mutating func check(scale name: String, among scales: [Scale]) {
    guard !scales.contains(where: { $0.name == name }) else { return }
    let near = nearest(to: name, among: scales.map(\.name)).map { "Did you mean `\($0)`?" }
    note("name", "there is no scale `\(name)`", near ?? "Describe it under `scales`")
  }

  /// The limits on readings before the dose.
  mutating func gateOfProtocol() -> [GateLimit] {
    guard has("gate") else {
      _ = valueIfAny("gate")
      return []
    }
    let limits = sections("gate") { _, limit -> (GateLimit, Place, String)? in
      let sign = limit.choice("sign", of: Sign.self)
      let edge = limit.edge(in: Sensible.value)
      let asks = limit.choice("asks", of: GateLimit.Ask.self)
      guard let source = limit.text("source"), let sign, let edge, let asks else { return nil }
      let gate = GateLimit(
        sign: sign,
        side: edge.side,
        value: edge.value,
        isInclusive: edge.isInclusive,
        asks: asks,
        source: source
      )
      return (gate, limit.place, limit.path)
    }
    for (hold, place, path) in limits where hold.asks == .hold {
      for (mild, _, _) in limits
      where mild.asks == .note && mild.sign == hold.sign && mild.side == hold.side {
        let isBeyond = hold.side.holds(hold.value, of: mild.value, isInclusive: false)
        guard !isBeyond else { continue }
        note(
          at: place,
          path,
          "it holds at \(plain(hold.value)), before a note is asked at \(plain(mild.value))",
          "Let the hold lie beyond the note"
        )
      }
    }
    return limits.map(\.0)
  }
}
