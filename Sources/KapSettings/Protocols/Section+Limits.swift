import KapTimeline

extension Section {
  /// What raises a notice.
  mutating func limitsOfProtocol() -> [Limit] {
    let steps =
      sectionIfAny("nextSteps") { steps in
        Dictionary(
          uniqueKeysWithValues: Urgency.allCases.compactMap { urgency in
            steps.textIfAny(urgency.rawValue).map { (urgency, $0) }
          }
        )
      } ?? [:]
    return sections("limits") { _, limit in limit.limit(nextSteps: steps) }
  }

  private mutating func limit(nextSteps: [Urgency: String]) -> Limit? {
    let (rule, sign) = (text("rule"), choice("sign", of: Sign.self))
    let edge = edge(in: Sensible.value)
    let basis: Limit.Basis? = has("of") ? choice("of") : .absolute
    _ = valueIfAny("of")
    let urgency = choice("urgency", of: Urgency.self)
    let needsRepeat = flag("needsRepeat")
    let atOnce = numberIfAny("atOnce", in: Sensible.value)
    let next = textIfAny("next")
    guard let source = text("source"), let rule, let sign, let edge, let basis, let urgency else {
      return nil
    }
    if let atOnce {
      if !needsRepeat {
        note("atOnce", "the limit counts at once anyhow", "Add `needsRepeat: true`, or drop this")
      } else if !edge.side.holds(atOnce, of: edge.value, isInclusive: true) {
        note("atOnce", "\(plain(atOnce)) lies within the limit", "Write a value beyond it")
      }
    }
    return Limit(
      rule: rule,
      sign: sign,
      side: edge.side,
      value: edge.value,
      isInclusive: edge.isInclusive,
      basis: basis,
      urgency: urgency,
      needsRepeat: needsRepeat,
      atOnce: atOnce,
      nextStep: next ?? nextSteps[urgency],
      source: source
    )
  }

  typealias Edge = (side: Limit.Side, value: Double, isInclusive: Bool)

  /// Exactly one of `above`, `atLeast`, `below` and `atMost`.
  mutating func edge(in range: ClosedRange<Double>) -> Edge? {
    let kinds: [(key: String, side: Limit.Side, isInclusive: Bool)] = [
      ("above", .above, false), ("atLeast", .above, true),
      ("below", .below, false), ("atMost", .below, true),
    ]
    let written = kinds.filter { has($0.key) }
    for kind in kinds { _ = valueIfAny(kind.key) }
    guard let kind = written.first, written.count == 1 else {
      let second = written.map { place(of: $0.key) }
        .max { ($0.line, $0.column) < ($1.line, $1.column) }
      note(
        at: second ?? place,
        path,
        written.isEmpty ? "the limit has no value" : "the limit has more than one value",
        "Write one of `above`, `atLeast`, `below`, `atMost`"
      )
      return nil
    }
    return number(kind.key, in: range).map { (kind.side, $0, kind.isInclusive) }
  }

  /// What cannot be a value, and what is asked about.
  mutating func boundsOfProtocol() -> [Bound] {
    let quantities =
      Sign.allCases.map(\.rawValue) + [
        "weight", "pulsePressure", "oxygenLitres", "dose", "rate", "duration", "concentration",
        "drawn",
        "notAccounted", "medicine", "medicineUnits", "medicineMillilitres", "intensity",
      ] + names(in: "medicines")
    return section("bounds") { bounds in
      bounds.names.compactMap { name in
        if !quantities.contains(name) {
          let near = nearest(to: name, among: quantities).map { "Did you mean `\($0)`?" }
          bounds.note(
            at: bounds.place(of: name),
            bounds.dotted(name),
            "there is no quantity `\(name)`",
            near ?? "Known are: \(quantities.joined(separator: ", "))"
          )
        }
        return bounds.section(name) { $0.bound(on: name) }
      }
    } ?? []
  }

  private mutating func bound(on quantity: String) -> Bound? {
    let refuse = sectionIfAny("refuse") { $0.pair() }
    let ask = sectionIfAny("ask") { $0.pair() }
    let hint = textIfAny("hint")
    guard let source = text("source") else { return nil }
    if refuse == nil, ask == nil {
      note(at: place, path, "the bound has no value", "Write `refuse` or `ask`")
    }
    if let low = ask?.below, let floor = refuse?.below, low < floor {
      note("ask", "\(plain(low)) is refused already", "Ask from \(plain(floor)) up")
    }
    if let high = ask?.above, let ceiling = refuse?.above, high > ceiling {
      note("ask", "\(plain(high)) is refused already", "Ask from \(plain(ceiling)) down")
    }
    return Bound(
      quantity: quantity,
      refuseBelow: refuse?.below,
      refuseAbove: refuse?.above,
      askBelow: ask?.below,
      askAbove: ask?.above,
      hint: hint,
      source: source
    )
  }

  private mutating func pair() -> (below: Double?, above: Double?)? {
    let below = numberIfAny("below", in: Sensible.value)
    let above = numberIfAny("above", in: Sensible.value)
    if let below, let above, above <= below {
      note("above", "\(plain(above)) is not above \(plain(below))", "Write the larger one here")
    }
    return below == nil && above == nil ? nil : (below, above)
  }

  /// Above which doses the screen asks.
  mutating func doseWarningsOfProtocol() -> [DoseWarning] {
    sections("doses") { _, dose in dose.doseWarning() }
  }

  private mutating func doseWarning() -> DoseWarning? {
    let edge = edge(in: Sensible.amount)
    let unit = choice("unit", of: DoseUnit.self)
    let isHard = flag("hard")
    guard let source = text("source"), let edge, let unit else { return nil }
    if edge.side == .below {
      note(at: place, path, "a dose is asked about from above", "Write `above` or `atLeast`")
      return nil
    }
    return DoseWarning(
      above: edge.value,
      isInclusive: edge.isInclusive,
      isPerKilogram: unit == .perKilogram,
      isHard: isHard,
      source: source
    )
  }
}

extension Section {
  /// What a session usually gives: one `amount`, or `from` and `to`.
  mutating func usualDoseOfProtocol() -> UsualDose? {
    sectionIfAny("usualDose") { dose in
      let amount = dose.numberIfAny("amount", in: Sensible.amount)
      let from = dose.numberIfAny("from", in: Sensible.amount)
      let to = dose.numberIfAny("to", in: Sensible.amount)
      let unit = dose.choice("unit", of: DoseUnit.self)
      let minutes = dose.numberIfAny("minutes", in: Sensible.length)
      guard let source = dose.text("source"), let unit else { return nil }
      guard let low = amount ?? from, let high = amount ?? to, low > 0, low <= high,
        amount == nil || (from == nil && to == nil)
      else {
        dose.note(
          at: dose.place,
          dose.path,
          "the usual dose is neither one amount nor a range",
          "Write `amount` above 0, or `from` and a `to` that is not less"
        )
        return nil
      }
      return UsualDose(
        from: low,
        to: high,
        isPerKilogram: unit == .perKilogram,
        minutes: minutes,
        source: source
      )
    }
  }
}

/// How the amount of a dose is counted.
private enum DoseUnit: String, CaseIterable {
  case whole = "mg"
  case perKilogram = "mg/kg"
}
