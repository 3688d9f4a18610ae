extension Moment {
  /// The notices that no limit on a reading raised but what people wrote: doses, answers, events.
  var statedNotices: [Notice] {
    doubtNotices + pumpedNotices + [checksNotice].compactMap(\.self) + promptNotices
      + answerNotices + urgentNotices + seriousNotices
  }

  /// Notices of readings and others, in the order raised.
  func inOrder(_ readings: [Notice], _ stated: [Notice]) -> [Notice] {
    guard !stated.isEmpty else { return readings }
    return (readings + stated).enumerated().sorted { one, other in
      let (first, second) = (one.element, other.element)
      if first.since != second.since { return first.since < second.since }
      return first.rule == second.rule ? one.offset < other.offset : first.rule < second.rule
    }.map(\.element)
  }

  /// Required checks that were open when the first dose was given, and no plan before it had said
  /// why; what is written down later of the time before makes it vanish.
  private var checksNotice: Notice? {
    guard let first = firstDose, let list = rules?.care.checklist(for: .beforeDose) else {
      return nil
    }
    let given = session.entries[first]
    let then = Moment(session, upTo: first)
    let open = then.gate
    guard !open.isEmpty, !then.isExplained(open) else { return nil }
    let unanswered = open.filter { $0.state != .no }.map { then.openWords(of: $0) }
    let denied = open.filter { $0.state == .no }.map(\.denial)
    let labels = [
      unanswered.isEmpty ? nil : "with open \(unanswered.joined(separator: ", "))",
      denied.isEmpty ? nil : "though not so: \(denied.joined(separator: "; "))",
    ]
    return Notice(
      rule: Notice.checks,
      urgency: .urgent,
      entry: first,
      since: given.occurredAt,
      nextStep: "say why these were open",
      subject: "dose given \(labels.compactMap(\.self).joined(separator: "; "))",
      limit: "required items are done, or a plan says why not",
      sources: ["\(list.title): the list of this clinic"]
    )
  }

  /// Whether a plan said why these items were open.
  ///
  /// A reading that crosses the limits after the plan is none that it spoke of.
  package func isExplained(_ open: [ChecklistState]) -> Bool {
    let isGate = open.contains { $0.item.evidence?.kind == .gate }
    return standing(.plan).contains { index in
      guard case .plan(let plan) = session.entries[index].event, plan.reason != nil,
        !isGate || answersGate(index)
      else { return false }
      return open.allSatisfy { plan.openItems.contains($0.item.key) }
    }
  }

  /// What answers and values ask of the room.
  private var promptNotices: [Notice] {
    guard let rules, rules.scales.contains(where: { !$0.prompts.isEmpty }) else { return [] }
    var notices: [Notice] = []
    var raisedBy: [[Scale.Prompt]] = []
    for assessment in assessments {
      guard let scale = rules.scale(named: assessment.scale), scale.isPrompting else { continue }
      let asked = scale.prompts.filter { $0.isRaised(by: assessment, on: scale) }
      // A new look at the same scale takes up the last one, where it says something of what that
      // one was about: an item that was skipped, or a bare total, says nothing of an item.
      for place in notices.indices where notices[place].rule == scale.name {
        guard raisedBy[place].allSatisfy({ $0.isAnswered(by: assessment, on: scale) }) else {
          continue
        }
        guard let worst = asked.map(\.urgency).max() else {
          notices[place].clearedAt = notices[place].clearedAt ?? assessment.at
          continue
        }
        guard notices[place].clearedAt == nil, notices[place].urgency <= worst else { continue }
        notices[place].supersededBy = notices[place].supersededBy ?? assessment.entry
      }
      guard let notice = notice(of: assessment, scale, asked) else { continue }
      notices.append(notice)
      raisedBy.append(asked)
    }
    return notices
  }

  private func notice(
    of assessment: AssessmentState,
    _ scale: Scale,
    _ asked: [Scale.Prompt]
  ) -> Notice? {
    guard let urgency = asked.map(\.urgency).max(),
      let worst = asked.first(where: { $0.urgency == urgency })
    else { return nil }
    let parts = asked.map { prompt in
      guard let item = prompt.item, let answer = assessment.answers[item] else {
        return assessment.words
      }
      return "\(scale.label) item \(item): \(answer)"
    }
    var said: [String] = []
    for part in parts where !said.contains(part) { said.append(part) }
    return Notice(
      rule: scale.name,
      urgency: urgency,
      entry: assessment.entry,
      since: assessment.at,
      nextStep: worst.words,
      subject: said.joined(separator: ", "),
      limit: "\(worst.item.map { "item \($0), " } ?? "")\(worst.limit)",
      sources: [worst.source]
    )
  }

  /// Adverse events that are urgent whatever the readings say: each once, and again when it is worse
  /// than it was ever said to be, in place of the notice before.
  private var urgentNotices: [Notice] {
    guard let urgent = rules?.care.urgentEffects, !urgent.isEmpty else { return [] }
    return adverseEvents.flatMap { urgentNotices(of: $0, by: urgent) }
  }

  private func urgentNotices(of event: AdverseEvent, by rules: [UrgentEffect]) -> [Notice] {
    var notices: [Notice] = []
    var worst: AdverseEffect.Severity?
    var outcomes: Set<String> = []
    for entry in event.entries {
      guard case .effect(let effect) = session.entries[entry].event else { continue }
      let isNews = notices.isEmpty || effect.isWorse(than: worst)
      let met = rules.filter { $0.isMet(by: effect) }
      // That it is over, and nothing else, is no reason to come; what came of it may be.
      let byOutcome = met.first { $0.outcome.map { !outcomes.contains($0) } ?? false }
      let byItself = isNews && !effect.isOnlyEnd ? met.first { $0.outcome == nil } : nil
      if let rule = byOutcome ?? byItself {
        if let last = notices.indices.last { notices[last].supersededBy = entry }
        notices.append(notice(of: effect, in: entry, by: rule))
        if let outcome = rule.outcome { outcomes.insert(outcome) }
      }
      worst = [worst, effect.severity].compactMap(\.self).max()
    }
    // What is over stands until it is acknowledged, and no longer.
    for place in notices.indices { notices[place].clearedAt = event.endedAt }
    return notices
  }

  private func notice(of effect: AdverseEffect, in entry: Int, by rule: UrgentEffect) -> Notice {
    Notice(
      rule: Notice.urgentEffect,
      urgency: .urgent,
      entry: entry,
      since: session.entries[entry].occurredAt,
      nextStep: rule.nextStep,
      subject: [effect.term, effect.severity?.rawValue, rule.outcome.map { "outcome \($0)" }]
        .compactMap(\.self).joined(separator: ", "),
      limit: rule.words,
      sources: [rule.source]
    )
  }

  /// What a serious adverse event asks for.
  private var seriousNotices: [Notice] {
    guard let vocabulary = rules?.care.adverseEvents, let step = vocabulary.seriousStep
    else { return [] }
    return adverseEvents.compactMap { event in
      guard let entry = event.seriousEntry else { return nil }
      var notice = Notice(
        rule: Notice.serious,
        urgency: .reminder,
        entry: entry,
        since: session.entries[entry].occurredAt,
        nextStep: step,
        subject: "\(event.term) is serious",
        limit: "any serious event",
        sources: [vocabulary.source]
      )
      notice.clearedAt = event.notSeriousAt
      return notice
    }
  }

  /// What is overdue and may not be left out, as reminders; nobody acknowledges these, they go when
  /// the thing is done or put off.
  package func reminders(of due: DueList) -> [Notice] {
    due.open.compactMap { item in
      guard item.state == .late, item.isRequired, !item.isMissed, item.kind.isOneThing,
        let at = item.at
      else { return nil }
      return Notice(
        rule: Notice.overdue,
        urgency: .reminder,
        entry: nil,
        since: item.postponedUntil == nil ? at + item.grace : at,
        nextStep: "do it, put it off, or say why not",
        subject: "\(dueWords(for: item)) late",
        limit: item.postponedUntil == nil
          ? "\(plain(item.grace.inMinutes)) min after its time" : "the time it was put off to",
        sources: [rules?.vitals.graceSource].compactMap(\.self)
      )
    }
  }
}

