extension Session {
  /// The anchor by which session time is told at a reading of the clocks: the newest of that boot.
  ///
  /// After a new boot, on another machine, or where the clocks fell behind what is written, there is
  /// none: it is a new one then, never earlier than what was written last, and has to be recorded.
  package func anchor(for reading: ClockReading) -> (anchor: ClockAnchor, isNew: Bool) {
    var newest: (writtenAt: Instant, anchor: ClockAnchor)?
    let last = lastWrittenAt
    let kinds: [EventKind] = [.opened, .attached, .detached, .suspended, .resumed]
    for index in kinds.flatMap({ list(of: $0) }).sorted() {
      let entry = entries[index]
      let writtenAt = entry.recorded.recordedAt
      guard let anchor = entry.recorded.event.anchor, anchor.boot == reading.boot,
        newest.map({ $0.writtenAt <= writtenAt }) ?? true
      else { continue }
      newest = (writtenAt, anchor)
    }
    if let newest, newest.anchor.sessionTime(at: reading.monotonic) >= last ?? newest.writtenAt {
      return (newest.anchor, false)
    }
    return (reading.anchor(notBefore: last), true)
  }

  /// Session time at a reading of the clocks, and the anchor that has to be recorded with it.
  package func now(by reading: ClockReading) -> (instant: Instant, newAnchor: ClockAnchor?) {
    let (anchor, isNew) = anchor(for: reading)
    return (anchor.sessionTime(at: reading.monotonic), isNew ? anchor : nil)
  }
}

extension Event {
  /// The anchor that this event set.
  fileprivate var anchor: ClockAnchor? {
    switch self {
    case .opened(let opening): opening.anchor
    case .attached(let attachment), .detached(let attachment), .suspended(let attachment),
      .resumed(let attachment):
      attachment.anchor
    case .frame, .joined, .left, .dose, .infusion, .phase, .vitals, .noReading, .score, .note,
      .technique, .theme, .effect, .given, .call, .order, .pin, .later, .notDone,
      .acknowledgement, .confirmation, .correction, .void, .clockStepped, .check, .assessment,
      .plan, .limit, .supply, .lozenge, .emergency, .handOver, .quiet, .ended, .reopened:
      nil
    }
  }
}
