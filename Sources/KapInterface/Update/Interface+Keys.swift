import KapCanvas
import KapEntry
import KapTimeline

extension Interface {
  /// How long an Enter does nothing after one that recorded or opened something.
  static let enterPause: Int64 = 400
  /// Within how long a second pin is the same pin.
  static let pinPause: Int64 = 2000

  mutating func press(_ key: Key) -> [Effect] {
    if isQuiet { return pressQuiet(key) }
    if case .control("l") = key { return [.redraw] }
    if showsKeys {
      showsKeys = false
      if key == .escape || key == .character("?") || key == .character("q") { return [] }
    }
    if field != nil { return pressInField(key) }
    remark = nil
    if case .paste(let text) = key { return paste(text) }
    guard let action = Keymap.action(for: key, in: mode) else { return unbound(key) }
    return mode == .replay ? replay(action, key) : act(action, key)
  }

  /// On the quiet screen one key brings the session back and others do nothing.
  private mutating func pressQuiet(_ key: Key) -> [Effect] {
    if key == .character("b") || key == .character("B") || key == .escape { isQuiet = false }
    return []
  }

  /// A burst at rest is a paste: it becomes a note's draft and never runs keys.
  private mutating func paste(_ text: String) -> [Effect] {
    guard mode != .replay else { return [] }
    var line = LineField("NOTE", verb: .note)
    _ = line.text.insert(String(text.prefix(20_000)))
    open(.line(line))
    remark = Remark(text: "Pasted as a note. Nothing is recorded until Enter.")
    field?.isOpenedByEnter = true
    return []
  }

  private mutating func unbound(_ key: Key) -> [Effect] {
    if case .character(let character) = key {
      if character.isNumber {
        remark = Remark(text: "A digit does nothing at rest: v for vitals, n for a note.")
      } else {
        remark = Remark(text: "\(Text.sanitized(String(character))) has no meaning here. ? lists the keys.")
      }
    }
    return []
  }

  /// Does what a key means while a session is recorded.
  private mutating func act(_ action: Action, _ key: Key) -> [Effect] {
    switch action {
    case .pin: return dropPin()
    case .line: return openLine(by: key)
    case .vitals: openVitals()
    case .scores: openScores()
    case .note: open(.line(LineField("NOTE", verb: .note)))
    case .stayInNotes:
      var line = LineField("NOTES", verb: .note)
      line.staysOpen = true
      open(.line(line))
    case .said: open(.line(LineField("SAID", verb: .said)))
    case .prescription: open(.line(LineField("Rx", verb: .rx)))
    case .emergency: open(.line(LineField("CALL", verb: .call)))
    case .phase: openPhases()
    case .technique: openTechniques()
    case .effect: openEffects()
    case .due: openDue()
    case .acknowledge: openAcknowledgement()
    case .correct: openCorrection(before: nil)
    case .undo: openUndo()
    case .writer: openWriters()
    case .pins: openPins()
    case .filter: openFilter()
    case .search: openSearch()
    case .suspend:
      remark = Remark(text: "The session goes on: :leave keeps it open.")
    case .leave, .nothing:
      remark = Remark(text: "To end the session type :end, to leave it open :leave.")
    case .interrupt: remark = Remark(text: savedSentence)
    case .quiet, .dim, .zoom, .nextMark, .previousMark, .up, .down, .pageUp, .pageDown, .oldest,
      .newest, .nextPane, .previousPane, .keys, .escape, .redraw:
      return look(action)
    case .play, .stepBack, .stepOn, .back, .on, .slower, .faster, .previousPhase, .nextPhase,
      .asKnown, .tenth:
      return []
    }
    return []
  }

  /// What changes only what is seen.
  mutating func look(_ action: Action) -> [Effect] {
    switch action {
    case .quiet: isQuiet = true
    case .dim:
      isDimmed.toggle()
      return [.dim(isDimmed)]
    case .zoom:
      isZoomed.toggle()
      notes.isFull = isZoomed
    case .keys: showsKeys = true
    case .redraw: return [.redraw]
    case .up: scroll(by: -1)
    case .down: scroll(by: 1)
    case .pageUp: scroll(by: -10)
    case .pageDown: scroll(by: 10)
    case .oldest: scroll(by: -1_000_000)
    case .newest: notes.anchor = nil
    case .nextMark: jump(by: 1)
    case .previousMark: jump(by: -1)
    case .nextPane: focus = Pane(rawValue: (focus.rawValue + 1) % Pane.allCases.count) ?? .notes
    case .previousPane: focus = Pane(rawValue: (focus.rawValue + 2) % Pane.allCases.count) ?? .notes
    case .escape:
      notes.anchor = nil
      notes.search = nil
      notes.kinds = nil
      notes.author = nil
      notes.unreadAfter = nil
    case .pin, .line, .vitals, .scores, .note, .stayInNotes, .said, .phase, .due, .acknowledge,
      .correct, .undo, .technique, .effect, .prescription, .writer, .emergency, .filter, .search,
      .pins, .leave, .suspend, .interrupt, .nothing, .play, .stepBack, .stepOn, .back, .on,
      .slower, .faster, .previousPhase, .nextPhase, .asKnown, .tenth:
      return []
    }
    return []
  }

  /// `Saved 14:38:41, all 41 entries.`
  var savedSentence: String {
    guard let last = session.entries.last else { return "Nothing is recorded yet." }
    let at = WallTime(last.recorded.recordedAt, offset: stamp.offset).clockWithSeconds
    let count = session.entries.count
    return "Saved \(at), all \(count) \(count == 1 ? "entry" : "entries")."
  }

  /// One key, no field: the moment is kept now and gets its words later.
  private mutating func dropPin() -> [Effect] {
    guard lastPinTicks == .min || stamp.ticks - lastPinTicks > Self.pinPause else { return [] }
    lastPinTicks = stamp.ticks
    let number = (Moment(session, at: stamp.now).pins.last?.number ?? 0) + 1
    return send(.dropPin(), field: nil, at: stamp.now, saying: "pin \(number)")
  }

  mutating func open(_ content: Field.Content) {
    field = Field(content, at: stamp)
    remark = nil
  }

  mutating func openLine(by key: Key) -> [Effect] {
    guard lastEnterTicks == .min || stamp.ticks - lastEnterTicks > Self.enterPause else { return [] }
    if key == .enter, let aside = asides.popLast() {
      field = aside
      field?.openedTicks = stamp.ticks
      field?.isOpenedByEnter = true
      field?.problem = nil
      remark = nil
      return []
    }
    open(.line(LineField("LINE")))
    field?.isOpenedByEnter = key == .enter
    return []
  }
}