extension Scale {
  /// Whether what comes out of it may raise a notice: how far away a person is never does.
  fileprivate var isPrompting: Bool { !prompts.isEmpty && name != "dissociation" }
}

extension Scale.Prompt {
  /// Whether an assessment asks it.
  fileprivate func isRaised(by assessment: AssessmentState, on scale: Scale) -> Bool {
    value(in: assessment, on: scale).map { isRaised(by: $0) } ?? false
  }

  /// Whether an assessment says something of what it is about.
  fileprivate func isAnswered(by assessment: AssessmentState, on scale: Scale) -> Bool {
    guard let item else { return assessment.value != nil }
    return assessment.answers[item] != nil || isRaised(by: assessment, on: scale)
  }

  /// What it looks at; of an item in a bare total the least that it must be, where that is any.
  private func value(in assessment: AssessmentState, on scale: Scale) -> Double? {
    guard let item else { return assessment.value }
    if let answer = assessment.answers[item] { return Double(answer) }
    guard assessment.answers.isEmpty, scale.scoring == .sum, let total = assessment.value,
      let asked = scale.items.first(where: { $0.key == item })
    else { return nil }
    let least = total - (scale.maximum - Double(asked.maximum))
    return least > Double(asked.minimum) ? least : nil
  }
}

extension DueItem.Kind {
  /// Whether it is one thing to do, rather than a list to go through, words to find, or a value to
  /// confirm, whose notice stands already.
  fileprivate var isOneThing: Bool {
    switch self {
    case .vitals, .endReading, .repeatReading, .scores, .infusionEnd, .hold: true
    case .pin, .checks, .stepWords, .vial, .confirm: false
    }
  }
}
