package import KapTimeline

/// What the clocks of the machine say at one moment.
package struct ClockReading: Hashable, Sendable {
  /// The boot of the machine, where it can be told.
  package var boot: String?
  /// The clock on the wall, which may step.
  package var wall: Instant
  /// Milliseconds since the boot, sleep included; never steps.
  package var monotonic: Int64
  /// How far the wall stands from UTC.
  package var offset: UTCOffset

  /// Creates a reading.
  package init(boot: String?, wall: Instant, monotonic: Int64, offset: UTCOffset) {
    self.boot = boot
    self.wall = wall
    self.monotonic = monotonic
    self.offset = offset
  }

  /// The anchor of session time at this moment, never earlier than `last`.
  package func anchor(notBefore last: Instant? = nil) -> ClockAnchor {
    ClockAnchor(
      boot: boot ?? "unknown",
      wall: max(wall, last ?? wall),
      monotonic: monotonic
    )
  }
}

extension Session {
  /// Session time at a reading of the clocks, by the newest anchor of the same boot.
  ///
  /// After a new boot, or on another machine, there is none: a new anchor has to be written, which is
  /// never earlier than what was written last.
  package func now(by reading: ClockReading) -> (instant: Instant, newAnchor: ClockAnchor?) {
    var newest: (writtenAt: Instant, anchor: ClockAnchor)?
    var last: Instant?
    for entry in entries {
      let writtenAt = entry.recorded.recordedAt
      last = max(last ?? writtenAt, writtenAt)
      guard let anchor = entry.recorded.event.anchor, anchor.boot == reading.boot,
        newest.map({ $0.writtenAt <= writtenAt }) ?? true
      else { continue }
      newest = (writtenAt, anchor)
    }
    if let newest {
      let now = newest.anchor.sessionTime(at: reading.monotonic)
      return (max(now, last ?? now), nil)
    }
    let anchor = reading.anchor(notBefore: last)
    return (anchor.wall, anchor)
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
      .acknowledgement, .confirmation, .correction, .void, .clockStepped, .ended, .reopened:
      nil
    }
  }
}
