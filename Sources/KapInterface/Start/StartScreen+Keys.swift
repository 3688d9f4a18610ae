package import KapCanvas
import KapTimeline

extension StartScreen {
  /// Takes a key; returns what somebody chose, once it is chosen for good.
  package mutating func press(_ key: Key) -> StartChoice? {
    if check != nil { return pressInCheck(key) }
    if form != nil { return pressInForm(key) }
    remark = ""
    switch key {
    case .up, .character("k"): place = max(0, place - 1)
    case .down, .character("j"): place = min(max(0, sessions.count - 1), place + 1)
    case .home: place = 0
    case .end: place = max(0, sessions.count - 1)
    case .character("n"), .character("N"): form = NewSessionForm()
    case .character("p"), .character("P"): return .practise
    case .character("q"), .character("Q"), .escape, .control("c"): return .leave
    case .character("r"), .character("R"):
      guard let chosen = sessions[safe: place] else { return nil }
      return .replay(chosen.id)
    case .enter:
      guard let chosen = sessions[safe: place] else {
        form = NewSessionForm()
        return nil
      }
      guard chosen.isOpen else { return .replay(chosen.id) }
      return confirmed(.resume(chosen.id), code: chosen.subject, among: chosen.id.text)
    case .character, .alternateEnter, .tab, .backTab, .backspace, .delete, .left, .right, .pageUp,
      .pageDown, .control, .paste, .unknown:
      remark = "n new session, p practice, r replay, q leaves; arrows and Enter choose a session."
    }
    return nil
  }

  /// When the chart has another open session the code is typed, so that nobody takes the wrong one.
  private mutating func confirmed(
    _ choice: StartChoice,
    code: String,
    among id: String
  ) -> StartChoice? {
    guard sessions.contains(where: { $0.isOpen && $0.id.text != id }) else { return choice }
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
      .control, .unknown:
      return nil
    }
    remark = ""
    self.check = check
    return nil
  }

  private mutating func pressInForm(_ key: Key) -> StartChoice? {
    if key == .escape || key == .control("c") {
      form = nil
      return nil
    }
    guard form?.press(key, protocols: protocols.count) == true, let form else { return nil }
    switch form.session(protocols: protocols) {
    case .success(let session):
      guard sessions.contains(where: \.isOpen) else { return .open(session) }
      check = CodeCheck(choice: .open(session), code: session.subject)
      remark = "Another session is open: type the new patient's code once more."
    case .failure(let problem):
      self.form?.problem = problem.message
      self.form?.line = problem.line
    }
    return nil
  }
}
