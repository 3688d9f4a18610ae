extension Scene {
  func record(_ vitals: Vitals) throws(Refusal) -> [Event] {
    guard !vitals.isEmpty else { throw .nothingRead }
    if let refusal = rules?.refusal(of: vitals) { throw refusal }
    return [.vitals(vitals)]
  }

  func score(_ scores: [Score]) throws(Refusal) -> [Event] {
    guard let rules, !scores.isEmpty else { throw .nothingRead }
    var events: [Event] = []
    for score in scores {
      guard let scale = rules.scale(named: score.scale) else {
        throw .noSuchScale(score.scale, known: rules.scales.map(\.name))
      }
      guard score.value >= scale.minimum, score.value <= scale.maximum else {
        throw .cannotBe(
          quantity: scale.label,
          value: score.value,
          low: scale.minimum,
          high: scale.maximum
        )
      }
      guard scale.scoring != .parts else { throw .noSuchTotal(scale.label) }
      guard scale.takesFractions || score.value == score.value.rounded() else {
        throw .wholeNumbers(scale.label, low: scale.minimum, high: scale.maximum)
      }
      let steps = score.value / scale.factor
      guard steps == steps.rounded() || scale.items.isEmpty else {
        throw .noSuchTotal(scale.label)
      }
      events.append(.score(Score(scale: scale.name, value: score.value)))
    }
    return events
  }

  func give(_ dose: Dose) throws(Refusal) -> [Event] {
    [.dose(try checked(dose))] + administration()
  }

  /// A dose that can be one.
  func checked(_ dose: Dose) throws(Refusal) -> Dose {
    guard dose.amount > .zero else {
      throw .cannotBe(quantity: "dose", value: dose.amount.milligrams, low: 0, high: nil)
    }
    if let duration = dose.duration {
      guard duration > .zero else {
        throw .cannotBe(quantity: "duration", value: duration.inMinutes, low: 0, high: nil)
      }
      try check(duration.inMinutes, as: "duration")
    }
    return dose
  }

  /// Refuses what cannot be a value of a quantity that the clinic set bounds on.
  func check(_ value: Double, as quantity: String) throws(Refusal) {
    guard let refusal = rules?.bound(on: quantity)?.refusal(of: value) else { return }
    throw refusal
  }

  func changeInfusion(_ change: InfusionChange) throws(Refusal) -> [Event] {
    let running = then.infusions.filter(\.isRunning)
    if change.action != .start, running.isEmpty { throw .noInfusion }
    switch change.action {
    case .start:
      if let first = running.first { throw .infusionRunning(since: first.startedAt) }
      try checkRate(of: change)
      return [.infusion(change)] + administration()
    case .rate: try checkRate(of: change)
    case .pause:
      guard running.contains(where: { !$0.isPaused }) else { throw .infusionPaused }
    case .resume:
      guard running.contains(where: \.isPaused) else { throw .infusionNotPaused }
    case .stop: break
    }
    return [.infusion(change)]
  }

  /// A start and a change of rate want one, and a rate of nothing is a pause or a stop.
  func checkRate(of change: InfusionChange) throws(Refusal) {
    guard let rate = change.rate else {
      guard change.action != .start, change.action != .rate else { throw .needsRate }
      return
    }
    guard rate > .zero else {
      throw .cannotBe(quantity: "rate", value: rate.milligramsPerHour, low: 0, high: nil)
    }
    try check(rate.milligramsPerHour, as: "rate")
  }

  /// The first dose also declares the phase, in the same Enter.
  private func administration() -> [Event] {
    guard let current = then.phase?.phase else {
      return [.phase(PhaseDeclaration(.administration))]
    }
    return current < .administration ? [.phase(PhaseDeclaration(.administration))] : []
  }

  func declare(_ phase: Phase, because reason: String?) throws(Refusal) -> [Event] {
    let reason = try reason.map { reason throws(Refusal) in try words(reason) }
    if let current = then.phase {
      let label = rules?.label(of: phase) ?? phase.rawValue
      if current.phase == phase { throw .samePhase(label: label, since: current.from) }
      if phase < current.phase, reason == nil { throw .earlierPhaseNeedsReason(label: label) }
    }
    if phase == .discharged {
      let open = openMatters()
      guard open.isEmpty else { throw .dischargedWhileOpen(open) }
      let missing = then.openForLeaving
      guard missing.isEmpty || reason != nil else { throw .dischargedWhileOpen(missing) }
    }
    return [.phase(PhaseDeclaration(phase, reason: reason))]
  }

  func change(_ change: TechniqueChange) throws(Refusal) -> [Event] {
    _ = try words(change.name)
    let running = then.running.first { $0.name == change.name }
    if change.edge == .stop, running == nil { throw .notRunning(change.name) }
    if change.edge == .start, let running {
      throw .alreadyRunning(change.name, group: running.group, since: running.since)
    }
    return [.technique(change)]
  }

  func report(_ effect: AdverseEffect) throws(Refusal) -> [Event] {
    _ = try words(effect.term)
    let open = then.effects.first { $0.effect.term == effect.term }
    if effect.hasEnded, open == nil { throw .noEffect(effect.term) }
    if !effect.hasEnded, let open, !effect.saysMore(than: open.effect) {
      throw .effectOpen(effect.term, since: open.since)
    }
    return [.effect(effect)]
  }

  func write(_ note: Note) throws(Refusal) -> [Event] {
    _ = try words(note.text)
    return [.note(note)]
  }

  func mark(_ theme: ThemeMark) throws(Refusal) -> [Event] {
    _ = try words(theme.name)
    return [.theme(theme)]
  }

  func administer(_ given: GivenMedicine) throws(Refusal) -> [Event] {
    try check(given)
    return [.given(linked(given))]
  }

  func callOut(_ call: Call) throws(Refusal) -> [Event] {
    _ = try words(call.to)
    return [.call(linked(call))]
  }

  func take(_ order: VerbalOrder) throws(Refusal) -> [Event] {
    try check(order.given)
    return [.order(linked(order))]
  }

  /// A medicine has a name, and an amount that is more than nothing where it has one.
  func check(_ given: GivenMedicine) throws(Refusal) {
    _ = try words(given.medicine)
    guard let number = given.number else { return }
    guard number > 0 else {
      throw .cannotBe(quantity: "amount", value: number, low: 0, high: nil)
    }
    guard let rules, let (quantity, value) = given.measured(under: rules) else { return }
    try check(value, as: quantity)
  }

  /// What stands in the way of an end: a pump that runs, an emergency, an effect that lasts, then or
  /// now.
  func openMatters() -> [String] {
    let moments = then.now == moment.now ? [moment] : [then, moment]
    let isRunning = moments.contains { $0.infusions.contains(where: \.isRunning) }
    var terms: [String] = []
    // Of an effect with which somebody leaves, what became of it is said: that it goes on, too.
    for effect in moments.flatMap(\.effects)
    where effect.effect.outcome == nil && !terms.contains(effect.effect.term) {
      terms.append(effect.effect.term)
    }
    let isEmergency = moments.contains { $0.emergency != nil }
    return (isRunning ? ["infusion running"] : [])
      + (isEmergency ? ["emergency not stood down"] : []) + terms.map { "\($0) not ended" }
  }
}
