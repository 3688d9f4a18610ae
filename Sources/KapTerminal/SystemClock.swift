import CTerminal

/// The clocks of the machine, in whole milliseconds.
///
/// The one place where time is read. What is decided from it is decided elsewhere, from values.
package enum SystemClock {
  /// The time since the machine was started, with the time it slept.
  ///
  /// Never steps and never goes back until the next start, which ``bootIdentifier`` tells apart.
  package static var sinceBoot: Int { Int(kap_clock_since_boot() / 1_000_000) }

  /// The time since 1970 by the wall clock, which a person or a time server may step.
  package static var wall: Int { Int(kap_clock_wall() / 1_000_000) }

  /// What names this start of the machine, or none where the system does not say.
  package static var bootIdentifier: String? {
    var buffer = [CChar](repeating: 0, count: 128)
    let length = Int(kap_clock_boot_identifier(&buffer, Int32(buffer.count)))
    guard length > 0, length < buffer.count else { return nil }
    return String(decoding: buffer.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The ``sinceBoot`` at which the wall clock will next show a whole second.
  ///
  /// Rounded up: a deadline a fraction early would cost a second wake-up to find the clock unchanged.
  package static var nextWholeSecond: Int {
    let rest = 1_000_000_000 - kap_clock_wall() % 1_000_000_000
    return Int((kap_clock_since_boot() + rest + 999_999) / 1_000_000)
  }
}
