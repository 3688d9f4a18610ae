extension Scene {
  func emergency(_ step: EmergencyStep) throws(Refusal) -> [Event] {
    var step = step
    step.words = try step.words.map { text throws(Refusal) in try words(text) }
    let card = then.emergency
    switch step.action {
    case .start:
      if let card { throw .emergencyRunning(since: card.since) }
      return [.emergency(step)]
    case .step:
      // What was done was done: a step without a card opens it.
      _ = try words(step.name ?? step.words ?? "")
      let known = rules?.care.interventions.first { $0.name == step.name }
      let stops = known?.stopsInfusion ?? false && then.infusions.contains(where: \.isRunning)
      return [.emergency(step)] + (stops ? [.infusion(InfusionChange(.stop))] : [])
    case .standDown:
      guard let card else { throw .noEmergency }
      let steps = step.isMistake ? stepNames(of: card) : []
      guard steps.isEmpty else { throw .emergencyHasSteps(steps) }
      return [.emergency(step)]
    }
  }

  /// What the steps of a card say was done, with their names.
  private func stepNames(of card: EmergencyState) -> [String] {
    card.entries.compactMap { index in
      guard case .emergency(let step) = session.entries[index].event, step.action == .step else {
        return nil
      }
      return "\(session.name(of: index)) \(step.name ?? step.words ?? "step")"
    }
  }

  func handOver(
    to person: String,
    _ kind: HandOver.Kind,
    _ text: String?
  ) throws(Refusal) -> [Event] {
    let person = try words(person)
    let said = try text.map { text throws(Refusal) in try words(text) }
    let from = kind == .back ? then.covering(for: person) : circumstances.author
    guard let from else { throw .nobodyToComeBack(person) }
    guard from != person else { throw .handOverToSelf(person) }
    let page = then.handOverPage(offset: circumstances.offset)
    let change = HandOver(
      from: from,
      to: person,
      kind: kind,
      page: page,
      words: said,
      isUnlocked: circumstances.isUnlocked
    )
    var events: [Event] = [.handOver(change)]
    let role = then.present.first { $0.person == from }?.role ?? circumstances.role
    if !then.present.contains(where: { $0.person == person && $0.role == role }) {
      events.append(.joined(Presence(person: person, role: role)))
    }
    if then.present.contains(where: { $0.person == from }) {
      events.append(.left(Presence(person: from)))
    }
    return events
  }

  func quiet() throws(Refusal) -> [Event] {
    let open = moment.open(moment.notices)
    guard let rule = rules?.care.quiet, let worst = open.first else { throw .nothingToQuiet }
    let until = circumstances.now + .minutes(rule.seconds / 60)
    return [.quiet(Quiet(until: until, urgency: worst.urgency))]
  }
}
