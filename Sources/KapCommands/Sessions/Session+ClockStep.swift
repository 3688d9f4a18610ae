import KapTimeline

extension Session {
  /// The step of the wall clock that is to be noted at `now`: it stands otherwise to session time than
  /// was noted since the newest anchor, by more than the protocol tolerates.
  func step(of reading: ClockReading, at now: Instant) -> ClockStep? {
    guard let rules, !anchor(for: reading).isNew else { return nil }
    let anchored =
      list(of: .opened)
      + list(of: .attached).filter { index in
        guard case .attached(let attachment) = entries[index].event else { return false }
        return attachment.anchor != nil
      }
    let since = anchored.map { entries[$0].recorded.recordedAt }.max() ?? now
    let noted = list(of: .clockStepped).last { entries[$0].recorded.recordedAt >= since }
    var known = Span.zero
    if let noted, case .clockStepped(let step) = entries[noted].event {
      known = Span(milliseconds: step.aheadMilliseconds)
    }
    let ahead = reading.wall - now
    let change = (ahead - known).milliseconds
    guard Double(abs(change)) > rules.timing.clockToleranceSeconds * 1000 else { return nil }
    return ClockStep(wall: reading.wall, aheadMilliseconds: ahead.milliseconds)
  }
}

extension Session {
  /// The number of a writer's last entry, 0 where there is none.
  func lastSequence(of writer: WriterID) -> Int {
    entries.lazy.filter { $0.id.writer == writer }.map(\.id.sequence).max() ?? 0
  }
}
