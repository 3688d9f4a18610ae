import KapCanvas
import KapTimeline

extension Interface {
  /// The newest step of that name that waits for its words.
  func wordlessStep(called name: String) -> Int? {
    let moment = Moment(session, at: stamp.now)
    return moment.emergency?.entries.last { index in
      guard case .emergency(let step) = session.entries[index].event else { return false }
      return step.name == name && step.words == nil
    }
  }

  /// Opens the words of a step that is recorded already: its time stays, and every key is text until
  /// Enter or Esc.
  mutating func openWords(of item: Intervention) {
    open(.line(LineField(item.name.uppercased(), prefix: "emergency step \(item.name): ")))
    field?.step = Field.CardStep(intervention: item)
  }

  /// Opens the words of a step of an emergency that is over, which correct it.
  mutating func openWords(ofStepAt index: Int) {
    guard let entry = session.entries[safe: index], case .emergency(let step) = entry.event,
      let name = step.name
    else { return }
    open(.line(LineField(name.uppercased(), prefix: "emergency step \(name): ")))
    field?.corrects = index
    field?.openedAt = entry.occurredAt
    let at = WallTime(entry.occurredAt, offset: stamp.offset).clock
    remark = Remark(text: "Words for \(name) of \(at); its time stays. x in the list says why not.")
  }

  /// Whether a key is the card's own, held down: it is no word of the field that it opened.
  ///
  /// Nobody types the same digit twice as fast as a terminal repeats it.
  mutating func isHeldCardKey(_ key: Key) -> Bool {
    guard field?.step != nil, case .character(let character) = key, character == card.lastKey,
      stamp.ticks - card.lastTicks <= Self.repeatPause
    else { return false }
    card.lastTicks = stamp.ticks
    return true
  }

  /// A step is on disk: its words have something to belong to.
  mutating func settleStep(_ ticket: Ticket, _ written: [Recorded]) {
    let index = written.compactMap { session.index(of: $0.id) }.first { index in
      guard case .emergency(let step) = session.entries[index].event else { return false }
      return step.action == .step
    }
    if field?.step?.ticket == ticket {
      field?.step?.ticket = nil
      field?.corrects = index
    }
    for place in asides.indices where asides[place].step?.ticket == ticket {
      asides[place].step?.ticket = nil
      asides[place].corrects = index
    }
  }

  /// It could not be recorded: its words are those of a step that they record themselves.
  mutating func dropStep(_ ticket: Ticket) {
    if field?.step?.ticket == ticket { field?.step = nil }
    for place in asides.indices where asides[place].step?.ticket == ticket {
      asides[place].step = nil
    }
  }

  /// Enter on the words of a step: nil lets them be recorded.
  ///
  /// Nothing typed leaves it as it is. Nothing but a digit may have been meant as the next step.
  mutating func submitWords(_ line: LineField, in field: Field, isInsisted: Bool) -> [Effect]? {
    guard let step = field.step else { return nil }
    let words = Self.words(in: line.text.text, of: step.intervention)
    guard !words.isEmpty else {
      self.field = nil
      sayLeftAsIs(step.intervention)
      return []
    }
    guard step.ticket == nil else {
      remark = Remark(text: "\(step.intervention.name) is being saved: Enter again in a moment.")
      return []
    }
    if !isInsisted, let question = Self.question(about: words, of: step, interventions) {
      self.field?.stepQuestion = question
      return []
    }
    self.field?.stepQuestion = nil
    guard words != line.text.text else { return nil }
    var line = line
    line.text.clear()
    _ = line.text.insert(words)
    self.field?.content = .line(line)
    return submit(isInsisted: isInsisted)
  }

  /// The words without the name of the step, which somebody may type before them.
  private static func words(in text: String, of item: Intervention) -> String {
    let words = text.split(separator: " ").joined(separator: " ")
    let name = item.name.lowercased()
    guard words.lowercased().hasPrefix(name) else { return words }
    let rest = words.dropFirst(name.count)
    guard rest.first.map({ !$0.isLetter }) ?? true else { return words }
    return String(rest.drop { $0 == " " || $0 == ":" || $0 == "," })
  }

  private static func question(
    about words: String,
    of step: Field.CardStep,
    _ items: [Intervention]
  ) -> String? {
    guard let item = items.first(where: { $0.key == words }) else { return nil }
    if item == step.intervention { return "\(item.name) \(words), without a unit: is that all?" }
    return "\(words) alone: words of this step, or step \(words) \(item.name)?"
  }

  /// A key after that question: `y` keeps the words, the digit again records its step.
  mutating func answerStepQuestion(_ key: Key) -> [Effect]? {
    guard let field, field.stepQuestion != nil, case .line(let line) = field.content else {
      return nil
    }
    if key == .enter || key == .alternateEnter { return [] }
    self.field?.stepQuestion = nil
    if key == .character("y") || key == .character("Y") { return submit(isInsisted: true) }
    guard case .character(let character) = key, line.text.text == String(character),
      field.step?.intervention.key != String(character)
    else { return nil }
    self.field = nil
    card.lastKey = nil
    return pressCard(character)
  }

  /// Esc, or Enter with nothing typed.
  mutating func sayLeftAsIs(_ item: Intervention) {
    remark = Remark(text: "\(item.name) stands without words; \(item.key) again adds them.")
  }
}
