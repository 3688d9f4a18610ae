/// Something the clinic's rules want looked at, such as a limit that a reading crossed; never called
/// an alarm.
package struct Notice: Hashable, Sendable {
  /// The rule that was crossed: `blood-pressure`; or what else raised it: ``dose``,
  /// ``unconfirmed``, ``checks``, ``answer(to:)``, ``serious``, ``urgentEffect``, ``overdue``, a
  /// scale's name.
  package let rule: String
  /// How soon somebody should look.
  package let urgency: Urgency
  /// The entry that raised it; nil for a reminder of what is overdue.
  package let entry: Int?
  /// When it was raised.
  package let since: Instant
  /// Each limit crossed, worst first.
  package let crossings: [Crossing]
  /// When the reading should be repeated by.
  package let repeatBy: Instant?
  /// The clinic's sentence for what comes next.
  package let nextStep: String?
  /// What it is about, in words, where that is no reading and no amount.
  package let subject: String?
  /// What was crossed, in words, where that is no limit on a reading: `limit 0.8 mg/kg`.
  package let limit: String?
  /// Where the rule comes from; empty where each crossing's limit says it.
  package let sources: [String]
  /// Since when its repeat is so late that the limit which waits for it counts; nil where it does not.
  package let overdueSince: Instant?
  /// The entry that acknowledged it.
  package internal(set) var acknowledgedBy: Int?
  /// When a later reading came back within the limits, or what raised it was over.
  package internal(set) var clearedAt: Instant?
  /// When the signs of the rule were next read, within the limits or not.
  package internal(set) var repeatedAt: Instant?
  /// The entry that raised the next notice of the rule, as pressing as this one or more, before a
  /// reading came back within the limits.
  package internal(set) var supersededBy: Int?

  /// The rule of a dose in which something unusual is not confirmed.
  package static let dose = "dose"
  /// The rule of any other entry in which something unusual is not confirmed.
  package static let unconfirmed = "unconfirmed"
  /// The rule of a first dose that was given with required checks open.
  package static let checks = "checks"
  /// The rule of a serious adverse event.
  package static let serious = "serious-event"
  /// The rule of an adverse effect that is urgent at any reading.
  package static let urgentEffect = "urgent-effect"
  /// The rule of what is overdue.
  package static let overdue = "overdue"

  /// Creates a notice that nobody has answered yet.
  init(
    rule: String,
    urgency: Urgency,
    entry: Int?,
    since: Instant,
    crossings: [Crossing] = [],
    repeatBy: Instant? = nil,
    nextStep: String? = nil,
    subject: String? = nil,
    limit: String? = nil,
    sources: [String] = [],
    overdueSince: Instant? = nil
  ) {
    self.rule = rule
    self.urgency = urgency
    self.entry = entry
    self.since = since
    self.crossings = crossings
    self.repeatBy = repeatBy
    self.nextStep = nextStep
    self.subject = subject
    self.limit = limit
    self.sources = sources
    self.overdueSince = overdueSince
  }

  /// Whether it still stands on the notice row.
  ///
  /// An urgent one stands until somebody acknowledges it, any other until then or until a reading
  /// comes back within the limits. One that a newer notice of its rule takes up stands in that, and
  /// is acknowledged with it.
  package var isOpen: Bool {
    acknowledgedBy == nil && supersededBy == nil && (urgency == .urgent || clearedAt == nil)
  }

  /// The crossings that raised it as pressing as it is; what only waits for its repeat is left out.
  package var raising: [Crossing] {
    let counting = crossings.filter { $0.counts && $0.limit.urgency == urgency }
    return counting.isEmpty ? crossings.filter { $0.urgency == urgency } : counting
  }

  /// Whether it crossed one of the limits that raised another one, be it with a repeat to come; a
  /// notice that no limit raised is as pressing by its urgency.
  func crosses(whatRaised other: Notice) -> Bool {
    guard !other.raising.isEmpty else { return urgency >= other.urgency }
    return crossings.contains { mine in
      other.raising.contains { $0.limit == mine.limit && (mine.isAtOnce || !$0.isAtOnce) }
    }
  }

  /// Whether it is of a pump that reached a limit, rather than of what was written.
  var isPumped: Bool { rule == Self.dose && subject != nil }

  /// Whether it says again all that an earlier one said: the same signs, on the same sides.
  func covers(_ earlier: Notice) -> Bool {
    earlier.crossings.allSatisfy { old in
      crossings.contains { $0.limit.sign == old.limit.sign && $0.limit.side == old.limit.side }
    }
  }

  /// One limit and the value that crossed it.
  package struct Crossing: Hashable, Sendable {
    /// The limit.
    package let limit: Limit
    /// The reading.
    package let value: Double
    /// What was held against the limit: the reading, or its change from baseline.
    package let measure: Double
    /// Whether it counts as the limit says, or only as a first crossing that wants a repeat.
    package let counts: Bool

    /// Whether it is so far beyond the limit that no repeat is waited for.
    var isAtOnce: Bool { limit.countsAtOnce(measure) }

    /// How soon somebody should look, the repeat rule applied.
    package var urgency: Urgency { counts ? limit.urgency : min(limit.urgency, .notice) }
  }
}
