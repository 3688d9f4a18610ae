package import KapTimeline

/// Where the simulated patient is in the story: minutes count from the dose that is on record.
///
/// Without one the patient stays before it. Whoever gives the dose later, or earlier, than the
/// script does finds the whole story moved with it.
package struct PatientTime: Hashable, Sendable {
  /// When the dose would be given by the script.
  let planned: Instant
  /// When it was given, by the record.
  let began: Instant?

  /// Reads it off a moment of the record; nil before the session was opened.
  package init?(of scenario: Scenario, at moment: Moment) {
    guard let opened = moment.startedAt else { return nil }
    planned = opened + scenario.doseAt
    // What the script gave counts before what somebody gave along with it.
    let isPlayed = moment.doses.contains { dose in
      moment.session.entries[dose.entry].occurredAt == opened + scenario.doseAt
    }
    began = isPlayed ? opened + scenario.doseAt : moment.doseBegan
  }

  /// The minute of the patient's own course at an instant; never positive before the dose.
  package func minute(at instant: Instant) -> Double {
    if let began, instant >= began { return (instant - began).inMinutes }
    // A dose that is waited for longer than planned finds the patient as much before it.
    return -abs((instant - planned).inMinutes)
  }

  /// The instant of a minute after the dose; nil before that is on record.
  func instant(of minute: Double) -> Instant? { began.map { $0 + .minutes(minute) } }

  /// The minute of the script: before the dose it goes by the clock, so that what was to come before
  /// one that is late is past.
  func cueMinute(at instant: Instant) -> Double {
    if let began, instant >= began { return (instant - began).inMinutes }
    return (instant - planned).inMinutes
  }
}
