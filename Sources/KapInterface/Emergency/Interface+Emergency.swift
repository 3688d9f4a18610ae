import KapCanvas
import KapTimeline

/// What this seat does with the emergency card.
struct CardSeat: Hashable, Sendable {
  /// Whether somebody here asked for it: it never opens by itself.
  var isShown = false
  /// The request that began the emergency, until it is on disk.
  var start: Ticket?
  /// How many of the newest steps are below what the card shows.
  var scrolled = 0
  /// The last of the card's keys, and when.
  var lastKey: Character?
  var lastTicks: Int64 = 0
}

extension Interface {
  /// Within how long the same key of the card again is a held key.
  static let cardPause: Int64 = 700
  /// Within how long a terminal repeats a held key, and nobody types one again.
  static let repeatPause: Int64 = 100

  /// The emergency as the panes see it: that of the record, or one on its way to the disk.
  func shownEmergency(at moment: Moment) -> EmergencyState? {
    if let state = moment.emergency { return state }
    guard replay == nil, let start = card.start,
      let sent = pending.first(where: { $0.ticket == start })
    else { return nil }
    return EmergencyState(since: sent.field.openedAt, entries: [])
  }

  /// Whether the card stands on the screen as far as this seat wants it.
  var wantsCard: Bool {
    card.isShown && replay == nil && !isCoveredByPage
      && shownEmergency(at: Moment(session, at: stamp.now)) != nil
  }

  /// What is on the card, by key.
  var interventions: [Intervention] { session.rules?.care.interventions ?? [] }

  /// `e`: the emergency begins at once, and can be taken back; one that goes on is shown again.
  mutating func openCard() -> [Effect] {
    if shownEmergency(at: Moment(session, at: stamp.now)) != nil {
      remark = Remark(
        text: card.isShown
          ? "The card is open: its digits record at once." : "The emergency goes on."
      )
      card.isShown = true
      return []
    }
    let line = Field(.line(LineField("LINE", text: "emergency")), at: stamp)
    let effects = send(.emergency(EmergencyStep(.start)), from: line)
    guard !effects.isEmpty else { return [] }
    card = CardSeat(isShown: true, start: pending.last?.ticket)
    return effects
  }

  /// F9: what is in hand is put aside, whatever stands before the panes goes, and the card is there.
  mutating func openCardFromAnywhere() -> [Effect] {
    lastEnterTicks = nil
    isQuiet = false
    showsKeys = false
    reading = nil
    let effects = field == nil ? [] : putAside(Keymap.emergency)
    return effects + openCard()
  }

  /// A digit of the open card: what was done is recorded at once.
  mutating func pressCard(_ character: Character) -> [Effect] {
    let isHeld = card.lastKey == character && stamp.ticks - card.lastTicks <= Self.cardPause
    card.lastKey = character
    card.lastTicks = stamp.ticks
    if isHeld { return [] }
    // What is recorded now is shown.
    card.scrolled = 0
    let item = interventions.first { $0.key == String(character) }
    guard let item, !item.isOther else {
      guard item != nil || character == "9" else {
        remark = Remark(text: "The card has no step \(character).")
        return []
      }
      open(.line(LineField("OTHER", prefix: "emergency step: ")))
      return []
    }
    if item.wantsWords, let step = wordlessStep(called: item.name) {
      openWords(of: item)
      field?.corrects = step
      return []
    }
    let line = Field(.line(LineField("LINE", text: "emergency step \(item.name)")), at: stamp)
    let effects = send(.emergency(EmergencyStep(.step, name: item.name)), from: line)
    if item.wantsWords, let ticket = pending.last?.ticket, !effects.isEmpty {
      openWords(of: item)
      field?.step?.ticket = ticket
    }
    return effects
  }

  /// What is said once a step, a beginning or an end is on disk.
  func emergencyAnnouncement(of index: Int) -> String? {
    guard case .emergency(let step) = session.entries[index].event else { return nil }
    let name = session.name(of: index)
    switch step.action {
    case .start: return "Kept \(name): emergency. By mistake? :stand-down by mistake"
    case .step:
      let item = interventions.first { $0.name == step.name }
      let kept = "Kept \(name): \(step.name ?? step.words ?? "")."
      guard let item, step.words == nil else { return nil }
      // The open field says it while the words are asked.
      if field?.step?.intervention == item { return "" }
      return item.wantsWords ? "\(kept) \(item.key) again adds its words." : "\(kept) c adds words."
    case .standDown:
      let moment = Moment(session, at: stamp.now)
      guard let state = moment.emergencies.last, let until = state.until, !step.isMistake else {
        return nil
      }
      let length = elapsedClock(until - state.since)
      return "Kept \(name): stood down after \(length). Its steps stand in the notes."
    }
  }
}

extension Intervention {
  /// Whether it is none of the others: what was done is its words.
  var isOther: Bool { wantsWords && name.lowercased().hasPrefix("other") }
}
