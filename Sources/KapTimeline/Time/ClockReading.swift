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
