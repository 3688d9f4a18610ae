extension Scene {
  func record(_ vitals: Vitals) throws(Refusal) -> [Event] {
    guard !vitals.isEmpty else { throw .nothingRead }
    if let refusal = rules?.refusal(of: vitals) { throw refusal }
    if !vitals.isConfirmed {
      try ask(about: (rules?.doubts(about: vitals) ?? []) + repetition(of: vitals))
    }
    return [.vitals(vitals)]
  }

  /// The last set's figures again, or a set by the other seat a moment ago.
  private func repetition(of vitals: Vitals) -> [Doubt] {
    guard let rules, let last = Moment(session, at: circumstances.occurredAt).lastVitals(1).first
    else { return [] }
    let ago = circumstances.occurredAt - last.at
    guard ago.wholeSeconds <= Int(rules.timing.repeatAskSeconds.rounded()) else { return [] }
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
      events.append(.score(Score(scale: scale.name, value: score.value)))
    }
    return events
  }

  func give(_ dose: Dose) throws(Refusal) -> [Event] {
    guard dose.amount > .zero else {
      throw .cannotBe(quantity: "dose", value: dose.amount.milligrams, low: 0, high: nil)
    }
    if !dose.isConfirmed {
      try ask(about: rules?.doubts(about: dose, weight: moment.weight) ?? [])
    }
    return [.dose(dose)] + administration()
  }

  func changeInfusion(_ change: InfusionChange) throws(Refusal) -> [Event] {
    let at = Moment(session, at: circumstances.occurredAt)
    let running = at.infusions.last { $0.isRunning }
    switch change.action {
    case .start:
      guard running == nil else { throw .infusionRunning }
      guard let rate = change.rate, rate.milligramsPerHour > 0 else { throw .needsRate }
      return [.infusion(change)] + administration()
    case .rate:
      guard running != nil else { throw .noInfusion }
      guard change.rate != nil else { throw .needsRate }
    case .pause:
      guard let running else { throw .noInfusion }
      guard !running.isPaused else { throw .infusionPaused }
    case .resume:
      guard let running else { throw .noInfusion }
      guard running.isPaused else { throw .infusionNotPaused }
    case .stop:
      guard running != nil else { throw .noInfusion }
    }
    return [.infusion(change)]
  }

  /// The first dose also declares the phase, in the same Enter.
  private func administration() -> [Event] {
    let at = Moment(session, at: circumstances.occurredAt)
    guard let current = at.phase?.phase else { return [.phase(PhaseDeclaration(.administration))] }
    return current < .administration ? [.phase(PhaseDeclaration(.administration))] : []
  }

  func declare(_ phase: Phase, because reason: String?) throws(Refusal) -> [Event] {
    let at = Moment(session, at: circumstances.occurredAt)
    if let current = at.phase {
      if current.phase == phase { throw .samePhase(phase, since: current.from) }
      if phase < current.phase, reason == nil { throw .earlierPhaseNeedsReason(phase) }
    }
    if phase == .discharged {
      let open = openMatters()
      guard open.isEmpty else { throw .dischargedWhileOpen(open) }
    }
    return [.phase(PhaseDeclaration(phase, reason: reason))]
  }

  func change(_ change: TechniqueChange) throws(Refusal) -> [Event] {
    if change.edge == .stop {
      let running = Moment(session, at: circumstances.occurredAt).running
      guard running.contains(where: { $0.name == change.name }) else {
        throw .notRunning(change.name)
      }
    }
    return [.technique(change)]
  }

  func report(_ effect: AdverseEffect) throws(Refusal) -> [Event] {
    if effect.hasEnded {
      let open = Moment(session, at: circumstances.occurredAt).effects
      guard open.contains(where: { $0.effect.term == effect.term }) else {
        throw .noEffect(effect.term)
      }
    }
    return [.effect(effect)]
  }

  /// What stands in the way of an end: a pump that runs, an effect that lasts.
  func openMatters() -> [String] {
    let pumps = moment.infusions.contains { $0.isRunning } ? ["infusion running"] : []
    return pumps + moment.effects.map { "\($0.effect.term) not ended" }
  }
}
