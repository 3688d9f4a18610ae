import KapCanvas
import KapEntry
import KapTimeline

extension Interface {
  /// How long an Enter does nothing after another, or right after a field opened.
  static let enterPause: Int64 = 400
  /// Within how long a second pin is the same pin.
  static let pinPause: Int64 = 2000

  mutating func press(_ key: Key) -> [Effect] {
    if key == Keymap.emergency, mode != .replay { return openCardFromAnywhere() }
    if isQuiet { return pressQuiet(key) }
    if case .control("l") = key { return [.redraw] }
    let isEnter = key == .enter || key == .alternateEnter
    // A held Enter records once; each repeat puts off the next.
    let isHeld = isEnter && lastEnterTicks.map { stamp.ticks - $0 <= Self.enterPause } ?? false
    lastEnterTicks = isEnter ? stamp.ticks : nil
    if isHeld {
      swallowedTicks = stamp.ticks
      return []
    }
    if followsSwallowed(key) { return [] }
    let sawCard = isCardVisible
    if showsKeys, turnKeysPage(key) { return [] }
    if field != nil { return pressInField(key) }
    if turnReading(key) { return [] }
    remark = nil
    if case .paste(let text) = key { return paste(text) }
    if sawCard, case .character(let digit) = key, digit.isASCII, digit.isNumber {
      return pressCard(digit)
    }
    guard let action = Keymap.action(for: key, in: mode) else { return sayUnbound(key) }
    return mode == .replay ? replay(action, key) : act(action, key)
  }

  /// Whether a key came in the same instant as an Enter that did nothing: it was typed for what that
  /// Enter would have opened, while the machine stood still.
  private mutating func followsSwallowed(_ key: Key) -> Bool {
    guard stamp.ticks == swallowedTicks, key != .escape, key != .control("c") else { return false }
    remark = Remark(text: "Keys that came all at once were left out: look, then go on.")
    return true
  }

  /// On the quiet screen one key brings the session back and others do nothing.
  private mutating func pressQuiet(_ key: Key) -> [Effect] {
    if key == .character("b") || key == .character("B") || key == .escape { isQuiet = false }
    // Where nobody is treated there is nothing to guard: the key that leaves always does.
    return field == nil && Keymap.action(for: key, in: mode) == .leave ? [.leave] : []
  }

  /// A key on the page of keys: on to the next page, or back; a verb does what it says.
  private mutating func turnKeysPage(_ key: Key) -> Bool {
    let count = keysPane(layout).count
    switch key {
    case .tab, .pageDown, .down, .right, .character(" "):
      if keysPage + 1 < count { keysPage += 1 } else { showsKeys = false }
    case .backTab, .pageUp, .up, .left: keysPage = max(0, keysPage - 1)
    case .character("?"): openSentences()
    case .escape, .enter, .function, .unknown: showsKeys = false
    case .alternateEnter, .backspace, .delete, .home, .end, .control, .character, .paste:
      showsKeys = false
      return false
    }
    return true
  }

  /// A burst at rest is a paste: it becomes a note's draft and never runs keys.
  private mutating func paste(_ text: String) -> [Effect] {
    guard mode != .replay else {
      remark = Remark(text: "A replay changes nothing.")
      return []
    }
    var line = LineField("NOTE", verb: .note)
    let fits = line.text.insert(text)
    if !fits { _ = line.text.insert(String(text.unicodeScalars.prefix(20_000))) }
    open(.line(line))
    let said = fits ? "Pasted as a note." : "Pasted as a note, cut at 20,000 characters."
    remark = Remark(text: "\(said) Nothing is recorded until Enter.", isError: !fits)
    return []
  }

  private mutating func sayUnbound(_ key: Key) -> [Effect] {
    guard case .character(let character) = key else { return [] }
    remark = Remark(
      text: character.isNumber
        ? "A digit does nothing at rest: v for vitals, n for a note."
        : "\(Text.sanitized(String(character))) has no meaning here. ? lists the keys."
    )
    return []
  }

  /// Does what a key means while a session is recorded.
  mutating func act(_ action: Action, _ key: Key) -> [Effect] {
    switch action {
    case .pin: return dropPin()
    case .line: openLine(by: key)
    case .vitals: openVitals()
    case .scores: openScores()
    case .note: openNotes(staysOpen: seat.role == .therapist && mode != .replay)
    case .stayInNotes: openNotes(staysOpen: true)
    case .said: open(.line(LineField("SAID", verb: .said)))
    case .prescription: openPrescription()
    case .emergency: return openCard()
    case .hush: openHush()
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
    case .suspend: remark = Remark(text: "The session goes on: :leave keeps it open.")
    case .leave: return [.leave]
    case .howToEnd: remark = Remark(text: Self.howToEnd)
    case .interrupt: remark = Remark(text: "Nothing was being written. \(savedSentence)")
    case .quiet, .dim, .zoom, .nextMark, .previousMark, .up, .down, .pageUp, .pageDown, .oldest,
      .newest, .nextPane, .previousPane, .keys, .escape, .redraw:
      return look(action)
    case .play, .stepBack, .stepOn, .back, .on, .slower, .faster, .previousPhase, .nextPhase,
      .asKnown, .tenth:
      return []
    }
    return []
  }

  /// How much is on disk, since when: `Saved 14:38:41, all 41 entries`.
  var savedSentence: String {
    guard let last = session.entries.last else { return "Nothing is recorded yet." }
    let at = WallTime(last.recorded.recordedAt, offset: stamp.offset).clockWithSeconds
    let count = session.entries.count
    return "Saved \(at), all \(count) \(count == 1 ? "entry" : "entries")."
  }

  /// One key, no field: the moment is kept now and gets its words later.
  private mutating func dropPin() -> [Effect] {
    let isRepeat = lastPinTicks.map { stamp.ticks - $0 <= Self.pinPause } ?? false
    lastPinTicks = stamp.ticks
    guard !isRepeat else {
      remark = Remark(text: "One pin within two seconds.")
      return []
    }
    // Should the disk fail, the line holds the pin with its time.
    let line = Field(.line(LineField("LINE", text: "pin")), at: stamp)
    return send(.dropPin(), from: line)
  }

  mutating func open(_ content: Field.Content) {
    field = Field(content, at: stamp)
    // In a replay an entry is about the moment of the play head.
    if let replay { field?.openedAt = replay.at }
    remark = nil
  }

  /// Enter takes up what was put aside last, else it opens the free line as `:` does.
  mutating func openLine(by key: Key) {
    guard key != .character(":"), let aside = asides.popLast() else {
      open(.line(LineField("LINE")))
      return
    }
    takeUp(aside)
  }

  /// Goes on with a field that was put aside; a questionnaire at its first open item.
  mutating func takeUp(_ aside: Field) {
    field = aside
    field?.openedTicks = stamp.ticks
    field?.isTouched = false
    field?.problem = nil
    remark = nil
    if case .questionnaire(var questionnaire) = aside.content {
      questionnaire.resume()
      field?.content = .questionnaire(questionnaire)
    }
  }
}
