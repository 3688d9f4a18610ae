extension Scene {
  func record(_ vitals: Vitals) throws(Refusal) -> [Event] {
    guard !vitals.isEmpty else { throw .nothingRead }
    if let refusal = rules?.refusal(of: vitals) { throw refusal }
    guard !vitals.isConfirmed else { return [.vitals(vitals)] }
    let doubts = rules?.doubts(about: vitals) ?? []
    try ask(about: doubts + repetition(of: vitals))
    return [.vitals(vitals.confirmed(circumstances.isInsisted && !doubts.isEmpty))]
  }

  /// The last set's figures again, or a set by the other seat a moment ago.
  private func repetition(of vitals: Vitals) -> [Doubt] {
    // The other seat may have opened its field a moment later and sent it sooner.
    guard let rules, let last = moment.lastVitals(1).first ?? then.lastVitals(1).first else {
      return []
    }
    let ago = circumstances.occurredAt - last.at
    let window = Span.minutes(rules.timing.repeatAskSeconds / 60)
    guard ago <= window, ago >= .zero - window else { return [] }
    let author = session.entries[last.entry].recorded.author
    if last.vitals.hasSameReadings(as: vitals) {
      return [.sameFigures(secondsAgo: max(0, ago.wholeSeconds))]
    }
    guard author != circumstances.author else { return [] }
    return [.otherSeat(author: author, secondsAgo: max(0, ago.wholeSeconds))]
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
      let steps = score.value / scale.factor
      guard scale.scoring != .parts, steps == steps.rounded() || scale.items.isEmpty else {
        throw .noSuchTotal(scale.label)
      }
      events.append(.score(Score(scale: scale.name, value: score.value)))
    }
    return events
  }

  func give(_ dose: Dose) throws(Refusal) -> [Event] {
    let given = then.doses.map(\.dose.amount).reduce(.zero, +)
    return [.dose(try checked(dose, after: given))] + administration()
  }

  /// A dose that can be one, with whether its author stands by what is unusual about it.
  func checked(_ dose: Dose, after given: Mass) throws(Refusal) -> Dose {
    guard dose.amount > .zero else {
      throw .cannotBe(quantity: "dose", value: dose.amount.milligrams, low: 0, high: nil)
    }
    if let duration = dose.duration, duration <= .zero {
      throw .cannotBe(quantity: "duration", value: duration.inMinutes, low: 0, high: nil)
    }
    guard !dose.isConfirmed else { return dose }
    let doubts = rules?.doubts(about: dose, after: given, weight: moment.weight) ?? []
    try ask(about: doubts)
    var dose = dose
    dose.isConfirmed = circumstances.isInsisted && !doubts.isEmpty
    return dose
  }

  func changeInfusion(_ change: InfusionChange) throws(Refusal) -> [Event] {
    let running = then.infusions.filter(\.isRunning)
    if change.action != .start, running.isEmpty { throw .noInfusion }
    switch change.action {
    case .start:
      if let first = running.first { throw .infusionRunning(since: first.startedAt) }
      guard let rate = change.rate, rate > .zero else { throw .needsRate }
      return [.infusion(change)] + administration()
    case .rate:
      guard change.rate != nil else { throw .needsRate }
    case .pause:
      guard running.contains(where: { !$0.isPaused }) else { throw .infusionPaused }
    case .resume:
      guard running.contains(where: \.isPaused) else { throw .infusionNotPaused }
    case .stop: break
    }
    return [.infusion(change)]
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
      if current.phase == phase { throw .samePhase(phase, since: current.from) }
      if phase < current.phase, reason == nil { throw .earlierPhaseNeedsReason(phase) }
    }
    if phase == .discharged {
      let open = openMatters()
      guard open.isEmpty else { throw .dischargedWhileOpen(open) }
      let missing = then.readiness.items
        .filter { $0.item.isRequired && $0.state == .open }.map(\.item.short)
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
    _ = try words(given.medicine)
    return [.given(linked(given))]
  }

  func callOut(_ call: Call) throws(Refusal) -> [Event] {
    _ = try words(call.to)
    return [.call(linked(call))]
  }

  func take(_ order: VerbalOrder) throws(Refusal) -> [Event] {
    _ = try words(order.given.medicine)
    return [.order(linked(order))]
  }

  /// What stands in the way of an end: a pump that runs, an effect that lasts, then or now.
  func openMatters() -> [String] {
    let moments = then.now == moment.now ? [moment] : [then, moment]
    let isRunning = moments.contains { $0.infusions.contains(where: \.isRunning) }
    var terms: [String] = []
    for effect in moments.flatMap(\.effects) where !terms.contains(effect.effect.term) {
      terms.append(effect.effect.term)
    }
    return (isRunning ? ["infusion running"] : []) + terms.map { "\($0) not ended" }
  }
}
