import KapTimeline

extension Section {
  /// Effects that are urgent at any reading; the rule `any`, and one with an `outcome`, is for every
  /// effect.
  mutating func urgentEffects() -> [UrgentEffect] {
    // What is wrong in there was said where the limits were read.
    let step = valueIfAny("nextSteps")?.part(Urgency.urgent.rawValue)?.value.scalar
    return sectionIfAny("urgentEffects") { effects in
      effects.names.compactMap { name in
        effects.section(name) { $0.urgentEffect(name, nextStep: step) }
      }
    } ?? []
  }

  private mutating func urgentEffect(_ name: String, nextStep: String?) -> UrgentEffect? {
    let isAny = name == "any"
    let aliases = has("aliases") ? texts("aliases") : []
    _ = valueIfAny("aliases")
    let from: AdverseEffect.Severity? = has("from") ? choice("from") : nil
    _ = valueIfAny("from")
    let outcome = textIfAny("outcome")
    let next = textIfAny("next")
    guard let source = text("source"), let aliases else { return nil }
    if has("from"), from == nil { return nil }
    if isAny, from == nil, outcome == nil {
      note(
        at: place,
        path,
        "nothing says from which severity every effect is urgent",
        "Write `from: life-threatening`"
      )
      return nil
    }
    return UrgentEffect(
      term: isAny || outcome != nil ? nil : name,
      outcome: outcome,
      aliases: aliases,
      from: from,
      nextStep: next ?? nextStep,
      source: source
    )
  }
}
