import KapTimeline

extension Section {
  /// What the patient strip shows in which phases.
  mutating func stripRules() -> [StripRule] {
    items("strip") { rule in
      let phases = rule.phasesOfRule()
      let shown: [StripRule.Item]? = rule.section("items") { items in
        items.names.compactMap { fact in
          let label = items.text(fact)
          items.check(fact: fact)
          return label.map { StripRule.Item(fact: fact, label: $0) }
        }
      }
      let source = rule.textIfAny("source")
      guard let phases, let shown else { return nil }
      return StripRule(phases: phases, items: shown, source: source)
    }
  }

  private mutating func phasesOfRule() -> [Phase]? {
    guard has("phases") else {
      _ = valueIfAny("phases")
      return []
    }
    guard let words = value("phases"), case .list(let items) = words.content else {
      note("phases", "a list is expected here", "Write it as `[onset, peak]`")
      return nil
    }
    let found = items.compactMap { choice($0, "phases", of: Phase.self) }
    return found.count == items.count ? found : nil
  }

  /// Names a fact that is none; `key` is where it is written, if not its own key.
  mutating func check(fact: String, at key: String? = nil) {
    let isFact = fact == "weight" || FrameFact(name: fact, text: "?") != nil
    guard !isFact else { return }
    let known = [
      "weight", "intention", "calming", "allergies", "escort", "touch", "stopsign", "room",
    ]
    let near = nearest(to: fact, among: known).map { "Did you mean `\($0)`?" }
    let remedy = near ?? "Known are: \(known.joined(separator: ", "))"
    if let key {
      note(key, "there is no fact `\(fact)`", remedy)
    } else {
      note(at: place(of: fact), dotted(fact), "there is no fact `\(fact)`", remedy)
    }
  }

  /// The order of the slots in the vitals field.
  mutating func slotsOfField() -> [VitalsSlot] {
    guard let words = value("slots") else { return [] }
    guard case .list(let items) = words.content else {
      note("slots", "a list is expected here", "Write it as `[bloodPressure, heartRate]`")
      return []
    }
    var slots: [VitalsSlot] = []
    for item in items {
      guard let slot = choice(item, "slots", of: VitalsSlot.self) else { continue }
      if slots.contains(slot) {
        note(at: item.place, dotted("slots"), "this slot stands twice", "Keep one of them")
      }
      slots.append(slot)
    }
    if slots.isEmpty { note("slots", "there is no slot", "Name at least one") }
    return slots
  }

  /// The clinic's one-key reasons.
  mutating func reasonsOfProtocol() -> Reasons? {
    section("reasons") { reasons in
      let noReading = reasons.texts("noReading")
      let (notDone, void) = (reasons.texts("notDone"), reasons.texts("void"))
      let source = reasons.textIfAny("source")
      guard let noReading, let notDone, let void else { return nil }
      return Reasons(noReading: noReading, notDone: notDone, void: void, source: source)
    }
  }

  /// Techniques, touch and music by key.
  mutating func codesOfRoom() -> [Code] {
    sections("codes") { key, code in
      let (name, group) = (code.text("name"), code.text("group"))
      let isInterval = code.flag("lasts")
      let source = code.textIfAny("source")
      guard let name, let group else { return nil }
      let isKey =
        key.utf8.count == 1
        && key.utf8.allSatisfy { (49...57).contains($0) || (97...122).contains($0) }
      if !isKey {
        code.note(
          at: code.place,
          code.path,
          "`\(key)` is not a key",
          "Use `1` to `9` or `a` to `z`"
        )
      }
      return Code(key: key, name: name, group: group, isInterval: isInterval, source: source)
    }
  }

  /// Words of the clinic's vocabulary, each with where it comes from.
  mutating func terms(_ key: String) -> [NamedTerm] {
    section(key) { terms in
      terms.names.compactMap { name in
        terms.text(name).map { NamedTerm(name: name, source: $0) }
      }
    } ?? []
  }
}
