/// A limit of the clinic's that a reading crossed: shown, never called an alarm.
package struct Notice: Hashable, Sendable {
  /// The rule that was crossed: `blood-pressure`.
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
  /// What is overdue, for a reminder.
  package let subject: String?
  /// The entry that acknowledged it.
  package internal(set) var acknowledgedBy: Int?
  /// When a later reading came back within the limits.
  package internal(set) var clearedAt: Instant?

  /// Whether it still stands on the notice row: an urgent one until somebody acknowledges it, any
  /// other until then or until a reading comes back within the limits.
  package var isOpen: Bool {
    acknowledgedBy == nil && (urgency == .urgent || clearedAt == nil)
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

    /// How soon somebody should look, the repeat rule applied.
    package var urgency: Urgency { counts ? limit.urgency : min(limit.urgency, .notice) }
  }
}

extension Moment {
  /// Every notice raised so far, in the order raised; see ``Notice/isOpen``.
  package var notices: [Notice] {
    guard let rules else { return [] }
    let sets = vitals
    let base = baseline
    var notices: [Notice] = []
    var previous: [Sign: Double] = [:]
    for set in sets {
      var raised: [String: [Notice.Crossing]] = [:]
      var read: Set<String> = []
      for limit in rules.limits {
        guard let value = set.vitals[limit.sign] else { continue }
        read.insert(limit.rule)
        let against = base.flatMap { $0.entry == set.entry ? nil : $0.vitals[limit.sign] }
        guard let measure = limit.measure(of: value, baseline: against),
          limit.isCrossed(by: measure)
        else { continue }
        let before = previous[limit.sign].flatMap { limit.measure(of: $0, baseline: against) }
        let counts =
          limit.countsAtOnce(measure)
          || (before.map { limit.isCrossed(by: $0) } ?? false)
        raised[limit.rule, default: []].append(
          Notice.Crossing(limit: limit, value: value, measure: measure, counts: counts)
        )
      }
      for place in notices.indices where notices[place].clearedAt == nil {
        let rule = notices[place].rule
        guard read.contains(rule), raised[rule] == nil else { continue }
        notices[place].clearedAt = set.at
      }
      for rule in raised.keys.sorted() {
        guard let crossings = raised[rule] else { continue }
        notices.append(notice(rule, crossings, set, rules))
      }
      for sign in Sign.allCases {
        if let value = set.vitals[sign] { previous[sign] = value }
      }
    }
    return acknowledged(notices + doseNotices(rules)).sorted {
      ($0.since, $0.rule) < ($1.since, $1.rule)
    }
  }

  /// The open notices, the most urgent and then the newest first.
  package func open(_ notices: [Notice]) -> [Notice] {
    notices.filter(\.isOpen).sorted {
      $0.urgency == $1.urgency ? $0.since > $1.since : $0.urgency > $1.urgency
    }
  }

  private func notice(
    _ rule: String,
    _ crossings: [Notice.Crossing],
    _ set: VitalsSet,
    _ rules: ClinicProtocol
  ) -> Notice {
    let worst = crossings.map(\.urgency).max() ?? .notice
    let sorted = crossings.enumerated().sorted {
      $0.element.urgency == $1.element.urgency
        ? $0.offset < $1.offset : $0.element.urgency > $1.element.urgency
    }.map(\.element)
    return Notice(
      rule: rule,
      urgency: worst,
      entry: set.entry,
      since: set.at,
      crossings: sorted,
      repeatBy: set.at + .minutes(rules.vitals.repeatMinutes),
      nextStep: sorted.first { $0.limit.nextStep != nil && $0.counts }?.limit.nextStep,
      subject: nil
    )
  }

  private func doseNotices(_ rules: ClinicProtocol) -> [Notice] {
    doses.compactMap { dose, entry in
      guard !unconfirmed(entry).isEmpty else { return nil }
      return Notice(
        rule: "dose",
        urgency: .urgent,
        entry: entry,
        since: session.entries[entry].occurredAt,
        crossings: [],
        repeatBy: nil,
        nextStep: nil,
        subject: nil
      )
    }
  }

  private func acknowledged(_ notices: [Notice]) -> [Notice] {
    var notices = notices
    for index in standing(.acknowledgement) {
      guard case .acknowledgement(let words) = session.entries[index].event,
        let event = session.index(of: words.event)
      else { continue }
      for place in notices.indices
      where notices[place].entry == event && notices[place].rule == words.rule {
        notices[place].acknowledgedBy = index
      }
    }
    return notices
  }
}

extension Limit {
  /// What of a reading is held against the limit; nil when there is no baseline to compare with.
  func measure(of value: Double, baseline: Double?) -> Double? {
    switch basis {
    case .absolute: value
    case .change: baseline.map { value - $0 }
    case .percent: baseline.flatMap { $0 == 0 ? nil : (value - $0) / abs($0) * 100 }
    }
  }
}
