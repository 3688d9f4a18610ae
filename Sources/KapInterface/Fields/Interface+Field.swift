import KapCanvas
import KapEntry
import KapTimeline

extension Interface {
  /// Takes a key in a field: printable ones are text, Enter records, Esc puts aside.
  mutating func take(_ key: Key) -> [Effect] {
    guard let field else { return [] }
    if !field.asked.isEmpty { return pressAsked(key) }
    if isHeldCardKey(key) { return [] }
    if key == .character(":"), field.step != nil, field.isEmpty {
      // No words begin so: it is the free line that is meant, as for stand-down.
      self.field = nil
      openLine(by: key)
      return []
    }
    if let effects = answerStepQuestion(key) { return effects }
    if key == .escape, field.timeText != nil {
      self.field?.timeText = nil
      return []
    }
    if key == .escape || key == .control("c") { return putAside(key) }
    if key == .enter || key == .alternateEnter { return enter() }
    remark = nil
    self.field?.isTouched = true
    self.field?.problem = nil
    if key != .tab, key != .backTab { self.field?.completions = nil }
    if field.timeText != nil, !typeTime(key) { return [] }
    if key == .character("@"), field.takesTime {
      self.field?.timeText = "@"
      return []
    }
    switch field.content {
    case .line(let line): return press(key, in: line)
    case .vitals(let slots): press(key, in: slots)
    case .scores(let scores): press(key, in: scores)
    case .choice(let choice): return press(key, in: choice)
    case .questionnaire(let questionnaire): press(key, in: questionnaire)
    case .unlocking(let unlocking): press(key, in: unlocking)
    }
    return []
  }

  /// Enter in a field: nothing happens right after the field opened, before anybody has read it.
  private mutating func enter() -> [Effect] {
    guard let field else { return [] }
    let isUnread = !field.isTouched && stamp.ticks - field.openedTicks < Self.enterPause
    if isUnread, !field.isOnlyLooking {
      swallowedTicks = stamp.ticks
      remark = Remark(text: "Too soon after it opened: read it, then Enter.")
      return []
    }
    if field.timeText != nil, !takeTime() { return [] }
    remark = nil
    return submit()
  }

  /// An unusual value is confirmed with `y`, never with a second Enter, and only once all that is
  /// asked was shown.
  private mutating func pressAsked(_ key: Key) -> [Effect] {
    if key == .enter || key == .alternateEnter { return [] }
    let isYes = key == .character("y") || key == .character("Y")
    if isYes, let field, !takesYes(field) { return [] }
    field?.asked = []
    if isYes { return submit(isInsisted: true) }
    return key == .escape ? [] : pressInField(key)
  }

  /// Whether a `y` answers what is asked; else it shows the next page of it.
  ///
  /// A held one does neither.
  private mutating func takesYes(_ field: Field) -> Bool {
    let isHeld = field.askedPage > 0 && stamp.ticks - field.askedTicks <= Self.enterPause
    self.field?.askedTicks = stamp.ticks
    guard !isHeld else { return false }
    guard !askedPage(of: field).isLast else { return true }
    self.field?.askedPage += 1
    return false
  }

  /// Puts the field aside, visibly, with what is in it; an empty one is closed.
  mutating func putAside(_ key: Key) -> [Effect] {
    guard let field else { return [] }
    var effects = keepDraft()
    let kept = self.field?.kept
    self.field = nil
    writerOnce = nil
    remark = nil
    if case .line(let line) = field.content, line.isSearch {
      notes.search = nil
      notes.anchor = nil
    } else if !field.isEmpty {
      var aside = field
      aside.kept = kept
      aside.completions = nil
      asides.append(aside)
      // A step of the card is on record before its words are asked.
      let kept = field.step == nil ? "Nothing is recorded." : "The step stands as it is."
      remark = Remark(text: "Put aside: \(field.name). \(kept) Enter takes it up.")
    }
    if key == .control("c") {
      remark = Remark(
        text: [remark?.text, savedSentence].compactMap(\.self).joined(separator: " ")
      )
    }
    if field.isEmpty, let step = field.step { sayLeftAsIs(step.intervention) }
    effects += preview(nil)
    if key == .escape, field.isEmpty, let place = field.returnsTo {
      openChecks(place.purpose, at: place.item)
    }
    return effects
  }

