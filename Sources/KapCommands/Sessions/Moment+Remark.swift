import KapTimeline

extension Moment {
  /// What a person should know of an event that was kept without asking; nil where nothing.
  func remark(on event: Recorded) -> String? {
    let isAbout = event.event.kind == .correction
    guard let index = session.index(of: isAbout ? event.event.target ?? event.id : event.id)
    else { return nil }
    let doubts = unconfirmed(index)
    guard !doubts.isEmpty else { return nil }
    let name = session.name(of: index)
    let isReading = session.entries[index].recorded.event.kind == .vitals
    let otherwise = isReading ? "artefact" : "void"
    return "kept and not confirmed. \(doubts.map(\.question).joined(separator: " ")) "
      + "`confirm \(name)` if it is so, else `\(otherwise) \(name) because …`."
  }
}
