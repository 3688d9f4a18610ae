import KapCanvas
import KapTimeline

extension Interface {
  /// Keys of what else there is to say of an effect: Tab goes there, a key says it and goes on.
  mutating func takeDetailKey(_ key: Key, in choice: ChoiceField, _ field: Field) -> [Effect]? {
    guard let words = session.rules?.care.adverseEvents else { return nil }
    switch choice.purpose {
    case .severity(let term):
      guard key == .tab, let severity = AdverseEffect.Severity.allCases[safe: choice.place] else {
        return nil
      }
      openDetail(.serious, of: AdverseEffect(term: term, severity: severity), words, field)
    case .effect(let symptoms):
      guard key == .tab, let symptom = symptoms[safe: choice.place], symptom.ends else {
        return nil
      }
      openDetail(.outcome, of: AdverseEffect(term: symptom.term, hasEnded: true), words, field)
    case .detail(let effect, let part):
      if key == .tab {
        let said = said(choice.place, of: part, in: effect)
        openDetail(part.next(for: effect), of: said, words, field)
        return []
      }
      guard case .character(let character) = key,
        let place = choice.options.firstIndex(where: { $0.key == String(character) })
      else { return nil }
      openDetail(part.next(for: effect), of: said(place, of: part, in: effect), words, field)
    case .phase, .due, .notDone, .technique, .void, .pins, .writer, .filter, .checks,
      .prescription, .page, .questionnaires, .hush:
      return nil
    }
    return []
  }

  private mutating func openDetail(
    _ part: ChoiceField.EffectPart,
    of effect: AdverseEffect,
    _ words: AdverseVocabulary,
    _ field: Field
  ) {
    let answers = part.answers(in: words)
    let place = part.answer(in: effect).flatMap { answers.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    choose(.detail(effect, part), [("-", "not said")] + numbered(answers), place: place)
    self.field?.openedAt = field.openedAt
    self.field?.isTimeGiven = field.isTimeGiven
    self.field?.isTouched = true
  }

  /// An effect with one more thing said of it; the first place says nothing.
  func said(
    _ place: Int,
    of part: ChoiceField.EffectPart,
    in effect: AdverseEffect
  ) -> AdverseEffect {
    guard let words = session.rules?.care.adverseEvents else { return effect }
    let answer = place > 0 ? part.answers(in: words)[safe: place - 1] : nil
    var effect = effect
    switch part {
    case .serious: effect.isSerious = answer.map { $0 == ChoiceField.EffectPart.yes }
    case .relatedness: effect.relatedness = answer
    case .action: effect.action = answer
    case .outcome: effect.outcome = answer
    }
    return effect
  }

  /// A page of lines: every adverse event, every assessment, or all that was agreed.
  mutating func openPage(_ title: ChoiceField.PageTitle) {
    let moment = display.moment
    var lines: [(entry: Int, words: String)]
    switch title {
    case .events:
      lines = moment.adverseEvents.map { ($0.entries.first ?? 0, words(of: $0)) }
    case .scores:
      lines = moment.assessments(after: knownScores).map { state in
        (state.entry, "\(WallTime(state.at, offset: stamp.offset).clock) \(state.words)")
      }
      if let score = moment.newestWarningScore(offset: stamp.offset) {
        lines.append((score.entry, score.words))
      }
    case .agreed: lines = moment.agreements.map { ($0.entry, words(of: $0.fact, in: $0.entry)) }
    }
    guard !lines.isEmpty else {
      remark = Remark(text: title.nothing)
      return
    }
    choose(
      .page(title, entries: lines.map(\.entry)),
      lines.map { ("", $0.words) },
      place: lines.count - 1
    )
    if title == .scores, lookBack == nil {
      remark = Remark(text: "Earlier sessions are still being read: :scores again compares.")
    }
  }

  /// The scores of earlier sessions; as known, only those that were in the chart by then.
  private var knownScores: [EarlierScore] {
    let scores = lookBack?.scores ?? []
    guard replay?.isAsKnown == true else { return scores }
    return scores.filter { $0.receivedAt <= display.moment.now }
  }

  /// `13:48 AR  Calm: slower music`, by the name that the strip has for it.
  private func words(of fact: FrameFact, in entry: Int) -> String {
    let moment = display.moment
    let items = moment.rules?.strip.flatMap(\.items) ?? []
    let label = items.first { $0.fact == fact.name }?.label ?? fact.name.capitalizedFirst
    let at = WallTime(moment.session.entries[entry].occurredAt, offset: stamp.offset).clock
    return "\(at) \(moment.authorLabel(of: entry)) \(label): \(fact.text)"
  }

  private func words(of event: AdverseEvent) -> String {
    let clock = { (instant: Instant) in WallTime(instant, offset: self.stamp.offset).clock }
    let end = event.endedAt.map { " to \(clock($0))" } ?? ", lasts"
    let parts = [
      event.severity?.rawValue, event.isSerious == true ? "SERIOUS" : nil,
      event.relatedness.map { "related: \($0)" }, event.action.map { "action: \($0)" },
      event.outcome,
    ].compactMap(\.self)
    return (["\(clock(event.startedAt))\(end) \(event.term)"] + parts).joined(separator: ", ")
  }
}

extension ChoiceField.PageTitle {
  /// What is said where the page would be empty.
  fileprivate var nothing: String {
    switch self {
    case .events: "No adverse event is recorded."
    case .scores: "Nothing is scored."
    case .agreed: "Nothing agreed is on record yet: calming, touch, allergies, escort."
    }
  }
}

extension ChoiceField.EffectPart {
  fileprivate static let yes = "yes"

  /// What may be answered.
  fileprivate func answers(in words: AdverseVocabulary) -> [String] {
    switch self {
    case .serious: ["no", Self.yes]
    case .relatedness: words.relatedness
    case .action: words.actions
    case .outcome: words.outcomes
    }
  }

  /// What was answered.
  fileprivate func answer(in effect: AdverseEffect) -> String? {
    switch self {
    case .serious: effect.isSerious.map { $0 ? Self.yes : "no" }
    case .relatedness: effect.relatedness
    case .action: effect.action
    case .outcome: effect.outcome
    }
  }

  /// What is asked after it; the last one is asked again, with what was answered.
  fileprivate func next(for effect: AdverseEffect) -> Self {
    Self(rawValue: rawValue + 1) ?? (effect.hasEnded ? .outcome : .serious)
  }

  func question(about effect: AdverseEffect) -> String {
    switch self {
    case .serious: "Is \(effect.term) serious?"
    case .relatedness: "Does it come from the medicine?"
    case .action: "What was done about it?"
    case .outcome: "What came of it?"
    }
  }
}
