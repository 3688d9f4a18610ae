import KapTimeline

extension Moment {
  /// What a person should know of an event that was kept without asking; nil where nothing.
  ///
  /// Where many are asked about one after the other, a ledger looks at each reading once.
  func remark(on event: Recorded, by ledger: inout NoticeLedger) -> String? {
    if event.event.kind == .ended { return leftOpenRemark }
    let isAbout = event.event.kind == .correction
    guard let index = session.index(of: isAbout ? event.event.target ?? event.id : event.id)
    else { return nil }
    let parts = [
      takenOut(by: event), doubt(about: index), tooSoon(index, by: &ledger),
      nobodyUnlocked(for: event), tie(of: index),
    ].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  /// What a correction took out of a set of readings.
  private func takenOut(by event: Recorded) -> String? {
    guard case .correction(let correction) = event.event,
      case .vitals(let now) = correction.replacement, let index = session.index(of: event.id),
      let target = session.index(of: correction.target),
      case .vitals(let before) = session.event(at: target, asWrittenBefore: index)
    else { return nil }
    let words = before.said(butNotBy: now)
    guard !words.isEmpty else { return nil }
    return "taken out of \(session.name(of: target)): \(words.joined(separator: ", "))."
  }

  /// A reading that came too soon to be the repeat which a limit waits for.
  private func tooSoon(_ index: Int, by ledger: inout NoticeLedger) -> String? {
    let entry = session.entries[index]
    guard entry.event.kind == .vitals else { return nil }
    let early = missedRepeat(by: index, given: ledger.readings(at: self))
    return early.map { "kept. \($0.words(offset: entry.recorded.offset))." }
  }

  /// A hand-over that one person says alone.
  private func nobodyUnlocked(for event: Recorded) -> String? {
    guard case .handOver(let change) = event.event, change.isUnlocked == false else { return nil }
    return "nobody unlocked as \(change.to): kept as said by \(event.author)."
  }

  /// A call, an order or a medicine that names no notice while one is urgent.
  private func tie(of index: Int) -> String? {
    untied(index).map {
      "tied to no notice while \($0.notice) is open: `\($0.correction)` ties it."
    }
  }

  private func doubt(about index: Int) -> String? {
    let doubts = unconfirmed(index)
    guard !doubts.isEmpty else { return nil }
    let name = session.name(of: index)
    let isReading = session.entries[index].recorded.event.kind == .vitals
    let otherwise = isReading ? "artefact" : "void"
    return "kept and not confirmed. \(doubts.map(\.question).joined(separator: " ")) "
      + "`confirm \(name)` if it is so, else `\(otherwise) \(name) because …`."
  }

  private var leftOpenRemark: String? {
    let open = leftOpen
    guard !open.isEmpty else { return nil }
    return "kept. The session ended with these open: \(open.joined(separator: ", ")). "
      + "`reopen because …` goes on."
  }
}
