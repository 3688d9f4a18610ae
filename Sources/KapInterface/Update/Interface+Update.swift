import KapCanvas
import KapTimeline

extension Interface {
  /// Takes a message and says what is to be done outside.
  package mutating func update(_ message: Message) -> [Effect] {
    switch message {
    case .key(let key, let stamp):
      self.stamp = stamp
      lastKeyTicks = stamp.ticks
      return press(key)
    case .tick(let stamp):
      self.stamp = stamp
      return tick()
    case .resized(let size):
      self.size = size
      return []
    case .appended(let ticket, let arrived, let written):
      fold(arrived)
      fold(written)
      return settle(ticket, written)
    case .refused(let ticket, let refusal):
      return giveBack(ticket) { field, offset in
        field?.refuse(refusal, offset: offset)
      }
    case .notSaved(let ticket, let reason):
      return giveBack(ticket) { field, _ in
        field?.problem = Field.Problem(
          message: "NOT SAVED: \(reason) Text kept. Write on paper too.",
          remedy: "Enter tries again",
          isNotSaved: true
        )
      }
    case .arrived(let events):
      markUnread(before: events)
      fold(events)
      return []
    case .restored(let drafts):
      restore(drafts)
      return []
    case .said(let text, let isError):
      remark = Remark(text: text, isError: isError)
      return []
    }
  }

  /// Folds what the journal says is durable: what is painted is on disk.
  private mutating func fold(_ events: [Recorded]) {
    for event in events { session.apply(event) }
  }

  /// A request came through: its field is done with.
  private mutating func settle(_ ticket: Ticket, _ written: [Recorded]) -> [Effect] {
    guard let place = pending.firstIndex(where: { $0.ticket == ticket }) else { return [] }
    let done = pending.remove(at: place)
    guard let first = written.first else { return [] }
    let name = session.index(of: first.id).map { session.name(of: $0) } ?? ""
    remark = Remark(text: "Kept \(name): \(done.saying)")
    guard let field = done.field, let key = field.draftKey else { return [] }
    return keptDraft?.field == key ? forgetDraft(key) : [.forget(key)]
  }

  mutating func forgetDraft(_ key: String) -> [Effect] {
    keptDraft = nil
    return [.forget(key)]
  }

  /// A request failed: its field comes back into the line, and what stands there goes aside.
  private mutating func giveBack(
    _ ticket: Ticket,
    saying: (inout Field?, UTCOffset) -> Void
  ) -> [Effect] {
    guard let place = pending.firstIndex(where: { $0.ticket == ticket }) else { return [] }
    let failed = pending.remove(at: place)
    if let current = field, !current.isEmpty { asides.append(current) }
    var field = failed.field
    saying(&field, stamp.offset)
    if field == nil { remark = Remark(text: "NOT SAVED: \(failed.saying)", isError: true) }
    self.field = field
    return []
  }

  /// Entries of the other seat are new until somebody looks at this screen again.
  private mutating func markUnread(before events: [Recorded]) {
    guard notes.unreadAfter == nil, events.contains(where: { $0.author != seat.person }) else {
      return
    }
    notes.unreadAfter = NotesView.Unread(at: stamp.now)
  }

  private mutating func tick() -> [Effect] {
    if let replay, replay.isPlaying { self.replay?.play(until: stamp.ticks) }
    idle()
    return keepDraft()
  }

  /// After the clinic's idle time the quiet screen stands before everything; nothing is locked.
  private mutating func idle() {
    guard mode == .live, !isQuiet, let rules = session.rules else { return }
    let minutes = Double(stamp.ticks - lastKeyTicks) / 60_000
    if rules.timing.idleMinutes > 0, minutes >= rules.timing.idleMinutes { isQuiet = true }
  }

  /// What stands in the line is sealed to disk every second, if it changed.
  private mutating func keepDraft() -> [Effect] {
    guard mode == .live, let field, let key = field.draftKey, let text = field.draftText else {
      return []
    }
    let draft = KeptDraft(field: key, openedAt: field.openedAt, text: text)
    guard draft != keptDraft else { return [] }
    keptDraft = draft
    return [.keep(draft)]
  }

  private mutating func restore(_ drafts: [KeptDraft]) {
    for draft in drafts {
      guard let field = Field(restoring: draft, in: self) else { continue }
      asides.append(field)
    }
    guard let last = asides.last else { return }
    let at = WallTime(last.openedAt, offset: stamp.offset).clock
    remark = Remark(text: "A draft from \(at) was kept: \(last.name). Enter takes it up.")
  }
}