  mutating func press(_ key: Key, in line: LineField) -> [Effect] {
    if let effects = moveQuestion(key, in: line) { return effects }
    var line = line
    dropOffered(before: key, in: &line)
    switch key {
    case .character(let character):
      if !line.text.insert(String(character)) { sayFull() }
    case .paste(let text):
      if !line.text.insert(text) { sayFull() }
    case .backspace, .control("h"): line.text.deleteBackwards()
    case .delete: line.text.deleteForwards()
    case .left: line.text.move(by: -1)
    case .right: line.text.move(by: 1)
    case .home, .control("a"): line.text.moveToStart()
    case .end, .control("e"): line.text.moveToEnd()
    case .control("w"): line.text.deleteWord()
    case .control("u"):
      if !line.text.isEmpty { remember(line.text.text) }
      line.text.clear()
    case .up: return recall(in: line, by: -1)
    case .down: return recall(in: line, by: 1)
    case .tab: return complete(line, by: 1)
    case .backTab: return complete(line, by: -1)
    case .pageUp, .pageDown:
      turnNotice(by: key == .pageUp ? -1 : 1)
      return []
    case .enter, .alternateEnter, .escape, .control, .function, .unknown: return []
    }
    field?.content = .line(line)
    if line.isSearch { find(line.text.text) }
    return preview(line.isFree ? ConsoleCommand.theme(in: line.text.text, of: themeNames) : nil)
  }

  private mutating func sayFull() {
    remark = Remark(
      text: "That is too long for one entry. What stood here is unchanged.",
      isError: true
    )
  }

  /// Arrow up brings back what was sent or cleared before; in a correction, earlier entries.
  private mutating func recall(in line: LineField, by step: Int) -> [Effect] {
    if let corrects = field?.corrects {
      if step < 0, line.prefix.isEmpty { openCorrection(before: corrects) }
      return []
    }
    guard !line.isSearch else { return [] }
    let place = (historyPlace ?? history.count) + step
    guard place >= 0, place <= history.count, !history.isEmpty else { return [] }
    if historyPlace == nil, !line.text.isEmpty {
      // What stood here is kept as the newest, so that going down finds it again.
      remember(line.text.text)
      historyPlace = history.count - 1
      return recall(in: line, by: step)
    }
    var line = line
    line.text.clear()
    if place < history.count { _ = line.text.insert(history[place]) }
    historyPlace = place < history.count ? place : nil
    field?.content = .line(line)
    field?.recalled = line.text.text
    takeTime(ofRecalled: line.text.text)
    return []
  }

  /// Keeps a line for arrow up, among the last hundred.
  mutating func remember(_ text: String) {
    historyPlace = nil
    guard history.last != text else { return }
    history.append(text)
    if history.count > 100 { history.removeFirst() }
  }

  private mutating func press(_ key: Key, in slots: VitalsSlots) {
    var slots = slots
    switch key {
    case .character(let character):
      if !slots.keep(character), character != " " { sayMeaningless(character) }
    case .paste(let text): slots.paste(text)
    case .tab, .right: slots.advance()
    case .backTab, .left: slots.back()
    case .backspace, .delete, .control("h"): slots.backspace()
    case .control("u"): slots = VitalsSlots(under: session.rules)
    case .up:
      if let corrects = field?.corrects { openCorrection(before: corrects) }
      return
    case .enter, .alternateEnter, .escape, .down, .pageUp, .pageDown, .home, .end, .control,
      .function, .unknown:
      return
    }
    field?.content = .vitals(slots)
  }

  private mutating func press(_ key: Key, in scores: ScoresField) {
    var scores = scores
    switch key {
    case .character("o") where field?.isEmpty ?? true,
      .character("O") where field?.isEmpty ?? true:
      return openQuestionnaires()
    case .character(" "), .tab, .right: scores.advance()
    case .character(let character):
      if !scores.type(character) { sayMeaningless(character) }
    case .paste(let text): scores.take(text)
    case .backTab, .left: scores.back()
    case .backspace, .delete, .control("h"): scores.backspace()
    case .control("u"): scores = ScoresField(scores.scales)
    case .enter, .alternateEnter, .escape, .up, .down, .pageUp, .pageDown, .home, .end, .control,
      .function, .unknown:
      return
    }
    field?.content = .scores(scores)
  }

  private mutating func sayMeaningless(_ character: Character) {
    remark = Remark(text: "\(Text.sanitized(String(character))) means nothing in this slot.")
  }
}
