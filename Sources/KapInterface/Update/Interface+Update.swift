import KapCanvas
import KapTimeline

extension Interface {
  /// Takes a message and says what is to be done outside.
  package mutating func update(_ message: Message) -> [Effect] {
    let effects = take(message)
    refreshFindings()
    refreshReading()
    return hear() ? effects + [.bell] : effects
  }

  private mutating func take(_ message: Message) -> [Effect] {
    switch message {
    case .key(let key, let stamp):
      self.stamp = stamp
      lastKeyTicks = stamp.ticks
      return press(key)
    case .tick(let stamp):
      self.stamp = stamp
      if let replay, replay.isPlaying { self.replay?.play(until: stamp.ticks) }
      refreshPage()
      renewEmptied()
      idle()
      return keepDraft()
    case .resized(let size):
      self.size = size
      return []
    case .appended(let ticket, let arrived, let written):
      let zero = zeroNow
      markUnread(before: arrived)
      fold(arrived)
      fold(written)
      let effects = settle(ticket, written)
      sayIfMoved(zero)
      return effects
    case .refused(let ticket, .emergencyRunning) where ticket == card.start:
      // Another seat began it a moment before: the card is the same.
      pending.removeAll { $0.ticket == ticket }
      return []
    case .refused(let ticket, let refusal):
      return giveBack(ticket) { field, offset in field.refuse(refusal, offset: offset) }
    case .notSaved(let ticket, let reason):
      return giveBack(ticket) { field, _ in
        field.problem = Field.Problem(
          message: "NOT SAVED: \(reason) Text kept. Write on paper too.",
          remedy: "Enter tries again",
          isNotSaved: true
        )
      }
    case .arrived(let events):
      let zero = zeroNow
      markUnread(before: events)
      fold(events)
      sayIfMoved(zero)
      return []
    case .keyHolders(let people):
      welcome(people)
      return []
    case .unlocked(let ticket): return unlocked(ticket)
    case .notUnlocked(let ticket, let reason):
      notUnlocked(ticket, reason)
      return []
    case .restored(let drafts):
      return restore(drafts)
    case .said(let text, let isError):
      remark = Remark(text: text, isError: isError)
      return []
    case .debriefed(let page):
      reading = page
      readingRow = 0
      remark = nil
      return []
    case .bedside(let bedside):
      self.bedside = bedside
      typing = nil
      return []
    case .lookedBack(let found):
      lookBack = found
      return []
    case .notDimmed(let reason):
      isDimmed = false
      remark = Remark(text: "Not dimmed: \(reason)", isError: true)
      return []
    }
  }

  /// Folds what the journal says is durable: what is painted is on disk.
  private mutating func fold(_ events: [Recorded]) {
    for event in events { session.apply(event) }
    if !events.isEmpty { replay?.take(session) }
  }

  private var zeroNow: Instant? { Moment(session, at: stamp.now).zero }

  /// Minutes and due times count from the dose: when that moves, everybody is told.
  private mutating func sayIfMoved(_ before: Instant?) {
    let after = zeroNow
    guard after != before else { return }
    guard let before else {
      // What was said of none would be false from now on.
      if remark?.text == Self.noDose, let after {
        let clock = WallTime(after, offset: stamp.offset).clock
        remark = Remark(text: "A dose stands again: minutes and due times count from \(clock).")
      }
      return
    }
    guard let after else {
      remark = Remark(text: Self.noDose)
      return
    }
    let (from, to) = (
      WallTime(before, offset: stamp.offset), WallTime(after, offset: stamp.offset)
    )
    let isSameMinute = from.clock == to.clock
    let old = isSameMinute ? from.clockWithSeconds : from.clock
    let new = isSameMinute ? to.clockWithSeconds : to.clock
    remark = Remark(text: "T0 moved from \(old) to \(new): minutes and due times re-counted.")
  }

  private static let noDose =
    "No dose stands any more: minutes and due times count from none."

  /// A request came through: its field is done with.
  private mutating func settle(_ ticket: Ticket, _ written: [Recorded]) -> [Effect] {
    guard let place = pending.firstIndex(where: { $0.ticket == ticket }) else { return [] }
    let done = pending.remove(at: place)
    changeSeat(after: ticket)
    settleStep(ticket, written)
    if let said = announcement(of: written) { remark = said.isEmpty ? nil : Remark(text: said) }
    let spent = asides.filter { $0.isSpent(by: done.field) }
    asides.removeAll { $0.isSpent(by: done.field) }
    return ([done.field] + spent).compactMap(\.kept).map { .forget($0.field) }
  }

