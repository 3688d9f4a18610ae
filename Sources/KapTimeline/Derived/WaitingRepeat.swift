/// A repeat that a limit waits for before it counts, and from when a reading is one.
package struct WaitingRepeat: Hashable, Sendable {
  /// What is to be read again: `BP`.
  package let subject: String
  /// How many minutes after the first reading the rules ask for it.
  package let minutes: Double
  /// When the reading was taken that it repeats.
  package let since: Instant
  /// From when a reading counts as the repeat.
  package let from: Instant
  /// The limits that wait, each with the value it is compared with.
  let limits: [Waiting]

  struct Waiting: Hashable, Sendable {
    let limit: Limit
    let baseline: Double?
  }

  /// Whether a set crosses a limit that waits, and comes too soon to make it count.
  package func isTooSoon(_ set: Vitals, at instant: Instant) -> Bool {
    guard instant >= since, instant < from else { return false }
    return limits.contains { waiting in
      guard let value = set[waiting.limit.sign],
        let measure = waiting.limit.measure(of: value, baseline: waiting.baseline)
      else { return false }
      return waiting.limit.isCrossed(by: measure) && !waiting.limit.countsAtOnce(measure)
    }
  }

  /// What is said of it: `BP too soon for the repeat after 5 min: it counts from 14:34`.
  package func words(offset: UTCOffset) -> String {
    let clock = WallTime(from, offset: offset).clock
    return "\(subject) too soon for the repeat after \(plain(minutes)) min: it counts from \(clock)"
  }
}

extension Moment {
  /// The repeats that limits wait for by these notices, the first to be read first.
  package func waitingRepeats(given notices: [Notice]) -> [WaitingRepeat] {
    let waiting = notices.filter {
      !$0.waiting.isEmpty && $0.repeatedAt == nil && $0.clearedAt == nil
    }
    guard !waiting.isEmpty else { return [] }
    let baseline = self.baseline?.vitals
    return waiting.compactMap { waitingRepeat(of: $0, against: baseline) }
      .sorted { $0.from < $1.from }
  }

  /// The repeat that a reading came too soon to be; nil where it is one, or none was waited for.
  package func missedRepeat(by entry: Int, given notices: [Notice]) -> WaitingRepeat? {
    let raised = notices.filter { $0.entry == entry && !$0.waiting.isEmpty }
    return raised.lazy.compactMap { notice -> WaitingRepeat? in
      let waited = notice.waiting.map(\.limit)
      let first = notices.first { before in
        before.rule == notice.rule && comes(before, before: notice)
          && before.repeatBy == notice.repeatBy
          && before.waiting.contains { waited.contains($0.limit) }
      }
      return first.flatMap { self.waitingRepeat(of: $0, against: nil) }
    }.first
  }

  private func comes(_ notice: Notice, before other: Notice) -> Bool {
    guard let first = notice.entry, let second = other.entry else { return false }
    return OrderKey(session.entries[first]) < OrderKey(session.entries[second])
  }

  private func waitingRepeat(of notice: Notice, against baseline: Vitals?) -> WaitingRepeat? {
    guard let rules, let early = rules.vitals.repeatEarlyMinutes, !notice.waiting.isEmpty,
      let by = notice.repeatBy
    else { return nil }
    return WaitingRepeat(
      subject: subject(ofRule: notice.rule),
      minutes: rules.vitals.repeatMinutes,
      since: notice.since,
      from: by - .minutes(max(0, early)),
      limits: notice.waiting.map {
        WaitingRepeat.Waiting(limit: $0.limit, baseline: baseline?[$0.limit.sign])
      }
    )
  }
}
