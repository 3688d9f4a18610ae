package import KapTimeline

/// What a practice session's patient did beside what stands in its record: times, and no grade.
package struct Debrief: Hashable, Sendable {
  /// What happened to the patient, each with when and by whom it was recorded.
  package let happened: [Finding]
  /// What became of the emergency card, where the scenario or the record has one.
  package let emergency: [Finding]
  /// What says something else than the bedside did: readings, observed scores, what went in, a lot or
  /// its last day of use.
  package let different: [Finding]
  /// What was taken back or corrected since it was written, each with what was said first.
  package let changed: [Finding]
  /// What the clinic's rules require, each with what became of it.
  package let required: [Finding]
  /// What was planned beside that and not done, each with the reason that was given; an end that
  /// nobody recorded.
  package let lost: [Finding]
  /// The notices, each with what was said to it and after how long.
  package let notices: [Finding]

  /// One thing and what the record says of it.
  package struct Finding: Hashable, Sendable {
    /// When it was, as the wall showed it: `14:36`, or `14:36 to 14:50`.
    package let time: String
    /// What it was.
    package let subject: String
    /// What the record says.
    package let record: String

    /// `14:36 to 14:50  BP up to 184/112: recorded 14:38 by AR, 2 min after it began`.
    package var line: String { "\(time)  \(subject): \(record)" }
  }

  /// Compares a scenario with the record as it stands at a moment.
  ///
  /// Somebody may have typed along: only what really was recorded counts, and only what had
  /// happened by the moment. Whoever `hasLeft` records no more.
  package init(
    of scenario: Scenario,
    at moment: Moment,
    offset: UTCOffset,
    hasLeft: Bool = false
  ) {
    let view = DebriefView(
      scenario: scenario,
      moment: moment,
      offset: offset,
      hasLeft: hasLeft
    )
    happened = view.happened
    emergency = view.emergencyCard
    different = view.differentDose + view.differentVials + view.different
    changed = view.changed
    required = view.required
    lost = view.lost
    notices = view.noticed
  }

  /// The whole in parts, each under its title.
  package var sections: [(title: String, findings: [Finding])] {
    [("What happened to the patient, and what the record says of it", happened)]
      + (emergency.isEmpty ? [] : [("Emergency card", emergency)]) + [
        ("Recorded with another value", different),
        ("Corrected, or entered in error", changed), ("What the rules require", required),
        ("Planned and not done", lost), ("Notices", notices),
      ]
  }

  /// What stands below it.
  package static let foot = "These are times, set side by side. Nobody is graded."

  /// The whole as lines, for a reader without a screen too.
  package var lines: [String] {
    let parts = sections.flatMap { title, findings in
      ["", title] + (findings.isEmpty ? ["  nothing"] : findings.map { "  \($0.line)" })
    }
    return ["Debrief"] + parts + ["", Self.foot]
  }
}

/// A scenario, a moment of its record, and how instants and people are written there.
struct DebriefView {
  let scenario: Scenario
  let moment: Moment
  let offset: UTCOffset
  let hasLeft: Bool

  /// What was to be done by the moment, and what of it was not.
  var due: DueList { moment.due(given: moment.notices) }

  /// Until when things count: the end of the session, or the moment.
  var end: Instant {
    switch moment.state {
    case .ended(let end): end
    case .open, .unopened: moment.now
    }
  }

  /// Where the patient is in the story, by the dose on record; nil before the session was opened.
  var time: PatientTime? { PatientTime(of: scenario, at: moment) }

  /// The instant of a minute of the patient's own course; nil before there is a dose.
  func instant(of minute: Double) -> Instant? { time?.instant(of: minute) }

  func clock(_ instant: Instant) -> String { WallTime(instant, offset: offset).clock }

  /// `14:36 to 14:50`, or one clock where both show the same.
  func clocks(_ from: Instant, _ to: Instant) -> String {
    let (first, last) = (clock(from), clock(to))
    return first == last ? first : "\(first) to \(last)"
  }

  /// `recorded 14:38 by AR, 2 min after it began`, and when it was written down where that was late.
  func recorded(_ index: Int, after start: Instant) -> String {
    let entry = moment.session.entries[index]
    let delay = apart(start, entry.occurredAt)
    let when = delay.map { ", \($0) after it began" } ?? ", as it began"
    var text = "recorded \(clock(entry.occurredAt)) by \(moment.authorLabel(of: index))\(when)"
    if moment.isLate(index) { text += ", written down \(clock(entry.recorded.recordedAt))" }
    return text
  }

  /// `2 min`; nil where a minute had not passed.
  func apart(_ first: Instant, _ second: Instant) -> String? {
    let minutes = (second - first).wholeMinutes
    return minutes > 0 ? "\(minutes) min" : nil
  }
}