  /// What was recorded, in words: `Kept a12: vitals 172/104 98 96 15`.
  private func announcement(of written: [Recorded]) -> String? {
    let moment = Moment(session, at: stamp.now)
    let indices = written.compactMap { session.index(of: $0.id) }
    guard let first = indices.first else { return nil }
    if case .pin(let pin) = session.entries[first].recorded.event, pin.target == nil {
      let at = WallTime(session.entries[first].occurredAt, offset: stamp.offset).clock
      return "\(pinName(of: first)) kept at \(at). d gives it its words."
    }
    if let replay { return announcement(ofLate: first, in: replay) }
    if let said = emergencyAnnouncement(of: first) { return said }
    if case .ended = session.entries[first].event,
      let later = later(than: session.entries[first].occurredAt)
    {
      return "Kept \(session.name(of: first)): ended. \(later)"
    }
    let words = indices.map { index in
      let isHidden = preferences.hidesNotes && session.entries[index].event.holdsWords
      return isHidden ? session.entries[index].event.kind.words : moment.words(for: index).text
    }
    let more = tooSoon(indices, at: moment) + untied(indices, at: moment)
    return "Kept \(session.name(of: first)): \(words.joined(separator: ", "))\(more)"
  }

  /// That a reading came too soon to be the repeat which a limit waits for.
  private func tooSoon(_ indices: [Int], at moment: Moment) -> String {
    let notices = findings.notices
    let early = indices.lazy.compactMap { moment.missedRepeat(by: $0, given: notices) }.first
    return early.map { ". \($0.words(offset: stamp.offset))" } ?? ""
  }

  /// That a call, an order or a medicine names no notice while one is urgent, and how it would.
  private func untied(_ indices: [Int], at moment: Moment) -> String {
    guard let untied = indices.lazy.compactMap({ moment.untied(about(entry: $0)) }).first else {
      return ""
    }
    return ". Tied to no notice while \(untied.notice) is open; \(untied.correction) ties it."
  }

  /// The entry that a correction is about, else the entry itself.
  private func about(entry index: Int) -> Int {
    guard case .correction(let correction) = session.entries[index].recorded.event else {
      return index
    }
    return session.index(of: correction.target) ?? index
  }

  /// What is said of a late entry, such as `Kept b3: a late entry about 14:36, written 19:12`.
  private func announcement(ofLate index: Int, in replay: Replay) -> String {
    let entry = session.entries[index]
    let about = WallTime(entry.occurredAt, offset: stamp.offset).clock
    let written = WallTime(entry.recorded.recordedAt, offset: stamp.offset).clock
    let kept = "Kept \(session.name(of: index)): a late entry about \(about), written \(written)."
    let isHidden = replay.isAsKnown && entry.recorded.recordedAt > replay.at
    return isHidden ? "\(kept) AS KNOWN hides it; a shows it." : kept
  }

  private func pinName(of index: Int) -> String {
    guard case .pin(let number) = Moment(session, at: stamp.now).words(for: index).mark else {
      return "pin"
    }
    return "pin \(number)"
  }

  /// A request failed: its field comes back into the line, and what stands there goes aside.
  private mutating func giveBack(
    _ ticket: Ticket,
    saying: (inout Field, UTCOffset) -> Void
  ) -> [Effect] {
    guard let place = pending.firstIndex(where: { $0.ticket == ticket }) else { return [] }
    let sent = pending.remove(at: place)
    var failed = sent.field
    seatChanges[ticket] = nil
    dropStep(ticket)
    saying(&failed, stamp.offset)
    failed.isTouched = true
    guard sent.person == seat.person else {
      othersAsides[sent.person, default: []].append(failed)
      let writer = initials(of: sent.person)
      remark = Remark(
        text: "A line of \(writer) was not recorded: it waits for \(writer).",
        isError: true
      )
      return []
    }
    let effects = keepDraft()
    if let current = field, !current.isEmpty { asides.append(current) }
    field = failed
    remark = nil
    return effects
  }

  /// Entries of another seat are new until somebody looks: Esc, or End, at rest.
  private mutating func markUnread(before events: [Recorded]) {
    let others = events.filter { $0.seat != seat.id && $0.event.kind.isNoteworthy }
    guard notes.unreadAfter == nil, let first = others.map(\.recordedAt).min() else { return }
    let before = session.entries.last?.recorded.recordedAt ?? first
    notes.unreadAfter = NotesView.Unread(at: before, clock: first)
  }

  /// After the clinic's idle time the quiet screen stands before everything; nothing is locked.
  private mutating func idle() {
    guard mode == .live, !isQuiet, let minutes = session.rules?.timing.idleMinutes, minutes > 0,
      Double(stamp.ticks - lastKeyTicks) / 60_000 >= minutes
    else { return }
    isQuiet = true
  }
}
