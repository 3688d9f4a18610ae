package import KapCanvas
import KapTimeline

extension StartScreen {
  /// Takes a key; returns what somebody chose, once it is chosen for good.
  package mutating func press(_ key: Key) -> StartChoice? {
    if check != nil { return pressInCheck(key) }
    if form != nil { return pressInForm(key) }
    if practicePlace != nil { return pressInPractice(key) }
    remark = ""
    isChosen = true
    switch key {
    case .up, .character("k"): place = max(0, place - 1)
    case .down, .character("j"): place = min(max(0, sessions.count - 1), place + 1)
    case .home: place = 0
    case .end: place = max(0, sessions.count - 1)
    case .pageUp: place = max(0, place - 10)
    case .pageDown: place = min(max(0, sessions.count - 1), place + 10)
    case .character("n"), .character("N"): openForm()
    case .character("p"), .character("P"):
      guard !scenarios.isEmpty else { return .practise(nil, isByHand: false) }
      practicePlace = 0
    case .character("q"), .character("Q"), .control("c"): return .leave
    case .escape: remark = "Nothing is open here. q leaves."
    case .character("r"), .character("R"):
      guard let chosen = sessions[safe: place] else {
        remark = "There is no session to replay yet. p practises with a simulated patient."
        return nil
      }
      return .replay(chosen.id)
    case .enter:
      guard let chosen = sessions[safe: place] else {
        openForm()
        return nil
      }
      guard chosen.isOpen else { return .replay(chosen.id) }
      return confirmed(.resume(chosen.id), code: chosen.subject, besides: chosen.id)
    case .character, .alternateEnter, .tab, .backTab, .backspace, .delete, .left, .right, .control,
      .paste, .function, .unknown:
      remark = "n new session, p practice, r replay, q leaves; arrows and Enter choose a session."
    }
    return nil
  }

  /// The form as it was left, else an empty one.
  private mutating func openForm() {
    form = formAside ?? NewSessionForm()
    if formAside != nil { remark = "Taken up where it was left; Ctrl-U clears a line." }
    formAside = nil
  }

  private mutating func pressInPractice(_ key: Key) -> StartChoice? {
    guard let place = practicePlace else { return nil }
    remark = ""
    switch key {
    case .up, .character("k"): practicePlace = max(0, place - 1)
    case .down, .tab, .character("j"), .character("p"):
      practicePlace = min(max(0, scenarios.count - 1), place + 1)
    case .home, .pageUp: practicePlace = 0
    case .end, .pageDown: practicePlace = max(0, scenarios.count - 1)
    case .escape: practicePlace = nil
    case .character("q"), .character("Q"), .control("c"): return .leave
    case .enter, .alternateEnter:
      practicePlace = nil
      return .practise(scenarios[safe: place]?.name, isByHand: false)
    case .character("h"), .character("H"):
      practicePlace = nil
      return .practise(scenarios[safe: place]?.name, isByHand: true)
    case .character(let character):
      guard let number = character.wholeNumberValue, let chosen = scenarios[safe: number - 1] else {
        remark = "Arrows and Enter choose, or the number; h by hand, Esc goes back, q leaves."
        return nil
      }
      practicePlace = nil
      return .practise(chosen.name, isByHand: false)
    case .backTab, .backspace, .delete, .left, .right, .control, .paste, .function, .unknown: break
    }
    return nil
  }

  /// When the chart has another open session the code is typed, so that nobody takes the wrong one.
  private mutating func confirmed(
    _ choice: StartChoice,
    code: String,
    besides id: SessionID
  ) -> StartChoice? {
    guard mayBeOpen(besides: id) else { return choice }
    if readingCount != nil { remark = "Not all sessions are read yet: another may be open." }
    check = CodeCheck(choice: choice, code: code)
    return nil
  }

  private mutating func pressInCheck(_ key: Key) -> StartChoice? {
    guard var check else { return nil }
    switch key {
    case .escape, .control("c"):
      self.check = nil
      return nil
    case .enter, .alternateEnter:
      guard check.typed.text.trimmingSpaces.lowercased() == check.code.lowercased() else {
        remark = "That is not the code of this session."
        return nil
      }
      return check.choice
    case .character(let character): _ = check.typed.insert(String(character))
    case .paste(let text): _ = check.typed.insert(text)
    case .backspace: check.typed.deleteBackwards()
    case .control("u"): check.typed.clear()
    case .tab, .backTab, .delete, .up, .down, .left, .right, .pageUp, .pageDown, .home, .end,
      .control, .function, .unknown:
      return nil
    }
    remark = ""
    self.check = check
    return nil
  }

  private mutating func pressInForm(_ key: Key) -> StartChoice? {
    if form?.asked != nil {
      // An unusual value is confirmed with `y`, never with a second Enter.
      if key == .enter || key == .alternateEnter { return nil }
      form?.asked = nil
      if key == .character("y") || key == .character("Y") { return open(isInsisted: true) }
      if key == .escape { return nil }
    }
    remark = ""
    if key == .escape || key == .control("c") {
      if form?.isEmpty == false {
        formAside = form
        remark = "The form is put aside: n takes it up."
      }
      form = nil
      return nil
    }
    guard form?.press(key, protocols: protocols) == true else { return nil }
    return open(isInsisted: false)
  }

  private mutating func open(isInsisted: Bool) -> StartChoice? {
    guard let form else { return nil }
    switch form.session(protocols: protocols) {
    case .success(let session):
      if !isInsisted, let question = form.question(protocols: protocols) {
        self.form?.asked = question
        return nil
      }
      guard mayBeOpen(besides: nil) else { return .open(session) }
      check = CodeCheck(choice: .open(session), code: session.subject)
      let isKnown = sessions.contains(where: \.isOpen)
      remark =
        "Another session \(isKnown ? "is" : "may be") open: "
        + "type the new patient's code once more."
    case .failure(let problem):
      self.form?.problem = problem.message
      self.form?.line = problem.line
    }
    return nil
  }
}
