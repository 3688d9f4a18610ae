import CTerminal

/// Waiting for descriptors and for the time.
package enum Poll {
  /// A descriptor, and what is awaited of it.
  package struct Interest: Hashable, Sendable {
    /// The descriptor.
    package let descriptor: Int32
    /// What is awaited of it.
    package let awaits: Readiness

    /// Creates an interest in what can be read, unless told otherwise.
    package init(_ descriptor: Int32, for awaits: Readiness = .readable) {
      self.descriptor = descriptor
      self.awaits = awaits
    }
  }

  /// What can be done with a descriptor without blocking.
  package struct Readiness: OptionSet, Hashable, Sendable {
    package let rawValue: Int32

    /// Creates a set from its bits.
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Bytes wait to be read.
    package static let readable = Readiness(rawValue: 1)
    /// Bytes would be taken.
    package static let writable = Readiness(rawValue: 2)
    /// Nobody is at the other end any more.
    package static let hungUp = Readiness(rawValue: 4)
  }

  /// Waits for any of up to 16 interests, or until the clock ``SystemClock/sinceBoot`` reaches
  /// `deadline`, and returns what is ready, in the order of the interests.
  ///
  /// All are empty when the time is up, and when a signal came: signals are told by ``Signals``, so
  /// the caller only goes round once more.
  package static func wait(on interests: [Interest], until deadline: Int?) -> [Readiness] {
    var entries = interests.prefix(16).map {
      kap_wait_entry(descriptor: $0.descriptor, events: $0.awaits.rawValue)
    }
    let ready = kap_wait(&entries, Int32(entries.count), remaining(until: deadline))
    return entries.map { ready > 0 ? Readiness(rawValue: $0.events) : [] }
  }

  /// The nanoseconds until `deadline`, or a negative number for ever.
  private static func remaining(until deadline: Int?) -> Int64 {
    guard let deadline else { return -1 }
    let (nanoseconds, overflow) = Int64(deadline).multipliedReportingOverflow(by: 1_000_000)
    guard !overflow else { return deadline < 0 ? 0 : -1 }
    let (rest, tooFar) = nanoseconds.subtractingReportingOverflow(kap_clock_since_boot())
    return tooFar ? 0 : max(rest, 0)
  }
}
