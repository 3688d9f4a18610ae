import KapCanvas
import KapEntry
import KapTimeline

extension Interface {
  /// A key while a field is open: printable ones are text, Enter records, Esc puts aside.
  mutating func pressInField(_ key: Key) -> [Effect] {
    guard var field else { return [] }
    if !field.asked.isEmpty { return pressAsked(key) }
    switch key {
    case .escape, .control("c"): return putAside(key)
    case .enter, .alternateEnter:
      let isHeld = field.isOpenedByEnter && stamp.ticks - field.openedTicks < Self.enterPause
      return isHeld ? [] : submit()
    default: break
    }
    field.isOpenedByEnter = false
    field.problem = nil
    if key != .tab, key != .backTab { field.completions = nil }
    self.field = field
    switch field.content {
    case .line(let line): return press(key, in: line)
    case .vitals(let slots): press(key, in: slots)
    case .scores(let scores): press(key, in: scores)
    case .choice(let choice): return press(key, in: choice)
    }
    return []
  }

  /// An unusual value is confirmed with `y`, never with a second Enter.
  private mutating func pressAsked(_ key: Key) -> [Effect] {
    switch key {
    case .character("y"), .character("Y"): return submit(isInsisted: true)
    case .enter, .alternateEnter: return []
    default:
      field?.asked = []
      return key == .escape ? [] : pressInField(key)
    }
  }

  /// Puts the field aside, visibly, with what is in it; an empty one is closed.
  private mutating func putAside(_ key: Key) -> [Effect] {
    guard let field else { return [] }
    self.field = nil
    writerOnce = nil
    let isSearch = if case .line(let line) = field.content { line.isSearch } else { false }
    if isSearch {
      notes.search = nil
    } else if !field.isEmpty {
      asides.append(field)
      remark = Remark(text: "Put aside: \(field.name). Enter takes it up.")
    }
    if key == .control("c") { remark = Remark(text: "\(remark?.text ?? "") \(savedSentence)") }
    return field.previewsTheme ? [.preview(nil)] : []
  }

  private mutating func press(_ key: Key, in line: LineField) -> [Effect] {
    var line = line
    switch key {
    case .character(let character): _ = line.text.insert(String(character))
    case .paste(let text):
      if !line.text.insert(text) {
        remark = Remark(text: "That paste is too long for one entry. What stood here is unchanged.", isError: true)
      }
    case .backspace: line.text.deleteBackwards()
    case .delete: line.text.deleteForwards()
    case .left: line.text.move(by: -1)
    case .right: line.text.move(by: 1)
    case .home, .control("a"): line.text.moveToStart()
    case .end, .control("e"): line.text.moveToEnd()
    case .control("w"): line.text.deleteWord()
    case .control("u"):
      if !line.text.isEmpty { history.append(line.text.text) }
      line.text.clear()
    case .up: return recall(in: line, by: -1)
    case .down: return recall(in: line, by: 1)
    case .tab: return complete(line, by: 1)
    case .backTab: return complete(line, by: -1)
    case .enter, .alternateEnter, .escape, .pageUp, .pageDown, .control, .unknown: return []
    }
    field?.content = .line(line)
    if line.isSearch { find(line.text.text, from: nil) }
    return previewEffect(line)
  }

  /// Arrow up brings back what was sent or cleared before; in a correction, earlier entries.
  private mutating func recall(in line: LineField, by step: Int) -> [Effect] {
    if let corrects = line.corrects {
      if step < 0 { openCorrection(before: corrects) }
      return []
    }
    guard !history.isEmpty else { return [] }
    let place = (historyPlace ?? history.count) + step
    guard place >= 0 else { return [] }
    var line = line
    line.text.clear()
    if place < history.count {
      _ = line.text.insert(history[place])
      historyPlace = place
    } else {
      historyPlace = nil
    }
    field?.content = .line(line)
    return []
  }

  private mutating func press(_ key: Key, in slots: VitalsSlots) {
    var slots = slots
    switch key {
    case .character(let character): _ = slots.keep(character)
    case .paste(let text): slots.paste(String(text.prefix(400)))
    case .tab, .right: slots.advance()
    case .backTab, .left: slots.back()
    case .backspace, .delete: slots.backspace()
    case .control("u"): slots = VitalsSlots(under: session.rules)
    case .enter, .alternateEnter, .escape, .up, .down, .pageUp, .pageDown, .home, .end, .control,
      .unknown:
      return
    }
    field?.content = .vitals(slots)
  }

  private mutating func press(_ key: Key, in scores: ScoresField) {
    var scores = scores
    switch key {
    case .character(" "), .tab, .right: scores.advance()
    case .character(let character): scores.type(character)
    case .paste(let text): for character in text.prefix(40) { scores.type(character) }
    case .backTab, .left: scores.back()
    case .backspace, .delete: scores.backspace()
    case .control("u"): scores = ScoresField(scores.scales)
    case .enter, .alternateEnter, .escape, .up, .down, .pageUp, .pageDown, .home, .end, .control,
      .unknown:
      return
    }
    field?.content = .scores(scores)
  }
}
