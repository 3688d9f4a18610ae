extension Notice {
  /// The crossings that would be more pressing than the notice is, and wait for their repeat.
  package var waiting: [Crossing] { crossings.filter { !$0.counts && $0.limit.urgency > urgency } }

  /// The crossing of the highest limit, whether it counts yet or waits for its repeat.
  package var leading: Crossing? { waiting.first ?? raising.first ?? crossings.first }

  /// When it became as pressing as it is.
  package var raisedAt: Instant { overdueSince ?? since }

  /// The notice as it stands where its repeat did not come: what waited for it counts.
  func overdue(since instant: Instant) -> Notice {
    let waiting = waiting.map {
      Crossing(limit: $0.limit, value: $0.value, measure: $0.measure, counts: true)
    }
    var notice = Notice(
      rule: rule,
      urgency: waiting.map(\.limit.urgency).max() ?? urgency,
      entry: entry,
      since: since,
      crossings: waiting + crossings.filter { $0.counts || $0.limit.urgency <= urgency },
      repeatBy: repeatBy,
      nextStep: waiting.lazy.compactMap(\.limit.nextStep).first ?? nextStep,
      subject: subject,
      limit: limit,
      sources: sources,
      overdueSince: instant
    )
    notice.clearedAt = clearedAt
    notice.repeatedAt = repeatedAt
    notice.supersededBy = supersededBy
    return notice
  }
}

extension ClinicProtocol {
  /// When the overdue repeat of a notice makes the limit count that waits for it; nil where it came,
  /// where none waits, and where the rules say nothing of it.
  ///
  /// A notice that became so stays so: the ledger holds that fast before it takes a later reading.
  func overdue(_ notice: Notice) -> Instant? {
    guard let minutes = vitals.repeatOverdueMinutes, notice.repeatedAt == nil,
      notice.overdueSince == nil, let by = notice.repeatBy, !notice.waiting.isEmpty
    else { return nil }
    return by + .minutes(max(0, minutes))
  }
}

extension Moment {
  /// Notices of readings as they stand by `end`: one whose repeat is overdue is as pressing as the
  /// limit that waits for it.
  func overdue(_ notices: [Notice], by end: Instant) -> [Notice] {
    guard let rules, rules.vitals.repeatOverdueMinutes != nil else { return notices }
    return notices.map { notice in
      guard let since = rules.overdue(notice), since <= end else { return notice }
      return notice.overdue(since: since)
    }
  }

  /// Whether time alone may have raised or changed one of the notices that there were a little ago.
  package func mayAge(_ notices: [Notice]) -> Bool {
    guard let rules else { return false }
    if notices.contains(where: { rules.overdue($0).map { $0 <= now } ?? false }) { return true }
    return pumpedNotices.count > notices.count(where: \.isPumped)
  }
}
