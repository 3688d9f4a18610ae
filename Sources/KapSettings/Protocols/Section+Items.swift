import KapTimeline

extension Section {
  /// What an answer may be where the item itself does not say.
  private typealias Answers = (range: ClosedRange<Int>, meanings: [Int: String])

  /// The questions or parts of a scale; a word alone is a question that is answered like the others.
  mutating func itemsOfScale(scoring: Scale.Scoring) -> [Scale.Item] {
    let usual = usualAnswers()
    return sectionIfAny("items") { items in
      let found = items.names.compactMap { key -> Scale.Item? in
        items.check(word: key)
        if items.valueIfAny(key)?.scalar != nil {
          guard let text = items.text(key) else { return nil }
          guard let usual else {
            items.note(
              key,
              "nothing says what may be answered",
              "Write `answers` or `each` beside `items`"
            )
            return nil
          }
          return Scale.Item(
            key: key,
            text: text,
            minimum: usual.range.lowerBound,
            maximum: usual.range.upperBound,
            meanings: usual.meanings
          )
        }
        return items.section(key) { $0.item(key, usual: usual) }
      }
      items.checkConditions(of: found)
      return found
    } ?? []
  }

  private mutating func item(_ key: String, usual: Answers?) -> Scale.Item? {
    let text = text("ask")
    let level = numberIfAny("level", in: 1...100).flatMap { whole($0, "level") }
    let asksIf = sectionIfAny("asksIf") { part -> Scale.Condition? in
      let item = part.text("item")
      let least = part.number("atLeast", in: Sensible.value).flatMap { part.whole($0, "atLeast") }
      guard let item, let least else { return nil }
      return Scale.Condition(item: item, atLeast: least)
    }
    let own = sectionIfAny("answers") { $0.meanings() }
    let (from, to) = ends()
    let written = answers(own, from: from, to: to)
    guard let text else { return nil }
    guard let answers = written ?? usual else {
      note(
        at: place,
        path,
        "nothing says what may be answered",
        "Write `answers`, or `from` and `to`"
      )
      return nil
    }
    return Scale.Item(
      key: key,
      text: text,
      minimum: answers.range.lowerBound,
      maximum: answers.range.upperBound,
      meanings: answers.meanings,
      level: level,
      asksIf: asksIf
    )
  }

  /// An item can only hang on one that is asked before it.
  private mutating func checkConditions(of items: [Scale.Item]) {
    for (place, item) in items.enumerated() {
      guard let condition = item.asksIf else { continue }
      guard let other = items[..<place].first(where: { $0.key == condition.item }) else {
        note(
          at: self.place(of: item.key),
          dotted(item.key),
          "no item `\(condition.item)` is asked before it",
          "Name an item that stands above"
        )
        continue
      }
      if condition.atLeast <= other.minimum || condition.atLeast > other.maximum {
        note(
          at: self.place(of: item.key),
          dotted(item.key),
          "an answer of \(condition.atLeast) to `\(other.key)` decides nothing",
          "Write an answer above \(other.minimum), up to \(other.maximum)"
        )
      }
    }
  }

  private mutating func usualAnswers() -> Answers? {
    let meanings = sectionIfAny("answers") { $0.meanings() }
    let each = sectionIfAny("each") { $0.ends() }
    return answers(meanings, from: each?.from, to: each?.to)
  }

  private mutating func ends() -> (from: Int?, to: Int?) {
    let from = numberIfAny("from", in: Sensible.value).flatMap { whole($0, "from") }
    let to = numberIfAny("to", in: Sensible.value).flatMap { whole($0, "to") }
    if let from, let to, to <= from {
      note("to", "the answers end at \(to) and begin at \(from)", "Let them end higher")
      return (nil, nil)
    }
    return (from, to)
  }

  private func answers(_ meanings: [Int: String]?, from: Int?, to: Int?) -> Answers? {
    let known = meanings ?? [:]
    guard let low = from ?? known.keys.min(), let high = to ?? known.keys.max(), low <= high
    else { return nil }
    return (low...high, known)
  }

  private mutating func whole(_ number: Double, _ key: String) -> Int? {
    if let whole = Int(exactly: number) { return whole }
    note(key, "\(plain(number)) is not a whole number", "Write it without a point")
    return nil
  }

  /// Names a key that could not be typed as one word.
  mutating func check(word key: String) {
    let isWord =
      !key.isEmpty && key != "no" && key.utf8.count <= 24 && key.utf8.first != 45
      && key.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0) || $0 == 45 }
    guard !isWord else { return }
    note(
      at: place(of: key),
      dotted(key),
      "`\(key)` cannot be typed as one word",
      "Use small letters, digits and hyphens"
    )
  }

  /// What answers and values ask of the room, each with its scale.
  mutating func addPrompts(to scales: inout [Scale]) {
    guard has("prompts") else {
      _ = valueIfAny("prompts")
      return
    }
    let known = scales
    let prompts = sections("prompts") { _, prompt in prompt.prompt(on: known) }
    for (name, prompt) in prompts {
      guard let index = scales.firstIndex(where: { $0.name == name }) else { continue }
      scales[index].prompts.append(prompt)
    }
  }

  private mutating func prompt(on scales: [Scale]) -> (scale: String, prompt: Scale.Prompt)? {
    let name = text("scale")
    let item = textIfAny("item")
    let key = has("atMost") ? "atMost" : "atLeast"
    let value = number(key, in: Sensible.value)
    let urgency = choice("urgency", of: Urgency.self)
    let words = text("words")
    guard let source = text("source"), let name, let value, let urgency, let words else {
      return nil
    }
    guard let scale = scales.first(where: { $0.name == name }) else {
      let near = nearest(to: name, among: scales.map(\.name)).map { "Did you mean `\($0)`?" }
      note("scale", "there is no scale `\(name)`", near ?? "Describe it, or write `none` here")
      return nil
    }
    var ends = scale.minimum...max(scale.minimum, scale.maximum)
    if let item {
      guard let found = scale.items.first(where: { $0.key == item }) else {
        note(
          "item",
          "`\(name)` has no item `\(item)`",
          "Its items are: \(scale.items.map(\.key).joined(separator: ", "))"
        )
        return nil
      }
      ends = Double(found.minimum)...Double(max(found.minimum, found.maximum))
    }
    if !ends.contains(value) {
      note(
        key,
        "\(plain(value)) is never reached",
        "Write a value from \(plain(ends.lowerBound)) to \(plain(ends.upperBound))"
      )
    }
    return (
      name,
      Scale.Prompt(
        item: item,
        value,
        key == "atMost" ? .below : .above,
        urgency: urgency,
        words: words,
        source: source
      )
    )
  }
}
