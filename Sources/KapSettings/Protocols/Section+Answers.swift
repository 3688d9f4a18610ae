import KapTimeline

extension Section {
  /// What in the record speaks against a tick: the last value of a `scale` or of a `sign`, or an
  /// `effect` that lasts.
  mutating func contradiction(scales: [Scale]) -> Contradiction? {
    if let effect = textIfAny("effect") { return contradiction(by: effect) }
    let scale = textIfAny("scale")
    let quantity = textIfAny("sign")
    let edge = edge(in: Sensible.value)
    let basis: Limit.Basis? = has("of") ? choice("of") : .absolute
    _ = valueIfAny("of")
    if let scale { check(scale: scale, among: scales) }
    if let quantity { check(quantity: quantity) }
    guard (scale == nil) != (quantity == nil) else {
      note(
        at: place,
        path,
        "nothing says what is looked at",
        "Write one of `scale`, `sign` and `effect`"
      )
      return nil
    }
    guard let source = text("source"), let edge, let basis else { return nil }
    return Contradiction(
      scale: scale,
      quantity: quantity,
      edge.side,
      edge.value,
      isInclusive: edge.isInclusive,
      basis: basis,
      source: source
    )
  }

  /// An effect `above` a severity, or `atLeast` as bad as one.
  private mutating func contradiction(by effect: String) -> Contradiction? {
    let isInclusive = has("atLeast")
    let severity: AdverseEffect.Severity? = choice(isInclusive ? "atLeast" : "above")
    guard let source = text("source"), let severity else { return nil }
    return Contradiction(
      effect: effect,
      .above,
      severity,
      isInclusive: isInclusive,
      source: source
    )
  }

  private mutating func check(quantity: String) {
    let known = Sign.allCases.map(\.rawValue) + ["oxygenLitres"]
    guard !known.contains(quantity) else { return }
    let near = nearest(to: quantity, among: known).map { "Did you mean `\($0)`?" }
    note(
      "sign",
      "there is no sign `\(quantity)`",
      near ?? "Known are: \(known.joined(separator: ", "))"
    )
  }

  /// What a no asks of the room.
  mutating func promptOfAnswer() -> ChecklistItem.Prompt? {
    let urgency = choice("urgency", of: Urgency.self)
    let words = text("words")
    guard let source = text("source"), let urgency, let words else { return nil }
    return ChecklistItem.Prompt(urgency: urgency, words: words, source: source)
  }

  /// The signs that each planned set asks for, and where that comes from.
  mutating func signsOfSet() -> (signs: [VitalsSlot], source: String)? {
    let words = texts("signs")
    guard let source = text("source"), let words else { return nil }
    let known = VitalsSlot.allCases.map(\.rawValue)
    for word in words where !known.contains(word) {
      let near = nearest(to: word, among: known).map { "Did you mean `\($0)`?" }
      note(
        "signs",
        "there is no slot `\(word)`",
        near ?? "Known are: \(known.joined(separator: ", "))"
      )
    }
    let signs = VitalsSlot.allCases.filter { words.contains($0.rawValue) }
    if words.isEmpty { note("signs", "there is no sign", "Name at least one") }
    return signs.isEmpty ? nil : (signs, source)
  }
}
